"""The pages about the open data: its files with examples, and all terms."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.render import data_files
from scripts.render.data import FORMAT
from scripts.render.parts import Meta, Parts
from scripts.render.skos import TERMS_PAGE, anchor, scheme_title
from scripts.render.tables import TABLES


def render_data_pages(parts: Parts) -> Iterator[tuple[str, str]]:
    """The pages, as (address, page)."""
    name = parts.settings.name
    meta = Meta(
        "data/",
        f"Open data · {name}",
        "Open data",
        "All practices, findings and sources to download, free to use, with examples in Python, R and a spreadsheet.",
    )
    yield "data/", parts.page("data.html", meta, files=data_files, format=FORMAT, tables=TABLES)
    meta = Meta(
        TERMS_PAGE,
        f"All terms · {name}",
        "All terms",
        "Every term by which practices, findings and sources are sorted, with its definition and where it comes from.",
    )
    yield TERMS_PAGE, parts.page("vocabularies.html", meta, files=data_files, anchor=anchor, scheme_title=scheme_title)
