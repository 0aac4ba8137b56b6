"""Every card and every page of a practice has a button for the shortlist; the header counts."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.site.collection import Record
from tests.site.reader import card, counter, items, kept, with_list
from tests.site.tabs import Tabs, settle


def names(practices: list[Record], slugs: list[str]) -> list[str]:
    by_slug = {practice["slug"]: practice["name"] for practice in practices}
    return [by_slug[slug] for slug in slugs]


def test_a_card_adds_and_takes_away(tabs: Tabs) -> None:
    page = tabs.catalogue()
    expect(counter(page)).to_be_hidden()
    card(page, "maia").get_by_role("button", name="Add to shortlist MAIA").click()
    expect(counter(page)).to_have_text("Shortlist (1)")
    expect(page.get_by_role("status").filter(has_text="Added to your shortlist: MAIA")).to_have_count(1)
    card(page, "kotitori").get_by_role("button", name="Add to shortlist").press("Enter")
    expect(counter(page)).to_have_text("Shortlist (2)")
    assert kept(page) == ["maia", "kotitori"]
    again = card(page, "maia").get_by_role("button", name="Remove from shortlist MAIA")
    expect(again).not_to_be_focused()
    again.press("Space")
    assert kept(page) == ["kotitori"]
    expect(card(page, "maia").get_by_role("button", name="Add to shortlist")).to_be_focused()


@pytest.mark.parametrize("path", ["", "target-groups/older-people/", "events/icic16-barcelona-2016/"])
def test_every_card_has_a_button(tabs: Tabs, path: str) -> None:
    page = tabs.open(path)
    cards = page.locator(".card, .talk")
    assert cards.count() > 0
    expect(cards.locator("shortlist-button > button")).to_have_count(cards.count())


def test_the_list_is_kept_from_page_to_page(tabs: Tabs, practices: list[Record]) -> None:
    page = tabs.open("practices/maia/")
    page.get_by_role("button", name="Add to shortlist").click()
    page.goto("practices/kotitori/")
    page.get_by_role("button", name="Add to shortlist").click()
    page.goto("about/evidence/")
    expect(counter(page)).to_have_text("Shortlist (2)")
    page.goto("practices/maia/")
    expect(page.get_by_role("button", name="Remove from shortlist")).to_be_visible()
    counter(page).click()
    settle(page)
    assert page.url == f"{tabs.address}shortlist/"
    expect(page.locator("[data-items] h2")).to_have_text(names(practices, ["maia", "kotitori"]))
    assert items(page) == ["maia", "kotitori"]


def test_a_change_shows_in_another_tab(tabs: Tabs) -> None:
    page = with_list(tabs, ["maia"])
    other = page.context.new_page()
    other.goto("practices/kotitori/")
    other.get_by_role("button", name="Add to shortlist").click()
    expect(counter(page)).to_have_text("Shortlist (2)")
    expect(page.locator("[data-items] > li")).to_have_count(2)
    other.close()


def test_a_full_list_says_so(tabs: Tabs) -> None:
    many = [f"toy-{number}" for number in range(30)]
    page = with_list(tabs, many, "practices/maia/")
    page.get_by_role("button", name="Add to shortlist").click()
    expect(page.get_by_role("alert")).to_have_text(
        "Your shortlist is full: it holds 30. Remove one first: open the shortlist"
    )
    assert kept(page) == many
    page.goto("shortlist/?p=maia,kotitori")
    settle(page)
    page.get_by_role("button", name="Add all to my shortlist").click()
    expect(page.get_by_role("alert")).to_have_text(
        "Together with your own shortlist these are 32 practices, and it holds 30."
    )


def test_a_card_that_arrives_later_has_its_button_too(many_tabs: Tabs) -> None:
    page = many_tabs.catalogue()
    served = page.locator(".card").evaluate_all("cards => cards.map((card) => card.dataset.slug)")
    page.get_by_label("Sort by").select_option("name")
    page.get_by_role("button", name="Show ").click()
    expect(page.locator(".card--coming")).to_have_count(0)
    slugs = page.locator(".card").evaluate_all("cards => cards.map((card) => card.dataset.slug)")
    (late, *_) = [slug for slug in slugs if slug not in served]
    expect(page.locator(".card shortlist-button > button")).to_have_count(len(slugs))
    card(page, late).get_by_role("button", name="Add to shortlist").click()
    expect(counter(page)).to_have_text("Shortlist (1)")
    page.get_by_label("Sort by").select_option("newest")
    page.get_by_label("Sort by").select_option("name")
    expect(card(page, late).get_by_role("button", name="Remove from shortlist")).to_be_attached()
    assert kept(page) == [late]
