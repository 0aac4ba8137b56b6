"""Every term of every vocabulary with the number of practices that have it."""

from __future__ import annotations

from scripts.derive.glossary import Part, derive_glossary
from tests.derive.invented import collect, entry, finding
from tests.toy import toy_entries, toy_events, vocabularies


def counts(part: Part) -> dict[str, int]:
    return {entry.term.id: entry.count for entry in part.entries if entry.count}


def test_every_term_is_there_in_the_vocabularys_order() -> None:
    glossary = derive_glossary([], vocabularies())
    assert {name: [entry.term.id for entry in part.entries] for name, part in glossary.items()} == {
        name: list(terms) for name, terms in vocabularies().items()
    }
    assert not any(counts(part) for part in glossary.values())


def test_facets_count_as_the_lists_of_practices_do() -> None:
    collection = collect(toy_entries(), toy_events())
    glossary = derive_glossary(collection.listed, vocabularies())
    for uses in collection.uses.values():
        part = glossary[uses[0].facet.vocabulary]
        assert part.facet == uses[0].facet
        assert counts(part) == {use.term.id: len(use.practices) for use in uses}


def test_terms_that_are_no_facet_count_each_practice_once() -> None:
    twice = [finding(), finding(design="monitoring", about="wider-context", evaluator="internal")]
    review = [finding(design="systematic-review", reviewed="mixed")]
    in_wales = {"countries": ["GB"], "nation": "wales"}
    collection = collect([entry("one", findings=[*twice, *twice]), entry("two", findings=review, **in_wales)])
    glossary = derive_glossary(collection.listed, vocabularies())
    expected = {
        "degrees": {"linkage": 2},
        "dimensions": {"clinical": 2},
        "place_levels": {"local": 2},
        "nations": {"wales": 1},
        "study_designs": {"matched-comparison": 1, "monitoring": 1, "systematic-review": 1},
        "review_bases": {"mixed": 1},
        "evaluators": {"independent": 2, "internal": 1},
        "finding_scopes": {"this-practice": 2, "wider-context": 1},
        "source_types": {"news": 2},
        "review_statuses": {"draft": 2},
    }
    assert {name: counts(glossary[name]) for name in expected} == expected
    facets = {part.vocabulary for part in glossary.values() if part.facet}
    assert expected.keys() | facets == vocabularies().keys()
