"""Reads the schemas and joins them with the vocabularies into documents that stand on their own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from scripts.read.faults import ProjectFault
from scripts.read.vocabularies import Vocabularies, VocabularyFault

_TERMS = "terms.schema.json#/$defs/"
_PRACTICE = "practice.schema.json#/"

Schema = dict[str, Any]


def load_schemas(root: Path, vocabularies: Vocabularies) -> dict[str, Schema]:
    """Reads the schemas below ``root/schema``.

    Returns:
        "practice" and "event", complete in themselves: every reference to a vocabulary has become an
        ``enum`` with its name under ``x-vocabulary``. And "terms", the committed terms.schema.json as it
        stands (empty if it is missing), so that the check can tell whether it is out of date.

    Raises:
        ProjectFault: If a schema is missing, is not JSON, or names a vocabulary that does not exist.
    """
    folder = root / "schema"
    practice = _compose(_load(folder / "practice.schema.json"), vocabularies)
    event = _compose(_load(folder / "event.schema.json"), vocabularies)
    event["$defs"] = {**practice["$defs"], **event.get("$defs", {})}
    terms = folder / "terms.schema.json"
    return {"practice": practice, "event": event, "terms": _load(terms) if terms.exists() else {}}


def terms_schema(vocabularies: Vocabularies) -> Schema:
    """Returns the document that schema/terms.schema.json holds for editors: one definition a vocabulary."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "https://common-thread.example/schema/terms.schema.json",
        "title": "Terms",
        "description": "Made from schema/vocabularies/*.yml by `python -m scripts schema`. Do not edit.",
        "$defs": {
            name: {
                "title": name.replace("_", " ").capitalize(),
                "enum": list(terms),
                "enumDescriptions": [_described(term.label, term.definition) for term in terms.values()],
                "markdownEnumDescriptions": [
                    _described(f"**{term.label}**", term.definition) for term in terms.values()
                ],
            }
            for name, terms in vocabularies.items()
        },
    }


def _described(label: str, definition: str) -> str:
    return f"{label}: {definition}" if definition else label


def _load(path: Path) -> Schema:
    try:
        schema: Schema = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise ProjectFault(f"schema/{path.name} does not exist.") from error
    except json.JSONDecodeError as error:
        raise ProjectFault(f"schema/{path.name}:{error.lineno}:{error.colno}: not JSON: {error.msg}.") from error
    return schema


def _compose(schema: Any, vocabularies: Vocabularies) -> Any:
    """Replaces references to vocabularies by their terms, and makes references to the practice local."""
    if isinstance(schema, list):
        return [_compose(item, vocabularies) for item in schema]
    if not isinstance(schema, dict):
        return schema
    composed = {key: _compose(value, vocabularies) for key, value in schema.items() if key != "$ref"}
    reference = schema.get("$ref")
    if isinstance(reference, str) and reference.startswith(_TERMS):
        name = reference.removeprefix(_TERMS)
        if name not in vocabularies:
            raise VocabularyFault(f"schema/vocabularies/{name}.yml does not exist, but a schema refers to it.")
        return composed | {"enum": list(vocabularies[name]), "x-vocabulary": name}
    if isinstance(reference, str):
        composed["$ref"] = reference.replace(_PRACTICE, "#/")
    return composed
