"""The feeds of the built site, read by feedparser and by the grammar of RFC 4287, and linked where they belong."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import feedparser
import pytest
from lxml import etree

from tests.site.building import ROOT
from tests.site.collection import Record
from tests.site.pages import SITE_URL, Site

FOLLOWED: dict[str, Callable[[Record], list[str]]] = {
    "target-groups": lambda practice: practice["target_groups"],
    "integration": lambda practice: practice["derived"]["integration_kinds"],
    "countries": lambda practice: practice["countries"],
}


@pytest.fixture(scope="module")
def feeds(site_folder: Path) -> dict[str, Any]:
    """Every feed by its path, read without anything to mend."""
    grammar = etree.RelaxNG(etree.parse(ROOT / "tests" / "data" / "atom.rng"))
    found = {}
    for path in sorted(site_folder.rglob("feed.xml")):
        assert grammar.validate(etree.parse(path)), f"{path}: {grammar.error_log}"
        headers = {"content-type": "application/atom+xml; charset=utf-8"}
        parsed = feedparser.parse(path.read_bytes(), response_headers=headers)
        assert not parsed.bozo, f"{path}: {parsed.bozo_exception}"
        found[path.relative_to(site_folder).as_posix()] = parsed
    return found


def slugs(feed: Any) -> list[str]:
    return [item.id.removeprefix(f"{SITE_URL}practices/").rstrip("/") for item in feed.entries]


def test_there_is_a_feed_for_all_and_for_each_term(feeds: dict[str, Any], practices: list[Record]) -> None:
    expected = {"changes/feed.xml"}
    for folder, terms in FOLLOWED.items():
        expected |= {f"{folder}/{term.lower()}/feed.xml" for practice in practices for term in terms(practice)}
    assert feeds.keys() == expected


def test_each_feed_holds_the_practices_that_changed_last(feeds: dict[str, Any], practices: list[Record]) -> None:
    for path, feed in feeds.items():
        folder, _, term = path.removesuffix("/feed.xml").partition("/")
        of_term = [
            practice
            for practice in practices
            if folder == "changes" or term in [name.lower() for name in FOLLOWED[folder](practice)]
        ]
        last = sorted(of_term, key=lambda item: item["slug"])
        last.sort(key=lambda item: (item["derived"]["changed"], item["derived"]["created"]), reverse=True)
        assert slugs(feed) == [item["slug"] for item in last][:50], path


def test_entries_tell_what_the_data_tell(feeds: dict[str, Any], practices: list[Record]) -> None:
    by_slug = {practice["slug"]: practice for practice in practices}
    for item in feeds["changes/feed.xml"].entries:
        practice = by_slug[item.id.split("/")[-2]]
        assert item.id == item.link == practice["url"]
        assert item.title == practice["name"]
        assert item.published == f"{practice['derived']['created']}T00:00:00Z"
        assert item.updated == f"{practice['derived']['changed']}T00:00:00Z"
        assert item.summary.endswith(practice["summary"].strip())


def test_each_feed_lies_where_it_says_and_leads_to_its_page(feeds: dict[str, Any], site: Site) -> None:
    for path, feed in feeds.items():
        links = {link.rel: link.href for link in feed.feed.links}
        assert links["self"] == f"{SITE_URL}{path}"
        assert site.page(links["alternate"].removeprefix(SITE_URL)) is not None


def test_pages_name_the_feed_that_belongs_to_them(feeds: dict[str, Any], site: Site) -> None:
    named: dict[str, list[str]] = {}
    for page in site.pages.values():
        for link, address in page.links():
            if link.tag == "link" and link.type == "application/atom+xml":
                assert link.rel == "alternate"
                named.setdefault(page.target(address) or "", []).append(page.address)
    assert named.keys() == feeds.keys()
    assert {"", "changes/", "practices/"} <= {*named["changes/feed.xml"]}
    for path, pages in named.items():
        if path != "changes/feed.xml":
            assert path.removesuffix("feed.xml") in pages
