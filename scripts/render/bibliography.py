"""The practices of an event as a list to cite, in each format."""

from __future__ import annotations

from collections.abc import Sequence

from scripts.derive.practices import Practice
from scripts.render.citation_files import bibtex, csl_json, ris
from scripts.render.cite import practice_as_work
from scripts.render.parts import Parts
from scripts.render.words import one_line


def render_bibliography(parts: Parts, practices: Sequence[Practice]) -> dict[str, str]:
    """The list by the ending of its file: ``bib``, ``ris``, ``csl.json``, ``txt``."""
    works = [practice_as_work(practice, parts.settings, parts.terms) for practice in practices]
    return {
        "bib": "\n".join(bibtex(work) for work in works),
        "ris": "".join(ris(work) for work in works),
        "csl.json": csl_json(*works),
        "txt": "\n".join(f"{in_plain_text(parts, practice)}\n" for practice in practices),
    }


def in_plain_text(parts: Parts, practice: Practice) -> str:
    """The citation of a practice in the first style, on one line."""
    sentence = parts.citation(practice_as_work(practice, parts.settings, parts.terms)).sentences[0]
    return one_line(sentence.text.striptags())
