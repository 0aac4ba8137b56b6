"""Editors help from the same schema as the check: underlined mistakes, explanations, and terms to choose from."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts.check.files import MODELINE
from tests.language_server import LanguageServer, language_server
from tests.toy import ROOT

ENTRY = ROOT / "practices" / "kotitori.yml"
TEXT = ENTRY.read_text(encoding="utf-8")
LINES = TEXT.splitlines()


@pytest.fixture(scope="module")
def editor() -> Iterator[LanguageServer]:
    with language_server() as server:
        yield server


def unsaved(name: str) -> Path:
    """A file of the project that is open in the editor but not on the disk."""
    return ROOT / "practices" / f"{name}.yml"


def line_of(field: str, text: str = TEXT) -> int:
    return next(number for number, line in enumerate(text.splitlines()) if line.startswith(f"{field}:"))


@pytest.mark.parametrize("name", ["kotitori", "maia", "un-chez-soi-dabord", "barnahus"])
def test_a_good_entry_has_nothing_underlined(editor: LanguageServer, name: str) -> None:
    path = ROOT / "practices" / f"{name}.yml"
    assert editor.open(path, path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("life_cycle: ", "life_cycle: teapot-", "Value is not accepted."),
        ("countries:", "lands:", "Property lands is not allowed."),
        ("name: ", "title: ", 'Missing property "name".'),
    ],
)
def test_a_mistake_is_underlined(editor: LanguageServer, old: str, new: str, told: str) -> None:
    underlined = editor.open(unsaved(f"mistake-in-{old[:4].strip()}"), TEXT.replace(f"\n{old}", f"\n{new}", 1))
    assert any(told in message for message in underlined), underlined


def test_without_the_first_line_the_settings_name_the_schema(editor: LanguageServer) -> None:
    text = TEXT.removeprefix(MODELINE).replace("\nlife_cycle: ", "\nlife_cycle: teapot-", 1)
    (message,) = editor.open(unsaved("no-first-line"), text)
    assert message.startswith(f"{line_of('life_cycle', text) + 1}: Value is not accepted.")


def test_a_field_is_explained_as_in_the_schema(editor: LanguageServer) -> None:
    editor.open(ENTRY, TEXT)
    schema = json.loads((ROOT / "schema" / "practice.schema.json").read_text(encoding="utf-8"))
    for field in ("summary", "life_cycle", "sources"):
        described = schema["properties"][field].get("description") or schema["$defs"][field]["description"]
        assert described in editor.hover(ENTRY, line_of(field), 2)


def test_a_term_is_explained_with_its_definition(editor: LanguageServer) -> None:
    editor.open(ENTRY, TEXT)
    shown = editor.hover(ENTRY, line_of("sectors") + 1, 6)
    assert "**Housing**: Public and social housing" in shown


def test_terms_are_offered_with_their_definitions(editor: LanguageServer) -> None:
    where = line_of("sectors") + 1
    text = "\n".join([*LINES[:where], "  - ", *LINES[where + 1 :]])
    path = unsaved("term")
    editor.open(path, text)
    offered = editor.complete(path, where, 4)
    assert "Public and social housing" in offered["housing"]
    terms = json.loads((ROOT / "schema" / "terms.schema.json").read_text(encoding="utf-8"))
    assert set(terms["$defs"]["sectors"]["enum"]) == offered.keys()


def test_fields_are_offered(editor: LanguageServer) -> None:
    path = unsaved("field")
    editor.open(path, f"{MODELINE}\nname: Teapot\nloc")
    assert {"local_name", "summary", "countries"} <= editor.complete(path, 2, 3).keys()


def test_settings_recommend_what_helps_and_are_plain_json() -> None:
    wanted = json.loads((ROOT / ".vscode" / "extensions.json").read_text(encoding="utf-8"))
    assert wanted == {"recommendations": ["redhat.vscode-yaml"]}
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    for schema, files in settings["yaml.schemas"].items():
        assert (ROOT / schema).is_file()
        assert list(ROOT.glob(files))
