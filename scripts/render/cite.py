"""The pages of this site as works to be cited: a practice, an event, the list of a term, the catalogue."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from scripts.derive.collection import Collection, Event
from scripts.derive.facets import TermUse
from scripts.derive.practices import Practice
from scripts.read.settings import Settings
from scripts.read.vocabularies import Vocabularies
from scripts.render.citation_files import Work
from scripts.render.words import counted, long_date, long_dates

KEYWORDS = ("target_groups", "sectors", "countries")
"""Fields of an entry whose terms are keywords; their vocabularies are called the same."""


def practice_as_work(practice: Practice, settings: Settings, terms: Vocabularies) -> Work:
    """The page of a practice, by the authors of its entry."""
    people = practice.data["contributors"]
    authors = [person["name"] for person in people if person["role"] == "author"]
    return Work(
        key=practice.slug,
        authors=authors or [person["name"] for person in people],
        title=str(practice.data["name"]),
        publisher=settings.name,
        changed=practice.changed,
        version=_version(practice.changed, practice.revision),
        address=f"{settings.address}{practice.path}",
        files="" if practice.archived else f"data/practices/{practice.slug}",
        abstract=practice.data["summary"],
        keywords=keywords(practice.data, terms),
    )


def keywords(data: Mapping[str, Any], terms: Vocabularies) -> list[str]:
    """The labels of the terms by which a practice is found."""
    found = [terms[field][key].label for field in KEYWORDS for key in data[field]]
    mechanisms = [terms["mechanisms"][item["type"]].label for item in data["integration"]["mechanisms"]]
    return list(dict.fromkeys([*found, *mechanisms]))


def event_as_work(event: Event, settings: Settings) -> Work:
    """The page about an event, by the editors of the site."""
    days = long_dates(event.data["starts"], event.data["ends"])
    return Work(
        key=event.slug,
        authors=[_editors(settings)],
        title=f"{event.data['title']}, {days}: event page",
        publisher=settings.name,
        changed=event.changed,
        version=_version(event.changed, event.revision),
        address=f"{settings.address}events/{event.slug}/",
        files=f"data/events/{event.slug}",
        abstract=event.data.get("theme", ""),
    )


def term_as_work(use: TermUse, path: str, settings: Settings) -> Work:
    """The list of the practices of a term, as of the latest change of one of them; its page is at a path."""
    terms = f" ({use.facet.title[0].lower()}{use.facet.title[1:]}: {use.term.label})"
    return _list_as_work(path.strip("/"), use.practices, terms, path, settings, changed=last_change(use.practices))


def catalogue_as_work(collection: Collection, settings: Settings) -> Work:
    """The list of all practices; in the browser, catalogue-cite.js turns it into the list that filters leave."""
    changed = last_change(collection.listed, collection.today.isoformat())
    return _list_as_work("list-of-practices", collection.listed, "", "practices/", settings, changed=changed)


def last_change(practices: Sequence[Practice], without: str = "") -> str:
    """The ISO date of the latest change of some practices; another date without practices."""
    return max((practice.changed for practice in practices), default=without)


def _list_as_work(
    file: str, practices: Sequence[Practice], terms: str, path: str, settings: Settings, *, changed: str
) -> Work:
    return Work(
        key=file.replace("/", "-"),
        authors=[_editors(settings)],
        title=f"List of {counted(len(practices), 'practice')}{terms}",
        publisher=settings.name,
        changed=changed,
        version=_version(changed, None),
        address=f"{settings.address}{path}",
        files=f"data/{file}",
    )


def _editors(settings: Settings) -> str:
    return f"{settings.name} editors"


def _version(changed: str, revision: int | None) -> str:
    return f"{f'Revision {revision}' if revision else 'Version'} of {long_date(changed)}"
