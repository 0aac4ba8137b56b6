"""The page about the open data: its files with examples."""

from __future__ import annotations

from scripts.render import data_files
from scripts.render.data import FORMAT
from scripts.render.linked_data import linked_dataset
from scripts.render.parts import Meta, Parts
from scripts.render.tables import TABLES


def data_page(parts: Parts) -> str:
    """The page ``/data/``."""
    name = parts.settings.name
    meta = Meta(
        "data/",
        f"Open data · {name}",
        "Open data",
        "All practices, findings and sources to download, free to use, with examples in Python, R and a spreadsheet.",
    )
    return parts.page(
        "data.html",
        meta,
        files=data_files,
        format=FORMAT,
        tables=TABLES,
        citation_tags=(),
        linked_data=linked_dataset(parts.collection, parts.settings),
    )
