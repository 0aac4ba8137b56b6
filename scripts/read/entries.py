"""Reads the entries, practices/*.yml, into data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scripts.read.files import TextFile, as_text, load_text
from scripts.read.halves import in_halves
from scripts.read.yaml_text import YamlFault, load_yaml

TWO_PROCESSES_FROM = 201

Parsed = dict[str, Any] | YamlFault


@dataclass(frozen=True, slots=True)
class Entry:
    """One practice as it stands in its file.

    Attributes:
        path: Path relative to the root, such as ``practices/maia.yml``.
        slug: File name without its extension: identity, address and citation key.
        data: The fields, or None if the file could not be read.
        text: The text of the file.
        digest: BLAKE2b of the bytes, in hexadecimal.
        faults: Why the file could not be read, if so.
    """

    path: str
    slug: str
    data: dict[str, Any] | None
    text: str
    digest: str
    faults: tuple[YamlFault, ...]


def load_entries(root: Path, known: Mapping[str, Any] | None = None) -> list[Entry]:
    """Reads every entry below ``root/practices``, sorted by path.

    Files that end in ``.yaml`` are read too, so that the check can ask for another name.

    Args:
        root: The folder that holds ``practices/``.
        known: Data parsed earlier, by digest: files that have not changed are not parsed again.
    """
    known = known or {}
    folder = root / "practices"
    paths = sorted([*folder.glob("*.yml"), *folder.glob("*.yaml")])
    files = [load_text(root, path) for path in paths]
    to_parse = [file for file in files if not file.faults and file.digest not in known]
    results = in_halves(parse_fields, [file.text for file in to_parse], worth_from=TWO_PROCESSES_FROM)
    parsed: dict[str, Parsed] = dict(zip((file.digest for file in to_parse), results, strict=True))
    return [_entry(file, parsed.get(file.digest, known.get(file.digest))) for file in files]


def load_entry(root: Path, path: Path) -> Entry:
    """Reads one entry; its path is told relative to ``root``."""
    file = load_text(root, path)
    return _entry(file, None if file.faults else parse_fields(file.text))


def parse_entry(path: str, raw: bytes, known: Mapping[str, Any]) -> Entry:
    """Reads one entry from the bytes of its file, such as an earlier revision; not if its digest is among the known."""
    file = as_text(path, raw)
    return _entry(file, None if file.faults else known.get(file.digest) or parse_fields(file.text))


def parse_fields(text: str) -> Parsed:
    """Returns the fields that a YAML text holds, or why it cannot be read."""
    try:
        data = load_yaml(text)
    except YamlFault as fault:
        return fault
    if isinstance(data, dict):
        return data
    if data is None:
        return YamlFault(1, 1, "The file holds no fields.", "Fill in the fields that the guide lists.")
    return YamlFault(
        1,
        1,
        "The file must consist of fields such as name: value.",
        "Compare it with another file in the same folder.",
    )


def _entry(file: TextFile, parsed: Parsed | None) -> Entry:
    if isinstance(parsed, YamlFault):
        return Entry(file.path, file.slug, None, file.text, file.digest, (parsed,))
    return Entry(file.path, file.slug, parsed, file.text, file.digest, file.faults)
