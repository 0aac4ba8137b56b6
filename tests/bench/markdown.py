"""Writes a practice as a Markdown page, for the programs that we compare ourselves with."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from jinja2 import Environment

from scripts.read.vocabularies import Vocabularies
from scripts.render.templates import SYNTAX

TEMPLATE = Path(__file__).parent / "page.md"
CITATION = re.compile(r" ?\[(@[^\]]+)\]")
FIGURES = {
    "measure": "Measure",
    "value": "Value",
    "comparator": "Compared with",
    "follow_up": "Follow-up",
    "sample": "Sample",
    "quote": "In the source",
    "note": "Note",
}
LISTS = {
    "workforce": "Staff",
    "training": "Training",
    "tools": "Tools",
    "funding": "Money",
    "scale": "Scale",
    "user_involvement": "User involvement",
    "enablers": "What helped",
    "barriers": "What hindered",
    "lessons": "Lessons",
    "transfer": "Would it work here?",
    "contradictions": "Where sources disagree",
}


def make_writer(vocabularies: Vocabularies) -> Callable[[Mapping[str, Any]], str]:
    """Returns a function that turns a practice into the text of its page."""
    environment = Environment(**SYNTAX)
    template = environment.from_string(TEMPLATE.read_text(encoding="utf-8"))

    def label(vocabulary: str, term: str) -> str:
        return vocabularies[vocabulary][term].label

    def labels(vocabulary: str, terms: Sequence[str]) -> str:
        return ", ".join(label(vocabulary, term) for term in terms)

    def write(data: Mapping[str, Any]) -> str:
        numbers: dict[str, int] = {}

        def cite(keys: Sequence[str]) -> str:
            cited = [numbers.setdefault(key, len(numbers) + 1) for key in keys]
            return "<sup>" + ", ".join(f"[{number}](#source-{number})" for number in cited) + "</sup>"

        def prose(text: str) -> str:
            return CITATION.sub(lambda match: cite([key.strip()[1:] for key in match[1].split(";")]), text).strip()

        return template.render(
            data=data,
            place=f"{data['places'][0]['name']}, {labels('countries', data['countries'])}",
            terms=_terms(data),
            label=label,
            labels=labels,
            cite=cite,
            prose=prose,
            cited=lambda: [(number, data["sources"][key]) for key, number in numbers.items()],
            figures=FIGURES,
            lists=LISTS,
        )

    return write


def _terms(data: Mapping[str, Any]) -> dict[str, list[str]]:
    """The terms under which Hugo lists the page, as we do; MkDocs passes over them."""
    findings = data["findings"]
    return {
        "target_groups": data["target_groups"],
        "mechanisms": [item["type"] for item in data["integration"]["mechanisms"]],
        "sectors": data["sectors"],
        "countries": data["countries"],
        "outcomes": sorted({finding["domain"] for finding in findings}),
        "directions": sorted({finding["direction"] for finding in findings}),
        "life_cycle": [data["life_cycle"]],
    }
