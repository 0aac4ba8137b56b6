"""The catalogue names beforehand what its script will ask for, so that the browser fetches it all at once."""

from __future__ import annotations

import posixpath
import re

from tests.site.pages import Page, Site

IMPORT = re.compile(r'^import .*?"(\..*?)";$', re.MULTILINE)


def imported(site: Site, module: str) -> set[str]:
    """The modules that a module imports at its start, and those that they import."""
    found: set[str] = set()
    left = [module]
    while left:
        path = left.pop()
        text = (site.folder / path).read_text(encoding="utf-8")
        names = {posixpath.normpath(posixpath.join(posixpath.dirname(path), name)) for name in IMPORT.findall(text)}
        left += names - found
        found |= names
    return found


def linked(page: Page, rel: str) -> list[str]:
    links = (element for element in page.root.iter("link") if element.get("rel") == rel)
    return sorted(page.target(element.attrib["href"]) or "" for element in links)


def test_the_catalogue_preloads_its_modules_and_its_index(site: Site) -> None:
    page = site.page("practices/")
    assert linked(page, "modulepreload") == sorted(imported(site, "assets/scripts/catalogue.js"))
    assert "practices/catalogue.json" in linked(page, "preload")
