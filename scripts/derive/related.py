"""Related practices, each with the reason why it is related."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from itertools import chain, product

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
    by_pair: dict[tuple[str, str], list[int]] = {}
    for place, practice in enumerate(practices):
        for pair in _pairs(practice):
            group = by_pair.setdefault(pair, [])
            if len(group) < CANDIDATES_EACH:
                group.append(place)
    related = {}
    for place, practice in enumerate(practices):
        pairs = _pairs(practice)
        shared = Counter(chain.from_iterable(by_pair[pair] for pair in pairs))
        del shared[place]
        nearest = nsmallest(SHOWN, shared, key=_nearness(practice, practices, shared))
        related[practice.slug] = tuple(
            Related(practices[other], _reason(practice, practices[other], vocabularies)) for other in nearest
        )
    return related


def _nearness(
    practice: Practice, practices: Sequence[Practice], shared: Mapping[int, int]
) -> Callable[[int], tuple[int, bool, int]]:
    countries = set(practice.data["countries"])
    return lambda other: (-shared[other], not countries.isdisjoint(practices[other].data["countries"]), other)


def _pairs(practice: Practice) -> list[tuple[str, str]]:
    mechanisms = [item["type"] for item in practice.data["integration"]["mechanisms"]]
    return list(product(mechanisms, practice.data["target_groups"]))


def _reason(practice: Practice, other: Practice, vocabularies: Vocabularies) -> str:
    mechanism, group = next(pair for pair in _pairs(practice) if pair in set(_pairs(other)))
    where = (
        "in the same country"
        if set(practice.data["countries"]) & set(other.data["countries"])
        else "in another country"
    )
    means, people = vocabularies["mechanisms"][mechanism].inline, vocabularies["target_groups"][group].inline
    return f"Same mechanism ({means}) and target group ({people}), {where}"
