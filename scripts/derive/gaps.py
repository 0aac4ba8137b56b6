"""The gap maps: two facets crossed, each cell with its practices, their surest finding and the directions found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from scripts.derive.facets import FACETS, Facet
from scripts.derive.knowledge import Heap, Known, known_by_term
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


NOTHING = Known("", {})

_Heaps = defaultdict[tuple[str, str], Heap]
"""What is known in each crossing, by row and column; "" stands for a whole row or a whole column."""


def map_gaps(practices: Iterable[Practice], vocabularies: Vocabularies) -> tuple[GapMap, ...]:
    """Maps the listed practices in each of the plans."""
    maps: dict[tuple[str, str], _Heaps] = {plan: defaultdict(Heap) for plan in PLANS}
    for practice in practices:
        terms = known_by_term(practice)
        for (by, across), heaps in maps.items():
            for row, column, known in _crossings(terms[by], terms[across]):
                heaps[row, column].add(known)
    return tuple(_gap_map(by, across, heaps, vocabularies) for (by, across), heaps in maps.items())


def _crossings(rows: Mapping[str, Known], columns: Iterable[str]) -> Iterator[tuple[str, str, Known]]:
    """The crossings in which a practice stands."""
    for row, known in rows.items():
        yield row, "", known
        for column in columns:
            yield row, column, known
    for column in columns if rows else ():
        yield "", column, NOTHING


def _gap_map(by: str, across: str, heaps: _Heaps, vocabularies: Vocabularies) -> GapMap:
    facets = {facet.id: facet for facet in FACETS}
    columns = tuple(vocabularies[facets[across].vocabulary].values())
    directions = tuple(vocabularies["directions"])
    return GapMap(
        by=facets[by],
        across=facets[across],
        columns=tuple(Column(column, heaps["", column.id].count) for column in columns),
        rows=tuple(
            Row(
                row,
                heaps[row.id, ""].count,
                heaps[row.id, ""].level or None,
                tuple(_cell(column, heaps[row.id, column.id], directions) for column in columns),
            )
            for row in vocabularies[facets[by].vocabulary].values()
        ),
    )


def _cell(column: Term, heap: Heap, directions: Sequence[str]) -> Cell:
    return Cell(column, heap.count, heap.level or None, heap.in_order(directions))
