"""Writes the picture of each practice, drawn anew only if something on it has changed: drawing takes the longest."""

from __future__ import annotations

import hashlib
from functools import partial
from pathlib import Path

from scripts.derive.practices import Practice
from scripts.publish.manifest import Manifest
from scripts.read.halves import in_halves
from scripts.render.pages import Pages
from scripts.render.picture import Painter

TWO_PROCESSES_FROM = 40
"""With fewer pictures to draw, a second process costs more than it saves."""


def publish_pictures(folder: Path, pages: Pages, manifest: Manifest, painter: Painter) -> None:
    """Writes the pictures beside the pages of the practices, which must be there already."""
    anew = []
    for practice in pages.collection.practices:
        if manifest.take_over(folder, [picture_of(practice.slug)], _key(pages, practice)) is None:
            anew.append(practice)
    in_halves(partial(_draw, folder, pages, painter), anew, worth_from=TWO_PROCESSES_FROM)
    for practice in anew:
        manifest.remember(folder, [picture_of(practice.slug)], _key(pages, practice))


def _key(pages: Pages, practice: Practice) -> bytes:
    """A hash of what is on the picture; the frame around the pages has no part in it."""
    return hashlib.blake2b(repr(pages.pictured(practice)).encode(), digest_size=16).digest()


def _draw(folder: Path, pages: Pages, painter: Painter, practice: Practice) -> None:
    (folder / picture_of(practice.slug)).write_bytes(painter.paint(*pages.pictured(practice)))


def picture_of(slug: str) -> str:
    """The path of a picture below the site's root."""
    return f"practices/{slug}/picture.png"
