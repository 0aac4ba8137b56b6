"""What a build remembers of the entries for the next one: their data, that they were clean, and what was derived."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from scripts.check import Clean
from scripts.derive.practices import Practice
from scripts.publish.cache import Cache
from scripts.read.entries import Entry
from scripts.read.history import History

NOT_WORTH_SAVING = 0.02
"""With a smaller share of the entries new, reading those again next time costs less than saving all of them."""


@dataclass(slots=True)
class Memory:
    """Results of an earlier build by the same code, schema and vocabularies.

    Attributes:
        day: The day of that build; what depends on the day counts only on the same one.
        data: Parsed data by digest of the file.
        clean: The entries that had no problem.
        practices: By slug: digest, history and the practice derived from them.
    """

    day: str
    data: dict[str, Any] = field(default_factory=dict)
    clean: Clean = field(default_factory=Clean)
    practices: dict[str, tuple[str, History | None, Practice]] = field(default_factory=dict)

    def known(self, entries: Iterable[Entry], histories: Mapping[str, History]) -> dict[str, Practice]:
        """The remembered practices whose entry and history are still the same, by slug."""
        found = {}
        for entry in entries:
            digest, history, practice = self.practices.get(entry.slug, ("", None, None))
            if practice is not None and digest == entry.digest and history == histories.get(entry.slug):
                found[entry.slug] = practice
        return found


def recall(cache: Cache, day: str) -> Memory:
    """Recalls the last build; an empty memory if there is none or it is of another kind."""
    saved = cache.load("entries").get("memory")
    if not isinstance(saved, Memory):
        return Memory(day)
    return saved if saved.day == day else Memory(day, data=saved.data)


def remember(
    cache: Cache,
    last: Memory,
    entries: Sequence[Entry],
    *,
    clean: Clean,
    practices: Iterable[Practice],
    histories: Mapping[str, History],
) -> None:
    """Saves what the next build can use, unless next to nothing is new.

    Args:
        cache: Where to save.
        last: What was remembered before.
        entries: The entries as read.
        clean: Those that had no problem.
        practices: What was derived from them.
        histories: Their histories by slug.
    """
    new = sum((entry.path, entry.digest) not in last.clean.entries for entry in entries)
    if new <= NOT_WORTH_SAVING * len(entries) and len(last.data) <= 2 * len(entries):
        return
    digests = {entry.slug: entry.digest for entry in entries}
    memory = Memory(
        last.day,
        data={entry.digest: entry.data for entry in entries},
        clean=clean,
        practices={p.slug: (digests[p.slug], histories.get(p.slug), p) for p in practices},
    )
    cache.save("entries", {"memory": memory})
