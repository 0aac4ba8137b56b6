"""What to say when a value does not fit the schema: (message, hint) pairs without the schema's own jargon."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from scripts.check.wording import counted, did_you_mean, found, one_of, shown, suggestion
from scripts.read.vocabularies import Term

Schema = Mapping[str, Any]
Words = tuple[str, str]

LISTED_AT_MOST = 40

TYPES = {
    "string": "text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "array": "a list",
    "object": "a block of fields",
}
_OFTEN_MEANT = {"UK": "GB", "EL": "GR"}


def missing(name: str, field: Schema) -> Words:
    """A required field is not there."""
    if name == "reviewed" and not field:
        return "This field is missing.", "A systematic review must say what it pools."
    return "This field is missing.", str(field.get("description", ""))


def also_needed(name: str, other: str) -> Words:
    """A field is there without the one that belongs to it."""
    return f'"{name}" needs the field "{other}" beside it.', f"Add {other}."


def unknown(name: str, fields: Sequence[str]) -> Words:
    """A field has a name that the schema does not know."""
    question = did_you_mean(name, fields)
    listing = f"Allowed here: {', '.join(fields)}." if len(fields) <= LISTED_AT_MOST // 2 else ""
    return f"{shown(name)} is not a field that can stand here.", f"{question} {listing}".strip()


def not_a_term(value: Any, schema: Schema, terms: Mapping[str, Term]) -> Words:
    """A value is not in the list of allowed ones."""
    allowed = [str(term) for term in schema["enum"]]
    name = one_of(schema["x-vocabulary"]) if "x-vocabulary" in schema else "allowed here"
    listing = f"Allowed: {', '.join(allowed)}."
    if len(allowed) > LISTED_AT_MOST:
        listing = str(schema.get("description", ""))
    if not isinstance(value, str):
        return f"Expected {name}, found {found(value)}.", listing
    by_label = {label.lower(): term.id for term in terms.values() for label in term.labels.values()}
    meant = by_label.get(value.strip().lower()) or _OFTEN_MEANT.get(value.strip().upper())
    if meant not in allowed:
        meant = suggestion(value, allowed)
    question = f'Did you mean "{meant}"?' if meant else ""
    return f"{shown(value)} is not {name}.", f"{question} {listing}".strip()


def wrong_type(value: Any, schema: Schema) -> Words:
    """A value is of another kind: text where a number belongs, and so on."""
    kind = schema["type"]
    example = _example(schema) if kind in ("integer", "number") else ""
    expected = TYPES.get(kind, "another value") + (f" such as {example}" if example else "")
    return f"Expected {expected}, found {found(value)}.", _type_hint(kind, value, schema)


def _type_hint(kind: str, value: Any, schema: Schema) -> str:
    hint = ""
    if value is None:
        hint = "Fill it in, or leave the whole field out."
    elif kind in ("integer", "number") and isinstance(value, str):
        hint = "Write the number alone, without units, spaces, commas or quotation marks."
        hint += " Decimals follow a point." if kind == "number" else ""
    elif kind == "string" and isinstance(value, dict):
        hint = "If the text holds a colon, put it in quotation marks."
    elif kind == "string" and not isinstance(value, list):
        hint = f'Put it in quotation marks: "{json.dumps(value)}".'
    elif kind == "array":
        hint = 'Begin each item on a line of its own with "- ".'
    elif kind == "object" and schema.get("required"):
        hint = f"Write it as fields: {', '.join(schema['required'])}."
    return hint


def wrong_value(keyword: str, value: Any, schema: Schema) -> Words:
    """A value has the right type but is too long, too small, or of the wrong form."""
    limit = schema.get(keyword)
    if keyword == "minLength" and not value.strip():
        return "The text is empty.", "Fill it in, or leave the whole field out."
    if keyword in ("minItems", "minProperties"):
        return "The list is empty.", "Fill it in, or leave the whole field out if it is not required."
    length = counted(len(value), "character") if isinstance(value, str) else ""
    messages = {
        "minLength": f"The text is too short: {length}, at least {limit} are needed.",
        "maxLength": f"The text is too long: {length}, at most {limit} are allowed.",
        "minimum": f"{value} is too small: the least allowed is {limit}.",
        "maximum": f"{value} is too large: the most allowed is {limit}.",
    }
    return (messages[keyword], "") if keyword in messages else _wrong_form(value, schema)


def _wrong_form(value: Any, schema: Schema) -> Words:
    if schema.get("format") == "date":
        return f"{shown(value)} is not a date.", "Write year, month and day: 2026-11-22."
    if schema.get("title") == "Source key":
        return not_a_key(str(value))
    example = _example(schema)
    hint = " ".join(part for part in (schema.get("description", ""), example and f"Example: {example}.") if part)
    return f"{shown(value)} is not a valid value here.", hint


def not_a_key(name: str) -> Words:
    """A source's key is not written in small letters, digits and hyphens."""
    better = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:60].strip("-")
    hint = "Use at most 60 small letters, digits and hyphens, a letter first, as in who-2015."
    if re.match(r"[a-z]", better) and better != name:
        hint += f' Did you mean "{better}"?'
    return f"{shown(name)} cannot be the key of a source.", hint


def _example(schema: Schema) -> str:
    examples = schema.get("examples") or [""]
    return examples[0] if isinstance(examples[0], str) else json.dumps(examples[0])
