"""Whatever becomes of a file, the check answers with problems and never with a traceback."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from scripts.check import check_collection
from scripts.read.entries import Entry, load_entry
from scripts.read.events import load_event
from scripts.render.problems import render_github, render_text
from tests.toy import TODAY, TOY, schemas, toy_entries, toy_events, vocabularies

TEXT = (TOY / "practices" / "lantern-path.yml").read_text(encoding="utf-8")
EVENT = (TOY / "docs" / "events" / "toyville-congress-2018.md").read_text(encoding="utf-8")
VALUES: tuple[Any, ...] = (
    None, True, -1, 10**14, 0.5, "", " ", "NO", "[@", "[@x]", "<b>", "](x)", "2026-02-30", [], {}, [None], [[]],
    ["a", "a"], [{}], {"": None}, {"a": {"b": []}}, {"type": 1}, "x" * 5000, "http://[::1", "é\u0301\U0001f600",
)  # fmt: skip


def drop_lines(text: str, chance: random.Random) -> str:
    lines = text.splitlines(keepends=True)
    start = chance.randrange(len(lines))
    return "".join(lines[:start] + lines[start + chance.randint(1, 4) :])


def swap_characters(text: str, chance: random.Random) -> str:
    characters = list(text)
    for _ in range(chance.randint(1, 6)):
        one, two = chance.randrange(len(text)), chance.randrange(len(text))
        characters[one], characters[two] = characters[two], characters[one]
    return "".join(characters)


def put_signs(text: str, chance: random.Random) -> str:
    place = chance.randrange(len(text))
    sign = chance.choice([":", "- ", "\n", "\t", '"', "'", "[", "{", "&a ", "*a ", "!!b ", "#", "\x00", "[@", "<", "]"])
    return text[:place] + sign + text[place:]


def move_lines(text: str, chance: random.Random) -> str:
    lines = text.splitlines(keepends=True)
    lines.insert(chance.randrange(len(lines)), lines.pop(chance.randrange(len(lines))))
    return "".join(lines)


def _check_text(text: str, tmp_path: Path) -> None:
    path = tmp_path / "toy.yml"
    path.write_text(text, encoding="utf-8")
    _check(load_entry(tmp_path, path))


def _check(entry: Entry) -> None:
    entries = [*toy_entries()[1:], entry]
    problems = check_collection(entries, toy_events(), vocabularies(), schemas(), today=TODAY)
    lines = entry.text.count("\n") + 1
    assert all(1 <= problem.line <= lines for problem in problems if problem.path == entry.path)
    assert render_text(problems, 4).count("\n") == len(problems) + 1
    assert render_github(problems).count("\n") == len(problems)


@pytest.mark.parametrize("change", [drop_lines, swap_characters, put_signs, move_lines])
def test_changed_text(change: Callable[[str, random.Random], str], tmp_path: Path) -> None:
    chance = random.Random(7)
    for _ in range(60):
        _check_text(change(TEXT, chance), tmp_path)


@pytest.mark.parametrize("change", [drop_lines, swap_characters, put_signs, move_lines])
def test_changed_event(change: Callable[[str, random.Random], str], tmp_path: Path) -> None:
    chance = random.Random(8)
    path = tmp_path / "toy.md"
    for _ in range(30):
        path.write_text(change(EVENT, chance), encoding="utf-8")
        problems = check_collection(
            toy_entries(), [load_event(tmp_path, path)], vocabularies(), schemas(), today=TODAY, only={"toy.md"}
        )
        assert render_text(problems, 1)


def _replaced(value: Any, new: Any, target: int, counter: list[int]) -> Any:
    """Returns the data with its n-th value, counted in depth, replaced."""
    counter[0] += 1
    if counter[0] == target:
        return new
    if isinstance(value, dict):
        return {key: _replaced(item, new, target, counter) for key, item in value.items()}
    if isinstance(value, list):
        return [_replaced(item, new, target, counter) for item in value]
    return value


def test_values_of_other_types() -> None:
    original = toy_entries()[0]
    counter = [0]
    _replaced(original.data, None, -1, counter)
    for target in range(2, counter[0] + 1):
        data = _replaced(original.data, VALUES[target % len(VALUES)], target, [0])
        _check(Entry(original.path, original.slug, data, original.text, original.digest, ()))


def test_every_value_at_every_top_field() -> None:
    original = toy_entries()[0]
    for name in original.data or {}:
        for value in VALUES[:: 1 if name in ("findings", "sources") else 3]:
            data = {**(original.data or {}), name: value}
            _check(Entry(original.path, original.slug, data, original.text, original.digest, ()))
