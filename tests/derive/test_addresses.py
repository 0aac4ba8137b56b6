from __future__ import annotations

from scripts.derive.addresses import list_addresses
from tests.derive.invented import entry, event

SOURCE = {"type": "news", "title": "Tea for all", "organisation": "Toyville Gazette"}


def test_each_address_is_listed_once_with_every_place_that_names_it() -> None:
    tea = {"lamp-2018": {**SOURCE, "url": "https://tea.example/"}}
    found = list_addresses([entry("b", sources=tea), entry("a", sources=tea), event("c", [], url="https://a.example/")])
    assert [(address, [str(place) for place in places]) for address, places in found.items()] == [
        ("https://a.example/", ["docs/events/c.md: url"]),
        (
            "https://tea.example/",
            ["practices/a.yml: sources.lamp-2018.url", "practices/b.yml: sources.lamp-2018.url"],
        ),
    ]


def test_a_doi_and_an_archived_copy_are_addresses_too() -> None:
    source = {**SOURCE, "doi": "10.1234/tea", "archived_url": "https://archive.example/tea"}
    assert list(list_addresses([entry(sources={"lamp-2018": source})])) == [
        "https://archive.example/tea",
        "https://doi.org/10.1234/tea",
    ]


def test_an_address_that_is_known_to_be_dead_is_not_asked_but_its_copy_is() -> None:
    source = {
        **SOURCE,
        "url": "https://tea.example/",
        "dead": "2026-01-31",
        "archived_url": "https://archive.example/t",
    }
    assert list(list_addresses([entry(sources={"lamp-2018": source})])) == ["https://archive.example/t"]
