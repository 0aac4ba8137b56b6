"""Knows what the last site was made from, so that files in which nothing can have changed are taken over from it."""

# ruff: noqa: PTH103, PTH116, PTH120 - paths are texts here: joining thousands of Path objects takes longer than linking

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from scripts.publish.cache import Cache


class Manifest:
    """What the files of a site were made from: by the first of some files a key, a note and the stamps of them all.

    Files are taken over only if their key is the same and each still has the size and time with which it was written.
    """

    def __init__(self, out: Path, cache: Cache, shell: str) -> None:
        self.out = out
        self._cache = cache
        self._shell = hashlib.blake2b(shell.encode()).digest()
        self._name = "site-" + hashlib.blake2b(str(out).encode(), digest_size=8).hexdigest()
        self._last: dict[str, Any] = cache.load(self._name)
        self._next: dict[str, Any] = {}

    def key(self, made_from: Any) -> bytes:
        """A hash of all that files are made from, the shell included; equal things must look equal to ``repr``."""
        return hashlib.blake2b(self._shell + repr(made_from).encode(), digest_size=16).digest()

    def take_over(self, folder: Path, files: Sequence[str], key: bytes) -> str | None:
        """Links files of the last site into a new one and returns their note; None if they must be made anew."""
        last = self._last.get(files[0])
        if last is None or last["key"] != key or last["stamps"] != [_stamp(f"{self.out}/{file}") for file in files]:
            return None
        for file in files:
            _take(f"{self.out}/{file}", f"{folder}/{file}")
        self._next[files[0]] = last
        return str(last["note"])

    def remember(self, folder: Path, files: Sequence[str], key: bytes, note: str = "") -> None:
        """Notes how files were made."""
        stamps = [_stamp(f"{folder}/{file}") for file in files]
        self._next[files[0]] = {"key": key, "note": note, "stamps": stamps}

    def save(self) -> None:
        """Saves the notes for the next build, after the new site is in its place."""
        self._cache.save(self._name, self._next)


def _take(old: str, new: str) -> None:
    try:
        os.link(old, new)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(new))
        _take(old, new)
    except OSError:  # a file system without hard links
        shutil.copy2(old, new)


def _stamp(path: str) -> tuple[int, int] | None:
    try:
        status = os.stat(path)
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns
