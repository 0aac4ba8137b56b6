"""Facets: the terms under which a practice is found, and how many practices each term has."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from scripts.derive.practices import Practice
from scripts.read.vocabularies import Term, Vocabularies


@dataclass(frozen=True, slots=True)
class Facet:
    """One way of sorting practices.

    Attributes:
        id: Name in addresses and data, singular: ``target_group``.
        vocabulary: Name of the vocabulary that holds its terms.
        folder: Folder of its pages: ``target-groups``.
        title: Heading of its list of terms.
        question: What a reader asks with it.
    """

    id: str
    vocabulary: str
    folder: str
    title: str
    question: str


FACETS = (
    Facet("target_group", "target_groups", "target-groups", "Target groups", "For whom?"),
    Facet("kind", "integration_kinds", "integration", "Integration types", "Tied together how?"),
    Facet("mechanism", "mechanisms", "mechanisms", "Mechanisms", "By what means?"),
    Facet("outcome", "outcome_domains", "outcomes", "Outcome domains", "What was studied?"),
    Facet("direction", "directions", "directions", "Directions", "Did it help?"),
    Facet("level", "evidence_levels", "evidence", "Evidence levels", "How sure are we?"),
    Facet("sector", "sectors", "sectors", "Sectors", "Which sectors?"),
    Facet("country", "countries", "countries", "Countries", "Where?"),
    Facet("place_level", "place_levels", "place-levels", "Level of place", "How wide?"),
    Facet("life_cycle", "life_cycle", "life-cycle", "Life cycle", "What became of it?"),
)


def terms_of(practice: Practice) -> dict[str, tuple[str, ...]]:
    """The terms of one practice by facet. Outcome, direction and level come from its own findings."""
    own = practice.own_findings
    return {
        "target_group": tuple(practice.data["target_groups"]),
        "kind": practice.kinds,
        "mechanism": tuple(item["type"] for item in practice.data["integration"]["mechanisms"]),
        "sector": tuple(practice.data["sectors"]),
        "country": tuple(practice.data["countries"]),
        "outcome": tuple(sorted({finding.data["domain"] for finding in own})),
        "direction": tuple(sorted({finding.data["direction"] for finding in own})),
        "level": tuple(sorted({finding.level.id for finding in own})),
        "place_level": (practice.data["places"][0]["level"],),
        "life_cycle": (practice.data["life_cycle"],),
    }


@dataclass(frozen=True, slots=True)
class TermUse:
    """A term of a facet and the practices that have it, strongest evidence first."""

    facet: Facet
    term: Term
    practices: tuple[Practice, ...]


def uses_of_terms(practices: Iterable[Practice], vocabularies: Vocabularies) -> dict[str, tuple[TermUse, ...]]:
    """The used terms of every facet in the vocabulary's order, each with its practices in the order given."""
    listed = list(practices)
    found: dict[str, dict[str, list[Practice]]] = {facet.id: {} for facet in FACETS}
    for practice in listed:
        for facet_id, terms in terms_of(practice).items():
            for term in terms:
                found[facet_id].setdefault(term, []).append(practice)
    return {
        facet.id: tuple(
            TermUse(facet, term, tuple(found[facet.id][term.id]))
            for term in vocabularies[facet.vocabulary].values()
            if term.id in found[facet.id]
        )
        for facet in FACETS
    }
