"""The evidence figure of a practice: a row for each outcome, a column for each level, a sign for each finding."""

from __future__ import annotations

from dataclasses import dataclass

from scripts.derive.practices import Practice
from scripts.read.vocabularies import Vocabularies


@dataclass(frozen=True, slots=True)
class Sign:
    """One finding as drawn: its place in the list of findings, from 1, and its direction."""

    number: int
    direction: str


@dataclass(frozen=True, slots=True)
class Line:
    """One outcome domain with the signs that stand in each column."""

    domain: str
    columns: tuple[tuple[Sign, ...], ...]


@dataclass(frozen=True, slots=True)
class EvidenceFigure:
    """The figure: levels from left to right, the surest last; lines in the order of the profile; directions shown."""

    levels: tuple[str, ...]
    lines: tuple[Line, ...]
    directions: tuple[str, ...]


def draw_evidence(practice: Practice, vocabularies: Vocabularies) -> EvidenceFigure:
    """Places every finding about the practice itself; an outcome stands higher the surer its surest finding is."""
    levels = tuple(vocabularies["evidence_levels"])
    places: dict[tuple[str, str], list[Sign]] = {}
    for number, finding in enumerate(practice.own_findings, 1):
        sign = Sign(number, finding.data["direction"])
        places.setdefault((finding.data["domain"], finding.level.id), []).append(sign)
    lines = (
        Line(row.domain, tuple(tuple(places.get((row.domain, level), ())) for level in levels))
        for row in practice.profile
    )
    return EvidenceFigure(levels, tuple(lines), tuple(key for key in vocabularies["directions"] if practice.tally[key]))
