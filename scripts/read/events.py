"""Reads the events, docs/events/*.md: fields between two lines of ---, then prose."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scripts.read.entries import parse_fields
from scripts.read.files import load_text
from scripts.read.yaml_text import YamlFault, refuse_unreadable


@dataclass(frozen=True, slots=True)
class Event:
    """One event as it stands in its file.

    Attributes:
        path: Path relative to the root, such as ``docs/events/dublin-2024.md``.
        slug: File name without its extension.
        data: The fields of the front matter, or None if they could not be read.
        prose: The Markdown below the front matter.
        prose_line: Line of the file on which the prose begins, counted from 1.
        text: The text of the file.
        digest: BLAKE2b of the bytes, in hexadecimal.
        faults: Why the file could not be read, if so.
    """

    path: str
    slug: str
    data: dict[str, Any] | None
    prose: str
    prose_line: int
    text: str
    digest: str
    faults: tuple[YamlFault, ...]


def load_events(root: Path) -> list[Event]:
    """Reads every event below ``root/docs/events`` except ``index.md``, sorted by path."""
    paths = sorted((root / "docs" / "events").glob("*.md"))
    return [load_event(root, path) for path in paths if path.name != "index.md"]


def load_event(root: Path, path: Path) -> Event:
    """Reads one event; its path is told relative to ``root``."""
    file = load_text(root, path)
    if file.faults:
        return Event(file.path, file.slug, None, "", 1, file.text, file.digest, file.faults)
    front, prose, prose_line = split_front_matter(file.text)
    parsed = parse_fields(front) if prose_line > 1 else _no_front_matter()
    try:
        refuse_unreadable(file.text)
    except YamlFault as fault:
        parsed = fault
    data, faults = (None, (parsed,)) if isinstance(parsed, YamlFault) else (parsed, ())
    return Event(file.path, file.slug, data, prose, prose_line, file.text, file.digest, faults)


def split_front_matter(text: str) -> tuple[str, str, int]:
    """Returns the front matter, the prose, and the line on which the prose begins.

    The front matter keeps an empty first line in place of ``---``, so that its line numbers are those of
    the file. Without front matter the prose begins on line 1.
    """
    lines = text.splitlines(keepends=True)
    if lines and lines[0].rstrip() == "---":
        for number, line in enumerate(lines[1:], start=1):
            if line.rstrip() == "---":
                return "\n" + "".join(lines[1:number]), "".join(lines[number + 1 :]), number + 2
    return "", text, 1


def _no_front_matter() -> YamlFault:
    return YamlFault(
        1,
        1,
        "The page has no front matter.",
        "Begin with a line of ---, then the fields (title, organiser, starts …), then another line of ---.",
    )
