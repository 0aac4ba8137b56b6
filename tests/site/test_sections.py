"""The header marks the section that a page stands in, also where the header is wider than the window."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.site.pages import Page, Site
from tests.site.tabs import Tabs

SECTIONS = ("practices/", "target-groups/", "integration/", "evidence/", "map/", "events/", "about/")


def test_a_page_marks_its_own_section_and_no_other(site: Site) -> None:
    headers = {page.path: marks for page in site.pages.values() if (marks := section_marks(page))}
    assert len(headers) > len(SECTIONS)
    for page, marks in headers.items():
        path = page.removesuffix("index.html")
        assert tuple(marks) == tuple(section.rstrip("/") for section in SECTIONS), page
        for section, mark in zip(SECTIONS, marks.values(), strict=True):
            assert mark == (None if not path.startswith(section) else "page" if path == section else "true"), page


def section_marks(page: Page) -> dict[str | None, str | None]:
    """What each link of the header says of its section, by the folder that it leads to; nothing without a header."""
    headers = [navigation for navigation in page.root.iter("nav") if navigation.get("aria-label") == "Main"]
    links = [link for navigation in headers for link in navigation.iter("a")]
    return {page.target(link.attrib["href"]): link.get("aria-current") for link in links}


@pytest.mark.parametrize("path", ["practices/maia/", "events/", "about/"])
def test_the_marked_section_is_in_sight_on_a_telephone(tabs: Tabs, path: str) -> None:
    current = tabs.ready(path, width=390).locator(".masthead__nav a[aria-current]")
    expect(current).to_have_count(1)
    box = current.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
