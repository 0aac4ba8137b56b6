from __future__ import annotations

import contextlib
import random
from typing import Any

import pytest
import yaml

from scripts.read import yaml_text
from scripts.read.yaml_text import YamlFault, decode, load_yaml, positions
from tests.toy import TOY


@pytest.fixture(params=["libyaml", "pure Python"])
def _each_parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "pure Python":
        monkeypatch.setattr(yaml_text, "Loader", yaml.SafeLoader)


@pytest.mark.usefixtures("_each_parser")
@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("NO", "NO"),
        ("no", "no"),
        ("on", "on"),
        ("yes", "yes"),
        ("True", "True"),
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("2009", 2009),
        ("-4", -4),
        ("010", "010"),
        ("0x1F", "0x1F"),
        ("1_000", "1_000"),
        ("12:30", "12:30"),
        ("61.5", 61.5),
        ("61.0", 61),
        ("1e5", "1e5"),
        (".nan", ".nan"),
        ("1234567890123456", "1234567890123456"),
        ("٣", "٣"),
        ("2024-01-02", "2024-01-02"),
        ("'2009'", "2009"),
        ('"true"', "true"),
        ("=", "="),
    ],
)
def test_only_plain_numbers_and_words_become_something_other_than_text(written: str, value: object) -> None:
    loaded = load_yaml(f"field: {written}\n")["field"]
    assert loaded == value
    assert type(loaded) is type(value)


@pytest.mark.usefixtures("_each_parser")
def test_keys_stay_text() -> None:
    assert load_yaml("NO: a\n2015: b\ntrue: c\n") == {"NO": "a", "2015": "b", "true": "c"}


@pytest.mark.usefixtures("_each_parser")
def test_nested_data() -> None:
    text = "a:\n  - b: 1\n    c: [x, {d: y}]\n  - >-\n    two\n    lines\ne: {}\n"
    assert load_yaml(text) == {"a": [{"b": 1, "c": ["x", {"d": "y"}]}, "two lines"], "e": {}}


@pytest.mark.usefixtures("_each_parser")
@pytest.mark.parametrize("name", ["lantern-path", "pebble-house", "marmalade-desk"])
def test_agrees_with_plain_yaml(name: str) -> None:
    text = (TOY / "practices" / f"{name}.yml").read_text(encoding="utf-8")
    assert _as_text(load_yaml(text)) == yaml.load(text, yaml.BaseLoader)


def _as_text(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _as_text(item) for key, item in value.items()}
    return [_as_text(item) for item in value] if isinstance(value, list) else str(value)


@pytest.mark.usefixtures("_each_parser")
@pytest.mark.parametrize(
    ("text", "line", "column", "words"),
    [
        ("a: 1\na: 2\n", 2, 1, "second time; the first is on line 1"),
        ("a: &x 1\n", 1, 4, "begins with &"),
        ("a: 1\nb: *a\n", 2, 4, "begins with \\*"),
        ("a: !x 1\n", 1, 4, "begins with !"),
        ("a: !!python/none\n", 1, 4, "begins with !"),
        ("<<: {a: 1}\n", 1, 1, "<<"),
        ("a: 1\n---\nb: 2\n", 2, 1, "second document"),
        ("[a]: 1\n", 1, 1, "must be a word"),
        ('"": 1\n', 1, 1, "name is missing"),
        ("a: " + "[" * 13 + "]" * 13, 1, 15, "deeper than 12"),
        ("a: " + "[" * 5000, 1, 15, "deeper than 12"),
        ("a: b\x07\n", 1, 5, "U\\+0007"),
        ("a: 1\nb: \u2028\n", 2, 4, "U\\+2028"),
        ("\ufeffa: 1\n", 1, 1, "byte-order mark"),
        ('a: "\\0"\n', 1, 4, "control character"),
        ("a: " + "x" * 262_144, 1, 1, "larger than 256 KiB"),
    ],
)
def test_refuses(text: str, line: int, column: int, words: str) -> None:
    with pytest.raises(YamlFault, match=words) as caught:
        load_yaml(text)
    assert (caught.value.line, caught.value.column) == (line, column)


@pytest.mark.usefixtures("_each_parser")
@pytest.mark.parametrize(
    ("text", "line", "column", "words"),
    [
        ("a: 1\n\tb: 2\n", 2, 1, "indented with a tab"),
        ("name:value\nb: 2\n", 1, 6, "space is missing after the colon"),
        ("a: 1\nname:value\n", 2, 6, "space is missing after the colon"),
        ("a:\n  - b\n  -c\nd: 1\n", 3, 4, "space is missing after the hyphen"),
        ('a: "b\nc: d\n', 1, 4, "never closed"),
        ("a: 'it's'\n", 1, 8, "more text after the closing '"),
        ("a: b: c\n", 1, 5, "colon followed by a space"),
        ("a:\n    b: 1\n  c: 2\n", 3, 3, "does not line up"),
        ("a: 1\n  b: 2\n", 2, 3, "indented deeper"),
        ("a: [@b-1] says\n", 1, 4, "begins with a citation"),
        ("a: @b\n", 1, 4, "begins with @ needs quotes"),
        ("a: *b* c\n", 1, 4, "begins with \\*"),
        ("a: [b, c\nd: 1\n", 1, 4, "bracket that opens here"),
        ("a: > b\n  c\n", 1, 6, "same line as >"),
        ("a: 1\njust words\nb: 2\n", 2, 1, "no field name"),
        ("a: ]\n", 1, 4, "cannot be read"),
    ],
)
def test_explains_syntax(text: str, line: int, column: int, words: str) -> None:
    with pytest.raises(YamlFault, match=words) as caught:
        load_yaml(text)
    assert (caught.value.line, caught.value.column) == (line, column)
    assert caught.value.hint.endswith((".", '".'))


def test_positions_of_values_and_keys() -> None:
    found = positions("a: 1\nb:\n  - c: x\n  - d\n")
    assert found["a",] == (1, 4)
    assert found["a", "<key>"] == (1, 1)
    assert found["b", 0, "c"] == (3, 8)
    assert found["b", 0, "c", "<key>"] == (3, 5)
    assert found["b", 1] == (4, 5)
    assert found[()] == (1, 1)


@pytest.mark.parametrize("text", ["", "a: *b", "a: [", "\x00", "a: &a [1]\nb: [*a, *a]"])
def test_unreadable_text_has_no_positions(text: str) -> None:
    assert positions(text) == {}


def test_decode() -> None:
    assert decode("Århus".encode()) == "Århus"
    with pytest.raises(YamlFault, match="UTF-8") as caught:
        decode("a: 1\nb: Århus".encode("latin-1"))
    assert (caught.value.line, caught.value.column) == (2, 4)


@pytest.mark.usefixtures("_each_parser")
def test_any_text_is_read_or_refused() -> None:
    """Random text either loads or raises YamlFault, never anything else."""
    chance = random.Random(1)
    for _ in range(500):
        text = "".join(chance.choices("ab: -\n  \t\"'[]{}>|&*!%@`#,?~0.1\\é\r", k=30))
        with contextlib.suppress(YamlFault):
            load_yaml(text)
