from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest
import yaml

from scripts.render.fields import Field, list_fields
from tests.render.view import classed, pages_of, parse, text, toys
from tests.toy import schemas, vocabularies


def everything(fields: tuple[Field, ...]) -> Iterator[Field]:
    for field in fields:
        yield field
        yield from everything(field.inside)


def properties(node: Any, schema: Mapping[str, Any]) -> Iterator[str]:
    """The names of all properties that can be reached, each as often as it can."""
    while isinstance(node, dict) and node.get("$ref", "").startswith("#/"):
        target: Any = schema
        for step in node["$ref"].removeprefix("#/").split("/"):
            target = target[step]
        node = {**target, **{key: value for key, value in node.items() if key != "$ref"}}
    if isinstance(node, dict):
        for name, described in node.get("properties", {}).items():
            yield name
            yield from properties(described, schema)
        for inner in ("items", "additionalProperties"):
            yield from properties(node.get(inner), schema)


def one(name: str) -> Field:
    return next(field for field in list_fields(schemas()["practice"]) if field.name == name)


@pytest.mark.parametrize("kind", ["practice", "event"])
def test_every_property_of_the_schema_appears(kind: str) -> None:
    fields = list_fields(schemas()[kind])
    assert [field.name for field in fields] == list(schemas()[kind]["properties"])
    assert [field.name for field in everything(fields)] == list(properties(schemas()[kind], schemas()[kind]))
    assert all(field.title and field.description for field in everything(fields))


def test_anchors_are_unique_also_with_those_of_events() -> None:
    anchors = [field.anchor for field in everything(list_fields(schemas()["practice"]))]
    anchors += [field.anchor for field in everything(list_fields(schemas()["event"], "event-"))]
    assert len(set(anchors)) == len(anchors)
    assert {"target-groups", "integration-mechanisms-type", "findings-follow-up-months", "event-starts"} <= set(anchors)


def test_required_and_allowed() -> None:
    required = {field.name for field in list_fields(schemas()["practice"]) if field.required}
    assert required == set(schemas()["practice"]["required"])
    assert one("sectors").allowed == tuple(vocabularies()["sectors"])
    assert one("life_cycle").allowed == tuple(vocabularies()["life_cycle"])
    assert one("name").allowed == ()


def test_fields_inside_of_lists_mappings_and_records() -> None:
    assert [field.name for field in one("places").inside] == ["name", "level", "latitude", "longitude"]
    assert [field.name for field in one("review").inside] == ["status", "date", "by", "note"]
    assert "doi" in [field.name for field in one("sources").inside]
    mechanisms = next(field for field in one("integration").inside if field.name == "mechanisms")
    assert [(field.name, field.required) for field in mechanisms.inside] == [
        ("type", True),
        ("note", False),
        ("sources", True),
    ]


def test_examples_are_yaml_of_the_field_itself() -> None:
    for field in list_fields(schemas()["practice"]):
        if field.example:
            assert set(yaml.safe_load(field.example)) == {field.name}
    assert one("findings").example == ""
    assert "Kotitori" in one("name").example


def test_the_page_shows_every_field_with_its_anchor() -> None:
    page = parse(pages_of(toys()).fields(schemas()))
    shown = {element.get("id"): element for element in classed(page, "field")}
    fields = list(everything(list_fields(schemas()["practice"])))
    for field in fields:
        assert field.description.split(".")[0] in text(shown[field.anchor])
        assert f"{field.name} {field.title}" in text(shown[field.anchor])
    assert "Required." in text(shown["name"].find("p"))
    assert "Required." not in text(shown["acronym"].find("p"))
