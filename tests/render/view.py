"""Pages of toys in the smallest shell, read by a strict HTML parser."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any
from xml.etree.ElementTree import Element

import html5lib

from scripts.derive.collection import Collection
from scripts.derive.endings import find_endings
from scripts.derive.glossary import derive_glossary
from scripts.derive.practices import Practice
from scripts.derive.reviews import list_reviews
from scripts.read.settings import Settings
from scripts.render.endings_page import endings_page
from scripts.render.gap_maps import render_gap_maps
from scripts.render.glossary_page import glossary_page
from scripts.render.lists import in_parts, render_catalogue_pages, render_term, render_terms, term_path
from scripts.render.map_page import map_page
from scripts.render.pages import Pages
from scripts.render.rules_page import rules_page
from scripts.render.templates import make_environment
from scripts.render.wanted_page import wanted_page
from tests.derive.invented import collect, locate
from tests.toy import toy_entries, toy_events, vocabularies

SHELL = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>[% block title %][% endblock %]</title>
[% block describe %][% endblock %]
<link rel="icon" href="../assets/mark.svg">
[% block head %][% endblock %]
</head>
<body>
<a class="home" href="..">Home</a>
<form action="../practices/"></form>
[% block article %][% endblock %]
</body>
</html>
"""
SETTINGS = Settings("Toy Thread", "An invented collection.", "https://toys.example/", "https://forge.example/toys")


@cache
def toys() -> Collection:
    return collect(toy_entries(), toy_events())


def pages_of(collection: Collection, settings: Settings = SETTINGS) -> Pages:
    return Pages(make_environment(SHELL, settings, vocabularies()), collection, settings)


def cards_of(pages: Pages) -> dict[str, str]:
    return {practice.slug: pages.card(practice) for practice in pages.collection.practices}


def toy(slug: str) -> Practice:
    return next(practice for practice in toys().practices if practice.slug == slug)


def every_page(pages: Pages, schemas: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Every kind of page with its name."""
    collection, cards = pages.collection, cards_of(pages)
    yield "home", pages.home(cards, locate(collection))
    yield "map", map_page(pages, locate(collection))
    yield "glossary", glossary_page(pages, derive_glossary(collection.listed, collection.vocabularies))
    yield "endings", endings_page(pages, find_endings(collection.uses["life_cycle"], collection.today.year))
    yield "catalogue", dict(render_catalogue_pages(pages, cards))["practices/"]
    yield "events", pages.events()
    yield "compare", pages.compare()
    yield "shortlist", pages.shortlist()
    yield "fields", pages.fields(schemas)
    yield "rules", rules_page(pages)
    yield "wanted", wanted_page(pages, list_reviews(collection.listed))
    for practice in collection.practices:
        yield f"practice {practice.slug}", pages.practice(practice)
        yield f"moved {practice.slug}", pages.moved(practice)
    for event in collection.events:
        yield f"event {event.slug}", pages.event(event)
    for uses in collection.uses.values():
        for use in uses:
            yield f"term {use.term.id}", render_term(pages, use, next(in_parts(term_path(use), use.practices)), cards)
        for facet in {use.facet for use in uses if use.facet.id != "level"}:
            yield f"terms {facet.id}", render_terms(pages, facet)
    for address, page in render_gap_maps(pages):
        yield f"gap map {address}", page


def parse(page: str) -> Element:
    """The tree of a page; an error in its HTML is an error."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    root: Element = parser.parse(page)
    return root


def text(element: Element | None) -> str:
    """The text of an element with single spaces."""
    assert element is not None
    return " ".join("".join(element.itertext()).split())


def classed(root: Element, name: str) -> list[Element]:
    """The elements that have a class."""
    return [element for element in root.iter() if name in element.get("class", "").split()]
