"""A page names beforehand the modules that its script imports, all of them and no others."""

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


def test_modules_that_a_page_preloads_are_those_it_imports(site: Site) -> None:
    wrong = {}
    for path, page in site.pages.items():
        modules = [element.attrib["src"] for element in page.root.iter("script") if element.get("type") == "module"]
        needed = sorted(set().union(*(imported(site, page.target(module) or "") for module in modules)))
        if linked(page, "modulepreload") != needed:
            wrong[path] = needed
    assert wrong == {}


def test_the_catalogue_preloads_its_index(site: Site) -> None:
    assert "practices/catalogue.json" in linked(site.page("practices/"), "preload")
