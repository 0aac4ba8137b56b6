"""What ``check --fix`` mends, and that it never changes what an entry says."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.read.yaml_text import load_yaml
from scripts.render.mending import CannotMend, mend
from tests.toy import ROOT, TOY, schemas

SCHEMA = schemas()["practice"]
TOYS = [path.read_text(encoding="utf-8") for path in sorted((TOY / "practices").glob("*.yml"))]
REAL = sorted((ROOT / "practices").glob("*.yml"))
LINE = "# yaml-language-server: $schema=../schema/practice.schema.json\n"


def fixed(text: str) -> str:
    mended = mend(text, SCHEMA)
    assert mend(mended, SCHEMA) == mended
    assert load_yaml(mended) == load_yaml(text)
    return mended


def blocks_of(text: str) -> list[str]:
    """The fields of an entry with their lines, without the first line."""
    return re.split(r"^(?=[a-z])", text.partition("\n")[2], flags=re.MULTILINE)[1:]


def test_real_entries_need_no_mending() -> None:
    for path in REAL:
        text = path.read_text(encoding="utf-8")
        assert mend(text, SCHEMA) == text, path.name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("name: A\n", LINE + "name: A\n"),
        ("# yaml-language-server: $schema=elsewhere.json\nname: A\n", LINE + "name: A\n"),
        (LINE + "name: A", LINE + "name: A\n"),
        (LINE + "name: A\n\n\n", LINE + "name: A\n"),
        (LINE + "name: A  \n  \nlead: B\t\n", LINE + "name: A\n\nlead: B\n"),
        (LINE.replace("\n", "\r\n") + "name: A\r\nlead: B\r\n", LINE + "name: A\nlead: B\n"),
        (LINE + "lead: B\nname: A\n", LINE + "name: A\nlead: B\n"),
        ("lead: B\nname: A", LINE + "name: A\nlead: B\n"),
        (
            LINE + "places:\n  - level: local\n    name: A\n  - name: B\n    level: local\n",
            LINE + "places:\n  - name: A\n    level: local\n  - name: B\n    level: local\n",
        ),
        (
            LINE + "integration:\n  mechanisms:\n    - sources:\n        - a\n      type: x\n  degree: y\n",
            LINE + "integration:\n  degree: y\n  mechanisms:\n    - type: x\n      sources:\n        - a\n",
        ),
        (
            LINE + "sources:\n  z-1:\n    title: Z\n    type: y\n  a-1:\n    type: x\n",
            LINE + "sources:\n  z-1:\n    type: y\n    title: Z\n  a-1:\n    type: x\n",
        ),
    ],
)
def test_what_is_mended(text: str, expected: str) -> None:
    assert fixed(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        LINE + "name: A # said twice\nlead: B\n",
        LINE + "# About this file\n\nname: A\n# About the lead\nlead: B\n# The end\n",
        LINE + "lead: {b: 1, a: 2}\n",
        LINE + "problem: |\n  Two spaces make a new line:  \n  here\n\n\napproach: 'x  \n  y'\n",
        LINE + "teapot: unknown\nname: A\n",
        LINE + "problem: |+\n  kept\n\n\n",
        "",
        "# nothing\n",
    ],
)
def test_what_is_left_alone(text: str) -> None:
    assert fixed(text) == text


def test_comments_go_with_their_lines() -> None:
    text = LINE + "lead: B # who\nintegration:\n  # how\n  degree: x\nproblem: |\n  # no comment\nname: A # what\n"
    assert fixed(text) == (
        LINE + "name: A # what\nlead: B # who\nintegration:\n  # how\n  degree: x\nproblem: |\n  # no comment\n"
    )


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (LINE + "lead: B\n# whose?\nname: A\n", 3),
        (LINE + "# whose?\nlead: B\nname: A\n", 2),
        ("# whose?\nlead: B\nname: A\n", 2),
        (LINE + "lead: B\nname: A\n\n# whose?\n\n", 5),
        (LINE + "places:\n  - level: local\n    # whose?\n    name: A\n", 4),
        (LINE + "integration:\n  # whose?\n  mechanisms: []\n  degree: x\n", 3),
    ],
)
def test_a_comment_between_fields_is_not_guessed_at(text: str, line: int) -> None:
    with pytest.raises(CannotMend, match=f"The comment on line {line} stands between two fields"):
        mend(text, SCHEMA)


@pytest.mark.parametrize("text", ["? lead\n: B\nname: A\n", "lead: B\nname: A\n...\n", "name: |\n  A"])
def test_what_would_say_something_else_is_refused(text: str) -> None:
    with pytest.raises(CannotMend, match="would not say the same"):
        mend(text, SCHEMA)


@settings(max_examples=60, derandomize=True, deadline=None)
@given(st.data())
def test_a_shuffled_entry_comes_back_as_it_was(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(TOYS))
    blocks = data.draw(st.permutations(blocks_of(text)))
    shuffled = data.draw(st.sampled_from(["", LINE])) + "".join(blocks)
    spaces = data.draw(st.sampled_from(["", " ", " \t"]))
    shuffled = re.sub(r"^([a-z_]+:)$", rf"\1{spaces}", shuffled, flags=re.MULTILINE)
    shuffled = shuffled.replace("\n", data.draw(st.sampled_from(["\n", "\r\n", "\r"])))
    assert fixed(shuffled + data.draw(st.sampled_from(["", "\n\n"]))) == text
    assert json.dumps(load_yaml(shuffled), sort_keys=True) == json.dumps(load_yaml(text), sort_keys=True)
