"""The head of a page for reference managers and scholarly search engines: Highwire Press tags."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from scripts.derive.contributors import is_body
from scripts.derive.practices import Practice
from scripts.read.settings import Settings
from scripts.read.vocabularies import Vocabularies
from scripts.render.citation_files import Work
from scripts.render.cite import practice_as_work

Tags = Iterator[tuple[str, str]]


def practice_tags(practice: Practice, settings: Settings, terms: Vocabularies) -> Tags:
    """The tags of a practice page as (name, content), with all who contributed to the entry."""
    people = practice.data["contributors"]
    yield from _tags(practice_as_work(practice, settings, terms), [_author(person, settings.name) for person in people])
    yield "citation_online_date", practice.created.replace("-", "/")


def tags_by_editors(work: Work) -> Tags:
    """The tags of a page that the editors of the site sign: of an event, of a list."""
    return _tags(work, [_as_body(name) for name in work.authors])


def _tags(work: Work, authors: Sequence[str]) -> Tags:
    """The tags of any work; the institution makes it a report.

    Its keywords are for search engines: Zotero leaves aside those of every page for which it has no rules of its own.
    Those in the files for reference managers it keeps.
    """
    yield "citation_title", work.title
    for author in authors:
        yield "citation_author", author
    yield "citation_publication_date", work.changed.replace("-", "/")
    yield "citation_technical_report_institution", work.publisher
    yield "citation_technical_report_number", work.version
    yield "citation_language", "en"
    yield "citation_public_url", work.address
    yield "citation_fulltext_html_url", work.address
    if work.abstract:
        yield "citation_abstract", " ".join(work.abstract.split())
    for keyword in work.keywords:
        yield "citation_keywords", keyword


def _author(contributor: Mapping[str, Any], site: str) -> str:
    name = str(contributor["name"])
    return _as_body(name) if is_body(contributor, site) else name


def _as_body(name: str) -> str:
    """A name as reference managers take it apart: a comma ends the family name, so a body is all family name."""
    return " ".join(re.findall(r"[^,;\s]+", name)) + ","
