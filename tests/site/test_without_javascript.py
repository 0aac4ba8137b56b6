"""Without JavaScript every practice, every list and every citation is still reachable."""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.sync_api import Page, expect

from tests.site.collection import FACETS, Record
from tests.site.pages import Site
from tests.site.tabs import Tabs

FOLDERS = (
    "target-groups",
    "integration",
    "mechanisms",
    "outcomes",
    "directions",
    "evidence",
    "sectors",
    "countries",
    "life-cycle",
    "place-levels",
)


def shown_names(page: Page) -> set[str]:
    return {name.strip() for name in page.locator(".card__name:visible").all_text_contents()}


def every_name(page: Page) -> set[str]:
    """The names on this page of a list and on all that follow."""
    names = shown_names(page)
    while page.locator("a[rel=next]").count():
        with page.expect_navigation():
            page.locator("a[rel=next]").click()
        names |= shown_names(page)
    return names


def test_the_catalogue_shows_every_practice(tabs: Tabs, practices: list[Record]) -> None:
    page = tabs.open("practices/", javascript=False)
    assert every_name(page) == {practice["name"] for practice in practices}
    assert page.locator("[data-needs-script]:visible").count() == 0
    assert page.locator("button:visible").count() == 0


def test_the_terms_of_the_catalogue_lead_to_their_practices(tabs: Tabs, practices: list[Record]) -> None:
    page = tabs.open("practices/", javascript=False)
    assert page.locator("[data-facet]").count() >= len(FACETS)
    link = page.locator("[data-facet=target_group] [data-term=older-people] a")
    link.click()
    assert urlsplit(page.url).path == "/target-groups/older-people/"
    for_older = {practice["name"] for practice in practices if "older-people" in practice["target_groups"]}
    assert every_name(page) == for_older
    page.locator(".card__name a").first.click()
    expect(page.locator("h1")).to_have_count(1)
    assert "/practices/" in page.url


def test_a_closed_facet_opens(tabs: Tabs) -> None:
    page = tabs.open("practices/", javascript=False)
    country = page.locator("details[data-facet=country]")
    country.locator("summary").click()
    country.get_by_role("link", name="Finland").click()
    assert urlsplit(page.url).path == "/countries/fi/"


def test_the_search_leads_to_the_lists(tabs: Tabs) -> None:
    page = tabs.open("practices/maia/", javascript=False)
    page.get_by_role("link", name="Search").click()
    assert urlsplit(page.url).path == "/search/"
    expect(page.get_by_text("Searching needs JavaScript")).to_be_visible()
    expect(page.locator("input:visible")).to_have_count(0)
    page.get_by_role("main").get_by_role("link", name="All practices").click()
    assert urlsplit(page.url).path == "/practices/"


def test_a_citation_leads_to_its_source_and_back(tabs: Tabs) -> None:
    page = tabs.open("practices/maia/", javascript=False)
    page.locator("sup.cite a").first.click()
    assert urlsplit(page.url).fragment == "source-1"
    page.locator("#source-1 .source__back a").first.click()
    assert urlsplit(page.url).fragment == "cite-1-1"


def test_every_practice_is_listed_on_a_page_of_each_kind_of_term(site: Site, practices: list[Record]) -> None:
    all_practices = {f"practices/{practice['slug']}" for practice in practices}
    with_findings = {f"practices/{item['slug']}" for item in practices if item["derived"]["level"]}
    for folder in FOLDERS:
        linked = set()
        for path, page in site.pages.items():
            if path.startswith(f"{folder}/") and path.count("/") >= 2:
                linked |= {page.target(link) for element, link in page.links() if element.tag == "a"}
        expected = with_findings if folder in ("outcomes", "directions", "evidence") else all_practices
        assert expected <= linked, folder
