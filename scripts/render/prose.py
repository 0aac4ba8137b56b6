"""Contributed prose as safe HTML, with its citations numbered and linked both ways."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markupsafe import Markup, escape

from scripts.read.citation_marks import CITATION, keys_in

CITED = re.compile(rf"(?:(?<!\s)\s++)?{CITATION.pattern}")
"""A citation with the space before it."""

LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*\)")
MARK = re.compile(r"^ *(?:#+|>|[-+*]) |[*`]+|\\(?=[^\w\s])|\b_+|_+\b", re.MULTILINE)
"""What looks like a mark of Markdown: found at once, where reading a text as Markdown takes a hundred times as long."""

SAFE_LINK = re.compile(r"^(https?|mailto):", re.IGNORECASE)


class Mark(NamedTuple):
    """One raised number: the source's number, and the anchor of this place."""

    number: int
    place: str


class Citations:
    """Numbers the sources of one page in the order in which the text first cites them.

    Attributes:
        sources: The sources by key.
        numbers: The number of each source cited so far, by key.
        places: The anchors at which each source is cited, by key.
    """

    def __init__(self, sources: Mapping[str, Any], draw: Callable[[tuple[Mark, ...]], str]) -> None:
        """Begins a page; ``draw`` turns the marks of one place into HTML."""
        self.sources = sources
        self.numbers: dict[str, int] = {}
        self.places: dict[str, list[str]] = {}
        self._draw = draw

    def cite(self, keys: Sequence[str]) -> Markup:
        """Cites sources at this place and gives the raised numbers that lead to them."""
        marks = []
        for key in keys:
            number = self.numbers.setdefault(key, len(self.numbers) + 1)
            places = self.places.setdefault(key, [])
            places.append(f"cite-{number}-{len(places) + 1}")
            marks.append(Mark(number, places[-1]))
        return Markup(self._draw(tuple(marks)))

    def known(self, inside: str) -> list[str]:
        """The keys between ``[@`` and ``]`` if the page has all these sources; else none, and the mark stays text."""
        keys = keys_in(inside)
        return keys if all(key in self.sources for key in keys) else []

    def listed(self) -> list[tuple[int, str, Mapping[str, Any], tuple[str, ...]]]:
        """The cited sources by number: (number, key, source, places)."""
        return [(number, key, self.sources[key], tuple(self.places[key])) for key, number in self.numbers.items()]


def render_prose(text: str, citations: Citations, under: int = 3) -> Markup:
    """Renders contributed prose: CommonMark with raw HTML off and only http, https and mailto links.

    Args:
        text: The prose.
        citations: The numbering of the page's sources.
        under: Level of the heading above it; headings in the prose stand below that.
    """
    environment = {"citations": citations}
    tokens = _COMMONMARK.parse(text, environment)
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(int(token.tag[1]) + under, 6)}"
    return Markup(_COMMONMARK.renderer.render(tokens, _COMMONMARK.options, environment))


def render_line(text: str, citations: Citations) -> Markup:
    """Renders one line of plain text with citations; everything else is escaped."""
    parts, end = [], 0
    for match in CITATION.finditer(text):
        keys = citations.known(match[1])
        if keys:
            parts += [escape(text[end : match.start()].rstrip()), citations.cite(keys)]
            end = match.end()
    return Markup("").join([*parts, escape(text[end:])])


def uncited(text: str) -> str:
    """A text without its citations, for where no sources are listed."""
    return CITED.sub("", text)


def in_plain_words(text: str) -> str:
    """Contributed prose without citations, links and what looks like a mark, for where nothing but words is shown."""
    return " ".join(MARK.sub("", LINK.sub(r"\1", uncited(text))).split())


def _citation_rule(state: StateInline, silent: bool) -> bool:
    match = CITATION.match(state.src, state.pos) if state.src[state.pos] == "[" else None
    keys = state.env["citations"].known(match[1]) if match else []
    if match is None or not keys:
        return False
    if not silent:
        state.pending = state.pending.rstrip()
        if not state.pending and state.tokens and state.tokens[-1].type == "softbreak":
            state.tokens.pop()
        token = state.push("html_inline", "", 0)
        token.content = str(state.env["citations"].cite(keys))
    state.pos = match.end()
    return True


def _commonmark() -> MarkdownIt:
    markdown = MarkdownIt("commonmark", {"html": False}).disable("image")
    markdown.validateLink = lambda url: bool(SAFE_LINK.match(url))  # type: ignore[method-assign]
    markdown.inline.ruler.before("link", "citation", _citation_rule)
    return markdown


_COMMONMARK = _commonmark()
