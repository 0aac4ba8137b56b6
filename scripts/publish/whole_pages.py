"""The pages made from the collection as a whole, and the small files beside them, each with its path."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from scripts.derive.endings import find_endings
from scripts.derive.facets import FACETS
from scripts.derive.geography import Geography
from scripts.derive.glossary import derive_glossary
from scripts.derive.reviews import list_reviews
from scripts.render.citation_files import citation_files
from scripts.render.cite import catalogue_as_work, event_as_work
from scripts.render.data import render_definitions, render_labels, render_moved
from scripts.render.data_page import data_page
from scripts.render.endings_page import endings_page
from scripts.render.feeds import CHANGES, render_changes, render_feeds
from scripts.render.form_data import render_form_data
from scripts.render.form_page import form_page
from scripts.render.gap_maps import render_gap_maps
from scripts.render.glossary_page import glossary_page
from scripts.render.lists import render_catalogue_pages, render_terms
from scripts.render.map_page import map_page
from scripts.render.markdown import render_guide
from scripts.render.pages import Pages
from scripts.render.rules import PAGE as RULES_PAGE
from scripts.render.rules_page import rules_page
from scripts.render.wanted_page import wanted_page


def reference_pages(pages: Pages, schemas: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The pages that the full-text search reads whole, as it does those written by hand."""
    yield "data/index.html", data_page(pages)
    yield "contribute/fields/index.html", pages.fields(schemas)
    yield f"{RULES_PAGE}index.html", rules_page(pages)


def whole_pages(pages: Pages, cards: Mapping[str, str], geography: Geography) -> Iterator[tuple[str, str]]:
    """Home, lists, maps, feeds, events and what is redirected; ``cards`` by slug."""
    collection = pages.collection
    yield "index.html", pages.home(cards, geography)
    yield "map/index.html", map_page(pages, geography)
    yield "glossary/index.html", glossary_page(pages, derive_glossary(collection.listed, collection.vocabularies))
    endings = find_endings(collection.uses["life_cycle"], collection.today.year)
    yield "pilotitis/index.html", endings_page(pages, endings)
    yield from _pages(render_catalogue_pages(pages, cards))
    yield "events/index.html", pages.events()
    yield "search/index.html", pages.search()
    yield "compare/index.html", pages.compare()
    yield "shortlist/index.html", pages.shortlist()
    yield "data/labels.json", render_labels(collection.vocabularies)
    yield "data/definitions.json", render_definitions(collection.vocabularies)
    yield "practices/moved.json", render_moved(collection)
    yield "contribute/wanted/index.html", wanted_page(pages, list_reviews(collection.listed))
    yield f"{CHANGES}index.html", render_changes(pages)
    yield "llms.txt", render_guide(pages)
    yield from render_feeds(pages)
    yield from citation_files(catalogue_as_work(collection, pages.settings)).items()
    for event in collection.events:
        yield f"events/{event.slug}/index.html", pages.event(event)
        yield from citation_files(event_as_work(event, pages.settings)).items()
    yield from _pages(render_gap_maps(pages))
    for facet in FACETS:
        if facet.id != "level":  # the list of levels is part of the page of the gap map
            yield f"{facet.folder}/index.html", render_terms(pages, facet)
    for practice in collection.practices:
        for alias in practice.data.get("aliases", ()):
            yield f"practices/{alias}/index.html", pages.moved(practice)


def form_files(pages: Pages, schema: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The form in which entries are written, and what it needs to know; ``schema`` is that of a practice."""
    collection = pages.collection
    withdrawn = [practice.slug for practice in collection.practices if practice.withdrawn]
    yield "contribute/form/index.html", form_page(pages, schema)
    yield (
        "contribute/form/form.json",
        render_form_data(schema, collection.vocabularies, pages.settings, withdrawn),
    )


def _pages(rendered: Iterator[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    for address, page in rendered:
        yield f"{address}index.html", page
