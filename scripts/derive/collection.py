"""The whole collection with everything that follows from it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from scripts.derive.facets import TermUse, uses_of_terms
from scripts.derive.gaps import GapMap, map_gaps
from scripts.derive.knowledge import Known
from scripts.derive.practices import Practice, derive_practice
from scripts.derive.related import Related, relate
from scripts.derive.spread import spread_terms
from scripts.derive.wanted import Wanted, list_wanted
from scripts.read.entries import Entry
from scripts.read.events import Event as EventFile
from scripts.read.history import History
from scripts.read.vocabularies import Vocabularies


@dataclass(frozen=True, slots=True)
class Event:
    """An event with what is known of its page.

    Attributes:
        slug: File name without its extension; the permanent identity.
        data: Its front matter.
        prose: The Markdown below.
        practices: The practices that it lists, in its order.
        changed: ISO date of the last change of its file; the day of the build without history.
        revision: Number of revisions in git, or None without history.
    """

    slug: str
    data: Mapping[str, Any]
    prose: str
    practices: tuple[Practice, ...]
    changed: str
    revision: int | None

    @property
    def presented(self) -> tuple[Practice, ...]:
        """Those that are known to have been presented there; the others were named, or stand for what was."""
        return tuple(practice for practice in self.practices if practice.slug in self.data.get("presented", ()))


@dataclass(frozen=True, slots=True)
class Collection:
    """Everything that the pages are made from.

    Attributes:
        practices: All practices with a page, strongest evidence first; withdrawn ones among them.
        listed: Those that lists show: all but the withdrawn.
        events: Newest first.
        uses: Used terms by facet id, each with its practices.
        related: Related practices by slug.
        gaps: The gap maps of the listed practices.
        wanted: The combinations of target group and integration type about which least is known.
        spreads: Levels and directions of each used term, by (facet id, term id).
        presented: Events by the slug of a practice that they list, newest first.
        vocabularies: All terms.
        today: The day of the build.
    """

    practices: tuple[Practice, ...]
    listed: tuple[Practice, ...]
    events: tuple[Event, ...]
    uses: Mapping[str, tuple[TermUse, ...]]
    related: Mapping[str, tuple[Related, ...]]
    gaps: tuple[GapMap, ...]
    wanted: tuple[Wanted, ...]
    spreads: Mapping[tuple[str, str], Known]
    presented: Mapping[str, tuple[Event, ...]]
    vocabularies: Vocabularies
    today: datetime.date


def derive_collection(
    entries: Sequence[Entry],
    events: Sequence[EventFile],
    vocabularies: Vocabularies,
    histories: Mapping[str, History],
    today: datetime.date,
) -> Collection:
    """Derives the collection from entries and events that the checker has passed.

    Args:
        entries: Entries without errors.
        events: Events without errors.
        vocabularies: All vocabularies.
        histories: History in git by slug, of events by "events/" and slug; empty without git.
        today: The day against which age is measured.
    """
    derived = (derive_practice(entry, vocabularies, histories.get(entry.slug), today) for entry in entries)
    practices = tuple(sorted(derived, key=lambda practice: practice.rank))
    listed = tuple(practice for practice in practices if not practice.withdrawn)
    by_slug = {practice.slug: practice for practice in practices}
    dated = (_derive_event(event, by_slug, histories.get(f"events/{event.slug}"), today) for event in events)
    derived_events = tuple(sorted(dated, key=lambda event: (event.data["starts"], event.slug), reverse=True))
    presented: dict[str, list[Event]] = {}
    for event in derived_events:
        for practice in event.practices:
            presented.setdefault(practice.slug, []).append(event)
    gaps = map_gaps(listed, vocabularies)
    return Collection(
        practices=practices,
        listed=listed,
        events=derived_events,
        uses=uses_of_terms(listed, vocabularies),
        related=relate(listed, vocabularies),
        gaps=gaps,
        wanted=list_wanted(gaps[0]),
        spreads=spread_terms(listed, vocabularies),
        presented={slug: tuple(found) for slug, found in presented.items()},
        vocabularies=vocabularies,
        today=today,
    )


def _derive_event(
    event: EventFile, practices: Mapping[str, Practice], history: History | None, today: datetime.date
) -> Event:
    data: Mapping[str, Any] = event.data or {}
    return Event(
        slug=event.slug,
        data=data,
        prose=event.prose,
        practices=tuple(practices[slug] for slug in data["practices"]),
        changed=history.changed if history else today.isoformat(),
        revision=history.revisions if history else None,
    )
