"""The pages of a built site, parsed once, with what the tests ask of them."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import zip_longest
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

import html5lib
import yaml
from lxml import etree

from tests.site.building import ROOT

SITE_URL = str(yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))["site_url"]).rstrip("/") + "/"
SITE_PATH = urlsplit(SITE_URL).path

CARD = "/card/index.html"
SVG = "{http://www.w3.org/2000/svg}"
BLANKS = re.compile(r"\s+")
LINKING = ("href", "src", "action", "data-catalogue")


def plain(text: str) -> str:
    """Text with every run of blank space as one space."""
    return " ".join(text.split())


def text_of(element: Element) -> str:
    return plain("".join(element.itertext()))


def told(problems: Sequence[object]) -> str:
    """The first problems, one a line, and how many there are: the message of a failed test."""
    lines = [str(problem) for problem in problems[:12]]
    return "\n".join([f"{len(problems)} problems", *lines, *(["…"] if len(problems) > 12 else [])])


class Page:
    """One page: its path below the site's folder, its HTML and its tree.

    The tree comes from a parser that is a dozen times as quick as the strict one and forgives faults; ``objections``
    says what the strict one objects to, and whether its tree is another.
    """

    def __init__(self, path: str, html: str) -> None:
        self.path = path
        self.html = html

    @cached_property
    def root(self) -> Element:
        parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
        root: Element = etree.fromstring(self.html.encode(), parser)
        for drawing in root.iter("svg"):
            for element in drawing.iter():
                element.tag = f"{SVG}{element.tag}"
        for element in root.iter():
            for name, value in element.attrib.items():
                if name == value and f'{name}="{value}"' not in self.html:
                    element.attrib[name] = ""  # this parser gives an attribute without a value its own name as value
        return root

    def objections(self) -> list[str]:
        """The faults that the HTML standard names, and the first place where the quick tree is not the standard's."""
        parser = html5lib.HTMLParser(namespaceHTMLElements=False)
        strict = parser.parse(self.html)
        found = [f"{position}: {code} {data}" for position, code, data in parser.errors]
        for ours, standard in zip_longest(_steps(self.root), _steps(strict)):
            if ours != standard:
                return [*found, f"the tree has {ours}, by the standard {standard}"]
        return found

    @property
    def address(self) -> str:
        """The address below the site's root: ``practices/maia/``."""
        return self.path.removesuffix("index.html")

    @property
    def moved(self) -> bool:
        """True for the page at a former address, which only leads on."""
        return any(meta.get("http-equiv") == "refresh" for meta in self.root.iter("meta"))

    @cached_property
    def ids(self) -> list[str]:
        return [element.attrib["id"] for element in self.root.iter() if "id" in element.attrib]

    def links(self) -> Iterator[tuple[Element, str]]:
        """Every element with an address of any kind, as (element, address)."""
        for element in self.root.iter():
            for name in LINKING:
                if name in element.attrib:
                    yield element, element.attrib[name]

    def meta(self, name: str) -> list[str]:
        return [meta.get("content", "") for meta in self.root.iter("meta") if meta.get("name") == name]

    def policies(self) -> list[str]:
        wanted = "content-security-policy"
        metas = self.root.iter("meta")
        return [meta.get("content", "") for meta in metas if meta.get("http-equiv", "").lower() == wanted]

    def canonical(self) -> list[str]:
        return [link.get("href", "") for link in self.root.iter("link") if link.get("rel") == "canonical"]

    def target(self, link: str) -> str | None:
        """The path below the site's root that a link means, without query and anchor; None if it leads out of it."""
        path = unquote(urlsplit(link).path)
        if path.startswith("/"):
            return posixpath.normpath(path.removeprefix(SITE_PATH) or ".").removeprefix(".")
        if not path:
            return self.path
        full = posixpath.normpath(posixpath.join("/root", posixpath.dirname(self.path), path))
        return full.removeprefix("/root").lstrip("/") if f"{full}/".startswith("/root/") else None


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
        return self._parsed(path for path in self.files if path.endswith(".html") and not path.endswith(CARD))

    @cached_property
    def cards(self) -> dict[str, Page]:
        """The cards of practices, which only frames on other sites show."""
        return self._parsed(path for path in self.files if path.endswith(CARD))

    def _parsed(self, paths: Iterable[str]) -> dict[str, Page]:
        return {path: Page(path, (self.folder / path).read_text(encoding="utf-8")) for path in sorted(paths)}

    def page(self, address: str) -> Page:
        """The page at an address such as ``practices/maia/``."""
        return self.pages[f"{address}index.html"]

    def file_at(self, target: str) -> str | None:
        """The file that a server shows for a path below the root, or None."""
        if target in self.files:
            return target
        index = f"{target}/index.html" if target else "index.html"
        return index if index in self.files else None


def _steps(element: Element, around: str = "") -> Iterator[tuple[str, dict[str, str], str]]:
    """A tree in the order of its text: each element with its attributes and text, and its end with what follows it.

    Names are in small letters, since only one of the parsers keeps the capitals of drawings.
    """
    name = element.tag.lower()
    yield name, {key.lower(): value for key, value in element.attrib.items()}, _said(element.text, name)
    for child in element:
        if isinstance(child.tag, str):
            yield from _steps(child, name)
    yield f"/{name}", {}, _said(element.tail, around)


def _said(text: str | None, place: str) -> str:
    """Text with each run of blank space as one space, and none at the edges of the parts of a page.

    There the parsers put it into different elements.
    """
    words = BLANKS.sub(" ", text or "")
    return words.strip() if place in ("", "html", "head", "body") else words


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
