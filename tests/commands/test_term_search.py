from __future__ import annotations

import pytest

from scripts.commands.term_search import find_terms, make_slug
from tests.toy import vocabularies

TERMS = vocabularies()


@pytest.mark.parametrize(
    ("vocabulary", "typed", "expected"),
    [
        ("countries", "FI", ["FI"]),
        ("countries", "fi", ["FI"]),
        ("countries", "finland", ["FI"]),
        ("countries", "Fín", ["FI"]),
        ("countries", "nor", ["MK", "NO"]),
        ("countries", "norwy", ["NO"]),
        ("mechanisms", "case man", ["case-management"]),
        ("mechanisms", "man case", ["case-management"]),
        ("mechanisms", "co-location", ["co-location"]),
        ("sectors", "housing", ["housing"]),
        ("sectors", "teapot", []),
        ("sectors", "  ", []),
        ("sectors", "(", []),
    ],
)
def test_part_of_a_label_finds_the_term(vocabulary: str, typed: str, expected: list[str]) -> None:
    assert [term.id for term in find_terms(typed, TERMS[vocabulary])] == expected


def test_every_term_is_found_by_its_label_and_its_id() -> None:
    for terms in TERMS.values():
        for id, term in terms.items():
            assert term in find_terms(term.label, terms)
            assert term in find_terms(id, terms)


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Kotitori", "kotitori"),
        ("Häuser für alle (Straße)", "hauser-fur-alle-strasse"),
        ("L’Équipe d'Ærø – Łódź", "lequipe-daero-lodz"),
        ("Ψυχαργώς", ""),
        ("../../etc/passwd", "etc-passwd"),
        ("a" * 200, "a" * 60),
        ("ﬁve ½", "five-1-2"),
    ],
)
def test_a_file_name_is_made_from_a_name(name: str, slug: str) -> None:
    assert make_slug(name) == slug
