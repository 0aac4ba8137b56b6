"""The gap maps in a real browser: a table on a desk, lists that open on a phone, whole on paper."""

from __future__ import annotations

import io

import pytest
from playwright.sync_api import Locator, Page, expect
from pypdf import PdfReader

from tests.site.tabs import Tabs

ADDRESSES = ("evidence/", "evidence/target-groups-by-mechanism/")


@pytest.mark.parametrize("path", ADDRESSES)
def test_a_row_opens_on_a_phone_without_javascript(tabs: Tabs, path: str) -> None:
    page = tabs.open(path, width=390, javascript=False)
    expect(page.locator(".gap:visible")).to_have_count(0)
    row = page.locator("#row-older-people")
    row.locator(".gaps__open").click()
    filled = int(row.locator(".gaps__open").inner_text().split()[0])
    expect(row.locator(".gap:visible")).to_have_count(filled)
    expect(page.locator(".gap:visible")).to_have_count(filled)
    first = row.locator(".gap a").first
    assert small(page, "#row-older-people :is(.gap a, .gaps__open)") == []
    first.click()
    assert "target_group=older-people" in page.url


def test_the_home_page_leads_a_phone_to_the_open_row(tabs: Tabs) -> None:
    page = tabs.open("", width=390)
    page.locator(".gaps__open[href$=row-carers]").click()
    assert page.url == f"{tabs.address}evidence/#row-carers"
    expect(page.locator("#row-carers .gap a").first).to_be_visible()


def test_a_desk_shows_every_cell_and_no_switch(tabs: Tabs) -> None:
    page = tabs.open(ADDRESSES[0])
    expect(page.locator(".gap:visible")).to_have_count(page.locator(".gap").count())
    expect(page.locator(".gaps__open:visible")).to_have_count(0)
    assert small(page, ".gap a", 24) == []


def test_the_wide_map_scrolls_by_keyboard_with_its_first_column_in_place(tabs: Tabs) -> None:
    page = tabs.open(ADDRESSES[1], width=820)
    frame = page.locator(".gaps__frame")
    frame.focus()
    name = page.locator("tbody th").first
    before = left_of(name)
    page.keyboard.press("ArrowRight")
    page.wait_for_function("() => document.querySelector('.gaps__frame').scrollLeft > 0")
    assert left_of(name) == before


def test_paper_has_the_whole_map(tabs: Tabs) -> None:
    page = tabs.open(ADDRESSES[1], width=390)
    page.emulate_media(media="print")
    reader = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    wide = [sheet for sheet in reader.pages if sheet.mediabox.width > sheet.mediabox.height]
    assert wide == list(reader.pages), "the wide map lies on its side"
    text = " ".join(" ".join(sheet.extract_text() for sheet in reader.pages).split())
    assert "Older people" in text
    assert "Shared outcome" in text


def left_of(part: Locator) -> float:
    box = part.bounding_box()
    assert box is not None
    return box["x"]


def small(page: Page, selector: str, least: int = 44) -> list[str]:
    """What is shown lower than a finger needs."""
    boxes: list[str] = page.locator(selector).evaluate_all(
        """(links, least) => links
            .map((link) => ({ text: link.textContent, height: link.getBoundingClientRect().height }))
            .filter(({ height }) => height > 0 && height < least)
            .map(({ text, height }) => `${text}: ${height}`)""",
        least,
    )
    return boxes
