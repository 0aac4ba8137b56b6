from __future__ import annotations

from typing import Any

import pytest

from scripts.check.document import Collection, Document, open_document
from scripts.check.sources import addresses_are_the_publishers, languages_exist, sources_differ


def document(**sources: Any) -> Document:
    collection = Collection(frozenset(), {}, {}, "2026-11-22")
    return open_document(
        "practices/a.yml", {"sources": sources}, first_line="", prose="", field_order=(), collection=collection
    )


@pytest.mark.parametrize(
    "address",
    [
        "https://www.slideshare.net/x",
        "https://docplayer.fr/1.html",
        "http://pdfslide.tips/x",
        "https://vdocuments.mx/x",
        "https://documents.pub/x",
        "https://SCRIBD.com/doc/1",
    ],
)
def test_mirrors(address: str) -> None:
    assert list(addresses_are_the_publishers(document(a={"url": address})))


@pytest.mark.parametrize(
    "address",
    [
        "https://documents.worldbank.org/x",
        "https://documents.example.org/scribd",
        "https://web.archive.org/web/2020/https://www.who.int/",
        "http://[::1",
        "https://localhost/x",
        "not an address",
    ],
)
def test_other_addresses(address: str) -> None:
    assert not list(addresses_are_the_publishers(document(a={"url": address})))


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ({"url": "https://a.example/x"}, {"url": "http://www.a.example/x/#part"}, True),
        ({"doi": "10.1000/ABC"}, {"url": "https://doi.org/10.1000/abc"}, True),
        ({"doi": "10.1000/abc"}, {"doi": "10.1000/abd"}, False),
        ({"url": "https://a.example/#/one"}, {"url": "https://a.example/#/two"}, False),
        ({"url": "https://a.example/X"}, {"url": "https://a.example/x"}, False),
        ({}, {}, False),
    ],
)
def test_same_source_twice(one: dict[str, str], two: dict[str, str], same: bool) -> None:
    assert bool(list(sources_differ(document(a=one, b=two)))) is same


def test_a_source_may_repeat_its_own_doi() -> None:
    assert not list(sources_differ(document(a={"doi": "10.1000/a", "url": "https://doi.org/10.1000/a"})))


@pytest.mark.parametrize(("code", "hint"), [("cz", '"cs"'), ("dk", '"da"'), ("xx", "Danish is da")])
def test_languages(code: str, hint: str) -> None:
    (fault,) = languages_exist(document(a={"language": code}))
    assert hint in fault.hint
