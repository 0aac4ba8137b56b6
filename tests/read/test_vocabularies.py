from __future__ import annotations

from pathlib import Path

import pytest

from scripts.read.vocabularies import VocabularyFault, load_vocabularies
from tests.toy import vocabularies


def _vocabulary(root: Path, text: str) -> Path:
    folder = root / "schema" / "vocabularies"
    folder.mkdir(parents=True)
    (folder / "hats.yml").write_text(text, encoding="utf-8")
    return root


def test_reads_terms_in_order(tmp_path: Path) -> None:
    text = (
        "top:\n  label: {en: Top hat, fr: Haut-de-forme}\n  definition: {en: A tall one.}\n  source: Toys\n"
        "bowler:\n  label: {en: Bowler}\n  broader: top\n  maps_to: {Shop: 7}\n  brim: [1, 2]\n"
    )
    terms = load_vocabularies(_vocabulary(tmp_path, text))["hats"]
    assert list(terms) == ["top", "bowler"]
    assert terms["top"].label == "Top hat"
    assert terms["top"].labels["fr"] == "Haut-de-forme"
    assert terms["top"].definition == "A tall one."
    assert terms["bowler"].definition == ""
    assert terms["bowler"].broader == "top"
    assert terms["bowler"].maps_to == {"Shop": "7"}
    assert terms["bowler"].extra == {"brim": [1, 2]}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: 1\n", 'hats.yml:1:1: the term "a" needs fields'),
        ("a: {label: {fr: A}}\n", "needs a label in English"),
        ("a: {label: A}\n", "needs a label in English"),
        ("a: {label: {en: A}, definition: A}\n", "definition by language"),
        ("b: {label: {en: B}}\na: {label: {en: A}, broader: c}\n", 'hats.yml:2:1: the term "a" names'),
        ("a: {label: {en: A}, broader: [c]}\n", "names the broader term"),
        ("a: {label: {en: A}, maps_to: {x: [1]}}\n", "pairs"),
        ("a: {label: {en: A}, source: 1}\n", "source as text"),
        ("a:b\n", "hats.yml:1:1: "),
        ("a: {\n", "hats.yml:"),
    ],
)
def test_a_broken_vocabulary_is_told_with_its_line(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(VocabularyFault) as caught:
        load_vocabularies(_vocabulary(tmp_path, text))
    assert message in str(caught.value)


def test_the_real_ones_are_complete() -> None:
    for name, terms in vocabularies().items():
        for term in terms.values():
            assert term.definition, f"{name}: {term.id} has no definition"
            assert term.source, f"{name}: {term.id} has no source"
    assert "NO" in vocabularies()["countries"]
