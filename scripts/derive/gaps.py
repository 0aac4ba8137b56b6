"""The gap maps: two facets crossed, each cell with its practices, their surest finding and the directions found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from scripts.derive.facets import FACETS, Facet
from scripts.derive.knowledge import Known, Scale
from scripts.derive.practices import Practice
from scripts.read.vocabularies import Term, Vocabularies

PLANS = (
    ("target_group", "kind"),
    ("outcome", "kind"),
    ("target_group", "mechanism"),
    ("outcome", "mechanism"),
)
"""The facets of the rows and of the columns of each map. The first map is the one that the home page shows."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One crossing.

    Attributes:
        column: The term of its column.
        count: Number of practices.
        level: Highest level of their own findings, or None without findings. In a row of outcomes only the findings
            on that outcome count.
        directions: How many of these findings point in each direction, in the vocabulary's order, without zeros.
    """

    column: Term
    count: int
    level: str | None
    directions: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One term with the number of its practices, the highest level in it, and a cell for each column."""

    term: Term
    count: int
    level: str | None
    cells: tuple[Cell, ...]

    @property
    def missing(self) -> tuple[Term, ...]:
        """The columns in which the row has no practice."""
        return tuple(cell.column for cell in self.cells if not cell.count)


@dataclass(frozen=True, slots=True)
class Column:
    """One term with the number of practices that stand in its column, each counted once."""

    term: Term
    count: int


@dataclass(frozen=True, slots=True)
class GapMap:
    """Every term of one facet crossed with every term of another; terms without a practice are among them."""

    by: Facet
    across: Facet
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


def map_gaps(practices: Iterable[Practice], vocabularies: Vocabularies) -> tuple[GapMap, ...]:
    """Maps the listed practices in each of the plans."""
    scale = Scale(vocabularies)
    maps: dict[tuple[str, str], _Weights] = {plan: defaultdict(int) for plan in PLANS}
    for practice in practices:
        terms = scale.by_term(practice)
        for (by, across), weights in maps.items():
            columns = terms[across]
            for row, weight in terms[by].items():
                weights[row, ""] += weight
                for column in columns:
                    weights[row, column] += weight
            for column in columns if terms[by] else ():
                weights["", column] += scale.once
    return tuple(_gap_map(by, across, weights, scale, vocabularies) for (by, across), weights in maps.items())


_Weights = defaultdict[tuple[str, str], int]
"""What is known in each crossing, by row and column; "" stands for a whole row or a whole column."""


def _gap_map(by: str, across: str, weights: _Weights, scale: Scale, vocabularies: Vocabularies) -> GapMap:
    facets = {facet.id: facet for facet in FACETS}
    columns = tuple(vocabularies[facets[across].vocabulary].values())
    rows = []
    for row in vocabularies[facets[by].vocabulary].values():
        known = scale.read(weights[row.id, ""])
        cells = tuple(_cell(column, scale.read(weights[row.id, column.id])) for column in columns)
        rows.append(Row(row, known.count, known.level, cells))
    return GapMap(
        by=facets[by],
        across=facets[across],
        columns=tuple(Column(column, scale.read(weights["", column.id]).count) for column in columns),
        rows=tuple(rows),
    )


def _cell(column: Term, known: Known) -> Cell:
    return Cell(column, known.count, known.level, known.directions)
