"""The wanted list: combinations of a target group and an integration type about which least is known."""

from __future__ import annotations

from dataclasses import dataclass

from scripts.derive.gaps import Cell, Column, GapMap, Row

SHOWN = 12
"""How many combinations are named."""

WEAK = (None, "L0", "L1")
"""Without findings, or nobody has measured: a combination with no better finding is wanted."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """One combination: its row, its column, and the cell where they cross."""

    row: Row
    column: Column
    cell: Cell


def list_wanted(gaps: GapMap) -> tuple[Wanted, ...]:
    """The combinations with no practice, or with none that has a measured finding.

    First come those whose two terms have most practices, multiplied: there one would most expect to find some.
    """
    wanted = (
        Wanted(row, column, cell)
        for row in gaps.rows
        for column, cell in zip(gaps.columns, row.cells, strict=True)
        if row.count and column.count and cell.level in WEAK
    )
    return tuple(sorted(wanted, key=lambda item: -item.row.count * item.column.count)[:SHOWN])
