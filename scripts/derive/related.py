"""Related practices, each with the reason why it is related."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import chain, product

from scripts.derive.practices import Practice
from scripts.read.vocabularies import Vocabularies

SHOWN = 4
"""How many related practices a page names."""

CANDIDATES_EACH = 12
"""How many practices, strongest evidence first, are considered for each shared mechanism and target group."""

Pair = tuple[str, str]
"""A mechanism and a target group that one practice has."""


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
    pairs = [_pairs(practice) for practice in practices]
    by_pair: dict[Pair, list[int]] = {}
    for place in range(len(practices)):
        for pair in pairs[place]:
            group = by_pair.setdefault(pair, [])
            if len(group) < CANDIDATES_EACH:
                group.append(place)
    related = {}
    for place, practice in enumerate(practices):
        shared = Counter(chain.from_iterable(by_pair[pair] for pair in pairs[place]))
        del shared[place]
        nearest = sorted(_most_shared(shared), key=_nearness(practice, practices, shared))[:SHOWN]
        related[practice.slug] = tuple(
            Related(
                practices[other],
                _reason(
                    practice,
                    practices[other],
                    next(pair for pair in pairs[place] if pair in pairs[other]),
                    vocabularies,
                ),
            )
            for other in nearest
        )
    return related


def _most_shared(shared: Mapping[int, int]) -> list[int]:
    """The places that can be among the nearest: those that share as many pairs as the last one shown, or more."""
    least = min(nlargest(SHOWN, shared.values()), default=0)
    return [place for place, number in shared.items() if number >= least]


def _nearness(
    practice: Practice, practices: Sequence[Practice], shared: Mapping[int, int]
) -> Callable[[int], tuple[int, bool, int]]:
    countries = set(practice.data["countries"])
    return lambda other: (-shared[other], not countries.isdisjoint(practices[other].data["countries"]), other)


def _pairs(practice: Practice) -> list[Pair]:
    mechanisms = [item["type"] for item in practice.data["integration"]["mechanisms"]]
    return list(product(mechanisms, practice.data["target_groups"]))


def _reason(practice: Practice, other: Practice, shared: Pair, vocabularies: Vocabularies) -> str:
    where = (
        "in the same country"
        if set(practice.data["countries"]) & set(other.data["countries"])
        else "in another country"
    )
    mechanism, group = shared
    means, people = vocabularies["mechanisms"][mechanism].inline, vocabularies["target_groups"][group].inline
    return f"Same mechanism ({means}) and target group ({people}), {where}"
