"""The glossary: every term of every vocabulary, with the number of practices that have it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from scripts.derive.facets import FACETS, Facet, terms_of
from scripts.derive.practices import Practice
from scripts.read.vocabularies import Term, Vocabularies


@dataclass(frozen=True, slots=True)
class Entry:
    """A term and how many of the listed practices have it."""

    term: Term
    count: int


@dataclass(frozen=True, slots=True)
class Part:
    """A vocabulary: its name, its facet if practices are sorted by it, its terms in their order."""

    vocabulary: str
    facet: Facet | None
    entries: tuple[Entry, ...]


def derive_glossary(practices: Iterable[Practice], vocabularies: Vocabularies) -> dict[str, Part]:
    """Counts the terms of the listed practices; the parts are by name of their vocabulary."""
    counts: dict[str, Counter[str]] = {name: Counter() for name in vocabularies}
    for practice in practices:
        for name, terms in _terms_by_vocabulary(practice).items():
            counts[name].update(terms)
    facets = {facet.vocabulary: facet for facet in FACETS}
    return {
        name: Part(name, facets.get(name), tuple(Entry(term, counts[name][term.id]) for term in terms.values()))
        for name, terms in vocabularies.items()
    }


def _terms_by_vocabulary(practice: Practice) -> Mapping[str, set[str]]:
    """The terms of one practice, each once; those of facets count as in the lists of practices."""
    of_facets = terms_of(practice)
    findings: list[Mapping[str, Any]] = [finding.data for finding in practice.findings]
    return {
        **{facet.vocabulary: set(of_facets[facet.id]) for facet in FACETS},
        "degrees": {practice.data["integration"]["degree"]},
        "dimensions": set(practice.dimensions),
        "nations": {practice.data["nation"]} if "nation" in practice.data else set(),
        "study_designs": {finding["design"] for finding in findings},
        "review_bases": {finding["reviewed"] for finding in findings if "reviewed" in finding},
        "evaluators": {finding["evaluator"] for finding in findings},
        "finding_scopes": {finding.about for finding in practice.findings},
        "source_types": {source["type"] for source in practice.data["sources"].values()},
        "review_statuses": {practice.data["review"]["status"]},
    }
