"""The open data of the built site, read back by programs of other people and compared with the entries."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest
from frictionless import Package
from jsonschema import Draft202012Validator, FormatChecker
from openapi_spec_validator import validate
from rdflib import RDF, SKOS, Graph

from tests.site.collection import Record
from tests.site.pages import SITE_URL, Site

TABLES = ("practices", "findings", "sources")


@pytest.fixture(scope="module")
def records(site_folder: Path) -> list[Record]:
    """Every published practice, withdrawn ones too."""
    loaded: list[Record] = load(site_folder, "data/practices.json")["practices"]
    return loaded


@pytest.fixture(scope="module")
def tables(site_folder: Path) -> Mapping[str, list[dict[str, Any]]]:
    """The rows of each table, typed by frictionless as the data package says."""
    package = Package(str(site_folder / "data" / "datapackage.json"))
    return {name: [row.to_dict() for row in package.get_table_resource(name).read_rows()] for name in TABLES}


def load(folder: Path, path: str) -> Any:
    return json.loads((folder / path).read_text(encoding="utf-8"))


def as_typed(value: Any) -> Any:
    """A cell as a reader has it after taking off the apostrophe; nothing for an empty one."""
    return value.removeprefix("'") if isinstance(value, str) else value


def filled(row: Mapping[str, Any], *but: str) -> dict[str, Any]:
    """The cells of a row that hold something, without some columns; dates and numbers in plain words."""
    return {name: plain(as_typed(value)) for name, value in row.items() if value is not None and name not in but}


def plain(value: Any) -> Any:
    if isinstance(value, bool | str | list) or value is None:
        return value
    return float(value) if hasattr(value, "as_tuple") or isinstance(value, int | float) else value.isoformat()


def plainly(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {name: plain(value) for name, value in fields.items()}


def test_frictionless_finds_the_tables_as_described(site_folder: Path) -> None:
    report = Package(str(site_folder / "data" / "datapackage.json")).validate()
    assert report.valid, report.flatten(["title", "rowNumber", "fieldName", "message"])[:5]
    assert report.stats["tasks"] == 3


def test_frictionless_would_find_a_wrong_cell(site_folder: Path, tmp_path: Path) -> None:
    for path in (site_folder / "data").glob("*.csv"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    description = (site_folder / "data" / "datapackage.json").read_bytes()
    (tmp_path / "datapackage.json").write_bytes(description)
    table = tmp_path / "findings.csv"
    table.write_bytes(table.read_bytes().replace(b",positive,", b",wonderful,", 1))
    report = Package(str(tmp_path / "datapackage.json")).validate()
    assert report.flatten(["fieldName", "type"]) == [["direction", "constraint-error"]]


def test_the_findings_are_those_of_the_entries(tables: Mapping[str, Any], records: list[Record]) -> None:
    told = [filled(row, "number") for row in tables["findings"]]
    assert told == [
        plainly({"practice": record["slug"], "about": "this-practice", "flags": [], **finding})
        for record in records
        for finding in record["findings"]
    ]


def test_the_sources_are_those_of_the_entries(tables: Mapping[str, Any], records: list[Record]) -> None:
    assert [filled(row) for row in tables["sources"]] == [
        plainly({"practice": record["slug"], "key": key, **source})
        for record in records
        for key, source in record["sources"].items()
    ]


def test_the_practices_are_those_of_the_entries(tables: Mapping[str, Any], records: list[Record]) -> None:
    assert [row["slug"] for row in tables["practices"]] == [record["slug"] for record in records]
    for row, record in zip(tables["practices"], records, strict=True):
        told, derived, place = filled(row), record["derived"], record["places"][0]
        for field in ("name", "local_name", "summary", "lead", "partners", "also_known_as", "started", "life_cycle"):
            assert told.get(field) == plain(record.get(field)), (record["slug"], field)
        for field in ("level", "created", "changed", "revision", "stale", "completeness"):
            assert told.get(field) == plain(derived[field]), (record["slug"], field)
        for field in ("countries", "sectors", "target_groups"):
            assert told[field].split(";") == record[field]
        assert told["mechanisms"].split(";") == list(
            dict.fromkeys(item["type"] for item in record["integration"]["mechanisms"])
        )
        assert told["integration_kinds"].split(";") == derived["integration_kinds"]
        assert told["findings"] == len(record["findings"])
        assert told["sources"] == len(record["sources"])
        assert (told["place"], told.get("latitude")) == (place["name"], plain(place.get("latitude")))


def test_a_spreadsheet_sees_no_formula(site_folder: Path) -> None:
    for path in (site_folder / "data").glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        signs = [text for row in rows for name, text in row.items() if text[:1] in {*"=+-@\t\r\n"} and not number(text)]
        assert signs == [], path.name


def number(text: str) -> bool:
    return re.fullmatch(r"-?\d+(\.\d+)?", text) is not None


def test_each_line_is_a_practice(site_folder: Path, records: list[Record]) -> None:
    lines = (site_folder / "data" / "practices.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line) for line in lines] == records


def test_every_practice_fits_the_published_schema(site_folder: Path, records: list[Record]) -> None:
    schema = load(site_folder, "schema/practice-record.schema.json")
    validator = Draft202012Validator(schema, format_checker=FormatChecker())
    faults = [f"{record['slug']}: {error.message}" for record in records for error in validator.iter_errors(record)]
    assert faults == []


def test_the_interface_is_valid_and_names_what_is_there(site_folder: Path, address: str, records: list[Record]) -> None:
    document = load(site_folder, "data/openapi.json")
    validate(document, base_uri=f"{address}data/openapi.json")
    names = {"slug": records[0]["slug"], "event": "icic16-barcelona-2016", "number": 1, "list": "sectors"}
    terms = {"target-groups": "older-people", "integration": "money", "countries": "fi", "data": "health"}
    for path in document["paths"]:
        named = path.format(**names, term=terms.get(path.split("/")[1], ""))
        with urlopen(f"{address}{named.removeprefix('/')}") as answer:
            assert answer.status == 200


INNER = r"(assets|contribute|search/engine)/|practices/(cards/\d+|catalogue[\w-]*|moved)\.json|robots|sitemap|.*html"
"""What only the pages themselves read, and the pages."""


def test_the_interface_leaves_out_no_file_for_others(site: Site) -> None:
    paths = [re.escape(path.removeprefix("/")) for path in load(site.folder, "data/openapi.json")["paths"]]
    known = re.compile("|".join(re.sub(r"\\{\w+\\}", "[a-z0-9-]+", path) for path in paths))
    left = {path for path in site.files if not known.fullmatch(path) and not re.match(INNER, path)}
    assert left == set()


def test_every_term_that_the_tables_use_is_a_concept(site_folder: Path, tables: Mapping[str, Any]) -> None:
    graph = Graph().parse(site_folder / "data" / "vocabularies.jsonld", format="json-ld")
    known = {str(concept).partition("#")[2] for concept in graph.subjects(RDF.type, SKOS.Concept)}
    used = {f"outcome-domains-{row['domain']}" for row in tables["findings"]}
    used |= {f"evidence-levels-{row['level'].lower()}" for row in tables["findings"]}
    used |= {f"countries-{country.lower()}" for row in tables["practices"] for country in row["countries"].split(";")}
    used |= {f"mechanisms-{term}" for row in tables["practices"] for term in row["mechanisms"].split(";")}
    assert used <= known


def example(site: Site, language: str) -> str:
    """The text of an example on the page, as a reader would copy it."""
    (code,) = [node for node in site.page("data/").root.iter("code") if node.get("id") == f"example-{language}"]
    return "".join(code.itertext())


def found_nothing_better(records: list[Record]) -> Iterator[tuple[str, str, str]]:
    for record in records:
        for finding in record["findings"]:
            if finding["level"] >= "L3" and finding["direction"] in ("none", "negative"):
                yield record["slug"], finding["level"], finding["statement"]


def test_the_example_in_python_runs(site: Site, address: str, records: list[Record]) -> None:
    program = example(site, "python")
    assert SITE_URL in program
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(program.replace(SITE_URL, address), "example", "exec"), {})
    expected = [" ".join(found) for found in found_nothing_better(records)]
    assert expected
    assert printed.getvalue().splitlines() == expected


def test_the_formula_in_the_example_names_the_right_columns(site: Site, tables: Mapping[str, Any]) -> None:
    formula = re.fullmatch(r'=COUNTIFS\(([A-Z]):\1,"none",([A-Z]):\2,"L3"\)', example(site, "spreadsheet").strip())
    assert formula is not None
    headings = [*tables["findings"][0]]
    assert [headings[ord(letter) - ord("A")] for letter in formula.groups()] == ["direction", "level"]


def test_the_example_in_r_asks_for_columns_that_are_there(site: Site, tables: Mapping[str, Any]) -> None:
    program = example(site, "r")
    assert f'"{SITE_URL}data/findings.csv"' in program
    assert set(re.findall(r"findings\$(\w+)", program)) <= {*tables["findings"][0]}
