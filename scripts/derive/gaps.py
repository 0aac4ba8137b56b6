"""The gap map: for each target group and integration kind, how many practices and how sure the surest finding."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scripts.derive.practices import Practice
from scripts.read.vocabularies import Term, Vocabularies


@dataclass(frozen=True, slots=True)
class Cell:
    """One crossing: integration kind, number of practices, highest level of their findings or None."""

    kind: str
    count: int
    level: str | None


@dataclass(frozen=True, slots=True)
class Row:
    """One target group with a cell for each integration kind, in the vocabulary's order."""

    group: Term
    cells: tuple[Cell, ...]


def map_gaps(practices: Sequence[Practice], vocabularies: Vocabularies) -> tuple[Row, ...]:
    """Maps the listed practices; target groups without any practice are left out."""
    crossings: dict[tuple[str, str], list[Practice]] = {}
    for practice in practices:
        for group in practice.data["target_groups"]:
            for kind in practice.kinds:
                crossings.setdefault((group, kind), []).append(practice)
    used = {group for group, _ in crossings}
    return tuple(
        Row(
            term,
            tuple(_cell(kind, crossings.get((term.id, kind), [])) for kind in vocabularies["integration_kinds"]),
        )
        for term in vocabularies["target_groups"].values()
        if term.id in used
    )


def _cell(kind: str, practices: Sequence[Practice]) -> Cell:
    levels = [practice.level for practice in practices if practice.level]
    return Cell(kind, len(practices), max(levels, default=None))
