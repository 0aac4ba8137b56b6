"""Writes the file of an entry: all of it or nothing."""

from __future__ import annotations

import shutil
from pathlib import Path


def replace_entry(path: Path, text: str) -> None:
    """Puts a text in the place of an entry's file, whose permissions stay; an interruption leaves the old one.

    Raises:
        OSError: If the file cannot be written.
    """
    beside = path.with_name(f".{path.name}.new")
    try:
        beside.write_bytes(text.encode())
        shutil.copymode(path, beside)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def create_entry(path: Path, text: str) -> None:
    """Writes a new file; one that is there is never touched, and an interruption leaves none.

    Raises:
        FileExistsError: If there is a file, a folder or a link of that name.
        OSError: If the file cannot be written.
    """
    with path.open("xb") as file:
        try:
            file.write(text.encode())
        except BaseException:
            path.unlink()
            raise
