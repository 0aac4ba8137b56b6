"""Remembers what a build knew of the entries for the next one: their data, and that they were clean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from scripts.check import Clean
from scripts.derive.outlines import Outlines, draw_outlines
from scripts.publish.cache import Cache
from scripts.read.atlas import load_atlas
from scripts.read.entries import Entry
from scripts.read.vocabularies import Vocabularies

NOT_WORTH_SAVING = 0.02
"""With a smaller share of the entries new, reading those again next time costs less than saving all of them."""


@dataclass(slots=True)
class Memory:
    """Results of an earlier build by the same code, schema and vocabularies.

    Attributes:
        day: The day of that build; what depends on the day counts only on the same one.
        data: Parsed data by digest of the file.
        clean: The entries that had no problem.
    """

    day: str
    data: dict[str, Any] = field(default_factory=dict)
    clean: Clean = field(default_factory=Clean)


def recall(cache: Cache, day: str) -> Memory:
    """Recalls the last build; an empty memory if there is none or it is of another kind."""
    saved = cache.load("entries")
    if saved.keys() != {"day", "data", "clean"}:
        return Memory(day)
    if saved["day"] != day:
        return Memory(day, saved["data"])
    return Memory(day, saved["data"], Clean(*saved["clean"]))


def recall_outlines(cache: Cache, vocabularies: Vocabularies) -> Outlines:
    """The outlines of the map, which stay the same as long as code, atlas and vocabularies do.

    Raises:
        ProjectFault: If they must be drawn and the atlas cannot be used.
    """
    saved = cache.load("outlines")
    if saved.keys() == {"countries", "elsewhere"}:
        return Outlines(saved["countries"], saved["elsewhere"])
    outlines = draw_outlines(load_atlas(), vocabularies["countries"])
    cache.save("outlines", {"countries": dict(outlines.countries), "elsewhere": outlines.elsewhere})
    return outlines


def remember(cache: Cache, last: Memory, entries: Sequence[Entry], clean: Clean) -> None:
    """Saves what the next build can use, unless next to nothing is new.

    Args:
        cache: Where to save.
        last: What was remembered before.
        entries: The entries as read.
        clean: Those that had no problem.
    """
    new = sum((entry.path, entry.digest) not in last.clean.entries for entry in entries)
    if new <= NOT_WORTH_SAVING * len(entries) and len(last.data) <= 2 * len(entries):
        return
    cache.save(
        "entries",
        {
            "day": last.day,
            "data": {entry.digest: entry.data for entry in entries},
            "clean": (clean.entries, clean.slugs, dict(clean.aliases)),
        },
    )
