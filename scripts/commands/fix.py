"""The option ``--fix`` of ``check``: mends what is safe, and shows what it changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import unified_diff
from pathlib import Path
from typing import Any

from scripts.publish.entry_files import replace_entry
from scripts.read.entries import Entry
from scripts.render.mending import CannotMend, mend
from scripts.render.problems import printable


def fix_entries(root: Path, entries: Iterable[Entry], schema: Mapping[str, Any]) -> str:
    """Mends the files of entries, and returns what to print: the differences, and what could not be mended.

    Files that cannot be read are left to the check. If a file cannot be written, those before it stay mended.

    Args:
        root: The project.
        entries: The entries as they were read from there.
        schema: The schema of a practice.

    Raises:
        OSError: If a file cannot be written.
    """
    told = []
    for entry in entries:
        if entry.data is not None:
            try:
                mended = mend(entry.text, schema)
            except CannotMend as reason:
                told.append(f"{printable(entry.path)}: not mended. {reason}\n")
                continue
            if mended != entry.text:
                replace_entry(root / entry.path, mended)
                told.append(_difference(printable(entry.path), entry.text, mended))
    return "".join(told)


def _difference(path: str, before: str, after: str) -> str:
    """Returns the lines that changed, with signs for what cannot be seen: spaces at the end and foreign line ends."""
    lines = unified_diff(_visible(before), _visible(after), path, f"{path} (mended)", lineterm="", n=1)
    return "".join(f"{line}\n" for line in lines)


def _visible(text: str) -> list[str]:
    lines = [_with_signs(line) for line in text.split("\n")]
    return [*lines[:-1], *([f"{lines[-1]} (no line end)"] if lines[-1] else [])]


def _with_signs(line: str) -> str:
    bare = line.rstrip(" \t\r")
    return bare + line[len(bare) :].replace(" ", "·").replace("\t", "→").replace("\r", "␍")
