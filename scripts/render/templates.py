"""The templates: our own files on top of the shell that the theme built."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache, ChoiceLoader, DictLoader, Environment, FileSystemLoader, StrictUndefined
from jinja2.utils import missing
from markupsafe import Markup

from scripts.derive.facets import FACETS
from scripts.read.settings import Settings
from scripts.read.vocabularies import Vocabularies
from scripts.render import words
from scripts.render.compiler import Compiler
from scripts.render.glossary_page import anchor

FOLDER = Path(__file__).parent / "templates"

SYNTAX: Mapping[str, Any] = {
    "block_start_string": "[%",
    "block_end_string": "%]",
    "variable_start_string": "[[",
    "variable_end_string": "]]",
    "comment_start_string": "[#",
    "comment_end_string": "#]",
    "trim_blocks": True,
    "lstrip_blocks": True,
}
"""The marks of a template, which mean nothing in HTML, and what becomes of the lines around them."""

UP = re.compile(r'\b(href|src|action)="\.\.(?:/|(?="))')
"""A link from the shell, which lies one folder deep, to the site's root."""

SPACE = re.compile(r"\n\s+")


def shell_as_template(page: str) -> str:
    """Turns the built shell page into a template: links to the root get a variable, blank space goes."""
    return SPACE.sub("\n", UP.sub(r'\1="[[ root ]]', page))


def make_environment(
    shell: str, settings: Settings, vocabularies: Vocabularies, compiled: BytecodeCache | None = None
) -> Environment:
    """Makes the template environment around a shell page built by the theme.

    Args:
        shell: The shell page.
        settings: Site-wide settings.
        vocabularies: All terms.
        compiled: Where compiled templates are kept from build to build.
    """
    environment = Environment(
        loader=ChoiceLoader([DictLoader({"shell.html": shell_as_template(shell)}), FileSystemLoader(FOLDER)]),
        autoescape=True,
        undefined=_Missing,
        **SYNTAX,
        auto_reload=False,
        bytecode_cache=compiled,
    )
    environment.code_generator_class = Compiler
    environment.filters["long_date"] = words.long_date
    environment.globals.update(
        settings=settings, terms=vocabularies, counted=words.counted, long_dates=words.long_dates
    )
    environment.globals.update(_drawn_once(environment, vocabularies))
    return environment


def _drawn_once(environment: Environment, vocabularies: Vocabularies) -> dict[str, Any]:
    """What looks the same on every page, by the name that templates use."""
    marks: Any = environment.get_template("marks.html").module
    facets = {facet.id: facet for facet in FACETS}

    @cache
    def term_link(facet: str, term: str, root: str) -> Markup:
        """The link to a term's page; ``root`` is the way to the root."""
        return Markup(marks.term(facets[facet], vocabularies[facets[facet].vocabulary][term], root))

    @cache
    def glossary_link(vocabulary: str, term: str, root: str, *, inline: bool = False) -> Markup:
        """The link to a term in the glossary, for terms without a page; ``inline`` as inside a sentence."""
        found = vocabularies[vocabulary][term]
        address = f"{root}glossary/#{anchor(vocabulary, term)}"
        return Markup(marks.entry(address, found, found.inline if inline else found.label))

    return {
        "level_mark": {key: marks.level(key, vocabularies) for key in vocabularies["evidence_levels"]},
        "direction_mark": {key: marks.direction(key, vocabularies) for key in vocabularies["directions"]},
        "direction_sign": {key: marks.sign(key, vocabularies) for key in vocabularies["directions"]},
        "sprite": marks.sprite(),
        "term_link": term_link,
        "glossary_link": glossary_link,
    }


def terms_as_text(environment: Environment, vocabularies: Vocabularies) -> dict[str, Any]:
    """What a page uses by the names `term_link` and `glossary_link` if its terms may have no pages: their labels."""
    marks: Any = environment.get_template("marks.html").module
    facets = {facet.id: facet.vocabulary for facet in FACETS}

    def term_link(facet: str, term: str, _root: str) -> Markup:
        return Markup(marks.plain(vocabularies[facets[facet]][term].label))

    def glossary_link(vocabulary: str, term: str, _root: str, *, inline: bool = False) -> Markup:
        found = vocabularies[vocabulary][term]
        return Markup(marks.plain(found.inline if inline else found.label))

    return {"term_link": term_link, "glossary_link": glossary_link}


class _Missing(StrictUndefined):
    """Strict about every name, but an entry may be asked whether it has an optional field."""

    def __bool__(self) -> bool:  # type: ignore[override]
        return super().__bool__() if self._undefined_obj is missing else False
