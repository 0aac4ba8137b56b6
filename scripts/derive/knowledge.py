"""What findings say, as one number, so that the sum of such numbers says what several practices say together.

The number has a field of bits for each level, which counts the practices whose surest finding has it, and one for each
direction, which counts findings. Ten thousand practices stand in half a million crossings of the gap maps; adding
numbers takes about a third of the time of adding counts one by one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scripts.derive.facets import terms_of
from scripts.derive.practices import Practice
from scripts.read.vocabularies import Vocabularies

BITS = 32
"""Of one field: no count comes near two to this power."""

NO_FINDINGS = ""
"""Stands in the place of a level for practices without findings."""


@dataclass(frozen=True, slots=True)
class Known:
    """What several practices say together.

    Attributes:
        levels: Number of practices by the level of their surest finding, the surest first, NO_FINDINGS last.
        directions: Number of findings by direction, in the vocabulary's order. Both without zeros.
    """

    levels: tuple[tuple[str, int], ...]
    directions: tuple[tuple[str, int], ...]

    @property
    def count(self) -> int:
        """How many practices these are."""
        return sum(number for _, number in self.levels)

    @property
    def level(self) -> str | None:
        """The highest level of any finding, or None without findings."""
        return self.levels[0][0] or None if self.levels else None


class Scale:
    """Weighs practices and reads the sum of their weights. ``once`` is the weight of one without findings."""

    def __init__(self, vocabularies: Vocabularies) -> None:
        self._levels = [*reversed(vocabularies["evidence_levels"]), NO_FINDINGS]
        self._directions = list(vocabularies["directions"])
        fields = [*self._levels, *self._directions]
        self._shifts = {field: place * BITS for place, field in enumerate(fields)}
        self._units = {field: 1 << shift for field, shift in self._shifts.items()}
        self.once = self._units[NO_FINDINGS]

    def by_term(self, practice: Practice) -> dict[str, dict[str, int]]:
        """The weight of a practice by facet and term.

        Under a term of a finding (outcome, direction, level) only the findings with that term have weight; under a
        term of the practice all its own findings do.
        """
        domains: dict[str, int] = {}
        directions: dict[str, int] = {}
        levels: dict[str, int] = {}
        whole = 0
        for finding in practice.own_findings:  # the surest first
            data, level = finding.data, finding.level.id
            unit = self._units[data["direction"]]
            surest = self._units[level]  # the first finding of a term is its surest
            whole += unit if whole else unit + surest
            for weights, term in ((domains, data["domain"]), (directions, data["direction"]), (levels, level)):
                weights[term] = weights[term] + unit if term in weights else unit + surest
        whole = whole or self.once
        of_practice = {facet: dict.fromkeys(terms, whole) for facet, terms in terms_of(practice).items()}
        return of_practice | {"outcome": domains, "direction": directions, "level": levels}

    def read(self, weight: int) -> Known:
        """What a sum of weights says."""
        return Known(self._read(weight, self._levels), self._read(weight, self._directions))

    def _read(self, weight: int, fields: Sequence[str]) -> tuple[tuple[str, int], ...]:
        numbers = ((field, weight >> self._shifts[field] & ((1 << BITS) - 1)) for field in fields)
        return tuple((field, number) for field, number in numbers if number)
