"""Synthetic practices: made by walking the schema, as large as the real ones, and always the same."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from itertools import cycle, islice
from pathlib import Path
from random import Random
from typing import Any

from scripts.read.entries import load_entries
from scripts.read.vocabularies import Vocabularies, load_vocabularies
from scripts.render.entry_yaml import render_entry
from tests.bench.shape import Shape, join, measure_shape
from tests.bench.values import SEED, SPECIAL, name_somebody, settle, slug_of
from tests.bench.words import Words

EACH = 20
"""An optional field that is rare still appears in one of so many practices."""


def make_practices(root: Path, number: int) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yields (slug, practice) so many times; every one depends on its position alone.

    Args:
        root: The project, for its schema, its vocabularies and the size of its real practices.
        number: How many practices.
    """
    schema = _load_schema(root)
    shape = measure_shape(entry.data or {} for entry in load_entries(root))
    vocabularies = load_vocabularies(root)
    ranks = _ranks(vocabularies)
    for index in range(number):
        yield slug_of(index), Draft(index, schema, shape, vocabularies, ranks).practice()


def write_practices(root: Path, number: int, folder: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Writes so many practices as entries into a folder, and yields each as (slug, practice)."""
    schema = _load_schema(root)
    for slug, practice in make_practices(root, number):
        (folder / f"{slug}.yml").write_text(render_entry(practice, schema), encoding="utf-8")
        yield slug, practice


def _load_schema(root: Path) -> dict[str, Any]:
    schema: dict[str, Any] = json.loads((root / "schema" / "practice.schema.json").read_text(encoding="utf-8"))
    return schema


def _ranks(vocabularies: Vocabularies) -> dict[str, list[str]]:
    """The terms of each vocabulary in an order of its own; the first are used most."""
    ranks = {}
    for name, terms in vocabularies.items():
        ranks[name] = list(terms)
        Random(f"{SEED}-{name}").shuffle(ranks[name])
    return ranks


class Draft:
    """One practice in the making.

    Attributes:
        rng: The only source of chance.
        words: Makes its texts.
        index: Its position.
        shape: The size of the real practices.
        vocabularies: All vocabularies.
        mechanisms: Different mechanisms, one after the other.
    """

    rng: Random
    words: Words
    mechanisms: Iterator[str]

    def __init__(
        self,
        index: int,
        schema: Mapping[str, Any],
        shape: Shape,
        vocabularies: Vocabularies,
        ranks: Mapping[str, list[str]],
    ) -> None:
        self.index = index
        self.shape = shape
        self.vocabularies = vocabularies
        self.rng = Random(f"{SEED}-{index}")
        self.words = Words(self.rng)
        self._schema = schema
        self._ranks = ranks
        number = max(self.count("sources"), 3)
        self._keys = [f"{self.words.word()}-{self.rng.randint(1995, 2025)}-{letter}" for letter in _letters(number)]
        self._next_key = cycle(self._keys)
        self._cited: set[str] = set()
        self.mechanisms = iter(self.terms("mechanisms", len(vocabularies["mechanisms"])))

    def practice(self) -> dict[str, Any]:
        """The finished practice, its fields in the order of the schema."""
        optional = [name for name in self._schema["properties"] if name not in self._schema["required"]]
        forced = {name for place, name in enumerate(optional) if place % EACH == self.index % EACH}
        data: dict[str, Any] = {}
        for name, schema in self._schema["properties"].items():
            wanted = name in self._schema["required"] or name in forced
            if wanted or (self.shape.seen.get(name) and self.chance(name)):
                data[name] = None if name == "sources" else self.value(schema, name)
        settle(data, self)
        source = self._schema["$defs"]["source"]
        data["sources"] = {key: self.value(source, "sources.*") for key in self._keys if key in self._cited}
        name_somebody(data["sources"].values(), self)
        return in_order(data, self._schema)

    def chance(self, path: str) -> bool:
        """Whether an optional field is there."""
        return self.rng.random() < self.shape.share(path)

    def count(self, path: str) -> int:
        """The number of items of a list, drawn from those of the real practices."""
        return self.rng.choice(self.shape.counts.get(path) or [1])

    def length(self, path: str) -> int:
        """The length of a text, drawn likewise."""
        return self.rng.choice(self.shape.lengths.get(path) or [30])

    def terms(self, vocabulary: str, number: int) -> list[str]:
        """Draws different terms, the first ones in the vocabulary's own order of use more often."""
        left = list(self._ranks[vocabulary])
        drawn = []
        for _ in range(min(number, len(left))):
            weights = [1 / (rank + 1) for rank in range(len(left))]
            drawn.append(left.pop(self.rng.choices(range(len(left)), weights)[0]))
        return drawn

    def keys(self, number: int) -> list[str]:
        """The next sources to cite; in the end all of them have had their turn."""
        keys = list(islice(self._next_key, min(number, len(self._keys))))
        self._cited.update(keys)
        return keys

    def cite(self) -> str:
        """A citation as it stands in prose."""
        return "[" + "; ".join(f"@{key}" for key in self.keys(self.rng.choice((1, 1, 1, 2)))) + "]"

    def value(self, schema: Mapping[str, Any], path: str) -> Any:
        """A value for any part of the schema."""
        special = SPECIAL.get(path) or SPECIAL.get("*." + path.rpartition(".")[2])
        if special:
            return special(self, path)
        reference = schema.get("$ref", "")
        if reference.startswith("terms"):
            return self.terms(reference.rpartition("/")[2], 1)[0]
        if reference:
            schema = {**self._schema["$defs"][reference.rpartition("/")[2]], **schema}
        if "enum" in schema:
            return self.rng.choice(schema["enum"])
        makers: dict[str, Callable[[Mapping[str, Any], str], Any]] = {
            "object": self._object,
            "array": self._array,
            "string": self._text,
            "integer": lambda _, __: self.rng.randint(2, 4000),
            "number": lambda _, __: self.rng.randint(1, 900),
            "boolean": lambda _, __: True,
        }
        return makers[schema["type"]](schema, path)

    def _object(self, schema: Mapping[str, Any], path: str) -> dict[str, Any]:
        return {
            name: self.value(inner, join(path, name))
            for name, inner in schema["properties"].items()
            if name in schema["required"] or self.chance(join(path, name))
        }

    def _array(self, schema: Mapping[str, Any], path: str) -> list[Any]:
        number = max(self.count(path), schema.get("minItems", 0))
        reference = schema["items"].get("$ref", "")
        if reference.startswith("terms"):
            return list(self.terms(reference.rpartition("/")[2], number))
        items = [self.value(schema["items"], path) for _ in range(number)]
        return [item for place, item in enumerate(items) if item not in items[:place]]

    def _text(self, schema: Mapping[str, Any], path: str) -> str:
        least = schema.get("minLength", 0)
        text = self.words.phrase(min(max(self.length(path), least + 12), schema.get("maxLength", 10_000)))
        return text.ljust(least, "o")


def in_order(data: Mapping[str, Any], schema: Mapping[str, Any]) -> dict[str, Any]:
    """The same fields in the order of the schema, those of its lists too."""
    ordered = {}
    for name, part in schema["properties"].items():
        if name in data:
            items = part.get("items", {})
            listed = "properties" in items and isinstance(data[name], list)
            ordered[name] = [in_order(item, items) for item in data[name]] if listed else data[name]
    return ordered


def _letters(number: int) -> list[str]:
    return [chr(ord("a") + place // 26) + chr(ord("a") + place % 26) for place in range(number)]
