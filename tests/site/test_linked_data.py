"""The linked data of the finished pages, parsed by rdflib and held against the vocabulary of schema.org itself."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Set
from functools import cache
from typing import Any

import pytest
from rdflib import RDF, RDFS, XSD, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

from tests.site.building import ROOT
from tests.site.collection import Record
from tests.site.pages import SITE_URL, Page, Site, told

SCHEMA = Namespace("http://schema.org/")
FILE = ROOT / "node_modules" / "@vocabulary" / "schema" / "schema.nq"
DATA_TYPES = {"Text", "URL", "Date", "DateTime", "Boolean", "Number", "Integer", "Float"}
PAGES = ["practices/kotitori/", "practices/troubled-families/", "events/icic16-barcelona-2016/", "data/"]


@cache
def vocabulary() -> Graph:
    """Types and properties of schema.org, as it publishes them."""
    assert FILE.is_file(), "node_modules is not filled; run: make check-code"
    quads = FILE.read_text(encoding="utf-8").splitlines()
    graph = Graph()
    graph.parse(data="\n".join(f"{quad.rpartition(' <')[0]} ." for quad in quads), format="nt")
    return graph


@cache
def context() -> dict[str, Any]:
    """The context that https://schema.org gives, made from the vocabulary by its rules, so that nobody is asked."""
    terms: dict[str, Any] = {"@vocab": str(SCHEMA)}
    for found in vocabulary().subjects(RDF.type, RDF.Property):
        name, expected = str(found).removeprefix(SCHEMA), ranges(str(found))
        if "URL" in expected and "Text" not in expected:
            terms[name] = {"@id": str(found), "@type": "@id"}
        elif "Date" in expected:
            terms[name] = {"@id": str(found), "@type": f"{SCHEMA}Date"}
    return terms


@cache
def ranges(found: str) -> frozenset[str]:
    return frozenset(
        str(kind).removeprefix(SCHEMA) for kind in vocabulary().objects(URIRef(found), SCHEMA.rangeIncludes)
    )


@cache
def ancestors(kind: Node) -> frozenset[Node]:
    return frozenset(found for found in vocabulary().transitive_objects(kind, RDFS.subClassOf) if found)


def document(page: Page) -> dict[str, Any]:
    """The one piece of linked data in a page."""
    [script] = [element for element in page.root.iter("script") if element.get("type") == "application/ld+json"]
    found: dict[str, Any] = json.loads(script.text or "")
    return found


def graph_of(page: Page) -> Graph:
    found = document(page)
    assert found["@context"] == "https://schema.org"
    graph = Graph()
    graph.parse(data=json.dumps({**found, "@context": context()}), format="json-ld", base=SITE_URL)
    return graph


def kinds(graph: Graph, node: Node) -> Set[Node]:
    return {ancestor for kind in graph.objects(node, RDF.type) for ancestor in ancestors(kind)}


def misused(graph: Graph) -> Iterator[str]:
    """Every type or property that schema.org lacks, or uses for other things or with other values."""
    known = vocabulary()
    for subject, predicate, value in graph:
        if predicate == RDF.type:
            if (value, RDF.type, RDFS.Class) not in known:
                yield f"{value} is no type"
            continue
        domains = set(known.objects(predicate, SCHEMA.domainIncludes))
        if not domains:
            yield f"{predicate} is no property"
        elif not domains & kinds(graph, subject):
            yield f"{predicate} is not for {sorted(map(str, graph.objects(subject, RDF.type)))}"
        elif not fits(graph, str(predicate), value):
            yield f"{predicate} does not take {value!r}"


def fits(graph: Graph, predicate: str, value: Node) -> bool:
    expected = ranges(predicate)
    if isinstance(value, Literal):
        if value.datatype == SCHEMA.Date:
            return bool(expected & {"Date", "DateTime"} and re.fullmatch(r"\d{4}(-\d\d-\d\d)?", str(value)))
        if value.datatype == XSD.boolean:
            return "Boolean" in expected
        if value.datatype in (XSD.integer, XSD.double, XSD.decimal):
            return bool(expected & {"Number", "Integer", "Float"})
        return bool(
            expected & {"Text", "Date", "DateTime"} or (str(value).startswith("https://") and "URL" in expected)
        )
    if isinstance(value, URIRef) and "URL" in expected:
        return True
    return bool({SCHEMA[name] for name in expected - DATA_TYPES} & kinds(graph, value))


def test_all_practices_events_and_the_data_page_use_schema_org_as_it_says(site: Site) -> None:
    pages = [page for page in site.pages.values() if "application/ld+json" in page.html and not page.moved]
    assert len(pages) > 80
    found = [f"{page.path}: {problem}" for page in pages for problem in sorted(set(misused(graph_of(page))))]
    assert not found, told(found)


def test_a_misused_word_would_be_noticed() -> None:
    graph = Graph()
    text = {"@context": context(), "@type": "Report", "latitude": 3, "isPartOf": {"@type": "Person"}, "colour": "x"}
    graph.parse(data=json.dumps(text), format="json-ld")
    assert len(list(misused(graph))) == 3


def test_a_practice_is_a_report_about_a_service_in_the_dataset_with_its_sources(
    site: Site, practices: list[Record]
) -> None:
    for record in practices:
        address = URIRef(f"{SITE_URL}practices/{record['slug']}/")
        graph = graph_of(site.page(f"practices/{record['slug']}/"))
        assert (address, RDF.type, SCHEMA.Report) in graph
        [service] = graph.objects(address, SCHEMA.about)
        assert (service, RDF.type, SCHEMA.Service) in graph
        assert (service, SCHEMA.name, Literal(record["name"])) in graph
        assert (address, SCHEMA.isPartOf, URIRef(f"{SITE_URL}data/#dataset")) in graph
        assert len(set(graph.objects(address, SCHEMA.citation))) == len(record["sources"])
        [author] = graph.objects(address, SCHEMA.author)
        assert (author, RDF.type, SCHEMA.Organization) in graph


def test_the_dataset_has_licence_creator_and_files_that_are_there(site: Site) -> None:
    graph, dataset = graph_of(site.page("data/")), URIRef(f"{SITE_URL}data/#dataset")
    assert (dataset, RDF.type, SCHEMA.Dataset) in graph
    assert (dataset, SCHEMA.license, URIRef("https://creativecommons.org/licenses/by/4.0/")) in graph
    assert graph.value(dataset, SCHEMA.creator)
    files = [str(graph.value(item, SCHEMA.contentUrl)) for item in graph.objects(dataset, SCHEMA.distribution)]
    assert len(files) > 5
    assert {file.removeprefix(SITE_URL) for file in files} <= site.files


@pytest.mark.parametrize("path", PAGES)
def test_the_trail_leads_from_the_home_page_to_the_page(site: Site, path: str) -> None:
    [trail] = [node for node in document(site.page(path))["@graph"] if node["@type"] == "BreadcrumbList"]
    steps = trail["itemListElement"]
    assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
    addresses = [step["item"]["@id"] for step in steps[:-1]]
    assert addresses == [SITE_URL, f"{SITE_URL}{path}".rsplit("/", 2)[0] + "/"][: len(addresses)]
    assert all(site.file_at(address.removeprefix(SITE_URL).rstrip("/")) for address in addresses)
    assert (site.page(path).root.findtext(".//h1") or "").strip() == steps[-1]["name"]


def test_every_page_names_a_picture_that_is_there(site: Site) -> None:
    for page in site.pages.values():
        if page.moved or page.path == "404.html":
            continue
        metas = {meta.get("property"): meta.get("content", "") for meta in page.facts.metas}
        assert metas["og:image"].removeprefix(SITE_URL) in site.files, page.path
        assert len(metas["og:image:alt"]) > 20, page.path
        assert page.meta("twitter:card") == ["summary_large_image"], page.path
