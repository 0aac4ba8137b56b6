"""The glossary page: every vocabulary and every term, with source, count and link."""

from __future__ import annotations

from scripts.derive.glossary import derive_glossary
from scripts.render.glossary_page import HEADINGS, anchor, glossary_page, origin
from tests.render.view import classed, pages_of, parse, text, toys
from tests.toy import vocabularies

PAGE = parse(glossary_page(pages_of(toys()), derive_glossary(toys().listed, vocabularies())))


def test_every_vocabulary_has_a_heading() -> None:
    assert HEADINGS.keys() == vocabularies().keys()
    assert len({title for title, _ in HEADINGS.values()}) == len(HEADINGS)
    (contents,) = classed(PAGE, "contents")
    assert [(link.get("href"), text(link)) for link in contents.iter("a")] == [
        (f"#{anchor(name)}", title) for name, (title, _) in HEADINGS.items()
    ]


def test_every_term_is_there_with_its_definition() -> None:
    terms = {term.get("id"): text(term) for lists in classed(PAGE, "reference__terms") for term in lists.iter("div")}
    for name, vocabulary in vocabularies().items():
        for term in vocabulary.values():
            shown = terms.pop(anchor(name, term.id))
            assert shown.startswith(term.label)
            assert " ".join(term.definition.split()) in shown
    assert terms == {}


def test_used_terms_of_facets_lead_to_their_pages() -> None:
    linked = {link.get("href") for lists in classed(PAGE, "reference__terms") for link in lists.iter("a")}
    used = {f"../{use.facet.folder}/{use.term.id.lower()}/" for uses in toys().uses.values() for use in uses}
    assert linked == used
    (homeless,) = [part for part in PAGE.iter("div") if part.get("id") == "target-groups-homeless-people"]
    assert "1 practice" in text(homeless)
    (carers,) = [part for part in PAGE.iter("div") if part.get("id") == "degrees-linkage"]
    assert list(carers.iter("a")) == []


def test_unused_terms_say_so() -> None:
    (population,) = [part for part in PAGE.iter("div") if part.get("id") == "target-groups-whole-population"]
    assert "no practice yet" in text(population)


def test_the_origin_of_a_term() -> None:
    assert origin(vocabularies()["life_cycle"]["pilot"]) == ""
    assert origin(vocabularies()["countries"]["FI"]) == "Source: ISO 3166-1. In ISO 3166-1 numeric: 246"
    assert origin(vocabularies()["evidence_levels"]["L0"]).startswith("In Nesta: ≤1. In Maryland SMS: –")
