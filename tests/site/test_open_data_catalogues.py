"""The open data as catalogues of data, vocabularies and interfaces tell of it."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import urldefrag
from urllib.request import urlopen

from jsonschema import Draft202012Validator
from openapi_spec_validator import validate
from rdflib import DCAT, RDF, SKOS, Graph

from tests.site.pages import SITE_URL, Site
from tests.site.trees import text_of


def test_every_schema_lies_at_the_address_that_it_names(site_folder: Path) -> None:
    paths = sorted((site_folder / "schema").glob("*.json"))
    assert len(paths) == 4
    for path in paths:
        schema = json.loads(path.read_text(encoding="utf-8"))
        Draft202012Validator.check_schema(schema)
        assert schema["$id"] == f"{SITE_URL}schema/{path.name}"


def test_the_interface_leads_to_the_same_files_below_a_path(sub_path_address: str) -> None:
    with urlopen(f"{sub_path_address}data/openapi.json") as answer:
        document = json.load(answer)
    validate(document, base_uri=f"{sub_path_address}data/openapi.json")


def test_catalogues_of_data_find_every_file(site: Site) -> None:
    graph = Graph().parse(site.folder / "data" / "dcat.jsonld", format="json-ld")
    assert len(list(graph.subjects(RDF.type, DCAT.Dataset))) == 2
    files = {str(address) for address in graph.objects(predicate=DCAT.downloadURL)}
    assert {f"{SITE_URL}data/practices.json", f"{SITE_URL}data/vocabularies.ttl"} <= files
    places = {str(node) for node in graph.subjects() if str(node).startswith(SITE_URL)}
    for address in files:
        assert (site.folder / address.removeprefix(SITE_URL)).is_file()
    assert {urldefrag(place)[0].removeprefix(SITE_URL) for place in places} == {"", "data/", "glossary/"}


def test_every_term_leads_to_its_place_on_the_page_of_terms(site: Site) -> None:
    graph = Graph().parse(site.folder / "data" / "vocabularies.ttl", format="turtle")
    concepts = [*graph.subjects(RDF.type, SKOS.Concept), *graph.subjects(RDF.type, SKOS.ConceptScheme)]
    ids = set(site.page("glossary/").ids)
    assert len(concepts) > 150
    for concept in concepts:
        page, place = urldefrag(str(concept))
        assert page == f"{SITE_URL}glossary/"
        assert place in ids


def test_the_foot_of_every_page_leads_to_the_data(site: Site) -> None:
    for path in ("practices/maia/", "about/", "glossary/"):
        page = site.page(path)
        (link,) = [a for a in page.root.iter("a") if text_of(a) == "All data"]
        assert (page.target(link.attrib["href"]) or "").rstrip("/") == "data"
