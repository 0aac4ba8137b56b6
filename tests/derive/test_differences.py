"""What changed between two revisions of an invented entry."""

from __future__ import annotations

from typing import Any

import pytest

from scripts.derive.differences import Change, compare, likeness_of_words, with_levels
from tests.derive.invented import data, finding, practice


def changes(old: dict[str, Any], new: dict[str, Any]) -> list[tuple[Any, ...]]:
    return [(change.path, change.kind, change.old, change.new) for change in compare(old, new)]


def test_nothing_changed() -> None:
    assert compare(data(), data()) == ()


def test_fields_come_go_and_change() -> None:
    assert changes(data(started=2001, acronym="TR"), data(started=2002, ended=2004)) == [
        (("started",), "changed", 2001, 2002),
        (("ended",), "added", None, 2004),
        (("acronym",), "removed", "TR", None),
    ]


def test_a_field_in_a_block_is_told_with_its_block() -> None:
    old = data()
    new = data(review={**old["review"], "by": "Somebody else"})
    (change,) = compare(old, new)
    assert (change.path, change.block, change.item) == (("review", "by"), ("review",), None)


def test_terms_come_and_go_one_by_one() -> None:
    assert changes(data(sectors=["health", "housing"]), data(sectors=["housing", "education"])) == [
        (("sectors",), "added", None, "education"),
        (("sectors",), "removed", "health", None),
    ]


def test_another_order_is_a_change_of_its_own() -> None:
    assert changes(data(sectors=["health", "housing"]), data(sectors=["housing", "health"])) == [
        (("sectors",), "moved", None, None)
    ]


def test_sources_are_known_by_their_key() -> None:
    old = data()
    lamp = old["sources"]["lamp-2018"]
    new = data(sources={"lamp-2018": {**lamp, "year": 2018}, "cup-2019": lamp})
    assert changes(old, new) == [
        (("sources", "year"), "added", None, 2018),
        (("sources",), "added", None, lamp),
    ]


def test_a_reworded_finding_is_the_same_finding() -> None:
    old = finding(statement="Fewer teapots were broken in Toyville than in Boxville.")
    new = finding(statement="Far fewer teapots were broken in Toyville.", direction="mixed")
    other = finding(statement="Staff liked the tea.", domain="staff-experience")
    found = compare(data(findings=[old]), data(findings=[other, new]))
    assert [(change.path, change.kind) for change in found] == [
        (("findings",), "added"),
        (("findings", "statement"), "changed"),
        (("findings", "direction"), "changed"),
    ]
    assert found[0].new == other
    assert found[1].item == new
    assert found[1].block == ("findings",)


def test_a_finding_of_another_source_is_another_finding() -> None:
    old = finding(statement="Fewer teapots broke.", source="lamp-2018")
    new = finding(statement="Nobody spilt any milk here.", source="cup-2019")
    assert [(change.path, change.kind) for change in compare(data(findings=[old]), data(findings=[new]))] == [
        (("findings",), "added"),
        (("findings",), "removed"),
    ]


def test_a_changed_level_is_told() -> None:
    old = with_levels(practice(findings=[finding(design="matched-comparison")]))
    new = with_levels(practice(findings=[finding(design="randomised-trial")]))
    levels = [change for change in compare(old, new) if change.path == ("findings", "level")]
    assert [(change.old, change.new) for change in levels] == [("L3", "L4")]


def test_findings_keep_the_order_of_the_file() -> None:
    findings = [finding(design="user-survey"), finding(design="randomised-trial", domain="cost")]
    assert [item["domain"] for item in with_levels(practice(findings=findings))["findings"]] == ["service-use", "cost"]


def test_mechanisms_are_known_by_their_type() -> None:
    def integration(*mechanisms: dict[str, Any]) -> dict[str, Any]:
        return {"degree": "linkage", "mechanisms": list(mechanisms)}

    old = data(integration=integration({"type": "case-management", "sources": ["lamp-2018"]}))
    new = data(
        integration=integration(
            {"type": "case-management", "note": "one cup each", "sources": ["lamp-2018"]},
            {"type": "pooled-budget", "sources": ["lamp-2018"]},
        )
    )
    assert [(change.path, change.kind, change.block) for change in compare(old, new)] == [
        (("integration", "mechanisms", "note"), "added", ("integration", "mechanisms")),
        (("integration", "mechanisms"), "added", ()),
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [("text", ["list"]), (["list"], {"a": 1}), ({"a": 1}, 5), ([{"a": 1}], ["text"]), ([[1]], [[2]])],
)
def test_data_of_the_wrong_kind_are_compared_too(old: Any, new: Any) -> None:
    for name in ("findings", "sources", "anything"):
        found = compare({name: old}, {name: new})
        assert found
        assert all(isinstance(change, Change) for change in found)


def test_single_words_are_the_same_or_not() -> None:
    assert likeness_of_words("case-management", "care-management") == 0
    assert likeness_of_words("a b c d", "a b c e") == 0.75
