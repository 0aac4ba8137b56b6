from __future__ import annotations

import pytest

from scripts.check.wording import found, one_of, shown, suggestion


def test_shown_is_short_and_on_one_line() -> None:
    assert shown("a\n b\tc") == '"a b c"'
    assert len(shown("x" * 500)) == 62


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "nothing"),
        (True, "true"),
        ("a", 'the text "a"'),
        ([], "a list"),
        ({}, "a block of fields"),
        (5, "the number 5"),
    ],
)
def test_found(value: object, words: str) -> None:
    assert found(value) == words


@pytest.mark.parametrize(
    ("vocabulary", "words"),
    [
        ("mechanisms", "a mechanism"),
        ("outcome_domains", "an outcome domain"),
        ("life_cycle", "a stage of the life cycle"),
        ("cities", "a city"),
    ],
)
def test_one_of(vocabulary: str, words: str) -> None:
    assert one_of(vocabulary) == words


def test_suggestion_forgives_capitals_and_spaces() -> None:
    assert suggestion("Older People", ["older-people", "carers"]) == "older-people"
    assert suggestion("zzz", ["older-people"]) == ""
