"""The questions of the form, made from the schema and the vocabularies: one for each field of an entry."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from babel import Locale

from scripts.check.facts import CURRENCIES
from scripts.check.sources import LANGUAGES
from scripts.read.vocabularies import Vocabularies
from scripts.render.fields import resolve
from scripts.render.parts import language_name

RADIOS_AT_MOST = 6
"""A required choice among more terms than this is a list to choose from instead of radio buttons."""

LONG = frozenset({"approach", "life_cycle_note", "note", "problem", "quote", "reason", "statement", "summary", "text"})
"""The fields whose text may fill several lines."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose: its value in the entry, its label, and its definition or ""."""

    value: str
    label: str
    definition: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """One field of an entry as the form asks for it.

    Attributes:
        name: The field's name in the entry.
        kind: How it is answered: text, prose, number, flag, lines (a list of texts), radios, select, checkboxes,
            record (a block of fields), records (a list of blocks), keyed (blocks under keys), citations (keys of
            sources), citation (one key).
        id: The id of its control; a 0 stands where items of a list are numbered.
        title: What the schema calls it.
        hint: What the schema says of it.
        example: An example as text, or "".
        required: Whether an entry must have it.
        cites: Whether the text may cite sources.
        choices: What can be chosen.
        inside: The questions inside a block, or inside each item of a list.
        item: What one item of a list is called.
    """

    name: str
    kind: str
    id: str
    title: str
    hint: str
    example: str
    required: bool
    cites: bool
    choices: tuple[Choice, ...]
    inside: tuple[Question, ...]
    item: str


def ask(schema: Mapping[str, Any], vocabularies: Vocabularies) -> dict[str, Question]:
    """The questions of a composed schema of practices, by field, in the schema's order."""
    return {question.name: question for question in _questions(schema, schema, vocabularies, "f")}


def _questions(
    node: Mapping[str, Any], schema: Mapping[str, Any], vocabularies: Vocabularies, before: str
) -> Iterator[Question]:
    for name, described in node.get("properties", {}).items():
        if described is False:
            continue
        field = resolve(described, schema)
        items = resolve(field.get("items", {}), schema)
        keyed = resolve(field.get("additionalProperties") or {}, schema)
        required = name in node.get("required", ())
        kind = _kind(name, field, items, keyed, required)
        id = f"{before}-{name.replace('_', '-')}"
        inner, start = next(
            (
                (part, f"{id}{number}")
                for part, number in ((field, ""), (items, "-0"), (keyed, "-0"))
                if "properties" in part
            ),
            ({}, ""),
        )
        description = str(field.get("description", ""))
        yield Question(
            name=name,
            kind=kind,
            id=id,
            title=str(field.get("title", name)),
            hint=description,
            example=_example(field, kind),
            required=required,
            cites="[@" in description,
            choices=_choices(name, field if "enum" in field else items, kind, vocabularies),
            inside=tuple(_questions(inner, schema, vocabularies, start)),
            item=str(items.get("title") or keyed.get("title") or ""),
        )


def _kind(
    name: str, field: Mapping[str, Any], items: Mapping[str, Any], keyed: Mapping[str, Any], required: bool
) -> str:
    kinds = {
        "records": "properties" in items,
        "citations": items.get("title") == "Source key",
        "checkboxes": "enum" in items,
        "lines": bool(items),
        "record": "properties" in field,
        "keyed": "properties" in keyed,
        "citation": name == "source",
        "radios": "enum" in field and required and len(field["enum"]) <= RADIOS_AT_MOST,
        "select": "enum" in field or name in _codes(),
        "flag": field.get("type") == "boolean",
        "number": field.get("type") in ("integer", "number"),
        "prose": name in LONG,
    }
    return next((kind for kind, fits in kinds.items() if fits), "text")


def _example(field: Mapping[str, Any], kind: str) -> str:
    example = (field.get("examples") or [""])[0]
    if kind in ("text", "prose", "number"):
        return str(example)
    return ", ".join(example) if kind == "lines" else ""


def _choices(name: str, field: Mapping[str, Any], kind: str, vocabularies: Vocabularies) -> tuple[Choice, ...]:
    if kind not in ("radios", "select", "checkboxes"):
        return ()
    if "enum" not in field:
        return _codes()[name]
    vocabulary = field.get("x-vocabulary", "")
    terms = vocabularies.get(vocabulary, {})
    found = (
        Choice(value, terms[value].label, "" if vocabulary in ("countries", "nations") else terms[value].definition)
        if terms
        else Choice(value, value.capitalize())
        for value in field["enum"]
    )
    return tuple(sorted(found, key=lambda choice: choice.label)) if vocabulary == "countries" else tuple(found)


@cache
def _codes() -> Mapping[str, tuple[Choice, ...]]:
    """The fields that hold a code of a standard, with the names of the codes, so that nobody needs to know them."""
    currencies = Locale("en").currencies
    named = {
        "language": {code: language_name(code) for code in LANGUAGES},
        "currency": {code: f"{code}: {currencies[code]}" for code in CURRENCIES if code in currencies},
    }
    return {
        name: tuple(
            Choice(code, label)
            for code, label in sorted(codes.items(), key=lambda item: item[1])
            if not re.fullmatch("[a-z]{2}", label)
        )
        for name, codes in named.items()
    }
