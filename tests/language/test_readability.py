"""Every summary can be read by people who read English at level B2, as tests/language/readability.py has it."""

from __future__ import annotations

from typing import Any

import pytest

from scripts.read.entries import load_entries
from tests.language.readability import measure, too_hard
from tests.toy import ROOT

SUMMARIES = [(entry.path, entry.data["summary"]) for entry in load_entries(ROOT) if entry.data]


@pytest.mark.parametrize(("path", "summary"), SUMMARIES, ids=[path for path, _ in SUMMARIES])
def test_a_summary_can_be_read(path: str, summary: Any) -> None:
    found = too_hard(summary)
    assert not found, "\n".join(f"{path}: summary: {fault}" for fault in found)


def test_a_plain_text_has_no_fault() -> None:
    assert (
        too_hard("The team has 2.5 nurses. They visit people at home, and they stay as long as they are needed.") == []
    )


def test_the_point_in_a_number_ends_no_sentence() -> None:
    assert measure("One nurse in 2.5 teams has the key to the house. It works.") == measure(
        "One nurse in 25 teams has the key to the house. It works."
    )


def test_a_text_of_long_words_and_one_of_long_sentences_are_refused() -> None:
    long_words = "Interorganisational collaboration necessitates considerable administrative simplification."
    long_sentence = "We went to the house on the hill, and we saw that the door was open, so we went in and sat down."
    assert [fault.split(" is ")[0] for fault in too_hard(long_words)] == ["reading ease"]
    assert [fault.split(" have ")[0] for fault in too_hard(long_sentence)] == ["sentences"]
