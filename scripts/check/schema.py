"""Checks data against a schema and says in plain words what does not fit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from scripts.check import schema_wording as say
from scripts.check.record import Fault, Path
from scripts.check.wording import shown
from scripts.read.vocabularies import Vocabularies

Schema = Mapping[str, Any]


class SchemaCheck:
    """One schema, ready to check many documents."""

    def __init__(self, schema: Schema, vocabularies: Vocabularies) -> None:
        import jsonschema_rs

        self._schema = schema
        self._vocabularies = vocabularies
        self._validator = jsonschema_rs.validator_for(schema)

    def faults(self, data: Mapping[str, Any]) -> list[Fault]:
        """Returns one fault for each thing that does not fit; an empty list for valid data."""
        if self._validator.is_valid(data):
            return []
        seen: dict[tuple[Path, bool, str], Fault] = {}
        for error in self._validator.iter_errors(data):
            path, where = tuple(error.instance_path), list(error.schema_path)
            for fault in self._explain(error.kind.name, path, where, data):
                seen.setdefault((fault.path, fault.on_key, fault.message), fault)
        return list(seen.values())

    def _explain(self, kind: str, path: Path, where: Sequence[str | int], data: Any) -> Iterator[Fault]:
        value = _at(data, path)
        if kind == "propertyNames":
            yield from self._wrong_keys(path, value)
            return
        if kind == "falseSchema":
            yield from self._not_used(path, data)
            return
        keyword, schema = str(where[-1]), _at(self._schema, where[:-1])
        if keyword == "required":
            for name in schema["required"]:
                if name not in value:
                    yield Fault(path, *say.missing(name, self._field(schema, name)))
        elif keyword == "dependentRequired":
            for name, needed in schema["dependentRequired"].items():
                for other in needed if name in value else ():
                    if other not in value:
                        yield Fault((*path, name), *say.also_needed(name, other), on_key=True)
        elif keyword == "additionalProperties":
            for name in value:
                if name not in schema["properties"]:
                    yield Fault((*path, name), *say.unknown(name, list(schema["properties"])), on_key=True)
        elif keyword == "anyOf":
            names = [name for choice in schema["anyOf"] for name in choice.get("required", ())]
            yield Fault(path, f"One of these fields is missing: {', '.join(names)}.", "Add at least one.")
        elif keyword == "uniqueItems":
            for index, item in enumerate(value):
                if item in value[:index]:
                    yield Fault((*path, index), f"{shown(item)} stands here twice.", "Keep one.")
        elif keyword == "enum":
            terms = self._vocabularies.get(schema.get("x-vocabulary", ""), {})
            yield Fault(path, *say.not_a_term(value, schema, terms))
        elif keyword == "type":
            yield Fault(path, *say.wrong_type(value, schema))
        else:
            yield Fault(path, *say.wrong_value(keyword, value, schema))

    def _wrong_keys(self, path: Path, value: Mapping[str, Any]) -> Iterator[Fault]:
        import re

        schema = self._schema["$defs"]["source_key"]
        for name in value:
            if not re.fullmatch(schema["pattern"].strip("^$"), name) or len(name) > schema["maxLength"]:
                yield Fault((*path, name), *say.not_a_key(name), on_key=True)

    def _not_used(self, path: Path, data: Any) -> Iterator[Fault]:
        """The one field that depends on another: what a systematic review pools."""
        design = _at(data, path[:-1]).get("design")
        if design in self._vocabularies.get("study_designs", {}):
            yield Fault(
                path,
                f"This field goes only with the design systematic-review, but the design is {shown(design)}.",
                "Leave it out, or correct the design.",
                on_key=True,
            )

    def _field(self, schema: Schema, name: str) -> Schema:
        """Returns the description of a field, from its own schema or from the one it refers to."""
        field: Schema = schema.get("properties", {}).get(name, {})
        reference = field.get("$ref", "")
        target: Schema = _at(self._schema, reference.removeprefix("#/").split("/")) if reference else {}
        return {**target, **field}


def _at(tree: Any, path: Sequence[str | int]) -> Any:
    for step in path:
        tree = tree[step]
    return tree


