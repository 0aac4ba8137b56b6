"""What the collection asks of its readers: entries to check again, to fill, and sources to replace."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scripts.derive.description import ITEMS, Item
from scripts.derive.practices import Practice


@dataclass(frozen=True, slots=True)
class Reviews:
    """The listed practices by what they need; each list begins with what has waited longest.

    Attributes:
        stale: Not checked for three years.
        unchecked: Drafts that nobody has compared with their sources.
        unread: Checked, but not yet read by somebody who knows the practice.
        unstudied: Without any finding about the practice.
        lost: With a source whose address is dead and that has no archived copy.
        missing: For each item of the description the practices that leave it out.
    """

    stale: tuple[Practice, ...]
    unchecked: tuple[Practice, ...]
    unread: tuple[Practice, ...]
    unstudied: tuple[Practice, ...]
    lost: tuple[Practice, ...]
    missing: tuple[tuple[Item, tuple[Practice, ...]], ...]


def list_reviews(listed: Sequence[Practice]) -> Reviews:
    """Sorts the listed practices by what they need."""
    waiting = sorted(listed, key=lambda practice: (practice.data["review"]["date"], practice.slug))
    by_status = {
        status: tuple(practice for practice in waiting if practice.data["review"]["status"] == status)
        for status in ("draft", "checked")
    }
    return Reviews(
        stale=tuple(practice for practice in waiting if practice.stale),
        unchecked=by_status["draft"],
        unread=by_status["checked"],
        unstudied=tuple(practice for practice in waiting if not practice.own_findings),
        lost=tuple(practice for practice in waiting if _has_lost_source(practice)),
        missing=tuple(
            (item, found)
            for item in ITEMS
            if (found := tuple(practice for practice in waiting if item.id not in practice.described))
        ),
    )


def _has_lost_source(practice: Practice) -> bool:
    sources = practice.data["sources"].values()
    return any("dead" in source and not source.keys() & {"archived_url", "doi"} for source in sources)
