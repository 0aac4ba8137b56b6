"""The glossary: every term with its definition, its source and the number of its practices."""

from __future__ import annotations

from collections.abc import Mapping

from scripts.derive.glossary import Part
from scripts.read.vocabularies import Term
from scripts.render.parts import Meta, Parts

OWN = "Common Thread"
"""The source of a term that the collection defines itself."""

HEADINGS = {
    "target_groups": ("Target groups", "For whom?"),
    "integration_kinds": ("Integration types", "Tied together how?"),
    "mechanisms": ("Mechanisms", "By what means?"),
    "degrees": ("Degrees of integration", "How closely?"),
    "dimensions": ("Dimensions of integration", "Where are services tied together?"),
    "sectors": ("Sectors", "Which sectors?"),
    "outcome_domains": ("Outcome domains", "What was studied?"),
    "directions": ("Directions", "Did it help?"),
    "evidence_levels": ("Evidence levels", "How sure are we?"),
    "study_designs": ("Study designs", "How was it studied?"),
    "review_bases": ("What a systematic review puts together", "Which studies?"),
    "evaluators": ("Evaluators", "Who judged the results?"),
    "finding_scopes": ("Scope of a finding", "What is it about?"),
    "life_cycle": ("Life cycle", "What became of it?"),
    "place_levels": ("Levels of a place", "How large an area?"),
    "source_types": ("Types of source", "What kind of publication?"),
    "review_statuses": ("Review of an entry", "How far was it checked?"),
    "countries": ("Countries", "Where?"),
    "nations": ("Nations of the United Kingdom", "Where?"),
}
"""Heading and question of each vocabulary, in the order of the page."""


def glossary_page(parts: Parts, glossary: Mapping[str, Part]) -> str:
    """The page of all terms, by vocabulary."""
    meta = Meta(
        "glossary/",
        f"Glossary · {parts.settings.name}",
        "Glossary",
        "Every term that sorts or describes practices: its meaning, its source, and how many practices have it.",
    )
    return parts.page(
        "glossary.html",
        meta,
        parts=[(anchor(name), *heading, glossary[name]) for name, heading in HEADINGS.items()],
        term_count=sum(len(part.entries) for part in glossary.values()),
        origin=origin,
        anchor=anchor,
    )


def anchor(*names: str) -> str:
    """The anchor of a vocabulary or of a term in it: "life-cycle", "life-cycle-regional"."""
    return "-".join(names).replace("_", "-").lower()


def origin(term: Term) -> str:
    """Where a term comes from and what others call it, in one line; "" if it is our own alone."""
    source = [f"Source: {term.source}"] if term.source and term.source != OWN else []
    return ". ".join([*source, *(f"In {scheme}: {code}" for scheme, code in term.maps_to.items())])
