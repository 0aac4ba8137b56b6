"""What a rule looks at: one practice or event, with the collection it belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any

from scripts.check.record import Path, Record
from scripts.read.citation_marks import CITATION, keys_in
from scripts.read.vocabularies import Vocabularies

PROSE: Path = ("text",)  # the path given to the prose below an event's front matter

EDGE = "\0[\0"
"""Stands between texts that are looked at together: no file can hold it, and no citation goes on across its bracket."""


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


@dataclass(frozen=True)
class Document:
    """One practice or event, opened up for the rules.

    Most entries break no rule, so a rule about texts first looks at all of them at once, in ``text`` or ``own_text``;
    only if it finds something there does it look at each with its path.

    Attributes:
        path: The file, relative to the root.
        slug: Its file name without extension.
        record: Its fields.
        first_line: The first line of its file.
        prose: The prose below an event's front matter.
        text: Every text in it, the prose included, one after the other; `EDGE` stands before and after each.
        own_text: The same without the texts that describe the sources.
        cited_keys: Every key it cites.
        field_order: The fields in the order of the schema.
        collection: Everything else.
    """

    path: str
    slug: str
    record: Record
    first_line: str
    prose: str
    text: str
    own_text: str
    cited_keys: frozenset[str]
    field_order: tuple[str, ...]
    collection: Collection

    @cached_property
    def strings(self) -> tuple[tuple[Path, str], ...]:
        """Every text with its path."""
        strings = list(_strings(self.record.fields, ()))
        return (*strings, (PROSE, self.prose)) if self.prose.strip() else tuple(strings)

    @cached_property
    def own_words(self) -> tuple[tuple[Path, str], ...]:
        """The texts that may cite: all but those that describe the sources."""
        return tuple(item for item in self.strings if item[0][0] != "sources")

    @cached_property
    def cited(self) -> tuple[tuple[Path, str], ...]:
        """Every key that is cited, with the path of the citing text."""
        return tuple(item for place, value in self.own_words for item in _citations(place, value))


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
    own: list[str] = []
    of_sources: list[str] = []
    cited: set[str] = set()
    _gather(((name, value) for name, value in data.items() if name != "sources"), "", own, cited)
    _gather([("sources", data.get("sources"))], "", of_sources, set())
    if prose.strip():
        own.append(prose)
    own_text = _join(own)
    cited.update(key for inside in CITATION.findall(own_text) for key in keys_in(inside))
    return Document(
        path=path,
        slug=PurePosixPath(path).stem,
        record=Record(data),
        first_line=first_line,
        prose=prose,
        text=_join([*own, *of_sources]),
        own_text=own_text,
        cited_keys=frozenset(cited),
        field_order=tuple(field_order),
        collection=collection,
    )


def _join(texts: Iterable[str]) -> str:
    return EDGE.join(["", *texts, ""])


def _gather(items: Iterable[tuple[Any, Any]], within: Any, texts: list[str], cited: set[str]) -> None:
    """Gathers the texts of some fields or of a list, and those of them that are keys of sources."""
    for name, value in items:
        if isinstance(value, str):
            texts.append(value)
            if name == "source" or within == "sources":
                cited.add(value)
        elif isinstance(value, dict):
            _gather(value.items(), name, texts, cited)
        elif isinstance(value, list):
            _gather(enumerate(value), name, texts, cited)


def _strings(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _strings(item, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _strings(item, (*path, index))


def _citations(path: Path, text: str) -> list[tuple[Path, str]]:
    if path[-1] == "source" or (len(path) > 1 and path[-2] == "sources"):
        return [(path, text)]
    return [(path, key) for inside in CITATION.findall(text) for key in keys_in(inside)]
