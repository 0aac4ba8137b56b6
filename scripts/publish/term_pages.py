"""Writes the pages and the citation of each term; pages are taken over from the last site if they look the same."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from scripts.derive.facets import FACETS
from scripts.publish.manifest import Manifest
from scripts.render.citation_files import citation_files
from scripts.render.cite import last_change, term_as_work
from scripts.render.lists import in_parts, render_term, term_path
from scripts.render.pages import Pages


def publish_term_pages(folder: Path, pages: Pages, manifest: Manifest, cards: Mapping[str, str]) -> list[str]:
    """Writes the pages and the citation of every used term below ``folder`` and returns the paths of the pages."""
    looks = {slug: hashlib.blake2b(card.encode(), digest_size=16).digest() for slug, card in cards.items()}
    written = []
    for use in (use for facet in FACETS for use in pages.collection.uses[facet.id]):
        spread = pages.collection.spreads[use.facet.id, use.term.id]
        shown = [looks[practice.slug] for practice in use.practices]
        key = manifest.key((use.facet.id, use.term.id, spread, shown, last_change(use.practices)))
        cited = citation_files(term_as_work(use, term_path(use), pages.settings))
        (folder / "data" / use.facet.folder).mkdir(parents=True, exist_ok=True)
        for file, content in cited.items():
            (folder / file).write_bytes(content.encode())
        for part in in_parts(term_path(use), use.practices):
            file = f"{part.path_of(part.number)}index.html"
            if manifest.take_over(folder, [file], key) is None:
                (folder / file).parent.mkdir(parents=True)
                (folder / file).write_bytes(render_term(pages, use, part, cards).encode())
                manifest.remember(folder, [file], key)
            written.append(file)
    return written
