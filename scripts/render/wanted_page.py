"""The page of what is wanted from readers: entries to check again, to fill, and sources to replace."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.derive.description import ITEMS, Item
from scripts.derive.practices import Practice
from scripts.derive.reviews import Reviews
from scripts.render import words
from scripts.render.parts import Meta, Parts

PATH = "contribute/wanted/"

SHOWN = 20
"""Practices that each list names; it counts the others."""


def wanted_page(parts: Parts, reviews: Reviews) -> str:
    """The page of what is wanted."""
    meta = Meta(
        PATH,
        f"What is wanted · {parts.settings.name}",
        "What is wanted",
        "Entries to check again, descriptions with gaps, sources that have gone: where help is needed most.",
    )
    missing = {item.id: practices for item, practices in reviews.missing}
    return parts.page(
        "wanted.html",
        meta,
        lists=list(_lists(reviews)),
        items=[(item, fields_of(item), missing.get(item.id, ())) for item in ITEMS],
        listed_count=len(parts.collection.listed),
        shown=SHOWN,
        place_line=parts.place_line,
    )


def fields_of(item: Item) -> str:
    """The fields that answer an item, in words: "lead, and workforce or training"."""
    if item.domain:
        return f"a finding on {item.domain}"
    return words.series([words.series(group, "or") for group in item.needs], "and")


def _lists(reviews: Reviews) -> Iterator[tuple[str, str, str, tuple[Practice, ...]]]:
    """The lists as (anchor, heading, words below it, practices)."""
    yield "stale", "May be out of date", "Nobody has checked these entries for three years.", reviews.stale
    yield "drafts", "Not yet checked", "Nobody has compared these entries with their sources.", reviews.unchecked
    yield (
        "reading",
        "Not yet read by an insider",
        "These entries were compared with their sources. Nobody who knows the practice has read them and agreed.",
        reviews.unread,
    )
    yield (
        "lost-sources",
        "With a lost source",
        "A source of these entries has gone from the web, and we know of no copy.",
        reviews.lost,
    )
    yield (
        "without-findings",
        "Without findings",
        "No source that we found tells what these practices changed. A study that found no difference is as welcome.",
        reviews.unstudied,
    )
