"""The tags for reference managers."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from scripts.derive.contributors import is_body
from scripts.render.citation_tags import practice_tags, tags_by_editors
from scripts.render.cite import event_as_work
from scripts.render.words import long_date
from tests.render.view import SETTINGS, toy, toys
from tests.toy import vocabularies


@pytest.mark.parametrize(
    ("contributor", "body"),
    [
        ({"name": "Toy Thread editors"}, True),
        ({"name": "Toyville Mills", "team": True}, True),
        ({"name": "Ada Pebble"}, False),
        ({"name": "Toy Thread Pebble", "orcid": "0000-0002-1825-0097"}, False),
        ({"name": "Toy Threadneedle", "team": False}, False),
    ],
)
def test_a_body_is_told_from_a_person(contributor: dict[str, Any], body: bool) -> None:
    assert is_body(contributor, "Toy Thread") is body


def test_a_practice_is_a_report_with_everything_that_a_citation_needs() -> None:
    practice = toy("marmalade-desk")
    tags = list(practice_tags(practice, SETTINGS, vocabularies()))
    once = dict(tags)
    assert once["citation_title"] == practice.data["name"]
    assert once["citation_technical_report_institution"] == "Toy Thread"
    assert once["citation_publication_date"] == practice.changed.replace("-", "/")
    assert once["citation_online_date"] == practice.created.replace("-", "/")
    assert once["citation_technical_report_number"].endswith(long_date(practice.changed))
    assert once["citation_language"] == "en"
    assert once["citation_public_url"] == "https://toys.example/practices/marmalade-desk/"
    assert once["citation_abstract"] == " ".join(practice.data["summary"].split())
    authors = [content.rstrip(",") for name, content in tags if name == "citation_author"]
    assert authors == [person["name"] for person in practice.data["contributors"]]


def test_a_body_stays_one_name_whatever_signs_are_in_it() -> None:
    work = dataclasses.replace(event_as_work(toys().events[0], SETTINGS), authors=["Lamp, Wick; Oil  & Sons,"])
    assert dict(tags_by_editors(work))["citation_author"] == "Lamp Wick Oil & Sons,"


def test_keywords_are_the_labels_of_the_terms_each_once() -> None:
    practice = toy("marmalade-desk")
    found = [
        content for name, content in practice_tags(practice, SETTINGS, vocabularies()) if name == "citation_keywords"
    ]
    assert vocabularies()["target_groups"][practice.data["target_groups"][0]].label in found
    assert len(found) == len(set(found)) > 4


def test_an_event_page_is_a_report_by_the_editors_as_in_its_citation() -> None:
    event = toys().events[0]
    work = event_as_work(event, SETTINGS)
    tags = dict(tags_by_editors(work))
    assert tags["citation_title"] == work.title
    assert tags["citation_author"] == "Toy Thread editors,"
    assert tags["citation_publication_date"] == event.changed.replace("-", "/")
    assert tags["citation_technical_report_institution"] == "Toy Thread"
    assert tags["citation_public_url"] == work.address
