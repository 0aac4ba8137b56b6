from __future__ import annotations

from scripts.derive.gaps import PLANS, Cell, GapMap, Row, map_gaps
from scripts.derive.practices import Practice
from tests.derive.invented import finding, integration, practice
from tests.toy import vocabularies


def gap_map(practices: list[Practice], by: str = "target_group", across: str = "kind") -> GapMap:
    return map_gaps(practices, vocabularies())[PLANS.index((by, across))]


def row(gaps: GapMap, term: str) -> Row:
    (found,) = [row for row in gaps.rows if row.term.id == term]
    return found


def cell(gaps: GapMap, term: str, column: str) -> Cell:
    (found,) = [cell for cell in row(gaps, term).cells if cell.column.id == column]
    return found


def told(cell: Cell) -> tuple[int, str | None, dict[str, int]]:
    return cell.count, cell.level, dict(cell.directions)


MEASURED = practice("measured", findings=[finding(design="monitoring"), finding(design="expert-opinion")])
TRIED = practice("tried", findings=[finding(design="randomised-trial", direction="none", domain="cost")])
TOLD = practice("told", integration=integration("pooled-budget", "case-management"))


def test_cells_count_practices_and_tell_the_surest_level_and_every_direction() -> None:
    gaps = gap_map([MEASURED, TRIED, TOLD])
    assert told(cell(gaps, "carers", "access-and-guidance")) == (3, "L4", {"positive": 2, "none": 1})
    assert told(cell(gaps, "carers", "money")) == (1, None, {})
    assert told(cell(gaps, "carers", "information")) == (0, None, {})
    carers = row(gaps, "carers")
    assert (carers.count, carers.level) == (3, "L4")
    assert {term.id for term in carers.missing} == {*vocabularies()["integration_kinds"]} - {
        "access-and-guidance",
        "money",
    }


def test_rows_of_outcomes_know_only_the_findings_on_that_outcome() -> None:
    gaps = gap_map([MEASURED, TRIED, TOLD], "outcome")
    assert told(cell(gaps, "service-use", "access-and-guidance")) == (1, "L2", {"positive": 2})
    assert told(cell(gaps, "cost", "access-and-guidance")) == (1, "L4", {"none": 1})
    assert row(gaps, "cost").count == 1
    assert {column.term.id: column.count for column in gaps.columns if column.count} == {"access-and-guidance": 2}


def test_mechanisms_make_columns_of_their_own() -> None:
    gaps = gap_map([MEASURED, TOLD], across="mechanism")
    assert [column.term.id for column in gaps.columns] == list(vocabularies()["mechanisms"])
    assert {column.term.id: column.count for column in gaps.columns if column.count} == {
        "pooled-budget": 1,
        "case-management": 2,
    }
    assert told(cell(gaps, "carers", "case-management")) == (2, "L2", {"positive": 2})


def test_one_practice_with_two_mechanisms_of_a_kind_counts_once() -> None:
    gaps = gap_map([practice(integration=integration("pooled-budget", "bundled-payment"))])
    assert {cell.column.id: cell.count for cell in row(gaps, "carers").cells if cell.count} == {"money": 1}


def test_a_practice_for_two_groups_counts_once_in_its_column() -> None:
    gaps = gap_map([practice(target_groups=["carers", "young-people"])])
    assert [column.count for column in gaps.columns if column.count] == [1]


def test_findings_about_the_model_do_not_count() -> None:
    elsewhere = [practice(findings=[finding(about="the-model")])]
    assert told(cell(gap_map(elsewhere), "carers", "access-and-guidance")) == (1, None, {})
    assert not any(row.count for row in gap_map(elsewhere, "outcome").rows)


def test_every_term_has_its_row_in_the_order_of_the_vocabulary() -> None:
    for gaps in map_gaps([], vocabularies()):
        assert [row.term.id for row in gaps.rows] == list(vocabularies()[gaps.by.vocabulary])
        assert all(len(row.missing) == len(gaps.columns) for row in gaps.rows)
