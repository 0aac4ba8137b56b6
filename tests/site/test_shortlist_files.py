"""The shortlist as CSV, BibTeX and RIS, read back by programs that others wrote."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import rispy
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware
from playwright.sync_api import Page, expect

from tests.site.collection import Record
from tests.site.pages import SITE_URL, Site
from tests.site.reader import FOUR, with_list
from tests.site.tabs import Tabs

LATEX = LatexDecodingMiddleware()
HOSTILE = {"name": '=1+1, "quoted"\nand ünsquare; ünd', "lead": "@SUM(A1)", "local_name": "-2+3 بيت"}


def export(page: Page, button: str) -> tuple[str, bytes]:
    """The name and the bytes of the file that a button makes."""
    with page.expect_download() as download:
        page.get_by_role("button", name=button, exact=True).click()
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def rows_of(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True))


def chosen(practices: list[Record]) -> list[Record]:
    by_slug = {practice["slug"]: practice for practice in practices}
    return [by_slug[slug] for slug in FOUR]


def test_csv_holds_the_fields_of_the_data(tabs: Tabs, practices: list[Record]) -> None:
    name, content = export(with_list(tabs, FOUR), "CSV table")
    assert name == "shortlist.csv"
    assert content.startswith(b"\xef\xbb\xbfslug,url,name,")
    assert content.count(b"\n") == content.count(b"\r\n") == 5
    rows = rows_of(content)
    assert [row["slug"] for row in rows] == FOUR
    for row, practice in zip(rows, chosen(practices), strict=True):
        for field in ("url", "name", "local_name", "language", "acronym", "nation", "life_cycle", "lead", "summary"):
            assert row[field] == practice.get(field, ""), field
        for field in ("started", "ended"):
            assert row[field] == str(practice.get(field, ""))
        for field in ("countries", "sectors", "target_groups", "partners"):
            assert row[field] == "; ".join(practice.get(field, ()))
        assert row["places"] == "; ".join(place["name"] for place in practice["places"])
        assert row["degree"] == practice["integration"]["degree"]
        assert row["mechanisms"].split("; ") == [item["type"] for item in practice["integration"]["mechanisms"]]
        assert row["integration_kinds"].split("; ") == practice["derived"]["integration_kinds"]
        assert row["level"] == (practice["derived"]["level"] or "")
        assert row["findings"] == str(len(practice["findings"]))
        assert row["changed"] == practice["derived"]["changed"]


def test_csv_survives_any_text_and_runs_no_formula(tabs: Tabs, practices: list[Record]) -> None:
    module = "../assets/scripts/practices-csv.js"
    (practice,) = [practice for practice in practices if practice["slug"] == "maia"]
    page = tabs.open("shortlist/")
    call = "async ([path, practice]) => (await import(new URL(path, location.href).href)).practicesAsCsv([practice])"
    (row,) = rows_of(page.evaluate(call, [module, {**practice, **HOSTILE}]).encode())
    assert {field: row[field] for field in HOSTILE} == {field: f"'{text}" for field, text in HOSTILE.items()}
    assert row["summary"] == practice["summary"]


def test_bibtex_is_read_back(tabs: Tabs, practices: list[Record]) -> None:
    name, content = export(with_list(tabs, FOUR), "BibTeX")
    assert name == "shortlist.bib"
    library = parse_string(content.decode(), append_middleware=[LATEX])
    assert library.failed_blocks == []
    assert [(entry.entry_type, entry.key) for entry in library.entries] == [("techreport", slug) for slug in FOUR]
    for entry, practice in zip(library.entries, chosen(practices), strict=True):
        told = {field.key: field.value for field in entry.fields}
        assert told["title"] == practice["name"]
        assert told["author"] == " and ".join(person["name"] for person in practice["contributors"])
        assert told["institution"] == "Common Thread"
        assert told["year"] == practice["derived"]["changed"][:4]
        assert told["url"] == practice["url"]


def test_ris_is_read_back(tabs: Tabs, practices: list[Record]) -> None:
    name, content = export(with_list(tabs, FOUR), "RIS")
    assert name == "shortlist.ris"
    told = rispy.loads(content.decode())
    assert [(item["type_of_reference"], item["id"]) for item in told] == [("RPRT", slug) for slug in FOUR]
    for item, practice in zip(told, chosen(practices), strict=True):
        assert item["title"] == practice["name"]
        assert item["authors"] == [f"{person['name']}," for person in practice["contributors"]], "whole names"
        assert item["publisher"] == "Common Thread"
        assert item["date"] == practice["derived"]["changed"].replace("-", "/")
        assert item["urls"] == [practice["url"]]


def test_a_shared_list_can_be_exported_in_its_own_order(tabs: Tabs) -> None:
    page = tabs.ready("shortlist/?p=kotitori,maia")
    assert [row["slug"] for row in rows_of(export(page, "CSV table")[1])] == ["kotitori", "maia"]
    assert [item["id"] for item in rispy.loads(export(page, "RIS")[1].decode())] == ["kotitori", "maia"]


def test_a_file_that_does_not_load_makes_none(tabs: Tabs) -> None:
    page = with_list(tabs, FOUR)
    page.route("**/data/practices/kotitori.bib", lambda route: route.abort())
    page.get_by_role("button", name="BibTeX").click()
    expect(page.get_by_role("alert").filter(has_text="The file could not be made")).to_be_visible()
    page.unroute("**/data/practices/kotitori.bib")
    assert len(tabs.faults) == 1
    tabs.faults.clear()
    assert export(page, "BibTeX")[1].count(b"@techreport") == 4
    expect(page.get_by_role("alert").filter(has_text="The file could not be made")).to_be_hidden()


def test_every_practice_has_its_citation_as_files(site: Site, practices: list[Record]) -> None:
    for practice in practices:
        files = site.folder / "data" / "practices" / practice["slug"]
        (entry,) = parse_string(files.with_suffix(".bib").read_text("utf-8"), append_middleware=[LATEX]).entries
        (item,) = rispy.loads(files.with_suffix(".ris").read_bytes().decode())
        assert entry["title"] == item["title"] == practice["name"]
        assert entry["url"] == item["urls"][0] == f"{SITE_URL}practices/{practice['slug']}/"
        page = site.page(f"practices/{practice['slug']}/")
        linked = {page.target(link) for element, link in page.links() if element.tag == "a"}
        assert {f"data/practices/{practice['slug']}{ending}" for ending in (".bib", ".ris")} <= linked
