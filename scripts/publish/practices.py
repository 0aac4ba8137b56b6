"""Writes the page and the data file of each practice, anew or taken over from the last site if nothing changed."""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path

from scripts.derive.practices import Practice
from scripts.publish.manifest import Manifest
from scripts.read.halves import in_halves
from scripts.render.citation_files import ENDINGS, citation_files
from scripts.render.cite import practice_as_work
from scripts.render.data import render_practice
from scripts.render.embed import render_card, render_oembed
from scripts.render.markdown import render_markdown
from scripts.render.pages import Pages

TWO_PROCESSES_FROM = 100
"""With fewer pages to render, a second process costs more than it saves."""


def publish_practices(root: Path, folder: Path, pages: Pages, manifest: Manifest) -> dict[str, str]:
    """Writes the files of every practice of the project at ``root`` below ``folder``; returns their cards by slug."""
    practices = pages.collection.practices
    (folder / "data" / "practices").mkdir(parents=True)
    keys = {practice.slug: manifest.key(made_from(practice, pages)) for practice in practices}
    cards: dict[str, str] = {}
    for practice in practices:
        card = manifest.take_over(folder, files_of(practice.slug), keys[practice.slug])
        if card is not None:
            cards[practice.slug] = card
    anew = [practice for practice in practices if practice.slug not in cards]
    written = in_halves(partial(_write, root, folder, pages), anew, worth_from=TWO_PROCESSES_FROM)
    for practice, card in zip(anew, written, strict=True):
        cards[practice.slug] = card
        manifest.remember(folder, files_of(practice.slug), keys[practice.slug], card)
    return cards


def made_from(practice: Practice, pages: Pages) -> object:
    """All that the page, the data file and the card of a practice are made from."""
    collection = pages.collection
    return (
        practice.slug,
        practice.digest,
        (practice.created, practice.changed, practice.commit, practice.revision, practice.stale, practice.past[-1:]),
        collection.today.year,  # the age of a finding's source is told in years
        [
            (
                item.practice.slug,
                item.practice.data["name"],
                pages.place_line(item.practice),
                item.reason,
                item.practice.stale,
            )
            for item in collection.related.get(practice.slug, ())
        ],
        [(event.slug, event.data) for event in collection.presented.get(practice.slug, ())],
        pages.successor_name(practice),
    )


def _write(root: Path, folder: Path, pages: Pages, practice: Practice) -> str:
    cited = citation_files(practice_as_work(practice, pages.settings, pages.terms))
    data = render_practice(practice, pages.collection, pages.settings)
    (folder / "practices" / practice.slug / "card").mkdir(parents=True)
    texts = (
        pages.practice(practice),
        data,
        *cited.values(),
        render_markdown(pages, practice),
        render_oembed(pages, practice),
        render_card(pages, practice),
    )
    *files, entry = files_of(practice.slug)
    for file, text in zip(files, texts, strict=True):
        (folder / file).write_bytes(text.encode())
    shutil.copyfile(root / "practices" / f"{practice.slug}.yml", folder / entry)
    return pages.card(practice)


def files_of(slug: str) -> tuple[str, ...]:
    """The page, the data and the citation, the same as text and for frames, then the entry as it was written."""
    page, data = f"practices/{slug}", f"data/practices/{slug}"
    return (
        f"{page}/index.html",
        *(f"{data}{ending}" for ending in (".json", *ENDINGS)),
        *(f"{page}/{name}" for name in ("index.md", "oembed.json", "card/index.html")),
        f"{data}.yml",
    )
