"""How the practices of each term spread over the levels, with their findings over the directions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from scripts.derive.knowledge import Known, Scale
from scripts.derive.practices import Practice
from scripts.read.vocabularies import Vocabularies


def spread_terms(practices: Iterable[Practice], vocabularies: Vocabularies) -> dict[tuple[str, str], Known]:
    """What is known from the practices of every used term, by (facet id, term id)."""
    scale = Scale(vocabularies)
    weights: defaultdict[tuple[str, str], int] = defaultdict(int)
    for practice in practices:
        for facet, terms in scale.by_term(practice).items():
            for term, weight in terms.items():
                weights[facet, term] += weight
    return {key: scale.read(weight) for key, weight in weights.items()}
