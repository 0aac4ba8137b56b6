"""The full-text search as a reader uses it: in the dialog, by keyboard, on its page, and when something is wrong."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.site.collection import Record
from tests.site.tabs import Tabs

FIRST_QUERY_LIMIT = 250_000
"""Bytes that a first search may fetch."""


def dialog(page: Page) -> Locator:
    return page.get_by_role("dialog", name="Search")


def search(page: Page, words: str) -> Locator:
    """Opens the dialog, types, and gives the links of the results."""
    if not dialog(page).is_visible():
        page.keyboard.press("/")
    dialog(page).get_by_role("searchbox").fill(words)
    expect(dialog(page).get_by_role("status")).to_contain_text("result")
    return dialog(page).locator("[data-search-results] a")


@pytest.mark.parametrize("key", ["/", "Control+k", "Meta+k"])
def test_a_key_opens_and_escape_closes_the_search(tabs: Tabs, key: str) -> None:
    page = tabs.open("about/")
    page.keyboard.press(key)
    expect(dialog(page).get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("Escape")
    expect(dialog(page)).to_be_hidden()


def test_a_slash_in_a_field_is_a_slash(tabs: Tabs) -> None:
    page = tabs.catalogue()
    page.locator("#filter-text").press("/")
    expect(dialog(page)).to_be_hidden()
    expect(page.locator("#filter-text")).to_have_value("/")


def test_the_link_in_the_header_opens_the_search_and_gets_the_focus_back(tabs: Tabs) -> None:
    page = tabs.open("about/")
    opener = page.get_by_role("button", name="Search", exact=True)
    opener.focus()
    page.keyboard.press("Enter")
    expect(dialog(page)).to_be_visible()
    dialog(page).get_by_role("button", name="Close").click()
    expect(opener).to_be_focused()


def test_arrows_and_enter_lead_to_a_result(tabs: Tabs) -> None:
    page = tabs.open("about/")
    results = search(page, "gestionnaire de cas")
    page.keyboard.press("ArrowDown")
    expect(results.first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(dialog(page).get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/practices/maia/")


def test_words_from_the_middle_of_an_entry_are_found_and_marked(tabs: Tabs, practices: list[Record]) -> None:
    practice = next(item for item in practices if item["slug"] == "kotitori")
    words = " ".join(practice["findings"][0]["statement"].rstrip(".").split()[2:8])
    page = tabs.open("")
    results = search(page, words)
    expect(results.filter(has_text="Kotitori")).to_have_count(1)
    expect(dialog(page).locator("mark").first).to_be_visible()


def test_every_practice_is_found_by_its_name_and_its_local_name(tabs: Tabs, practices: list[Record]) -> None:
    page = tabs.open("about/")
    lost = []
    for practice in practices[::4]:
        for name in {practice["name"], practice.get("local_name", practice["name"])}:
            links = search(page, name)
            try:
                expect(links.and_(page.locator(f"a[href$='practices/{practice['slug']}/']"))).to_have_count(1)
            except AssertionError:
                lost.append(name)
    assert lost == []


def test_an_index_in_parts_finds_what_is_in_each_part(many_tabs: Tabs, many: list[Record], many_folder: Path) -> None:
    parts = json.loads((many_folder / "search" / "engine" / "parts.json").read_text(encoding="utf-8"))["parts"]
    assert parts > 1
    page = many_tabs.open("about/")
    for practice in many[: 8 * parts]:
        results = search(page, practice["name"])
        expect(results.first).to_have_attribute("href", f"{many_tabs.address}practices/{practice['slug']}/")


def test_a_typo_in_a_name_is_forgiven(tabs: Tabs) -> None:
    page = tabs.open("about/")
    expect(search(page, "kotiotri").filter(has_text="Kotitori: one counter")).to_have_count(1)


def test_results_are_grouped_by_kind_of_page(tabs: Tabs) -> None:
    page = tabs.open("about/")
    search(page, "integrated care conference")
    headings = dialog(page).get_by_role("heading", level=2).all_inner_texts()
    assert "Events" in headings
    assert headings == [kind for kind in ("Practices", "Events", "Terms", "Pages") if kind in headings]


def test_a_hand_written_page_is_found(tabs: Tabs) -> None:
    page = tabs.open("")
    expect(search(page, "Maryland Scientific Methods Scale").filter(has_text="How levels are computed")).to_have_count(
        1
    )


def test_nothing_found_says_what_to_try(tabs: Tabs) -> None:
    page = tabs.open("about/")
    page.keyboard.press("/")
    dialog(page).get_by_role("searchbox").fill("qqqxyzzy")
    expect(dialog(page).get_by_role("status")).to_contain_text("Nothing found. Try fewer or other words")


def test_enter_in_the_field_leads_to_the_page_with_all_results(tabs: Tabs) -> None:
    page = tabs.open("about/")
    search(page, "dementia")
    dialog(page).get_by_role("searchbox").press("Enter")
    page.wait_for_url("**/search/?q=dementia")
    expect(page.get_by_role("searchbox")).to_have_value("dementia")
    expect(page.locator("[data-search-results] a").first).to_be_visible()
    page.get_by_role("searchbox").fill("housing")
    expect(page).to_have_url(f"{tabs.address}search/?q=housing")


def test_an_overlong_query_in_an_address_is_cut(tabs: Tabs) -> None:
    page = tabs.open(f"search/?q={'dementia+' * 200}")
    expect(page.locator("[data-search-page] [data-search-status]")).not_to_be_empty()
    assert len(page.get_by_role("searchbox").input_value()) <= 200


def test_an_address_cannot_put_html_into_the_page(tabs: Tabs) -> None:
    page = tabs.open("search/?q=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E+dementia")
    expect(page.locator("[data-search-page] [data-search-status]")).not_to_be_empty()
    assert page.locator("[data-search-results] img").count() == 0


def test_an_index_that_cannot_be_loaded_leaves_a_way_on(tabs: Tabs) -> None:
    page = tabs.open("about/")

    def gone(route: Route) -> None:
        route.fulfill(status=200, content_type="text/javascript", body="throw new Error('cut off');")

    page.route("**/search/engine/pagefind.js", gone)
    page.keyboard.press("/")
    dialog(page).get_by_role("searchbox").fill("dementia")
    expect(dialog(page).get_by_role("status")).to_contain_text("The search could not be loaded.")
    page.unroute("**/search/engine/pagefind.js")


def test_a_first_search_fetches_little(tabs: Tabs, site_folder: Path) -> None:
    page = tabs.open("about/")
    fetched: list[str] = []
    page.on("response", lambda response: fetched.append(response.url))
    search(page, "case manager")
    sizes = {url: size_on_the_way(site_folder / url.removeprefix(tabs.address).partition("?")[0]) for url in fetched}
    assert sum(sizes.values()) < FIRST_QUERY_LIMIT, sizes


def size_on_the_way(path: Path) -> int:
    """Bytes of a file as servers send it: text compressed, what Pagefind has compressed itself as it is."""
    content = path.read_bytes()
    return len(gzip.compress(content)) if path.suffix in (".js", ".json", ".html", ".css") else len(content)


def test_excerpts_are_words_without_marks_of_citations_or_markdown(tabs: Tabs) -> None:
    page = tabs.open("search/?q=case+manager")
    results = page.locator("[data-search-results] li p")
    expect(results.first).to_be_visible()
    excerpts = results.all_inner_texts()
    assert len(excerpts) > 10
    assert [text for text in excerpts if "[@" in text or "*" in text] == []
    cut = [text for text in excerpts if text[0].islower() or text[-1].isalnum()]
    assert cut == [], "an excerpt that begins or ends in the middle of a sentence says so"
