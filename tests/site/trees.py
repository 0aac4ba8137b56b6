"""The tree of a page by a quick parser, the facts taken down from it, and what a strict parser says of both."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from sys import intern
from typing import NamedTuple
from xml.etree.ElementTree import Element

import html5lib
from lxml import etree

SVG = "{http://www.w3.org/2000/svg}"
BLANKS = re.compile(r"\s+")
LINKING = ("href", "src", "action", "data-catalogue")
REFERRING = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns")


class Link(NamedTuple):
    """An element with an address: its name, and those of its attributes that say what it is."""

    tag: str
    rel: str | None
    type: str | None
    kind: str | None
    """Its class."""
    target: str | None


@dataclass(frozen=True)
class Facts:
    """What tests ask of every page of a site."""

    lang: str | None
    titles: list[str]
    metas: list[dict[str, str]]
    canonical: list[str]
    ids: list[str]
    links: list[tuple[Link, str]]
    references: list[tuple[str, str]]
    """The attributes that name elements by their ids, each with one id."""


def plain(text: str) -> str:
    """Text with every run of blank space as one space."""
    return " ".join(text.split())


def text_of(element: Element) -> str:
    return plain("".join(element.itertext()))


def parse(html: str) -> Element:
    """The tree of a page, from a parser that is a dozen times as quick as the strict one and forgives faults."""
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    root: Element = etree.fromstring(html.encode(), parser)
    for drawing in root.iter("svg"):
        for element in drawing.iter():
            element.tag = f"{SVG}{element.tag}"
    for element in root.iter():
        for name, value in element.attrib.items():
            if name == value and f'{name}="{value}"' not in html:
                element.attrib[name] = ""  # this parser gives an attribute without a value its own name as value
    return root


def facts_of(root: Element) -> Facts:
    ids, links, references = [], [], []
    for element in root.iter():
        for name, value in element.items():
            if name in LINKING:
                of = element.get
                links.append((Link(element.tag, of("rel"), of("type"), of("class"), of("target")), intern(value)))
            elif name == "id":
                ids.append(intern(value))
            elif name in REFERRING:
                references += [(name, intern(id)) for id in value.split()]
    return Facts(
        lang=root.get("lang"),
        titles=[text_of(title) for title in root.iter("title")],
        metas=[dict(meta.attrib) for meta in root.iter("meta")],
        canonical=[link.get("href", "") for link in root.iter("link") if link.get("rel") == "canonical"],
        ids=ids,
        links=links,
        references=references,
    )


def objections_to(html: str, root: Element) -> list[str]:
    """The faults that the HTML standard names, and the first place where the quick tree is not the standard's."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    strict = parser.parse(html)
    found = [f"{position}: {code} {data}" for position, code, data in parser.errors]
    for ours, standard in zip_longest(_steps(root), _steps(strict)):
        if ours != standard:
            return [*found, f"the tree has {ours}, by the standard {standard}"]
    return found


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
