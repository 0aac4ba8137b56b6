"""The sitemap and robots.txt tell search engines about exactly the pages that exist."""

from __future__ import annotations

import datetime
from xml.etree import ElementTree

from tests.site.pages import SITE_URL, Page, Site

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def wants_no_index(page: Page) -> bool:
    """True for the past of an entry, which search engines are asked to leave out."""
    return page.meta("robots") == ["noindex"]


def test_the_sitemap_lists_every_page_under_the_sites_address(site: Site) -> None:
    root = ElementTree.parse(site.folder / "sitemap.xml").getroot()
    assert root.tag == f"{SITEMAP}urlset"
    listed = [location.text or "" for location in root.iter(f"{SITEMAP}loc")]
    found = [page for page in site.pages.values() if not page.moved and page.path != "404.html"]
    pages = {f"{SITE_URL}{page.address}" for page in found if not wants_no_index(page)}
    assert sorted(listed) == sorted(pages)


def test_dates_of_change_are_dates_of_the_past(site: Site) -> None:
    root = ElementTree.parse(site.folder / "sitemap.xml").getroot()
    dates = [datetime.date.fromisoformat((element.text or "")[:10]) for element in root.iter(f"{SITEMAP}lastmod")]
    assert len(dates) > 20
    assert max(dates) <= datetime.date.today()


def test_robots_may_read_all_and_find_the_sitemap(site: Site) -> None:
    lines = (site.folder / "robots.txt").read_text(encoding="utf-8").splitlines()
    assert f"Sitemap: {SITE_URL}sitemap.xml" in lines
    assert not [line for line in lines if line.startswith("Disallow") and line != "Disallow:"]
