"""Related practices, each with the reason why it is related."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from scripts.derive.practices import Practice
from scripts.read.vocabularies import Vocabularies

SHOWN = 4
"""How many related practices a page names."""

CANDIDATES_EACH = 12
"""How many practices, strongest evidence first, are considered for each shared mechanism and target group."""


@dataclass(frozen=True, slots=True)
class Related:
    """A related practice and the reason in words."""

    practice: Practice
    reason: str


def relate(practices: Sequence[Practice], vocabularies: Vocabularies) -> dict[str, tuple[Related, ...]]:
    """Finds for each practice those that do most of the same for the same people.

    Practices are related when they share a mechanism and a target group; those that share more such pairs, then
    those from another country, then those with stronger evidence come first.

    Args:
        practices: Listed practices, strongest evidence first.
        vocabularies: For the words of the reason.

    Returns:
        Related practices by slug, at most four each.
    """
    position = {practice.slug: index for index, practice in enumerate(practices)}
    by_pair: dict[tuple[str, str], list[Practice]] = {}
    for practice in practices:
        for pair in _pairs(practice):
            group = by_pair.setdefault(pair, [])
            if len(group) < CANDIDATES_EACH:
                group.append(practice)
    related = {}
    for practice in practices:
        shared: Counter[str] = Counter()
        first_pair: dict[str, tuple[str, str]] = {}
        for pair in _pairs(practice):
            for other in by_pair[pair]:
                if other.slug != practice.slug:
                    shared[other.slug] += 1
                    first_pair.setdefault(other.slug, pair)
        countries = set(practice.data["countries"])
        ranked = sorted(
            shared,
            key=lambda slug: (
                -shared[slug],
                bool(countries & set(practices[position[slug]].data["countries"])),
                position[slug],
            ),
        )
        related[practice.slug] = tuple(
            Related(
                practices[position[slug]],
                _reason(practice, practices[position[slug]], first_pair[slug], vocabularies),
            )
            for slug in ranked[:SHOWN]
        )
    return related


def _pairs(practice: Practice) -> list[tuple[str, str]]:
    mechanisms = [item["type"] for item in practice.data["integration"]["mechanisms"]]
    return list(product(mechanisms, practice.data["target_groups"]))


def _reason(practice: Practice, other: Practice, pair: tuple[str, str], vocabularies: Vocabularies) -> str:
    mechanism, group = pair
    where = (
        "in the same country"
        if set(practice.data["countries"]) & set(other.data["countries"])
        else "in another country"
    )
    mechanism_label = vocabularies["mechanisms"][mechanism].label
    group_label = vocabularies["target_groups"][group].label
    return f"Same mechanism ({_lower(mechanism_label)}) and target group ({_lower(group_label)}), {where}"


def _lower(label: str) -> str:
    return label if label[:2].isupper() else label[:1].lower() + label[1:]
