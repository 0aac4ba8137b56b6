from __future__ import annotations

from typing import Any

import pytest

from scripts.check.citations import (
    citations_are_closed,
    citations_have_their_form,
    cited_sources_exist,
    sources_are_cited,
)
from scripts.check.document import Collection, Document, open_document


def document(text: str, **sources: Any) -> Document:
    collection = Collection(frozenset(), {}, {}, "2026-11-22")
    data = {"problem": text, "sources": sources}
    return open_document("practices/a.yml", data, first_line="", prose="", field_order=(), collection=collection)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("x [@a-1].", ["a-1"]),
        ("x [@a-1; @b-2] y [@c]", ["a-1", "b-2", "c"]),
        ("x [@a-1;@b-2]", ["a-1", "b-2"]),
        ("x [@a-1\n; @b-2]", ["a-1", "b-2"]),
        ("an address a@b.example and [a] and @c", []),
    ],
)
def test_keys_are_found(text: str, keys: list[str]) -> None:
    page = document(text)
    assert [key for _, key in page.cited] == keys
    assert not list(citations_have_their_form(page))
    assert not list(citations_are_closed(page))


@pytest.mark.parametrize("text", ["[@a, p. 3]", "[@a; b]", "[@a @b]", "[@]", "[@a;]", "[@ a]"])
def test_other_forms(text: str) -> None:
    assert list(citations_have_their_form(document(text)))


@pytest.mark.parametrize(("text", "number"), [("[@a", 1), ("[@a [@b]", 1), ("[@a [@b", 2), ("[@a]", 0)])
def test_citations_left_open(text: str, number: int) -> None:
    assert len(list(citations_are_closed(document(text)))) == number


def test_sources_and_citations_must_agree() -> None:
    page = document("x [@a]", b={})
    assert [fault.message for fault in cited_sources_exist(page)] == ['"a" is not among the sources.']
    assert [fault.message for fault in sources_are_cited(page)] == ['"b" is never cited.']


def test_sources_of_the_wrong_kind_are_left_to_the_schema() -> None:
    page = document("x [@a]")
    broken = open_document(
        page.path,
        {"problem": "x [@a]", "sources": []},
        first_line="",
        prose="",
        field_order=(),
        collection=page.collection,
    )
    assert not list(cited_sources_exist(broken))


def test_a_citation_does_not_go_on_in_the_next_text() -> None:
    collection = Collection(frozenset(), {}, {}, "2026-11-22")
    data = {"problem": "x [@a", "approach": "b] y", "lead": "[@", "sources": {"a": {"title": "] [@b]"}}}
    page = open_document("practices/a.yml", data, first_line="", prose="", field_order=(), collection=collection)
    assert [fault.path for fault in citations_are_closed(page)] == [("problem",), ("lead",)]
    assert page.cited_keys == set()


def test_keys_stand_under_source_and_sources_too() -> None:
    collection = Collection(frozenset(), {}, {}, "2026-11-22")
    data = {
        "approach": "x [@a; @b]",
        "findings": [{"source": "c", "note": "[@d, p. 3]"}],
        "tools": [{"text": "y", "sources": ["e", "a"]}],
        "sources": {"f": {"source": "g", "sources": ["h"]}},
    }
    page = open_document("practices/a.yml", data, first_line="", prose="z [@i]", field_order=(), collection=collection)
    assert page.cited_keys == {key for _, key in page.cited} == {"a", "b", "c", "e", "i"}
