"""The form asks for every field that the schema knows, once, in the schema's own words."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from scripts.read.settings import Settings
from scripts.render.fields import Field, list_fields
from scripts.render.form_data import render_form_data
from scripts.render.form_questions import Question, ask
from scripts.render.form_steps import STEPS
from tests.toy import schemas, vocabularies

SCHEMA = schemas()["practice"]
SETTINGS = Settings("Toys", "", "https://toys.example/", "")


def walked(questions: Mapping[str, Question]) -> Iterator[Question]:
    for question in questions.values():
        yield question
        yield from walked({inner.name: inner for inner in question.inside})


def fields(all: tuple[Field, ...]) -> Iterator[Field]:
    for field in all:
        yield field
        yield from fields(field.inside)


def question(*names: str) -> Question:
    found = ask(SCHEMA, vocabularies())[names[0]]
    for name in names[1:]:
        found = next(inner for inner in found.inside if inner.name == name)
    return found


def test_every_field_stands_in_one_step() -> None:
    asked = [field for step in STEPS for field in step.fields]
    assert sorted(asked) == sorted(SCHEMA["properties"])


def test_what_an_entry_must_have_stands_in_the_sketch() -> None:
    sketch = {field for step in STEPS if step.part == "Sketch" for field in step.fields}
    assert set(SCHEMA["required"]) - sketch == {"findings"}


def test_every_field_is_asked_for_in_the_words_of_the_schema() -> None:
    asked = [(item.name, item.title, item.hint, item.required) for item in walked(ask(SCHEMA, vocabularies()))]
    assert asked == [
        (field.name, field.title, field.description, field.required) for field in fields(list_fields(SCHEMA))
    ]


def test_choices_are_the_terms_with_their_labels() -> None:
    for names, vocabulary in ((("sectors",), "sectors"), (("findings", "design"), "study_designs")):
        terms = vocabularies()[vocabulary].values()
        assert [(choice.value, choice.label) for choice in question(*names).choices] == [(t.id, t.label) for t in terms]


def test_codes_are_chosen_by_their_names() -> None:
    assert ("fi", "Finnish") in [(choice.value, choice.label) for choice in question("language").choices]
    assert any(choice.label == "SEK: Swedish Krona" for choice in question("funding", "currency").choices)


def test_each_kind_of_control_is_used() -> None:
    kinds = {item.kind for item in walked(ask(SCHEMA, vocabularies()))}
    assert kinds == {
        *("text", "prose", "number", "flag", "lines", "radios", "select", "checkboxes"),
        *("record", "records", "keyed", "citations", "citation"),
    }


def test_ids_are_unique() -> None:
    ids = [item.id for item in walked(ask(SCHEMA, vocabularies()))]
    assert len(ids) == len(set(ids))


def test_the_data_hold_the_whole_schema_and_every_term() -> None:
    data: dict[str, Any] = json.loads(render_form_data(SCHEMA, vocabularies(), SETTINGS, ["kettle"]))
    assert data["schema"] == SCHEMA
    assert {name: list(terms) for name, terms in data["terms"].items()} == {
        name: list(terms) for name, terms in vocabularies().items()
    }
    assert data["withdrawn"] == ["kettle"]
