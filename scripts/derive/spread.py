"""How the practices of each term spread over the levels, with their findings over the directions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from scripts.derive.knowledge import Heap, known_by_term
from scripts.derive.practices import Practice
from scripts.read.vocabularies import Vocabularies


@dataclass(frozen=True, slots=True)
class Spread:
    """The practices and the findings of one term.

    Attributes:
        levels: Number of practices by the highest level of their findings, the surest first; "", for none, comes last.
        directions: Number of findings by direction, in the vocabulary's order, without zeros.
    """

    levels: tuple[tuple[str, int], ...]
    directions: tuple[tuple[str, int], ...]


def spread_terms(practices: Iterable[Practice], vocabularies: Vocabularies) -> dict[tuple[str, str], Spread]:
    """The spread of every used term, by (facet id, term id)."""
    levels: dict[tuple[str, str], Counter[str]] = {}
    heaps: dict[tuple[str, str], Heap] = {}
    for practice in practices:
        for facet, terms in known_by_term(practice).items():
            for term, known in terms.items():
                levels.setdefault((facet, term), Counter())[known.level] += 1
                heaps.setdefault((facet, term), Heap()).add(known)
    order = tuple(vocabularies["directions"])
    return {
        key: Spread(tuple(sorted(levels[key].items(), reverse=True)), heap.in_order(order))
        for key, heap in heaps.items()
    }
