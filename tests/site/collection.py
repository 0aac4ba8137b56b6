"""The published data, and a plain evaluation of the catalogue's filters that shares no code with the site."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

Record = Mapping[str, Any]
Chosen = Mapping[str, set[str]]

FINDING_FIELDS = {"outcome": "domain", "direction": "direction", "level": "level"}


def load_practices(site: Path) -> list[Record]:
    """The records of ``data/practices.json`` that lists show."""
    document = json.loads((site / "data" / "practices.json").read_text(encoding="utf-8"))
    return [record for record in document["practices"] if "withdrawn" not in record]


def own_findings(practice: Record) -> list[Record]:
    return [item for item in practice["findings"] if item.get("about", "this-practice") == "this-practice"]


def terms(practice: Record, facet: str) -> set[str]:
    """The terms of a practice in one facet."""
    if facet in FINDING_FIELDS:
        return {finding[FINDING_FIELDS[facet]] for finding in own_findings(practice)}
    return set(LISTS[facet](practice))


LISTS: dict[str, Callable[[Record], list[str]]] = {
    "target_group": lambda practice: practice["target_groups"],
    "kind": lambda practice: practice["derived"]["integration_kinds"],
    "mechanism": lambda practice: [item["type"] for item in practice["integration"]["mechanisms"]],
    "sector": lambda practice: practice["sectors"],
    "country": lambda practice: practice["countries"],
    "place_level": lambda practice: [practice["places"][0]["level"]],
    "life_cycle": lambda practice: [practice["life_cycle"]],
}

FACETS = (
    "target_group",
    "kind",
    "mechanism",
    "outcome",
    "direction",
    "level",
    "sector",
    "country",
    "place_level",
    "life_cycle",
)


def matches(practice: Record, chosen: Chosen) -> bool:
    """True if a practice fits: any term within a facet, every facet, one finding for its three facets together."""
    asked = {facet: wanted for facet, wanted in chosen.items() if wanted}
    for facet, wanted in asked.items():
        if facet not in FINDING_FIELDS and not wanted & terms(practice, facet):
            return False
    about_findings = {FINDING_FIELDS[facet]: wanted for facet, wanted in asked.items() if facet in FINDING_FIELDS}
    if not about_findings:
        return True
    return any(
        all(finding[field] in wanted for field, wanted in about_findings.items()) for finding in own_findings(practice)
    )


def found(practices: list[Record], chosen: Chosen) -> set[str]:
    """The names of the practices that fit."""
    return {practice["name"] for practice in practices if matches(practice, chosen)}


def count_alone(practices: list[Record], chosen: Chosen, facet: str, term: str) -> int:
    """How many would fit if one term were the only choice in its facet."""
    return len(found(practices, {**chosen, facet: {term}}))


def names_beyond_ascii(practices: list[Record]) -> Iterator[tuple[str, str]]:
    """Local and other names that hold an accented letter, as (text, name of the practice)."""
    for practice in practices:
        for text in [practice.get("local_name", ""), *practice.get("also_known_as", ())]:
            if any(letter.isalpha() and not letter.isascii() for letter in text):
                yield text, practice["name"]
