"""What the catalogue does when a file comes late, or not at all, or broken."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Page, Route, expect

from scripts.render.lists import PER_PAGE
from tests.site.catalogue import checkbox, shown, status
from tests.site.collection import Record, found
from tests.site.tabs import Tabs
from tests.site.test_many_practices import WORDS, cards, common_group, more

CARDS = "**/practices/cards/*.json"

TOPS = """
() => [".filters", innerWidth < 768 ? ".facets" : ".facet", ".results", ".cards"]
  .map((part) => Math.round(document.querySelector(part).getBoundingClientRect().top))
"""
"""Where parts of the page begin. On a phone the facets are closed away; else they stay open, and their boxes need more
room than links."""


@contextmanager
def broken(page: Page, files: str) -> Iterator[None]:
    """While this lasts, such files are cut off on their way."""
    page.route(files, lambda route: route.fulfill(status=200, content_type="application/json", body='["<article'))
    yield
    page.unroute(files)


@contextmanager
def held(page: Page, files: str) -> Iterator[list[Route]]:
    """Holds such files back until this ends; those asked for are in the list."""
    waiting: list[Route] = []

    def hold(route: Route) -> None:
        waiting.append(route)

    page.route(files, hold)
    yield waiting
    for route in waiting:
        route.continue_()
    page.unroute(files)


@pytest.fixture
def group(many: list[Record]) -> str:
    return common_group(many, PER_PAGE + 1)


def test_a_card_that_comes_late_has_its_place(many_tabs: Tabs, many: list[Record], group: str) -> None:
    page = many_tabs.catalogue()
    with held(page, CARDS) as waiting:
        checkbox(page, "target_group", group).check()
        expect(cards(page)).to_have_count(PER_PAGE)
        coming = page.locator(".card--coming")
        expect(coming).not_to_have_count(0)
        assert len(waiting) > 1
        expect(page.locator("[data-cards]")).to_have_attribute("aria-busy", "true")
        height = coming.first.bounding_box()
        assert height is not None
        assert height["height"] > 100
    expect(page.locator(".card--coming")).to_have_count(0)
    expect(page.locator("[data-cards]")).not_to_have_attribute("aria-busy", "true")
    assert set(shown(page)) == found(many, {"target_group": {group}})


@pytest.mark.parametrize("width", [390, 820, 1440])
def test_nothing_jumps_when_the_filters_begin_to_work(many_tabs: Tabs, width: int) -> None:
    page = many_tabs.open("about/", width=width)
    with held(page, "**/practices/catalogue.json"):
        page.goto("practices/", wait_until="domcontentloaded")
        page.evaluate("() => document.fonts.ready.then(() => null)")
        before = page.evaluate(TOPS)
    page.locator("[data-catalogue][data-ready]").wait_for()
    assert page.evaluate(TOPS) == before


def test_cards_that_come_after_the_next_choice_do_not_disturb_it(many_tabs: Tabs, group: str) -> None:
    page = many_tabs.catalogue()
    served = shown(page)
    with held(page, CARDS):
        checkbox(page, "target_group", group).check()
        expect(page.locator(".card--coming")).not_to_have_count(0)
        checkbox(page, "target_group", group).uncheck()
        expect(page.locator(".card--coming")).to_have_count(0)
    page.wait_for_load_state("networkidle")
    assert shown(page) == served


def test_without_the_index_the_page_is_that_of_the_server(many_tabs: Tabs, many: list[Record]) -> None:
    page = many_tabs.open("about/")
    with broken(page, "**/practices/catalogue.json"):
        page.goto("practices/")
        notice = page.get_by_role("alert")
        expect(notice).to_have_text(
            "The filters could not be loaded. The list below works without them; to try again, reload this page."
        )
    expect(cards(page)).to_have_count(PER_PAGE)
    expect(page.get_by_label(WORDS)).to_be_hidden()
    assert page.locator("[data-facet] input").count() == 0
    assert page.locator("[data-facet=target_group] a").count() > 5
    page.get_by_role("link", name="Next").click()
    page.locator("[data-catalogue][data-ready]").wait_for()
    expect(status(page)).to_have_text(f"All {len(many)} practices")


def test_without_its_cards_a_choice_leaves_the_list_as_it_was(many_tabs: Tabs, many: list[Record], group: str) -> None:
    page = many_tabs.catalogue()
    served = shown(page)
    with broken(page, CARDS):
        checkbox(page, "target_group", group).check()
        notice = page.get_by_role("alert")
        expect(notice).to_contain_text("could not be loaded; the list below is as it was. Check the connection")
        assert shown(page) == served
        expect(page.get_by_role("navigation", name="Pages of this list")).to_be_visible()
        expect(more(page)).to_be_hidden()
    checkbox(page, "target_group", group).uncheck()
    expect(notice).to_be_hidden()
    assert shown(page) == served
    checkbox(page, "target_group", group).check()
    assert set(shown(page)) == found(many, {"target_group": {group}})
    expect(notice).to_be_hidden()


def test_without_their_cards_more_practices_can_be_asked_for_again(
    many_tabs: Tabs, many: list[Record], group: str
) -> None:
    page = many_tabs.catalogue(f"?target_group={group}")
    with broken(page, CARDS):
        more(page).click()
        expect(page.get_by_role("alert")).to_contain_text("More practices could not be loaded.")
        expect(cards(page)).to_have_count(PER_PAGE)
        expect(more(page)).to_be_focused()
    more(page).click()
    expect(page.get_by_role("alert")).to_be_hidden()
    assert set(shown(page)) == found(many, {"target_group": {group}})


@pytest.mark.parametrize("file", ["catalogue-names.json", "catalogue-summaries.json"])
def test_without_the_words_the_list_is_as_it_was(many_tabs: Tabs, file: str) -> None:
    page = many_tabs.catalogue()
    served = shown(page)
    with broken(page, f"**/practices/{file}"):
        page.get_by_label(WORDS).fill("kettle")
        expect(page.get_by_role("alert")).to_contain_text("could not be loaded; the list below is as it was.")
        assert shown(page) == served
    page.get_by_label(WORDS).fill("qqqxyzzy")
    expect(status(page)).to_contain_text("0 of")
    expect(page.get_by_role("alert")).to_be_hidden()


def test_without_the_orders_the_list_is_as_it_was(many_tabs: Tabs, many: list[Record]) -> None:
    page = many_tabs.catalogue()
    served = shown(page)
    with broken(page, "**/practices/catalogue-orders.json"):
        page.get_by_label("Sort by").select_option("name")
        expect(page.get_by_role("alert")).to_contain_text("could not be loaded; the list below is as it was.")
        assert shown(page) == served
    page.get_by_label("Sort by").select_option("started")
    expect(page.get_by_role("alert")).to_be_hidden()
    assert len(shown(page)) == len(many)
