from __future__ import annotations

from typing import Any

import pytest

from scripts.derive.practices import Practice
from scripts.derive.reviews import Reviews, list_reviews
from tests.derive.invented import finding, practice

OLD = "2020-01-01"
SOURCE = {"type": "news", "title": "Tea for all", "organisation": "Toyville Gazette"}


def reviewed(slug: str, status: str = "reviewed", date: str = "2026-11-01", **fields: Any) -> Practice:
    return practice(slug, review={"status": status, "date": date, "by": "Toy editors"}, **fields)


def slugs(practices: tuple[Practice, ...]) -> list[str]:
    return [practice.slug for practice in practices]


def test_nothing_is_wanted_of_an_empty_collection() -> None:
    assert list_reviews([]) == Reviews((), (), (), (), (), ())


def test_what_has_waited_longest_comes_first() -> None:
    reviews = list_reviews([reviewed("b", date=OLD), reviewed("c", date="2019-01-01"), reviewed("a", date=OLD)])
    assert slugs(reviews.stale) == ["c", "a", "b"]


def test_drafts_and_checked_entries_are_told_apart() -> None:
    reviews = list_reviews([reviewed("a"), reviewed("b", "draft"), reviewed("c", "checked")])
    assert (slugs(reviews.unchecked), slugs(reviews.unread), slugs(reviews.stale)) == (["b"], ["c"], [])


def test_findings_about_the_model_elsewhere_are_none_of_the_practice() -> None:
    elsewhere = [finding(about="the-model")]
    reviews = list_reviews([reviewed("a", findings=[finding()]), reviewed("b", findings=elsewhere), reviewed("c")])
    assert slugs(reviews.unstudied) == ["b", "c"]


@pytest.mark.parametrize(
    ("source", "lost"),
    [
        ({}, False),
        ({"dead": OLD}, True),
        ({"dead": OLD, "archived_url": "https://archive.example/tea"}, False),
        ({"dead": OLD, "doi": "10.1234/tea"}, False),
    ],
)
def test_a_source_is_lost_if_it_is_dead_and_nothing_stands_for_it(source: dict[str, str], lost: bool) -> None:
    reviews = list_reviews([reviewed("a", sources={"lamp-2018": {**SOURCE, **source}})])
    assert slugs(reviews.lost) == (["a"] if lost else [])


def test_what_descriptions_leave_out_is_told_item_by_item() -> None:
    tools = [{"text": "A teapot", "sources": ["lamp-2018"]}]
    missing = {
        item.id: slugs(found) for item, found in list_reviews([reviewed("a", tools=tools), reviewed("b")]).missing
    }
    assert missing["materials"] == ["b"]
    assert missing["who"] == ["a", "b"]
    assert "name" not in missing
