"""What findings say together: how sure the surest is, and how many point which way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from scripts.derive.facets import terms_of
from scripts.derive.practices import Finding, Practice

TERM_OF: Mapping[str, Callable[[Finding], str]] = {
    "outcome": lambda finding: str(finding.data["domain"]),
    "direction": lambda finding: str(finding.data["direction"]),
    "level": lambda finding: finding.level.id,
}
"""The facets whose terms belong to a finding, with the way to its term."""


@dataclass(frozen=True, slots=True)
class Known:
    """Highest level of some findings of one practice, "" if there are none, and their number by direction."""

    level: str
    directions: Mapping[str, int]


@dataclass(slots=True)
class Heap:
    """What is known from several practices: their number, the highest level, the findings by direction."""

    count: int = 0
    level: str = ""
    directions: Counter[str] = field(default_factory=Counter)

    def add(self, known: Known) -> None:
        """Adds what is known from one more practice."""
        self.count += 1
        self.level = max(self.level, known.level)
        for direction, number in known.directions.items():
            self.directions[direction] += number

    def in_order(self, directions: Sequence[str]) -> tuple[tuple[str, int], ...]:
        """The findings by direction in a given order, without zeros."""
        return tuple((direction, self.directions[direction]) for direction in directions if self.directions[direction])


def known_by_term(practice: Practice) -> dict[str, dict[str, Known]]:
    """What the practice's own findings say, by facet and term.

    Under a term of a finding (outcome, direction, level) only the findings with that term count; under a term of the
    practice all do.
    """
    own = practice.own_findings
    whole = _known(own)
    terms = terms_of(practice)
    return {
        facet: _by(own, TERM_OF[facet]) if facet in TERM_OF else dict.fromkeys(found, whole)
        for facet, found in terms.items()
    }


def _by(findings: Sequence[Finding], term: Callable[[Finding], str]) -> dict[str, Known]:
    groups: dict[str, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(term(finding), []).append(finding)
    return {name: _known(group) for name, group in groups.items()}


def _known(findings: Sequence[Finding]) -> Known:
    return Known(
        max((finding.level.id for finding in findings), default=""),
        Counter(finding.data["direction"] for finding in findings),
    )
