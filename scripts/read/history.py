"""The revisions of each entry and each event: who changed it, when, and which text it had then.

A revision of an entry is a commit on the line of first parents (the main branch, one state after another) that changed
its text or its name. Its number is its place among them, so it stays the same for as long as that line only grows. A
merge is one revision, told by the authors of what it brought. A renamed file goes on where its former name, which the
entry keeps in ``aliases``, left off.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from scripts.read.entries import Entry
from scripts.read.events import Event
from scripts.read.git_log import EVERYBODY, Step, Told

SHORT = 7
"""Letters of a commit's hash that a page shows."""


@dataclass(frozen=True, slots=True)
class Revision:
    """One revision of an entry.

    Attributes:
        number: Its place in the entry's history, counted from 1.
        date: The day on which it was written, as YYYY-MM-DD.
        commit: Full hash of its commit.
        authors: Who wrote it, by the names in git; none if git has nothing but an e-mail address.
        messages: The first line of what they said of it.
        name: The name of the file then, without its ending.
        text: The hash by which git knows the text, or "" if the entry was taken away.
    """

    number: int
    date: str
    commit: str
    authors: tuple[str, ...]
    messages: tuple[str, ...]
    name: str
    text: str

    @property
    def short(self) -> str:
        """The short hash of its commit."""
        return self.commit[:SHORT]


@dataclass(frozen=True, slots=True)
class History:
    """The history of one entry or event.

    Attributes:
        created: Date of its first revision, as YYYY-MM-DD.
        changed: Date of its latest revision, as YYYY-MM-DD.
        commit: Full hash of its latest commit.
        revisions: How many revisions it has.
        past: Each of them, the oldest first.
        edited: True if the file has changed since, so that what it says now is no revision yet.
    """

    created: str
    changed: str
    commit: str
    revisions: int
    past: tuple[Revision, ...] = ()
    edited: bool = False


def trace_histories(
    entries: Iterable[Entry], events: Iterable[Event], steps: Sequence[Step], edited: set[str]
) -> dict[str, History]:
    """Returns the history of each entry and event that has one, by the slug; that of an event has "events/" before it.

    Args:
        entries: The entries; what they name in ``aliases`` counts as their former names.
        events: The events; a renamed one begins anew.
        steps: The commits that changed entries and events, the oldest first.
        edited: The names of the files that have changed since.
    """
    slugs = _slugs_by_name(entries) | {name: name for name in (f"events/{event.slug}" for event in events)}
    alive: dict[str, dict[str, str]] = {}
    traced: dict[str, list[Revision]] = {}
    for commit, day, files, told in steps:
        touched: dict[str, list[str]] = {}
        for name in sorted(files):
            if name in slugs:
                touched.setdefault(slugs[name], []).append(name)
        for slug, names in touched.items():
            texts = alive.setdefault(slug, {})
            for name in names:
                texts.pop(name, None)
                if files[name]:
                    texts[name] = files[name]
            revisions = traced.setdefault(slug, [])
            present = slug if slug in texts else next(iter(texts), names[0])
            text = texts.get(present, "")
            if not revisions or (revisions[-1].name, revisions[-1].text) != (present, text):
                authors, messages = _told(told, names)
                revisions.append(Revision(len(revisions) + 1, day, commit, authors, messages, present, text))
    changed = {slugs[name] for name in edited if name in slugs}
    return {slug: as_history(tuple(past), edited=slug in changed or not past[-1].text) for slug, past in traced.items()}


def as_history(past: tuple[Revision, ...], *, edited: bool = False) -> History:
    """The history that consists of some revisions, at least one."""
    return History(past[0].date, past[-1].date, past[-1].commit, len(past), past, edited)


def _slugs_by_name(entries: Iterable[Entry]) -> dict[str, str]:
    """The slug of each entry by every name that its file has or had."""
    slugs: dict[str, str] = {}
    for entry in entries:
        for alias in (entry.data or {}).get("aliases", ()):
            slugs.setdefault(alias, entry.slug)
    return slugs | {entry.slug: entry.slug for entry in entries}


def _told(told: Mapping[str, Sequence[Told]], names: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who wrote a change of some files, and what they said of it."""
    pairs = [pair for name in (*names, EVERYBODY) for pair in told.get(name, ())]
    authors = dict.fromkeys(author for author, _ in pairs if author)
    messages = dict.fromkeys(message for _, message in pairs if message)
    return tuple(authors), tuple(messages)
