"""Feeds of new and changed practices in Atom (RFC 4287): one for all, one for each term that people follow."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from heapq import nsmallest
from itertools import groupby

from markupsafe import Markup

from scripts.derive.facets import FACETS, TermUse
from scripts.derive.practices import Practice
from scripts.render.lists import FOLLOWED, term_path
from scripts.render.parts import Meta, Parts
from scripts.render.skos import scheme_address

CHANGES = "changes/"
"""The page of changes; the feed of all lies beside it."""

AT_MOST = 50
"""Entries in one feed, and on the page."""

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def latest(practices: Iterable[Practice]) -> list[Practice]:
    """The practices that changed last, the latest first."""
    return nsmallest(AT_MOST, practices, key=lambda practice: (*_backwards(practice), practice.slug))


def news(practice: Practice) -> str:
    """What happened to an entry last, in a sentence."""
    if "withdrawn" in practice.data:
        return f"Withdrawn: {practice.data['withdrawn']['reason']}"
    if practice.changed == practice.created:
        return "New entry."
    return f"Changed, now revision {practice.revision}." if practice.revision else "Changed."


def render_changes(parts: Parts) -> str:
    """The page of changes, with all feeds."""
    meta = Meta(
        CHANGES,
        f"New and changed · {parts.settings.name}",
        "New and changed",
        "The practices that were added or changed last, and feeds to follow.",
    )
    days = [
        (day, [(practice, news(practice), parts.place_line(practice)) for practice in practices])
        for day, practices in groupby(latest(parts.collection.practices), key=lambda practice: practice.changed)
    ]
    followed = [(facet, parts.collection.uses[facet.id]) for facet in FACETS if facet.id in FOLLOWED]
    return parts.page("changes.html", meta, days=days, followed=followed, term_path=term_path)


def render_feeds(parts: Parts) -> Iterator[tuple[str, str]]:
    """Every feed, as (path, XML)."""
    template = parts.environment.get_template("feed-entry.xml")

    @cache
    def entry(slug: str) -> Markup:
        practice = by_slug[slug]
        text = template.render(
            practice=practice,
            title=_text(practice.data["name"]),
            text=_text(f"{news(practice)} {practice.data['summary']}"),
            categories=list(_categories(parts, practice)),
        )
        return Markup(text)

    def feed(path: str, title: str, practices: Iterable[Practice]) -> tuple[str, str]:
        shown = latest(practices)
        changed = shown[0].changed if shown else parts.collection.today.isoformat()
        entries = [entry(practice.slug) for practice in shown]
        text = parts.environment.get_template("feed.xml").render(
            path=path, title=title, changed=changed, entries=entries
        )
        return f"{path}feed.xml", text

    by_slug = {practice.slug: practice for practice in parts.collection.practices}
    yield feed(CHANGES, f"{parts.settings.name}: new and changed", parts.collection.practices)
    for use in _followed(parts):
        yield feed(term_path(use), f"{parts.settings.name}: {use.term.label}", use.practices)


def _followed(parts: Parts) -> Iterator[TermUse]:
    for facet_id in FOLLOWED:
        yield from parts.collection.uses[facet_id]


def _categories(parts: Parts, practice: Practice) -> Iterator[tuple[str, str, str]]:
    """The terms of a practice that people follow, as (id, scheme, label)."""
    terms = {
        "target_groups": practice.data["target_groups"],
        "integration_kinds": practice.kinds,
        "countries": practice.data["countries"],
    }
    for vocabulary, ids in terms.items():
        for term in ids:
            yield term, scheme_address(parts.settings, vocabulary), parts.terms[vocabulary][term].label


def _backwards(practice: Practice) -> tuple[int, int]:
    """A sort key that puts the latest first."""
    return -int(practice.changed.replace("-", "")), -int(practice.created.replace("-", ""))


def _text(text: str) -> str:
    """A text without the few characters that XML cannot hold."""
    return _NOT_XML.sub("\ufffd", text)
