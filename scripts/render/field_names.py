"""What the fields of an entry are called in plain words, and what their values mean: from the schema."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from scripts.read.citation_marks import CITATION, keys_in
from scripts.read.vocabularies import Vocabularies
from scripts.render.fields import resolve
from scripts.render.parts import source_who
from scripts.render.words import long_date

Path = tuple[str, ...]
Sources = Mapping[str, Any]

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Name:
    """The title of a field, the title of one item of it if it is a list, and the vocabulary of its terms or ""."""

    title: str
    item: str
    vocabulary: str


class FieldNames:
    """Names the fields of an entry, by the path of names that leads there, and tells their values as text."""

    def __init__(self, schema: Mapping[str, Any], vocabularies: Vocabularies) -> None:
        self._names = dict(_names((), schema, schema))
        self._names["findings", "level"] = Name("Level of evidence", "", "evidence_levels")
        self._vocabularies = vocabularies

    def name(self, path: Path) -> Name:
        """The name of a field; of one that the schema does not have (any more) the word in the file."""
        words = path[-1].replace("_", " ").capitalize()
        return self._names.get(path) or Name(words, words, "")

    def tell(self, path: Path, value: Any, sources: Sources) -> str:
        """A value as text: terms by their labels, sources by who speaks in them, dates in words."""
        if isinstance(value, list):
            return "; ".join(self.tell(path, item, sources) for item in value)
        if isinstance(value, dict):
            return "; ".join(f"{label}: {text}" for label, text in self.facts(path, value, sources))
        if isinstance(value, bool):
            return "yes" if value else "no"
        return "" if value is None else self._tell_one(path, str(value), sources)

    def _tell_one(self, path: Path, text: str, sources: Sources) -> str:
        terms = self._vocabularies.get(self.name(path).vocabulary, {})
        if text in terms:
            return terms[text].label
        if len(path) > 1 and path[-1] in ("source", "sources"):
            return _who(text, sources)
        if _DATE.fullmatch(text):
            return _day(text)
        return CITATION.sub(lambda match: f"({'; '.join(_who(key, sources) for key in keys_in(match[1]))})", text)

    def facts(self, path: Path, fields: Mapping[str, Any], sources: Sources) -> list[tuple[str, str]]:
        """The fields of an item, as (title, text)."""
        return [
            (self.name((*path, name)).title, self.tell((*path, name), value, sources)) for name, value in fields.items()
        ]


def _names(path: Path, node: Mapping[str, Any], schema: Mapping[str, Any]) -> Iterator[tuple[Path, Name]]:
    for name, described in node.get("properties", {}).items():
        field, here = resolve(described, schema), (*path, name)
        items, keyed = resolve(field.get("items", {}), schema), resolve(field.get("additionalProperties"), schema)
        title = field.get("title", name)
        shared = "$ref" in described and "items" in field
        item = f"{title}: point" if shared else str(items.get("title") or keyed.get("title") or title)
        yield here, Name(title, item, field.get("x-vocabulary") or items.get("x-vocabulary", ""))
        for inner in (field, items, keyed):
            yield from _names(here, inner, schema)


def _who(key: str, sources: Sources) -> str:
    source = sources.get(key) if isinstance(sources, Mapping) else None
    if not isinstance(source, Mapping) or not (source.get("authors") or source.get("organisation")):
        return key
    who = str(source["organisation"]) if "organisation" in source and "authors" not in source else _authors(source)
    return f"{who}, {source['year']}" if "year" in source else who


def _authors(source: Mapping[str, Any]) -> str:
    authors = source["authors"]
    if not isinstance(authors, list):
        return str(authors)
    names = [str(name).partition(",")[0] for name in authors]
    return f"{names[0]} and others" if len(names) > 2 else source_who({"authors": names})


def _day(text: str) -> str:
    try:
        datetime.date.fromisoformat(text)
    except ValueError:
        return text
    return long_date(text)
