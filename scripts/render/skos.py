"""The vocabularies as SKOS, for other collections to link to: one concept scheme for each vocabulary."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from scripts.read.settings import Settings
from scripts.read.vocabularies import Term, Vocabularies
from scripts.render.glossary_page import anchor

TERMS_PAGE = "glossary/"
"""The page of all terms; the address of a term is a place on it, so that it leads a reader somewhere."""

MAPPED = {"kind": ("integration_kinds", "broadMatch"), "dimension": ("dimensions", "relatedMatch")}
"""Fields of a term that name a term of another vocabulary, with that vocabulary and the relation."""


def scheme_address(settings: Settings, vocabulary: str) -> str:
    """The address of a vocabulary as a concept scheme."""
    return f"{settings.address}{TERMS_PAGE}#{anchor(vocabulary)}"


def scheme_title(vocabulary: str) -> str:
    """The name of a vocabulary in words."""
    return vocabulary.replace("_", " ").capitalize()


def render_skos(vocabularies: Vocabularies, settings: Settings) -> dict[str, str]:
    """All vocabularies in Turtle and in JSON-LD, by path below the root; the same input gives the same text."""
    from rdflib import DCTERMS, SKOS, Graph, Namespace, URIRef  # imported here because it takes half a second

    graph = Graph(bind_namespaces="none")
    graph.bind("skos", SKOS)
    graph.bind("dcterms", DCTERMS)
    for vocabulary in vocabularies:
        graph.bind(vocabulary, Namespace(f"{scheme_address(settings, vocabulary)}-"))
    for vocabulary, terms in vocabularies.items():
        scheme = URIRef(scheme_address(settings, vocabulary))
        for triple in (*_scheme(scheme, vocabulary), *_concepts(scheme, vocabulary, terms, settings)):
            graph.add(triple)
    document = json.loads(graph.serialize(format="json-ld", auto_compact=True))
    return {
        "data/vocabularies.ttl": graph.serialize(format="turtle"),
        "data/vocabularies.jsonld": json.dumps(_in_order(document), ensure_ascii=False, indent=1) + "\n",
    }


def _scheme(scheme: Any, vocabulary: str) -> Iterator[Any]:
    from rdflib import DCTERMS, RDF, SKOS, Literal, URIRef

    yield scheme, RDF.type, SKOS.ConceptScheme
    yield scheme, SKOS.prefLabel, Literal(scheme_title(vocabulary), lang="en")
    yield scheme, SKOS.notation, Literal(vocabulary)
    yield scheme, DCTERMS.license, URIRef("https://creativecommons.org/licenses/by/4.0/")


def _concepts(scheme: Any, vocabulary: str, terms: dict[str, Term], settings: Settings) -> Iterator[Any]:
    from rdflib import DCTERMS, RDF, SKOS, Literal, URIRef

    def address(name: str, term: str) -> URIRef:
        return URIRef(f"{settings.address}{TERMS_PAGE}#{anchor(name, term)}")

    for term in terms.values():
        concept = address(vocabulary, term.id)
        yield concept, RDF.type, SKOS.Concept
        yield concept, SKOS.inScheme, scheme
        yield concept, SKOS.notation, Literal(term.id)
        for language, text in term.labels.items():
            yield concept, SKOS.prefLabel, Literal(text, lang=language)
        for language, text in term.definitions.items():
            yield concept, SKOS.definition, Literal(text, lang=language)
        if term.source:
            yield concept, DCTERMS.source, Literal(term.source)
        for name, code in term.maps_to.items():
            yield concept, SKOS.note, Literal(f"{name}: {code}", lang="en")
        for field, (other, relation) in MAPPED.items():
            if field in term.extra and vocabulary == "mechanisms":
                yield concept, SKOS[relation], address(other, term.extra[field])
        if term.broader:
            yield concept, SKOS.broader, address(vocabulary, term.broader)
            yield address(vocabulary, term.broader), SKOS.narrower, concept
        else:
            yield concept, SKOS.topConceptOf, scheme
            yield scheme, SKOS.hasTopConcept, concept


def _in_order(node: Any) -> Any:
    """A JSON document with its keys and its lists in order; in JSON-LD the order of a list means nothing."""
    if isinstance(node, dict):
        return {key: _in_order(node[key]) for key in sorted(node)}
    if isinstance(node, list):
        return sorted((_in_order(item) for item in node), key=lambda item: json.dumps(item, ensure_ascii=False))
    return node
