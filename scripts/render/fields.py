"""The field guide: every field of an entry as the schema describes it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its name in the file, what the schema says of it, an example, allowed values, fields inside it."""

    name: str
    anchor: str
    title: str
    description: str
    required: bool
    example: str
    allowed: tuple[str, ...]
    inside: tuple[Field, ...]


def list_fields(schema: Mapping[str, Any], before: str = "") -> tuple[Field, ...]:
    """Lists the fields of a composed schema in the order of the file; ``before`` begins each anchor."""
    return tuple(_fields(schema, schema, before))


def _fields(node: Mapping[str, Any], schema: Mapping[str, Any], before: str) -> Iterator[Field]:
    for name, described in node.get("properties", {}).items():
        field = resolve(described, schema)
        anchor = f"{before}{name}".replace("_", "-")
        items = resolve(field.get("items", {}), schema)
        keyed = resolve(field.get("additionalProperties") or {}, schema)
        inner = next((part for part in (field, items, keyed) if "properties" in part), {})
        yield Field(
            name=name,
            anchor=anchor,
            title=field.get("title", name),
            description=field.get("description", ""),
            required=name in node.get("required", ()),
            example=_example(name, field),
            allowed=tuple(map(str, field.get("enum", items.get("enum", ())))),
            inside=tuple(_fields(inner, schema, f"{anchor}-")),
        )


def resolve(node: Any, schema: Mapping[str, Any]) -> dict[str, Any]:
    """What a schema says of a field, with what it refers to; empty for anything that is not a schema."""
    if not isinstance(node, dict):
        return {}
    target: Any = {}
    if node.get("$ref", "").startswith("#/"):
        target = schema
        for step in node["$ref"].removeprefix("#/").split("/"):
            target = target[step]
        target = resolve(target, schema)
    return {**target, **node}


def _example(name: str, field: Mapping[str, Any]) -> str:
    examples = field.get("examples", ())
    if not examples or examples[0] == []:
        return ""
    return str(yaml.safe_dump({name: examples[0]}, allow_unicode=True, sort_keys=False, width=90))
