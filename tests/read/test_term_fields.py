from __future__ import annotations

from pathlib import Path

import pytest

from scripts.read.term_fields import NEEDED
from scripts.read.vocabularies import VocabularyFault, load_vocabularies
from tests.toy import ROOT, vocabularies

CASES = [(vocabulary, field) for vocabulary, fields in NEEDED.items() for field in fields]


def copy(folder: Path) -> Path:
    target = folder / "schema" / "vocabularies"
    target.mkdir(parents=True)
    for path in (ROOT / "schema" / "vocabularies").glob("*.yml"):
        (target / path.name).write_bytes(path.read_bytes())
    return target


def new_term(folder: Path, vocabulary: str, fields: str) -> str:
    """Adds a term to a vocabulary and returns what reading then says."""
    path = copy(folder) / f"{vocabulary}.yml"
    path.write_text(f"{path.read_text(encoding='utf-8')}\nteapot:\n  label: {{en: Teapot}}\n{fields}", encoding="utf-8")
    with pytest.raises(VocabularyFault) as caught:
        load_vocabularies(folder)
    return str(caught.value)


@pytest.mark.parametrize(("vocabulary", "field"), CASES)
def test_a_term_without_a_needed_field_is_told_with_its_place(tmp_path: Path, vocabulary: str, field: str) -> None:
    message = new_term(tmp_path, vocabulary, "")
    line = (
        (tmp_path / "schema" / "vocabularies" / f"{vocabulary}.yml")
        .read_text(encoding="utf-8")
        .split("\n")
        .index("teapot:")
    )
    assert message.startswith(f'schema/vocabularies/{vocabulary}.yml:{line + 1}:1: the term "teapot" needs the field ')
    assert field in NEEDED[vocabulary]


@pytest.mark.parametrize(
    ("vocabulary", "fields", "told"),
    [
        (
            "mechanisms",
            "  dimension: clinical\n  kind: tea\n",
            "needs the field kind, one of: structure-and-governance",
        ),
        ("mechanisms", "  dimension: tea\n  kind: money\n", "needs the field dimension, one of: clinical"),
        ("study_designs", "  level: LX\n", "needs the field level, one of L0 to L5"),
        ("target_groups", "  group: Tea\n", "needs the field group with an English text"),
        ("countries", "  bbox: [1, 2, 3]\n", "needs the field bbox with four numbers"),
        ("countries", "  bbox: [1, 2, 3, x]\n", "needs the field bbox with four numbers"),
    ],
)
def test_a_field_of_another_form(tmp_path: Path, vocabulary: str, fields: str, told: str) -> None:
    assert told in new_term(tmp_path, vocabulary, fields)


def test_the_real_vocabularies_say_all_that_is_needed() -> None:
    assert set(NEEDED) <= vocabularies().keys()
