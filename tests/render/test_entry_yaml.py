from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.read.yaml_build import INVISIBLE
from scripts.read.yaml_text import load_yaml
from scripts.render.entry_yaml import WIDTH, render_entry
from scripts.render.mending import mend
from tests.toy import schemas, toy_entries

SCHEMA = schemas()["practice"]

LETTERS = st.characters(exclude_categories=["Cs", "Co", "Cn"]).filter(lambda letter: not INVISIBLE.search(letter))
TEXT = st.one_of(
    st.text(LETTERS, max_size=300),
    st.lists(st.sampled_from(["tea", "- ", "#", ": ", "\n", "[@", "'", '"', "é", " ", "...", "---"]), max_size=80).map(
        "".join
    ),
)
KEY = st.text(LETTERS, min_size=1, max_size=20).filter(lambda key: key != "<<" and "\n" not in key)
VALUE = st.recursive(
    st.one_of(TEXT, st.booleans(), st.none(), st.integers(-(10**14), 10**14)),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(KEY, inner, max_size=3)),
    max_leaves=6,
)


@settings(max_examples=300, derandomize=True, deadline=None)
@given(st.dictionaries(st.sampled_from(["name", "lead", "problem", "tools"]), VALUE, min_size=1))
def test_what_is_written_reads_the_same(data: dict[str, Any]) -> None:
    assert load_yaml(render_entry(data, SCHEMA)) == data


def test_entries_are_written_as_people_write_them() -> None:
    for entry in toy_entries():
        text = render_entry(entry.data or {}, SCHEMA)
        assert load_yaml(text) == entry.data
        assert mend(text, SCHEMA) == text
        assert max(map(len, text.splitlines())) <= WIDTH


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("Tampere", "Tampere"),
        ("Bürgeramt für alle: gut & schnell", '"Bürgeramt für alle: gut & schnell"'),
        ("Children's house", "Children's house"),
        ("NO", '"NO"'),
        ("2026-11-22", "2026-11-22"),
        ("3", '"3"'),
        ("1e5", '"1e5"'),
        ("https://tea.example/a", "https://tea.example/a"),
        ("true", '"true"'),
        ("", '""'),
        (7, "7"),
        ([], "[]"),
    ],
)
def test_quotes_only_where_they_are_needed(value: Any, written: str) -> None:
    assert render_entry({"lead": value}, SCHEMA).splitlines()[1] == f"lead: {written}"


def test_fields_stand_in_the_order_of_the_schema() -> None:
    text = render_entry({"lead": "B", "name": "A", "problem": "One.\n\nTwo.\n"}, SCHEMA)
    assert text.splitlines()[1:] == ["name: A", "lead: B", "problem: |", "  One.", "", "  Two."]
