"""Writes the open data: the practices in several forms, their terms, schemas and descriptions, and the feeds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any, TextIO

from scripts.publish.cache import Cache
from scripts.render.csv_tables import CsvWriter, Table
from scripts.render.data import practice_record, render_practices_head
from scripts.render.datapackage import render_datapackage
from scripts.render.dcat import render_dcat
from scripts.render.openapi import render_openapi
from scripts.render.pages import Pages
from scripts.render.schemas import render_schemas
from scripts.render.skos import render_skos
from scripts.render.tables import TABLES


def write_open_data(folder: Path, pages: Pages, schemas: Mapping[str, Any], cache: Cache) -> None:
    """Writes everything below ``data/`` and ``schema/`` but the pages; the file of each practice is there already.

    Args:
        folder: The folder of the site.
        pages: What the pages are made from.
        schemas: The schemas, complete in themselves.
        cache: Where the vocabularies' files are kept, which take long to make and rarely change.
    """
    collection, settings = pages.collection, pages.settings
    practices = sorted(collection.practices, key=lambda practice: practice.slug)
    terms = cache.load("skos")
    if not terms:
        terms = render_skos(collection.vocabularies, settings)
        cache.save("skos", terms)
    files = {
        **terms,
        **render_schemas(schemas, collection.vocabularies, settings),
        "data/datapackage.json": render_datapackage(collection, schemas, settings),
        "data/dcat.jsonld": render_dcat(collection, settings),
        "data/openapi.json": render_openapi(settings),
    }
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content.encode())
    with ExitStack() as opened:
        tables = [CsvWriter(opened.enter_context(_open(folder, table)), table) for table in TABLES]
        for practice in practices:
            record = practice_record(practice, collection, settings)
            for table in tables:
                table.write(record)
    _join(folder / "data", [practice.slug for practice in practices], render_practices_head(settings))


def _open(folder: Path, table: Table) -> TextIO:
    return (folder / "data" / f"{table.name}.csv").open("w", encoding="utf-8", newline="")


def _join(folder: Path, slugs: Sequence[str], head: str) -> None:
    """Joins the files of single practices, a line each, to one with all lines and one with a head: one at a time."""
    with (folder / "practices.jsonl").open("wb") as lines, (folder / "practices.json").open("wb") as whole:
        whole.write(head.encode())
        for number, slug in enumerate(slugs):
            line = (folder / "practices" / f"{slug}.json").read_bytes()
            lines.write(line)
            whole.write(b"," + line if number else line)
        whole.write(b"]}\n")
