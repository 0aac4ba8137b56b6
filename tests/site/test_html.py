"""Each page is valid HTML with one heading, an order of headings, a language, a title and a description."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from tests.site.pages import SITE_URL, Page, Site, told
from tests.site.trees import text_of

LEVELS = {f"h{level}": level for level in range(1, 7)}


def test_the_parser_has_nothing_to_object_to(site: Site) -> None:
    errors = [f"{page.path}: {error}" for page in site.pages.values() for error in page.objections()]
    assert errors == [], told(errors)


def test_one_first_heading_and_no_level_is_skipped(site: Site) -> None:
    wrong = []
    for page in site.pages.values():
        headings = [(LEVELS[element.tag], text_of(element)) for element in shown(page.root) if element.tag in LEVELS]
        if [level for level, _ in headings].count(1) != 1:
            wrong.append(f"{page.path}: {[words for level, words in headings if level == 1]} are its h1")
        before = 0
        for level, words in headings:
            if level > before + 1:
                wrong.append(f"{page.path}: h{level} {words!r} follows h{before}")
            before = level
    assert wrong == [], told(wrong)


def test_pages_are_in_english(site: Site) -> None:
    assert {page.facts.lang for page in site.pages.values()} == {"en"}


def test_titles_and_descriptions_are_unique(site: Site) -> None:
    titles = Counter(title for page in site.pages.values() for title in page.facts.titles)
    assert [title for title, times in titles.items() if times > 1] == []
    assert titles.total() == len(site.pages)
    of_practices = [page for page in site.pages.values() if is_practice(page)]
    assert len(of_practices) > 20
    descriptions = Counter(description for page in of_practices for description in page.meta("description"))
    assert [words for words, times in descriptions.items() if times > 1] == []
    assert descriptions.total() == len(of_practices)


def test_every_page_has_one_description_of_a_fitting_length(site: Site) -> None:
    for page in site.pages.values():
        if not page.moved:
            (description,) = page.meta("description")
            assert 30 <= len(description) <= 200, (page.path, description)


def test_the_canonical_address_is_the_pages_own_or_that_of_the_newest_version(site: Site) -> None:
    for page in site.pages.values():
        if page.path == "404.html":
            assert page.canonical() == []
        elif not page.moved:
            newest = re.sub(r"v/\d+/\Z", "", page.address) if page.address.startswith("practices/") else page.address
            assert page.canonical() == [f"{SITE_URL}{newest}"], page.path


def is_practice(page: Page) -> bool:
    return page.address.startswith("practices/") and page.address != "practices/" and not page.moved


def shown(element: Element) -> Iterator[Element]:
    """An element and all inside it but for what is hidden when the page opens."""
    yield element
    for child in element:
        if "hidden" not in child.attrib:
            yield from shown(child)
