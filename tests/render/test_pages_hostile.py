"""Contributed text is hostile until rendered: on every page it must come out as the text that was typed."""

from __future__ import annotations

import dataclasses
import json
from typing import Any
from xml.etree.ElementTree import Element

import pytest

from scripts.derive.collection import Collection
from scripts.read.entries import Entry
from scripts.read.events import Event
from tests.derive.invented import collect
from tests.render.view import every_page, pages_of, parse, text
from tests.toy import schemas, toy_entries, toy_events

HOSTILE = (
    """</title><script>alert("1")</script>' onload='x' & [% raw %] [[ 6130+7 ]] {{ 6130+7 }} {% x %} [# c #] <!--"""
)
VALUES = {"text", "name", "note", "statement", "measure", "value", "comparator", "follow_up", "sample", "period"}
VALUES |= {"quote", "title", "publisher", "organisation", "by", "lead", "local_name", "life_cycle_note", "reason"}
VALUES |= {"summary", "acronym", "theme", "organiser", "place", "series"}
LISTS = {"partners", "authors", "also_known_as"}
PROSE = {"problem", "approach"}
OWN_SCRIPTS = ("catalogue", "compare", "shortlist-page")
DATA = "application/ld+json"
"""A script element with this type holds data that no browser runs."""


def poison(value: Any, field: str = "") -> Any:
    """Puts the hostile text behind every free text of an entry, with its name so that it can be found."""
    if isinstance(value, dict):
        return {key: poison(item, key) for key, item in value.items()}
    if isinstance(value, list):
        return [f"{item} {HOSTILE}" if field in LISTS else poison(item) for item in value]
    return f"{value} {HOSTILE}" if field in VALUES | PROSE else value


def poison_entry(entry: Entry) -> Entry:
    data = poison(entry.data)
    if entry.slug == "marmalade-desk":
        data["withdrawn"] = {"date": "2026-11-12", "reason": HOSTILE}
    return dataclasses.replace(entry, data=data)


def poison_event(event: Event) -> Event:
    return dataclasses.replace(event, data=poison(event.data), prose=f"{event.prose} {HOSTILE}")


@pytest.fixture(scope="module")
def poisoned() -> Collection:
    return collect([poison_entry(entry) for entry in toy_entries()], [poison_event(event) for event in toy_events()])


@pytest.fixture(scope="module")
def pages(poisoned: Collection) -> dict[str, Element]:
    """Every page, read by a parser that refuses faults."""
    return {name: parse(page) for name, page in every_page(pages_of(poisoned), schemas())}


def test_no_page_runs_a_script_of_a_contributor(pages: dict[str, Element]) -> None:
    for name, page in pages.items():
        scripts = [element.get("src") for element in page.iter("script") if element.get("type") != DATA]
        assert scripts in ([], *([f"../assets/scripts/{own}.js"] for own in OWN_SCRIPTS)), name
        attributes = {attribute for element in page.iter() for attribute in element.attrib}
        assert not {attribute for attribute in attributes if attribute.startswith("on")}, name


def test_linked_data_holds_every_text_as_typed_and_ends_where_it_should(
    pages: dict[str, Element], poisoned: Collection
) -> None:
    for practice in poisoned.practices:
        [script] = [
            element for element in pages[f"practice {practice.slug}"].iter("script") if element.get("type") == DATA
        ]
        assert not set(script.text or "<") & set("<>&")
        report = json.loads(script.text or "")["@graph"][0]
        assert (report["name"], report["abstract"]) == (practice.data["name"], practice.data["summary"])
        assert [source["name"] for source in report["citation"]] == [
            source["title"] for source in practice.data["sources"].values()
        ]


def test_templates_in_texts_are_not_run(pages: dict[str, Element]) -> None:
    for name, page in pages.items():
        assert "6137" not in text(page.find("body")), name
        assert text(page.find("body")).count("[[") == text(page.find("body")).count("[[ 6130+7 ]]"), name


def test_every_free_text_is_shown_as_typed(pages: dict[str, Element], poisoned: Collection) -> None:
    def typed(value: Any, field: str = "") -> list[str]:
        if isinstance(value, dict):
            return [found for key, item in value.items() for found in typed(item, key)]
        if isinstance(value, list):
            return [found for item in value for found in typed(item, field)]
        hidden = field in {"acronym", "also_known_as", "series", *PROSE}
        return [value] if isinstance(value, str) and HOSTILE in value and not hidden else []

    for practice in poisoned.practices:
        shown = text(pages[f"practice {practice.slug}"])
        data = {**practice.data, "places": practice.data["places"][:1]}
        texts = typed(data)
        assert len(texts) > 8
        for item in texts:
            plain = " ".join(item.replace(" [@toyville-2016].", "").replace(" [@pebble-2008].", "").split())
            assert plain in shown or item == practice.data.get("life_cycle_note"), plain
        assert shown.count(HOSTILE) >= len(texts)


def test_prose_is_shown_as_typed(pages: dict[str, Element]) -> None:
    shown = text(pages["practice marmalade-desk"])
    assert f"three appointments in three towns1. {HOSTILE}" in shown
    assert f"One desk, one morning, one appointment1. {HOSTILE}" in shown
    assert f"keepers of Pebble House told what became of it. {HOSTILE}" in text(pages["event toyville-congress-2018"])


@pytest.mark.parametrize("slug", ["lantern-path", "marmalade-desk", "pebble-house"])
def test_the_head_holds_it_too(pages: dict[str, Element], poisoned: Collection, slug: str) -> None:
    head = pages[f"practice {slug}"].find("head")
    assert head is not None
    data = next(practice.data for practice in poisoned.practices if practice.slug == slug)
    assert head.findtext("title") == f"{data['name']} · Toy Thread"
    metas = {meta.get("property") or meta.get("name"): meta.get("content") for meta in head.iter("meta")}
    assert metas["og:title"] == data["name"]
    assert metas["author"] == f"Toy editors {HOSTILE}"
    assert data["summary"].startswith((metas["description"] or "").removesuffix(" …"))


def test_cards_hold_name_place_and_summary(pages: dict[str, Element], poisoned: Collection) -> None:
    shown = text(pages["catalogue"])
    for practice in poisoned.listed:
        for item in (practice.data["name"], practice.data["summary"], practice.data["places"][0]["name"]):
            assert " ".join(item.split()) in shown


def test_the_sitemap_is_escaped_as_well(poisoned: Collection) -> None:
    assert "<loc>https://toys.example/a&lt;b&gt;&amp;/</loc>" in pages_of(poisoned).sitemap([("a<b>&/", "")])
