"""Writes the page and the data file of each practice, anew or taken over from the last site if nothing changed."""

from __future__ import annotations

import hashlib
import os
import shutil
from functools import partial
from pathlib import Path
from typing import Any

from scripts.derive.practices import Practice
from scripts.publish.cache import Cache
from scripts.read.halves import in_halves
from scripts.render.data import render_practice
from scripts.render.pages import Pages

TWO_PROCESSES_FROM = 100
"""With fewer pages to render, a second process costs more than it saves."""


class Manifest:
    """What the last site was made from: for each practice a key, its card, and the stamps of its two files.

    A file is taken over only if its key is the same and it still has the size and time with which it was written.
    """

    def __init__(self, out: Path, cache: Cache, shell: str) -> None:
        self.out = out
        self._cache = cache
        self._shell = hashlib.blake2b(shell.encode()).digest()
        self._name = "site-" + hashlib.blake2b(str(out).encode(), digest_size=8).hexdigest()
        self._last: dict[str, Any] = cache.load(self._name)
        self._next: dict[str, Any] = {}

    def key(self, practice: Practice, pages: Pages) -> bytes:
        """A hash of all that the practice's page, data file and card are made from."""
        collection = pages.collection
        made_from = (
            self._shell,
            practice.slug,
            practice.digest,
            (practice.created, practice.changed, practice.commit, practice.revision, practice.stale),
            collection.today.year,  # the age of a finding's source is told in years
            [
                (item.practice.slug, item.practice.data["name"], pages.place_line(item.practice), item.reason)
                for item in collection.related.get(practice.slug, ())
            ],
            [(event.slug, event.data) for event in collection.presented.get(practice.slug, ())],
            pages.successor_name(practice),
        )
        return hashlib.blake2b(repr(made_from).encode(), digest_size=16).digest()

    def take_over(self, folder: Path, practice: Practice, key: bytes) -> str | None:
        """Links the files of the last site into the new one and returns the card; None if they must be made anew."""
        last = self._last.get(practice.slug)
        if last is None or last["key"] != key:
            return None
        files = _files(practice)
        if any(_stamp(self.out / file) != stamp for file, stamp in zip(files, last["stamps"], strict=True)):
            return None
        for file in files:
            _take(self.out / file, folder / file)
        self._next[practice.slug] = last
        return str(last["card"])

    def remember(self, folder: Path, practice: Practice, key: bytes, card: str) -> None:
        """Notes how the files of a practice were made."""
        stamps = [_stamp(folder / file) for file in _files(practice)]
        self._next[practice.slug] = {"key": key, "card": card, "stamps": stamps}

    def save(self) -> None:
        """Saves the notes for the next build, after the new site is in its place."""
        self._cache.save(self._name, self._next)


def publish_practices(folder: Path, pages: Pages, manifest: Manifest) -> dict[str, str]:
    """Writes the page and data file of every practice below ``folder`` and returns their cards by slug."""
    practices = pages.collection.practices
    cards: dict[str, str] = {}
    (folder / "data" / "practices").mkdir(parents=True)
    keys = {}
    for practice in practices:
        (folder / "practices" / practice.slug).mkdir(parents=True)
        keys[practice.slug] = manifest.key(practice, pages)
        card = manifest.take_over(folder, practice, keys[practice.slug])
        if card is not None:
            cards[practice.slug] = card
    anew = [practice for practice in practices if practice.slug not in cards]
    written = in_halves(partial(_write, folder, pages), anew, worth_from=TWO_PROCESSES_FROM)
    for practice, card in zip(anew, written, strict=True):
        cards[practice.slug] = card
        manifest.remember(folder, practice, keys[practice.slug], card)
    return cards


def _write(folder: Path, pages: Pages, practice: Practice) -> str:
    page, data = _files(practice)
    (folder / page).write_bytes(pages.practice(practice).encode())
    (folder / data).write_bytes(render_practice(practice, pages.collection, pages.settings).encode())
    return pages.card(practice)


def _take(old: Path, new: Path) -> None:
    try:
        os.link(old, new)
    except OSError:  # a file system without hard links
        shutil.copy2(old, new)


def _files(practice: Practice) -> tuple[str, str]:
    return f"practices/{practice.slug}/index.html", f"data/practices/{practice.slug}.json"


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns
