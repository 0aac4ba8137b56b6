"""Checks data against a schema and says in plain words what does not fit."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from scripts.check import schema_wording as say
from scripts.check.form import rule_of
from scripts.check.record import Fault, Path
from scripts.check.wording import shown, suggestion
from scripts.read.vocabularies import Vocabularies

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator, ValidationError

Schema = Mapping[str, Any]
Explain = Callable[[Path, Any, Schema], Iterator[Fault]]


class SchemaCheck:
    """One schema, ready to check many documents: jsonschema-rs finds the invalid ones, jsonschema says why."""

    def __init__(self, schema: Schema, vocabularies: Vocabularies) -> None:
        import jsonschema_rs

        self._schema = schema
        self._vocabularies = vocabularies
        self._validator = jsonschema_rs.validator_for(dict(schema))
        self._by_keyword: dict[str, Explain] = {
            "required": self._required,
            "enum": self._enum,
            "dependentRequired": _dependent,
            "additionalProperties": _unknown,
            "anyOf": _none_of_several,
            "uniqueItems": _twice,
            "type": _wrong_type,
        }

    def faults(self, data: Mapping[str, Any]) -> Iterator[Fault]:
        """Yields one fault for each thing that does not fit; nothing for valid data."""
        if self._validator.is_valid(data):
            return
        seen: set[Fault] = set()
        for error in self._explainer().iter_errors(data):
            rule = rule_of(str(error.validator), error.schema)
            for fault in (replace(fault, rule=rule) for fault in self._explain(error, data)):
                if fault not in seen:
                    seen.add(fault)
                    yield fault
        if not seen:
            yield Fault(
                (),
                "Something in this file does not fit the schema.",
                "Compare it with another one.",
                rule=rule_of("", {}),
            )

    def _explainer(self) -> Draft202012Validator:
        """Imported only when something is wrong: jsonschema tells every fault with its schema, but is slow to load."""
        from jsonschema import Draft202012Validator

        return Draft202012Validator(_with_python_patterns(self._schema))

    def _explain(self, error: ValidationError, data: Any) -> Iterator[Fault]:
        path: Path = tuple(error.absolute_path)
        keyword, schema = str(error.validator), error.schema
        if "propertyNames" in error.absolute_schema_path:
            yield from self._wrong_keys(path, _at(data, path))
        elif not isinstance(schema, Mapping):
            yield from self._not_used((*path, "reviewed"), data)
        else:
            explain = self._by_keyword.get(keyword)
            if explain:
                yield from explain(path, error.instance, schema)
            else:
                yield Fault(path, *say.wrong_value(keyword, error.instance, schema))

    def _required(self, path: Path, value: Any, schema: Schema) -> Iterator[Fault]:
        for name in sorted(set(schema["required"]) - value.keys() - _meant(value, schema)):
            yield Fault((*path, name), *say.missing(name, self._field(schema, name)))

    def _enum(self, path: Path, value: Any, schema: Schema) -> Iterator[Fault]:
        terms = self._vocabularies.get(schema.get("x-vocabulary", ""), {})
        yield Fault(path, *say.not_a_term(value, schema, terms), allowed=tuple(map(str, schema["enum"])))

    def _wrong_keys(self, path: Path, value: Mapping[str, Any]) -> Iterator[Fault]:
        import re

        schema = self._schema["$defs"]["source_key"]
        for name in value:
            if not re.fullmatch(schema["pattern"].strip("^$"), name) or len(name) > schema["maxLength"]:
                yield Fault((*path, name), *say.not_a_key(name), on_key=True)

    def _not_used(self, path: Path, data: Any) -> Iterator[Fault]:
        """The one field that a schema forbids: what a systematic review pools, with any other design."""
        design = _at(data, path[:-1]).get("design")
        if isinstance(design, str) and design in self._vocabularies.get("study_designs", {}):
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


def _with_python_patterns(schema: Any) -> Any:
    """Returns a schema whose patterns mean to Python what they mean elsewhere: the very end, and only digits 0 to 9."""
    if isinstance(schema, list):
        return [_with_python_patterns(item) for item in schema]
    if not isinstance(schema, Mapping):
        return schema
    return {
        key: value.removesuffix("$").replace(r"[\d", "[0-9").replace(r"\d", "[0-9]") + r"\Z"
        if key == "pattern" and isinstance(value, str) and value.endswith("$")
        else _with_python_patterns(value)
        for key, value in schema.items()
    }


def _dependent(path: Path, value: Any, schema: Schema) -> Iterator[Fault]:
    for name, needed in schema["dependentRequired"].items():
        lacking = set(needed) - value.keys() - _meant(value, schema)
        for other in sorted(lacking) if name in value else ():
            yield Fault((*path, name), *say.also_needed(name, other), on_key=True)


def _unknown(path: Path, value: Any, schema: Schema) -> Iterator[Fault]:
    for name in value:
        if name not in schema["properties"]:
            known = tuple(schema["properties"])
            yield Fault((*path, name), *say.unknown(name, known), on_key=True, allowed=known)


def _none_of_several(path: Path, _: Any, schema: Schema) -> Iterator[Fault]:
    names = [name for choice in schema["anyOf"] for name in choice.get("required", ())]
    yield Fault(path, f"One of these fields is missing: {', '.join(names)}.", "Add at least one.")


def _twice(path: Path, value: Any, _: Schema) -> Iterator[Fault]:
    earlier: set[str] = set()
    for index, item in enumerate(value):
        if repr(item) in earlier:
            yield Fault((*path, index), f"{shown(item)} stands here twice.", "Keep one.")
        earlier.add(repr(item))


def _wrong_type(path: Path, value: Any, schema: Schema) -> Iterator[Fault]:
    yield Fault(path, *say.wrong_type(value, schema))


def _meant(value: Mapping[str, Any], schema: Schema) -> set[str]:
    """Returns the fields that stand under a misspelt name, so that they are not reported as missing too."""
    known = schema.get("properties", {})
    return {suggestion(name, known) for name in value if known and name not in known}


def _at(tree: Any, path: Sequence[str | int]) -> Any:
    for step in path:
        tree = tree[step]
    return tree
