"""What a rule looks at: one practice or event, with the collection it belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from scripts.check.record import Path, Record
from scripts.read.citation_marks import CITATION, keys_in
from scripts.read.vocabularies import Vocabularies

PROSE: Path = ("text",)  # the path given to the prose below an event's front matter


@dataclass(frozen=True, slots=True)
class Collection:
    """What a rule may know about everything else.

    Attributes:
        slugs: Slugs of all practices, readable or not.
        aliases: Former slug to the slugs of the practices that claim it.
        vocabularies: The terms.
        today: Today, as YYYY-MM-DD.
    """

    slugs: frozenset[str]
    aliases: Mapping[str, tuple[str, ...]]
    vocabularies: Vocabularies
    today: str


@dataclass(frozen=True, slots=True)
class Document:
    """One practice or event, opened up for the rules.

    Attributes:
        path: The file, relative to the root.
        slug: Its file name without extension.
        record: Its fields.
        first_line: The first line of its file.
        strings: Every text in it with its path, the prose of an event included.
        own_words: The texts that may cite: all but those that describe the sources.
        cited: Every key it cites, with the path of the citing text.
        field_order: The fields in the order of the schema.
        collection: Everything else.
    """

    path: str
    slug: str
    record: Record
    first_line: str
    strings: tuple[tuple[Path, str], ...]
    own_words: tuple[tuple[Path, str], ...]
    cited: tuple[tuple[Path, str], ...]
    field_order: tuple[str, ...]
    collection: Collection


def open_document(
    path: str,
    data: Mapping[str, Any],
    *,
    first_line: str,
    prose: str,
    field_order: Iterable[str],
    collection: Collection,
) -> Document:
    """Returns a document with its texts and citations collected."""
    strings: list[tuple[Path, str]] = []
    _collect(data, (), strings)
    if prose.strip():
        strings.append((PROSE, prose))
    own_words = [item for item in strings if item[0][0] != "sources"]
    cited = [item for place, value in own_words for item in _citations(place, value)]
    return Document(
        path=path,
        slug=PurePosixPath(path).stem,
        record=Record(data),
        first_line=first_line,
        strings=tuple(strings),
        own_words=tuple(own_words),
        cited=tuple(cited),
        field_order=tuple(field_order),
        collection=collection,
    )


def _collect(value: Any, path: Path, strings: list[tuple[Path, str]]) -> None:
    if isinstance(value, str):
        strings.append((path, value))
    elif isinstance(value, dict):
        for key, item in value.items():
            _collect(item, (*path, key), strings)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            _collect(item, (*path, index), strings)


def _citations(path: Path, text: str) -> list[tuple[Path, str]]:
    if path[-1] == "source" or (len(path) > 1 and path[-2] == "sources"):
        return [(path, text)]
    if "[@" not in text:
        return []
    return [(path, key) for inside in CITATION.findall(text) if (keys := keys_in(inside)) for key in keys]
