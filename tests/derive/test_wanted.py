from __future__ import annotations

from scripts.derive.gaps import map_gaps
from scripts.derive.practices import Practice
from scripts.derive.wanted import SHOWN, list_wanted
from tests.derive.invented import finding, integration, practice
from tests.toy import vocabularies


def wanted(*practices: Practice) -> list[tuple[str, str, int]]:
    listed = list_wanted(map_gaps(practices, vocabularies())[0])
    return [(item.row.term.id, item.column.term.id, item.cell.count) for item in listed]


def toy(slug: str, group: str, mechanism: str, design: str = "matched-comparison") -> Practice:
    return practice(slug, target_groups=[group], integration=integration(mechanism), findings=[finding(design=design)])


def test_empty_combinations_of_used_terms_come_by_how_common_their_terms_are() -> None:
    assert wanted(
        toy("one", "carers", "case-management"),
        toy("two", "carers", "case-management"),
        toy("three", "young-people", "pooled-budget"),
        toy("four", "jobseekers", "case-management"),
    ) == [
        ("young-people", "access-and-guidance", 0),
        ("carers", "money", 0),
        ("jobseekers", "money", 0),
    ]


def test_a_combination_in_which_nothing_was_measured_is_wanted_too() -> None:
    assert wanted(toy("told", "carers", "case-management", "user-survey")) == [("carers", "access-and-guidance", 1)]
    assert wanted(toy("measured", "carers", "case-management", "monitoring")) == []


def test_a_combination_without_findings_is_wanted() -> None:
    assert wanted(practice()) == [("carers", "access-and-guidance", 1)]


def test_no_more_than_a_dozen_are_named() -> None:
    groups = list(vocabularies()["target_groups"])
    many = [toy(group, group, "case-management", "user-survey") for group in groups]
    assert len(wanted(*many)) == SHOWN < len(groups)


def test_nothing_is_wanted_of_nothing() -> None:
    assert wanted() == []
