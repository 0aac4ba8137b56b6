"""The descriptions of the open data: schemas, data package, DCAT, OpenAPI, and the vocabularies as SKOS."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from openapi_spec_validator import validate
from rdflib import DCAT, DCTERMS, RDF, SKOS, Graph, Literal, URIRef
from rdflib.compare import isomorphic

from scripts.derive.collection import Collection
from scripts.read.settings import Settings
from scripts.render.data import practice_record
from scripts.render.datapackage import render_datapackage
from scripts.render.dcat import render_dcat
from scripts.render.glossary_page import anchor
from scripts.render.openapi import render_openapi
from scripts.render.schemas import render_schemas
from scripts.render.skos import render_skos
from scripts.render.tables import TABLES
from tests.derive.invented import collect, entry
from tests.render.view import SETTINGS, toys
from tests.toy import ROOT, schemas, vocabularies

DEEPER = Settings("Toy Thread", "An invented collection.", "https://toys.example/some/where/", "")


def published(settings: Settings = SETTINGS) -> dict[str, Any]:
    files = render_schemas(schemas(), vocabularies(), settings)
    return {path: json.loads(text) for path, text in files.items()}


def strict(node: Any) -> Any:
    """A schema that allows no field it does not describe."""
    if isinstance(node, list):
        return [strict(item) for item in node]
    if not isinstance(node, dict):
        return node
    closed = {"additionalProperties": False} if node.get("type") == "object" and "properties" in node else {}
    return {**{key: strict(value) for key, value in node.items()}, **closed}


@pytest.mark.parametrize("settings", [SETTINGS, DEEPER])
def test_every_schema_is_valid_and_lies_where_its_id_says(settings: Settings) -> None:
    for path, schema in published(settings).items():
        Draft202012Validator.check_schema(schema)
        assert schema["$id"] == f"{settings.address}{path}"
        assert ".schema.json#" not in json.dumps(schema), "a reference to another file"


def test_entries_fit_the_schema_of_entries_and_records_that_of_records() -> None:
    entries = Draft202012Validator(published()["schema/practice.schema.json"], format_checker=FormatChecker())
    record_schema = strict(published()["schema/practice-record.schema.json"])
    records = Draft202012Validator(record_schema, format_checker=FormatChecker())
    for practice in toys().practices:
        record = practice_record(practice, toys(), SETTINGS)
        as_read = json.loads(json.dumps(record))
        assert list(records.iter_errors(as_read)) == []
        assert not entries.is_valid(as_read)
        assert list(entries.iter_errors(json.loads(json.dumps(practice.data)))) == []


def test_the_schema_of_entries_is_not_changed_by_that_of_records() -> None:
    before = json.dumps(schemas()["practice"])
    published()
    assert json.dumps(schemas()["practice"]) == before


def test_the_data_package_describes_each_column_in_order() -> None:
    package = json.loads(render_datapackage(toys(), schemas(), SETTINGS))
    assert package["version"] == "2026.11.10"
    for resource, table in zip(package["resources"], TABLES, strict=True):
        fields = resource["schema"]["fields"]
        assert [field["name"] for field in fields] == [column.name for column in table.columns]
        assert all(len(field["description"]) > 3 for field in fields)
    (direction,) = [f for f in package["resources"][1]["schema"]["fields"] if f["name"] == "direction"]
    assert direction["constraints"]["enum"] == list(vocabularies()["directions"])


def test_an_empty_collection_is_described_too() -> None:
    nothing = collect([])
    assert json.loads(render_datapackage(nothing, schemas(), SETTINGS))["version"] == "2026.11.22"
    assert len(graph_of_dcat(nothing)) > 10


def graph_of_dcat(collection: Collection) -> Graph:
    return Graph().parse(data=render_dcat(collection, SETTINGS), format="json-ld")


def test_the_description_for_catalogues_names_datasets_and_their_files() -> None:
    graph = graph_of_dcat(collect([entry()]))
    (catalogue,) = graph.subjects(RDF.type, DCAT.Catalog)
    datasets = set(graph.objects(catalogue, DCAT.dataset))
    assert datasets == set(graph.subjects(RDF.type, DCAT.Dataset))
    assert len(datasets) == 2
    for dataset in datasets:
        for needed in (DCTERMS.title, DCTERMS.description, DCTERMS.license, DCTERMS.publisher, DCTERMS.modified):
            assert graph.value(dataset, needed) is not None
        files = list(graph.objects(dataset, DCAT.distribution))
        assert files
        for file in files:
            assert str(graph.value(file, DCAT.downloadURL)).startswith(f"{SETTINGS.address}data/")
            assert graph.value(file, DCAT.mediaType) is not None
    modified = {str(value) for value in graph.objects(predicate=DCTERMS.modified)}
    assert modified == {"2026-11-01"}


def test_the_description_as_an_interface_is_valid(tmp_path: Path) -> None:
    document = json.loads(render_openapi(SETTINGS))
    (tmp_path / "schema").mkdir()
    for path, text in render_schemas(schemas(), vocabularies(), SETTINGS).items():
        (tmp_path / path).write_text(text, encoding="utf-8")
    validate(document, base_uri=(tmp_path / "data" / "openapi.json").as_uri())
    assert document["servers"] == [{"url": ".."}]
    assert document["info"]["version"] == "1.0.0"
    assert {"/data/practices/{slug}.json", "/data/practices/{slug}.yml"} <= document["paths"].keys()


def test_every_term_is_a_concept_with_all_that_is_said_of_it() -> None:
    files = render_skos(vocabularies(), SETTINGS)
    graph = Graph().parse(data=files["data/vocabularies.ttl"], format="turtle")
    page = f"{SETTINGS.address}glossary/#"
    assert len(list(graph.subjects(RDF.type, SKOS.ConceptScheme))) == len(vocabularies())
    assert len(list(graph.subjects(RDF.type, SKOS.Concept))) == sum(map(len, vocabularies().values()))
    for name, terms in vocabularies().items():
        for term in terms.values():
            concept = URIRef(page + anchor(name, term.id))
            assert set(graph.objects(concept, SKOS.inScheme)) == {URIRef(page + anchor(name))}
            assert graph.value(concept, SKOS.notation) == Literal(term.id)
            assert set(graph.objects(concept, SKOS.prefLabel)) == {
                Literal(text, lang=language) for language, text in term.labels.items()
            }
            assert set(graph.objects(concept, SKOS.definition)) == {
                Literal(text, lang=language) for language, text in term.definitions.items()
            }
            assert {str(note) for note in graph.objects(concept, SKOS.note)} == {
                f"{scheme}: {code}" for scheme, code in term.maps_to.items()
            }
            wider = {URIRef(page + anchor(name, term.broader))} if term.broader else set()
            assert set(graph.objects(concept, SKOS.broader)) == wider
            assert (concept in set(graph.objects(predicate=SKOS.hasTopConcept))) == (not term.broader)
    desk = URIRef(f"{page}mechanisms-co-location")
    assert graph.value(desk, SKOS.broadMatch) == URIRef(f"{page}integration-kinds-structure-and-governance")
    assert graph.value(desk, SKOS.relatedMatch) == URIRef(f"{page}dimensions-organisational")


def test_turtle_and_json_ld_say_the_same() -> None:
    files = render_skos(vocabularies(), SETTINGS)
    turtle = Graph().parse(data=files["data/vocabularies.ttl"], format="turtle")
    json_ld = Graph().parse(data=files["data/vocabularies.jsonld"], format="json-ld")
    assert isomorphic(turtle, json_ld)


def test_the_order_of_the_terms_files_does_not_hang_on_chance() -> None:
    program = (
        "from pathlib import Path; from scripts.read.vocabularies import load_vocabularies;"
        "from scripts.render.skos import render_skos; from tests.render.view import SETTINGS;"
        "import sys; sys.stdout.write(''.join(render_skos(load_vocabularies(Path('.')), SETTINGS).values()))"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", program], cwd=ROOT, env={"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(told) == 1
    assert len(told.pop()) > 100_000
