"""The map in a real browser: marks are reached by keyboard, seen apart, and lead where they say."""

from __future__ import annotations

import gzip
from itertools import combinations
from urllib.parse import urlsplit

from playwright.sync_api import Page, expect

from tests.site.collection import Record
from tests.site.pages import Site
from tests.site.tabs import Tabs, settle
from tests.site.trees import text_of

MARKS = "svg.europe a.spot:visible"
MIDDLES = """
(marks) => marks.map((mark) => {
  const box = mark.querySelector(".spot__hit").getBoundingClientRect();
  return [box.x + box.width / 2, box.y + box.height / 2];
})
"""


def apart(page: Page) -> float:
    """The least distance between the middles of two marks, in CSS pixels."""
    middles = page.locator(MARKS).evaluate_all(MIDDLES)
    least: float = min(((x - a) ** 2 + (y - b) ** 2) ** 0.5 for (x, y), (a, b) in combinations(middles, 2))
    return least


def test_every_mark_is_a_link_with_a_name_in_the_order_of_the_list(tabs: Tabs) -> None:
    page = tabs.open("map/")
    links = page.get_by_role("group", name="Map of Europe").get_by_role("link")
    assert links.count() == page.locator(MARKS).count() > 15
    page.locator(".map__skip").focus()
    names = []
    for place in range(5):
        page.keyboard.press("Tab")
        expect(links.nth(place)).to_be_focused()
        names.append(page.evaluate("() => document.activeElement.querySelector('title').textContent"))
    assert all(": " in name for name in names)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: url != f"{tabs.address}map/")


def test_marks_are_far_enough_apart_for_a_pointer(tabs: Tabs) -> None:
    """24 CSS pixels, as WCAG 2.2 asks (2.5.8), wherever single places are shown."""
    page = tabs.open("map/")
    for width in (1440, 1100, 820):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.locator(".europe .spot--local:visible").count() > 0
        assert apart(page) >= 24, width


def test_a_phone_shows_a_number_for_each_country(tabs: Tabs, practices: list[Record]) -> None:
    page = tabs.open("map/", width=390)
    assert page.locator(".europe .spot--local:visible").count() == 0
    countries = {code for practice in practices for code in practice["countries"]}
    assert page.locator(MARKS).count() == len(countries)
    assert apart(page) >= 16
    page.get_by_role("link", name="Finland: ").click(position={"x": 9, "y": 9})
    assert urlsplit(page.url).path == "/countries/fi/"


def test_a_number_leads_to_its_lines_in_the_list(tabs: Tabs) -> None:
    page = tabs.open("map/", javascript=False)
    cluster = page.locator(f"{MARKS}[href^='#']").first
    count = int(cluster.locator("text").inner_html())
    cluster.focus()
    page.keyboard.press("Enter")
    names = page.locator("dl:target dd a").all_inner_texts()
    assert len(set(names)) == count > 1


def test_table_and_map_count_what_the_data_hold(site: Site, practices: list[Record]) -> None:
    page = site.page("map/")
    (table,) = [part for part in page.root.iter("table") if part.get("class") == "countries"]
    rows = [[text_of(cell) for cell in row] for row in table.iter("tr")][1:]
    told = {row[0]: int(row[1]) for row in rows}
    names = [text_of(heading) for heading in page.root.iter("h3")]
    assert names == list(told)
    assert sum(told.values()) == sum(len(practice["countries"]) for practice in practices)
    linked = {page.target(link) for element, link in page.links() if element.tag == "a"}
    assert {f"practices/{practice['slug']}" for practice in practices} <= linked


def test_the_map_stays_small(site: Site) -> None:
    assert packed(site, "map/index.html") < 60_000
    whole = (site.folder / "index.html").read_text(encoding="utf-8")
    before, figure = whole.split('<svg class="europe', 1)
    figure, after = figure.split("</svg>", 1)
    assert packed(site, "index.html") - len(gzip.compress(f"{before}{after}".encode())) < 25_000


def test_the_map_is_dark_in_the_dark(tabs: Tabs) -> None:
    page = tabs.open("map/", scheme="dark")
    settle(page)
    fill = "() => getComputedStyle(document.querySelector('.europe__land')).fill"
    red, green, blue = (int(part) for part in page.evaluate(fill).removeprefix("rgb(").removesuffix(")").split(","))
    assert (red + green + blue) / 3 < 80


def packed(site: Site, path: str) -> int:
    return len(gzip.compress((site.folder / path).read_bytes()))
