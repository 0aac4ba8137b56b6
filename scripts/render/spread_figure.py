"""The figure of a term: bars for its practices by level, bars for its findings by direction."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from scripts.derive.knowledge import NO_FINDINGS, Known
from scripts.read.vocabularies import Vocabularies

ROW = 22
"""Pixels from one bar to the next."""

LEFT = 140
"""Pixels for the mark or sign, and the word, left of the bars."""

LONGEST = 120
"""Pixels of the longest bar."""

NUMBER = 44
"""Pixels for the number right of the longest bar."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its level or direction ("" for no findings), its word and number, its length and height in pixels."""

    id: str
    word: str
    number: int
    length: int
    y: int


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars under each other with their heading, and the figure's size in pixels. ``sprite`` is "mark" or "sign"."""

    heading: str
    sprite: str
    bars: tuple[Bar, ...]
    left: int = LEFT
    width: int = LEFT + LONGEST + NUMBER

    @property
    def height(self) -> int:
        """Pixels from top to bottom."""
        return len(self.bars) * ROW


def draw_spread(known: Known, facet: str, terms: Vocabularies) -> Iterator[Chart]:
    """Draws the charts of a term; not what is the same for all by the term itself, nor what one card tells."""
    of_outcome = " on this outcome" if facet == "outcome" else ""
    if facet != "level" and sum(number for _, number in known.levels) > 1:
        words = {key: str(term.extra["short"]["en"]) for key, term in terms["evidence_levels"].items()}
        heading = "Practices by their surest such finding" if facet == "direction" else "Practices by surest finding"
        yield Chart(heading + of_outcome, "mark", _bars(known.levels, {**words, NO_FINDINGS: "no findings"}))
    if facet != "direction" and sum(number for _, number in known.directions) > 1:
        words = {key: term.inline for key, term in terms["directions"].items()}
        heading = "Such findings by direction" if facet == "level" else f"Findings{of_outcome} by direction"
        yield Chart(heading, "sign", _bars(known.directions, words))


def _bars(numbers: Sequence[tuple[str, int]], words: Mapping[str, str]) -> tuple[Bar, ...]:
    """Bars whose longest is as long in every chart; the shortest can still be seen."""
    most = max(number for _, number in numbers)
    return tuple(
        Bar(id, words[id], number, max(2, round(number / most * LONGEST)), index * ROW + ROW // 2)
        for index, (id, number) in enumerate(numbers)
    )
