"""The header marks the section that a page stands in, also where the header is wider than the window."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.site.pages import Page, Site
from tests.site.tabs import Tabs

SECTIONS = ("practices/", "target-groups/", "integration/", "evidence/", "map/", "events/", "about/")


def test_a_page_marks_its_own_section_and_no_other(site: Site) -> None:
    for page in site.pages.values():
        marks = section_marks(page)
        if marks is not None:
            path = page.path.removesuffix("index.html")
            inside = {name: "page" if path == name else "true" for name in SECTIONS if path.startswith(name)}
            assert {section: mark for section, mark in marks.items() if mark} == inside, page.path


def section_marks(page: Page) -> dict[str, str | None] | None:
    """What each link of the header says of its section; nothing if the page has no header."""
    for navigation in page.root.iter("nav"):
        if navigation.get("aria-label") == "Main":
            links = [link.get("aria-current") for link in navigation.iter("a")]
            return dict(zip(SECTIONS, links, strict=True))
    return None


@pytest.mark.parametrize("path", ["practices/maia/", "events/", "about/"])
def test_the_marked_section_is_in_sight_on_a_telephone(tabs: Tabs, path: str) -> None:
    current = tabs.ready(path, width=390).locator(".masthead__nav a[aria-current]")
    expect(current).to_have_count(1)
    box = current.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
