from __future__ import annotations

from scripts.derive.gaps import Cell, map_gaps
from tests.derive.invented import finding, integration, practice
from tests.toy import vocabularies


def test_cells_count_practices_and_show_the_surest_finding() -> None:
    measured = practice("measured", findings=[finding(design="monitoring")])
    tried = practice("tried", findings=[finding(design="randomised-trial", direction="none")])
    told = practice("told", integration=integration("pooled-budget", "case-management"))
    (row,) = map_gaps([measured, tried, told], vocabularies())
    assert row.group.id == "carers"
    assert [cell.kind for cell in row.cells] == list(vocabularies()["integration_kinds"])
    cells = {cell.kind: cell for cell in row.cells}
    assert cells["access-and-guidance"] == Cell("access-and-guidance", 3, "L4")
    assert cells["money"] == Cell("money", 1, None)
    assert cells["information"] == Cell("information", 0, None)


def test_one_practice_with_two_mechanisms_of_a_kind_counts_once() -> None:
    (row,) = map_gaps([practice(integration=integration("pooled-budget", "bundled-payment"))], vocabularies())
    assert {cell.kind: cell.count for cell in row.cells if cell.count} == {"money": 1}


def test_findings_about_the_model_do_not_make_a_cell_surer() -> None:
    (row,) = map_gaps([practice(findings=[finding(about="the-model")])], vocabularies())
    assert {cell.level for cell in row.cells} == {None}


def test_rows_follow_the_vocabulary_and_leave_unused_groups_out() -> None:
    practices = [practice("one", target_groups=["whole-population"]), practice("two", target_groups=["young-people"])]
    assert [row.group.id for row in map_gaps(practices, vocabularies())] == ["young-people", "whole-population"]
    assert map_gaps([], vocabularies()) == ()
