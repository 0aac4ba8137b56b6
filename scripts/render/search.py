"""What the full-text search reads: one small document for each page, without the frame around it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from scripts.derive.facets import FACETS
from scripts.derive.practices import Practice
from scripts.render.lists import term_path
from scripts.render.parts import Parts
from scripts.render.prose import in_plain_words


def render_search_documents(parts: Parts) -> Iterator[tuple[str, str]]:
    """The documents of practices, events and terms, as (address of the page, HTML)."""
    template = parts.environment.get_template("search-document.html")
    for practice in parts.collection.listed:
        document = template.render(
            kind="Practices",
            title=practice.data["name"],
            where=parts.place_line(practice),
            texts=list(_texts_of(practice)),
        )
        yield f"practices/{practice.slug}/", document
    for event in parts.collection.events:
        texts = [event.data["organiser"], event.data.get("theme", ""), in_plain_words(event.prose)]
        yield (
            f"events/{event.slug}/",
            template.render(kind="Events", title=event.data["title"], where=event.data.get("place", ""), texts=texts),
        )
    for facet in FACETS:
        for use in parts.collection.uses[facet.id]:
            document = template.render(
                kind="Terms", title=use.term.label, where=facet.title, texts=[use.term.definition]
            )
            yield term_path(use), document


def _texts_of(practice: Practice) -> Iterator[str]:
    """A practice's own words: names first, then what a reader would remember of the page."""
    data = practice.data
    yield " · ".join([*_names(data), *(place["name"] for place in data["places"])])
    yield from (data["summary"], data["lead"], in_plain_words(data["problem"]), in_plain_words(data["approach"]))
    for finding in data.get("findings", ()):
        yield finding["statement"]


def _names(data: Mapping[str, object]) -> Iterator[str]:
    for field in ("local_name", "acronym", "also_known_as"):
        value = data.get(field)
        if isinstance(value, str):
            yield value
        elif isinstance(value, list):
            yield from value
