"""Zotero's own translators, run on the finished pages in a browser, save a complete report."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.site.building import ROOT
from tests.site.conftest import serving
from tests.site.pages import SITE_URL, Site

Save = Callable[[str, str], dict[str, Any]]
TRANSLATORS = ROOT / "node_modules" / "ztractor" / "dist"
SAVE = """async ([html, url]) => {
  const { extractMetadata } = await import("/index.js");
  return await extractMetadata({ url, html, network: "deny", timeout: 60000 });
}"""


@pytest.fixture(scope="module")
def save(browser: Browser) -> Iterator[Save]:
    """What Zotero saves of a page, given its HTML and its address."""
    assert TRANSLATORS.is_dir(), "node_modules is not filled; run: make check-code"
    with serving(TRANSLATORS) as address:
        page = browser.new_page()
        page.goto(f"{address}index.d.ts")

        def run(html: str, url: str) -> dict[str, Any]:
            result = page.evaluate(SAVE, [html, url])
            assert result["success"], result
            assert (result["translator"], len(result["items"])) == ("Embedded Metadata", 1)
            item: dict[str, Any] = result["items"][0]
            return item

        yield run
        page.close()


@pytest.mark.parametrize("slug", ["kotitori", "troubled-families", "flexible-assertive-community-treatment"])
def test_zotero_saves_a_practice_as_a_complete_report(site: Site, save: Save, slug: str) -> None:
    page = site.page(f"practices/{slug}/")
    item = save(page.html, f"{SITE_URL}practices/{slug}/")
    tags = {name: page.meta(f"citation_{name}") for name in ("title", "publication_date", "abstract")}
    assert item["itemType"] == "report"
    assert [item["title"], item["date"], item["abstractNote"]] == [content for [content] in tags.values()]
    assert item["institution"] == "Common Thread"
    assert item["number"].startswith("Revision ")
    assert item["language"] == "en"
    assert item["url"] == f"{SITE_URL}practices/{slug}/"
    assert item["creators"] == [{"lastName": "Common Thread editors", "creatorType": "author"}]


def test_it_takes_apart_the_names_of_people_but_not_of_a_body(site: Site, save: Save) -> None:
    html = site.page("practices/kotitori/").html
    one = '<meta name="citation_author" content="Common Thread editors,">'
    assert html.count(one) == 1
    item = save(html.replace(one, f'{one}<meta name="citation_author" content="Ada Maria Pebble">'), SITE_URL)
    assert item["creators"] == [
        {"lastName": "Common Thread editors", "creatorType": "author"},
        {"firstName": "Ada Maria", "lastName": "Pebble", "creatorType": "author"},
    ]


@pytest.mark.parametrize("path", ["events/icic16-barcelona-2016/", "countries/fi/"])
def test_zotero_saves_events_and_lists_as_reports_by_the_editors(site: Site, save: Save, path: str) -> None:
    page = site.page(path)
    item = save(page.html, f"{SITE_URL}{path}")
    assert (item["itemType"], item["institution"], item["url"]) == ("report", "Common Thread", f"{SITE_URL}{path}")
    assert [item["title"], item["date"]] == [*page.meta("citation_title"), *page.meta("citation_publication_date")]
    assert item["creators"] == [{"lastName": "Common Thread editors", "creatorType": "author"}]
