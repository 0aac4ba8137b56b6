"""A reader with a shortlist, and what the pages show of it."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Locator, Page

from tests.site.tabs import Tabs, settle

KEPT = "() => JSON.parse(localStorage.getItem('shortlist') ?? '[]')"
KEEP = "(slugs) => localStorage.setItem('shortlist', JSON.stringify(slugs))"
FOUR = ["maia", "troubled-families", "kotitori", "veneto-integrated-care"]


def kept(page: Page) -> Any:
    """What the browser keeps."""
    return page.evaluate(KEPT)


def with_list(tabs: Tabs, slugs: list[str], path: str = "shortlist/", *, width: int = 1440) -> Page:
    """Opens a page of a reader who has a shortlist."""
    page = tabs.open(path, width=width)
    page.evaluate(KEEP, slugs)
    page.reload()
    settle(page)
    return page


def items(page: Page) -> list[str]:
    """The slugs on the page of the shortlist, in their order."""
    slugs = page.locator("[data-items] > li").evaluate_all("items => items.map((item) => item.dataset.slug)")
    return [str(slug) for slug in slugs]


def card(page: Page, slug: str) -> Locator:
    return page.locator(f".card[data-slug='{slug}']").first


def counter(page: Page) -> Locator:
    """The link in the header that counts."""
    return page.locator("[data-shortlist-link]")
