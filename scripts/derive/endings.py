"""What became of the practices that are not part of normal services: ended, replaced, renamed, still tried, unknown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scripts.derive.facets import TermUse
from scripts.derive.practices import Practice
from scripts.read.vocabularies import Term

STAGES = (
    "ended-with-funding",
    "ended-without-effect",
    "replaced",
    "renamed",
    "extended-pilot",
    "pilot",
    "idea",
    "unknown",
)
"""The terms of the life cycle in the order in which they are told; the others run as normal services, or will."""


@dataclass(frozen=True, slots=True)
class Ending:
    """A practice, and the years between its start and its end, or this year if it still runs; None if not known."""

    practice: Practice
    duration: int | None


@dataclass(frozen=True, slots=True)
class Stage:
    """A term of the life cycle with its practices: the latest end first, then the latest start."""

    term: Term
    endings: tuple[Ending, ...]

    @property
    def durations(self) -> tuple[int, ...]:
        """The known durations, shortest first."""
        return tuple(sorted(ending.duration for ending in self.endings if ending.duration is not None))


def find_endings(uses: Sequence[TermUse], this_year: int) -> tuple[Stage, ...]:
    """Finds the practices that are not, or not known to be, part of normal services.

    Args:
        uses: The used terms of the life cycle.
        this_year: The year up to which a practice that still runs has run.
    """
    by_term = {use.term.id: use for use in uses}
    return tuple(_stage(by_term[stage], this_year) for stage in STAGES if stage in by_term)


def _stage(use: TermUse, this_year: int) -> Stage:
    endings = (Ending(practice, _duration(practice, use.term, this_year)) for practice in use.practices)
    return Stage(use.term, tuple(sorted(endings, key=_latest_first)))


def _duration(practice: Practice, term: Term, this_year: int) -> int | None:
    still_tried = term.extra.get("running") is True and term.id != "renamed"
    until = practice.data.get("ended", this_year if still_tried else None)
    started = practice.data.get("started")
    return until - started if started and until else None


def _latest_first(ending: Ending) -> tuple[int, int, str]:
    data = ending.practice.data
    return -data.get("ended", 0), -data.get("started", 0), str(data["name"]).casefold()
