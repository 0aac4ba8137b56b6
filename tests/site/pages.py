"""The pages of a built site, with what the tests ask of them."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, lru_cache, partial
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

import yaml

from tests.site.building import ROOT
from tests.site.trees import Facts, Link, facts_of, objections_to, parse

SITE_URL = str(yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))["site_url"]).rstrip("/") + "/"
SITE_PATH = urlsplit(SITE_URL).path

CARD = "/card/index.html"


def told(problems: Sequence[object]) -> str:
    """The first problems, one a line, and how many there are: the message of a failed test."""
    lines = [str(problem) for problem in problems[:12]]
    return "\n".join([f"{len(problems)} problems", *lines, *(["…"] if len(problems) > 12 else [])])


class Page:
    """One page: its path below the site's folder, its HTML and its tree.

    A tree takes ten times the memory of its text, and a site has a thousand pages: what is asked of all of them, test
    after test, is taken down once, and the rest is parsed when it is wanted.
    """

    def __init__(self, path: str, read: Callable[[], str]) -> None:
        self.path = path
        self._read = read
        self._facts: Facts | None = None

    @property
    def html(self) -> str:
        return self._read()

    @property
    def root(self) -> Element:
        return _tree(self)

    @property
    def facts(self) -> Facts:
        if self._facts is None:
            _tree(self)
        assert self._facts is not None
        return self._facts

    def parsed(self) -> Element:
        """The tree, made anew; with the first one the facts are taken down."""
        root = parse(self.html)
        self._facts = self._facts or facts_of(root)
        return root

    def objections(self) -> list[str]:
        """The faults that the HTML standard names, and the first place where the quick tree is not the standard's."""
        return objections_to(self.html, self.root)

    @property
    def address(self) -> str:
        """The address below the site's root: ``practices/maia/``."""
        return self.path.removesuffix("index.html")

    @property
    def moved(self) -> bool:
        """True for the page at a former address, which only leads on."""
        return any(meta.get("http-equiv") == "refresh" for meta in self.facts.metas)

    @property
    def ids(self) -> list[str]:
        return self.facts.ids

    def links(self) -> list[tuple[Link, str]]:
        """Every element with an address of any kind, as (element, address)."""
        return self.facts.links

    def meta(self, name: str) -> list[str]:
        return [meta.get("content", "") for meta in self.facts.metas if meta.get("name") == name]

    def policies(self) -> list[str]:
        wanted = "content-security-policy"
        metas = self.facts.metas
        return [meta.get("content", "") for meta in metas if meta.get("http-equiv", "").lower() == wanted]

    def canonical(self) -> list[str]:
        return self.facts.canonical

    def target(self, link: str) -> str | None:
        """The path below the site's root that a link means, without query and anchor; None if it leads out of it."""
        path = unquote(urlsplit(link).path)
        if path.startswith("/"):
            return posixpath.normpath(path.removeprefix(SITE_PATH) or ".").removeprefix(".")
        if not path:
            return self.path
        full = posixpath.normpath(posixpath.join("/root", posixpath.dirname(self.path), path))
        return full.removeprefix("/root").lstrip("/") if f"{full}/".startswith("/root/") else None


@lru_cache(maxsize=100)
def _tree(page: Page) -> Element:
    """The tree of a page; as many are kept as there are practices, whose pages many tests ask one after the other."""
    return page.parsed()


class Site:
    """A built site in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @cached_property
    def files(self) -> set[str]:
        return {path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*") if path.is_file()}

    @cached_property
    def pages(self) -> dict[str, Page]:
        """Every page but the cards."""
        return self._named(path for path in self.files if path.endswith(".html") and not path.endswith(CARD))

    @cached_property
    def cards(self) -> dict[str, Page]:
        """The cards of practices, which only frames on other sites show."""
        return self._named(path for path in self.files if path.endswith(CARD))

    def _named(self, paths: Iterable[str]) -> dict[str, Page]:
        return {path: Page(path, partial((self.folder / path).read_text, encoding="utf-8")) for path in sorted(paths)}

    def page(self, address: str) -> Page:
        """The page at an address such as ``practices/maia/``."""
        return self.pages[f"{address}index.html"]

    def file_at(self, target: str) -> str | None:
        """The file that a server shows for a path below the root, or None."""
        if target in self.files:
            return target
        index = f"{target}/index.html" if target else "index.html"
        return index if index in self.files else None


def is_foreign(link: str) -> bool:
    """True if a link leads to another host, or is no address in the site at all (mailto, data)."""
    parts = urlsplit(link)
    return bool(parts.scheme or parts.netloc)


def dead_links(site: Site) -> list[str]:
    """Every internal link, source and anchor that leads to nothing, or with an absolute path where none may be."""
    found = []
    for page in site.pages.values():
        for element, link in page.links():
            if is_foreign(link):
                continue
            path = urlsplit(link).path
            where = f"{page.path}: <{element.tag} {link!r}>"
            if page.path == "404.html":
                if path and not path.startswith(SITE_PATH):
                    found.append(f"{where} must begin with {SITE_PATH}, since this page is shown at any depth")
                    continue
            elif path.startswith("/"):
                found.append(f"{where} is an absolute path")
                continue
            target = page.target(link)
            file = None if target is None else site.file_at(target)
            if file is None:
                found.append(f"{where} leads to no file" if target is not None else f"{where} leads out of the site")
                continue
            if file.endswith("/index.html") and element.tag == "a" and path and not path.endswith(("/", ".html", ".")):
                found.append(f"{where} leads to a folder without a final slash")
            fragment = unquote(urlsplit(link).fragment)
            if fragment and file in site.pages and fragment not in site.pages[file].ids:
                found.append(f"{where}: no such id in {file}")
    return found
