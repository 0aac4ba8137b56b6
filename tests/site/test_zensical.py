"""The site outlives its theme engine: Zensical builds the same tree."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.site.building import ROOT, build
from tests.site.conftest import kept_tabs, one_test, serving
from tests.site.pages import Page, Site, dead_links, told
from tests.site.tabs import KINDS, Tabs, settle
from tests.site.trees import text_of

pytestmark = pytest.mark.zensical


@pytest.fixture(scope="module")
def zensical(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return Site(build(ROOT, tmp_path_factory.mktemp("zensical") / "site", "--engine", "zensical"))


@pytest.fixture
def zensical_tabs(zensical: Site, browser: Browser) -> Iterator[Tabs]:
    with serving(zensical.folder) as address, kept_tabs(browser, address) as tabs, one_test(tabs):
        yield tabs


def apart_from_the_theme(site: Site) -> set[str]:
    return {path for path in site.files if not path.startswith(("assets/stylesheets/", "assets/images/"))}


def article(page: Page) -> str:
    return " ".join(text_of(part) for part in page.root.iter("article"))


def test_the_same_files(site: Site, zensical: Site) -> None:
    assert sorted(apart_from_the_theme(site) ^ apart_from_the_theme(zensical)) == []


def test_data_and_assets_have_the_same_bytes(site: Site, zensical: Site) -> None:
    paths = [path for path in apart_from_the_theme(site) if not path.endswith(".html")]
    assert {"data/practices.json", "practices/catalogue.json", "sitemap.xml"} <= {*paths}
    differ = [path for path in paths if read(site.folder / path) != read(zensical.folder / path)]
    assert differ == []


def test_pages_made_from_data_read_the_same(site: Site, zensical: Site) -> None:
    differ = [
        path
        for path in site.pages
        if not path.startswith("about/") and article(site.pages[path]) != article(zensical.pages[path])
    ]
    assert differ == []
    assert article(zensical.page("practices/maia/")) != ""


def test_hand_written_pages_have_the_same_words(site: Site, zensical: Site) -> None:
    paths = [path for path in site.pages if path.startswith("about/")]
    assert paths
    differ = [path for path in paths if article(site.pages[path]) != article(zensical.pages[path])]
    assert differ == []


def test_every_internal_link_resolves(zensical: Site) -> None:
    dead = dead_links(zensical)
    assert dead == [], told(dead)


def test_the_masthead_leads_home_from_every_page(zensical: Site) -> None:
    astray = []
    for page in zensical.pages.values():
        homes = [link for element, link in page.links() if (element.tag, element.kind) == ("a", "masthead__name")]
        astray += [page.path for link in homes if page.target(link) != ""]
    assert astray == [], told(astray)


@pytest.mark.parametrize("kind", ["home", "practice", "catalogue", "about"])
def test_no_error_in_the_browser(zensical_tabs: Tabs, kind: str) -> None:
    page = zensical_tabs.open(KINDS[kind])
    settle(page)
    assert page.locator("h1").count() == 1
    assert zensical_tabs.faults == []


def read(path: Path) -> bytes:
    return path.read_bytes()
