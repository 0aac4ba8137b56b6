"""The head of a page for reference managers and scholarly search engines: Highwire Press tags."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from scripts.derive.collection import Event
from scripts.derive.contributors import is_body
from scripts.derive.practices import Practice
from scripts.read.settings import Settings
from scripts.read.vocabularies import Vocabularies

KEYWORD_FIELDS = {"target_groups": "target_groups", "sectors": "sectors", "countries": "countries"}
"""Fields of an entry whose terms are keywords, with their vocabularies."""

Tags = Iterator[tuple[str, str]]


def practice_tags(practice: Practice, settings: Settings, terms: Vocabularies) -> Tags:
    """The tags of a practice page as (name, content); the institution makes it a report."""
    data = practice.data
    yield "citation_title", data["name"]
    for person in data["contributors"]:
        yield "citation_author", _author(person, settings.name)
    yield "citation_publication_date", practice.changed.replace("-", "/")
    yield "citation_online_date", practice.created.replace("-", "/")
    yield from _common(practice.path, data["summary"], settings)
    for keyword in keywords(data, terms):
        yield "citation_keywords", keyword


def event_tags(event: Event, settings: Settings) -> Tags:
    """The tags of an event page; nobody signs it, and it tells no date of its own."""
    data = event.data
    yield "citation_title", data["title"]
    yield from _common(f"events/{event.slug}/", data.get("theme", ""), settings)
    for practice in event.practices:
        yield "citation_keywords", practice.data["name"]


def keywords(data: Mapping[str, Any], terms: Vocabularies) -> list[str]:
    """The labels of the terms by which a practice is found."""
    found = [terms[vocabulary][key].label for field, vocabulary in KEYWORD_FIELDS.items() for key in data[field]]
    mechanisms = [terms["mechanisms"][item["type"]].label for item in data["integration"]["mechanisms"]]
    return list(dict.fromkeys([*found, *mechanisms]))


def _common(path: str, abstract: str, settings: Settings) -> Tags:
    yield "citation_technical_report_institution", settings.name
    yield "citation_language", "en"
    yield "citation_public_url", f"{settings.address}{path}"
    yield "citation_fulltext_html_url", f"{settings.address}{path}"
    if abstract:
        yield "citation_abstract", " ".join(abstract.split())


def _author(contributor: Mapping[str, Any], site: str) -> str:
    """A name as reference managers take it apart: a comma ends the family name, so a body is all family name."""
    name = str(contributor["name"])
    return f"{name.replace(',', ' ')}," if is_body(contributor, site) else name
