"""What is wanted from readers: the page, the meter and the badge on other pages, and sources that have gone."""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element

import pytest

from scripts.derive.description import ITEMS
from scripts.derive.reviews import list_reviews
from scripts.render.wanted_page import SHOWN, fields_of, wanted_page
from tests.derive.invented import collect, entry
from tests.render.view import cards_of, classed, pages_of, parse, text

OLD = {"status": "draft", "date": "2020-01-01", "by": "Toy editors"}
SOURCE = {"type": "news", "title": "Tea for all", "organisation": "Toyville Gazette", "url": "https://tea.example/all"}
COPY = "https://archive.example/tea"


def wanted(*slugs: str, **fields: Any) -> Element:
    collection = collect([entry(slug, **fields) for slug in slugs])
    return parse(wanted_page(pages_of(collection), list_reviews(collection.listed)))


def part(page: Element, id: str) -> Element:
    (found,) = [section for section in page.iter("section") if section.get("aria-labelledby") == id]
    return found


def practice_page(**fields: Any) -> Element:
    collection = collect([entry("teapot-round", **fields)])
    return parse(pages_of(collection).practice(collection.practices[0]))


def test_each_list_names_its_practices_and_says_so_if_there_is_none() -> None:
    page = wanted("teapot-round", review=OLD)
    for id in ("stale", "drafts", "without-findings"):
        assert [link.get("href") for link in part(page, id).iter("a")] == ["../../practices/teapot-round/"], id
        assert "draft 1 January 2020" in text(part(page, id))
    for id in ("reading", "lost-sources"):
        assert text(part(page, id)).endswith("Now there is none.")


def test_a_long_list_is_cut_and_the_rest_is_counted() -> None:
    page = wanted(*(f"teapot-{number}" for number in range(SHOWN + 3)), review=OLD)
    assert len(list(part(page, "stale").iter("li"))) == SHOWN
    assert text(part(page, "stale")).endswith("and 3 more.")


def test_every_item_of_the_description_is_explained_and_counted() -> None:
    rows = [[text(cell) for cell in row] for row in classed(wanted("a", "b"), "wanted__items")[0].iter("tr")]
    assert [row[0].lower() for row in rows[1:]] == [item.label for item in ITEMS]
    assert [row[3] for row in rows[1:]] == ["0", "0", "2", "0", "2", "0", "2", "2", "2"]
    assert fields_of(ITEMS[4]) == "lead and workforce or training"
    assert fields_of(ITEMS[8]) == "a finding on implementation"


def test_the_page_of_a_practice_tells_what_its_description_leaves_out() -> None:
    (told,) = classed(practice_page(), "completeness")
    assert text(told).startswith("4 of 9 items of a published guideline for descriptions are described; missing: mat")
    assert text(told).endswith("variation and how well it was put in place. What each item asks for")
    assert len(classed(told, "completeness__told")) == 4
    assert len([part for part in told.iter() if part.tag.endswith("rect")]) == 9


def test_a_stale_entry_bears_a_badge_in_lists_and_beside_the_practices_that_name_it() -> None:
    collection = collect([entry("old", review=OLD), entry("new")])
    pages = pages_of(collection)
    cards = cards_of(pages)
    assert ["May be out of date" in cards[slug] for slug in ("old", "new")] == [True, False]
    of_new = next(practice for practice in collection.practices if practice.slug == "new")
    assert [text(badge) for badge in classed(parse(pages.practice(of_new)), "badge")] == ["May be out of date"]


@pytest.mark.parametrize(
    ("source", "href", "says"),
    [
        ({}, "https://tea.example/all", ""),
        ({"archived_url": COPY}, "https://tea.example/all", "archived copy"),
        (
            {"dead": "2026-01-31", "archived_url": COPY},
            COPY,
            "Its address was found dead on 31 January 2026; the title leads to an archived copy.",
        ),
        ({"dead": "2026-01-31"}, None, "Its address was found dead on 31 January 2026, and we know of no copy."),
        (
            {"dead": "2026-01-31", "doi": "10.1234/tea", "archived_url": COPY},
            "https://doi.org/10.1234/tea",
            "Its address was found dead on 31 January 2026. archived copy",
        ),
    ],
)
def test_a_dead_source_leads_to_what_is_left_of_it(source: dict[str, str], href: str | None, says: str) -> None:
    page = practice_page(sources={"lamp-2018": {**SOURCE, **source}})
    (title,) = classed(page, "source__title")
    assert title.get("href") == href
    assert says in text(classed(page, "sources")[0])
    assert ("found dead" in text(page)) is ("dead" in source)
