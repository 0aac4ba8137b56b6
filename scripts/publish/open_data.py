"""Writes the open data: the practices in several forms, their terms, schemas and descriptions, and the feeds."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from scripts.publish.cache import Cache
from scripts.render.csv_tables import render_csv
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
    records = [practice_record(practice, collection, settings) for practice in practices]
    terms = cache.load("skos")
    if not terms:
        terms = render_skos(collection.vocabularies, settings)
        cache.save("skos", terms)
    files = {
        **terms,
        **render_schemas(schemas, collection.vocabularies, settings),
        **{f"data/{table.name}.csv": render_csv(table, records) for table in TABLES},
        "data/datapackage.json": render_datapackage(collection, schemas, settings),
        "data/dcat.jsonld": render_dcat(collection, settings),
        "data/openapi.json": render_openapi(settings),
    }
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content.encode())
    lines = [(folder / "data" / "practices" / f"{practice.slug}.json").read_bytes() for practice in practices]
    (folder / "data" / "practices.jsonl").write_bytes(b"".join(lines))
    with (folder / "data" / "practices.json").open("wb") as file:
        file.write(render_practices_head(settings).encode())
        file.write(b",".join(lines))
        file.write(b"]}\n")
