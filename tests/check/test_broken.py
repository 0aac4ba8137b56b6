"""Each file in tests/data/broken/ has one kind of mistake, and beside it exactly what the check says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from scripts.check import RULES, Problem, check_collection
from scripts.read.entries import load_entry
from scripts.read.events import load_event
from scripts.render.problems import render_text
from tests.toy import DATA, TODAY, schemas, toy_entries, vocabularies

BROKEN = sorted(path for path in (DATA / "broken").iterdir() if path.suffix != ".expected")
JARGON = re.compile(r"given schemas|instance|propert|None|dict\b|regex|additional|does not match|enum", re.IGNORECASE)


def problems_of(path: Path) -> list[Problem]:
    if path.suffix == ".md":
        event = load_event(DATA, path)
        return check_collection(toy_entries(), [event], vocabularies(), schemas(), today=TODAY, only={event.path})
    entry = load_entry(DATA, path)
    return check_collection([*toy_entries(), entry], [], vocabularies(), schemas(), today=TODAY, only={entry.path})


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.name)
def test_says_exactly_what_is_expected(path: Path) -> None:
    expected = path.with_suffix(".expected").read_text(encoding="utf-8")
    assert render_text(problems_of(path), 1) == expected


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.name)
def test_speaks_plainly(path: Path) -> None:
    for problem in problems_of(path):
        assert problem.message
        assert not JARGON.search(f"{problem.message} {problem.hint}")


def test_there_are_many_kinds() -> None:
    assert len(BROKEN) >= 45
    assert len(list((DATA / "broken").glob("*.expected"))) == len(BROKEN)


def test_every_rule_is_broken_somewhere() -> None:
    broken = {problem.rule for path in BROKEN for problem in problems_of(path)}
    assert broken == {rule.id for rule in RULES} - {"terms-file-is-current"}
