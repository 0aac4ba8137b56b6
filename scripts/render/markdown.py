"""Plain text in Markdown: a practice for those who want no HTML, and the guide to the site."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from scripts.derive.practices import Practice
from scripts.read.citation_marks import CITATION
from scripts.render import data_files, words
from scripts.render.cite import practice_as_work
from scripts.render.compiler import Compiler
from scripts.render.field_labels import HELPED, TAKES
from scripts.render.parts import Parts, language_name, source_who
from scripts.render.practice_page import FINDING_FIELDS, RUNGS, SCOPES
from scripts.render.prose import Citations, Mark
from scripts.render.templates import FOLDER, SYNTAX

SPECIAL = re.compile(r"[\\`*_<>\[\]]")
"""Signs that Markdown takes for its own anywhere."""

BEGINNING = re.compile(r"^(\d+(?=[.)](?: |$))|(?=[#+-]))")
"""What begins a heading or a list."""

RAW = re.compile(r"<(?!https?://|mailto:)|!(?=\[)")
"""What could begin HTML or an image in prose, of which the site shows neither."""


def render_markdown(parts: Parts, practice: Practice) -> str:
    """One practice whole, with every finding, its level and its source."""
    data = practice.data
    citations = Citations(data["sources"], _numbers)
    work = practice_as_work(practice, parts.settings, parts.terms)
    studied = {row.domain for row in practice.profile}
    return (
        _environment()
        .get_template("practice.md")
        .render(
            practice=practice,
            data=data,
            terms=parts.terms,
            settings=parts.settings,
            place=parts.place_line(practice),
            years=words.years(data),
            citations=citations,
            prose=lambda text: _prose(text, citations),
            scopes=SCOPES.items(),
            finding_fields=FINDING_FIELDS.items(),
            unstudied=words.series(
                [term.inline for key, term in parts.terms["outcome_domains"].items() if key not in studied]
            ),
            sections={
                **TAKES,
                **HELPED,
                "transfer": "Would it work here?",
                "contradictions": "Where sources disagree",
            }.items(),
            source_who=source_who,
            link=_link,
            language_name=language_name,
            citation=Markup(parts.citation(work).sentences[-1].text.unescape()),
            contributors=words.series([person["name"] for person in data["contributors"]]),
            rung=RUNGS[practice.rung],
        )
    )


def render_guide(parts: Parts) -> str:
    """The guide ``llms.txt``: what the site is and which parts it has, for programs that read text."""
    listed = parts.collection.listed
    return (
        _environment()
        .get_template("llms.txt")
        .render(
            settings=parts.settings,
            named=lambda title, path: Markup(f"[{plain(title)}]({parts.settings.address}{path})"),
            files=(*data_files.DATA, *data_files.TERMS, *data_files.DESCRIPTIONS),
            example=listed[0] if listed else None,
            practices=words.counted(len(listed), "practice"),
            events=words.counted(len(parts.collection.events), "event"),
        )
    )


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        undefined=StrictUndefined,
        **SYNTAX,
        keep_trailing_newline=True,
    )
    environment.code_generator_class = _MarkdownCompiler
    environment.filters["long_date"] = words.long_date
    return environment


class _MarkdownCompiler(Compiler):
    home = __name__


def shown(value: Any) -> str:
    """A value as Markdown: made `plain`, unless it is Markdown already."""
    return value if type(value) is Markup else plain(str(value))


def plain(text: str) -> str:
    """A text on one line that Markdown takes for nothing else."""
    text = " ".join(text.split())
    if SPECIAL.search(text):
        text = SPECIAL.sub(r"\\\g<0>", text)
    return BEGINNING.sub(r"\1\\", text) if BEGINNING.match(text) else text


def _prose(text: str, citations: Citations) -> Markup:
    """Contributed prose as it was typed, with numbers for its citations."""
    return Markup(_cited(RAW.sub(r"\\\g<0>", text.strip()), citations))


def _cited(text: str, citations: Citations) -> str:
    def numbers(match: re.Match[str]) -> str:
        keys = citations.known(match[1])
        return str(citations.cite(keys)).strip() if keys else match[0]

    return CITATION.sub(numbers, text)


def _numbers(marks: tuple[Mark, ...]) -> str:
    return f" [{', '.join(str(mark.number) for mark in marks)}]"


def _link(source: Mapping[str, Any]) -> Markup:
    """The address of a source in angle brackets, or nothing."""
    address = f"https://doi.org/{source['doi']}" if "doi" in source else source.get("url", "")
    return Markup(f" <{address}>" if address else "")
