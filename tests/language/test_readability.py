"""Summaries are written for people who read English at level B2.

The Common European Framework of Reference says what B2 is: to read with a large degree of independence, with a broad
active vocabulary, but with some difficulty over uncommon expressions (Council of Europe, Companion volume, 2020). It
gives no formula, so two measures stand in for it:

- Flesch's reading ease, at least 50. Flesch calls 60 to 70 "standard", 50 to 60 "fairly difficult" and texts below
  50 "difficult", the reading of colleges (A new readability yardstick, Journal of Applied Psychology 32(3), 1948).
  Summaries are full of names and of words that cannot be avoided, such as "municipality" and "rehabilitation", each
  of which lowers the figure. So 50 and not 60 is asked for.
- At most 20 words in a sentence on average, the upper end of the 15 to 20 words that plain English asks for (Cutts,
  Oxford Guide to Plain English).

They find long words and long sentences. Whether a text is clear, a reader has to say.
"""

from __future__ import annotations

import re
from typing import Any

import pytest
import textstat

from scripts.read.entries import load_entries
from tests.toy import ROOT

LEAST_EASE = 50
MOST_WORDS = 20

SUMMARIES = [(entry.path, entry.data["summary"]) for entry in load_entries(ROOT) if entry.data]
_POINT_IN_NUMBER = re.compile(r"(?<=\d)\.(?=\d)")


def measure(text: str) -> tuple[float, float]:
    """Returns the reading ease of a text and the average number of words in its sentences."""
    text = _POINT_IN_NUMBER.sub("", text)
    return textstat.flesch_reading_ease(text), textstat.words_per_sentence(text)


def faults(text: str) -> list[str]:
    """What makes a text too hard, in words."""
    ease, words = measure(text)
    found = []
    if ease < LEAST_EASE:
        found.append(f"reading ease is {ease:.1f}, less than {LEAST_EASE}: use shorter words or sentences.")
    if words > MOST_WORDS:
        found.append(f"sentences have {words:.1f} words on average, more than {MOST_WORDS}: divide the longest.")
    return found


@pytest.mark.parametrize(("path", "summary"), SUMMARIES, ids=[path for path, _ in SUMMARIES])
def test_a_summary_can_be_read(path: str, summary: Any) -> None:
    found = faults(summary)
    assert not found, "\n".join(f"{path}: summary: {fault}" for fault in found)


def test_a_plain_text_has_no_fault() -> None:
    assert faults("The team has 2.5 nurses. They visit people at home, and they stay as long as they are needed.") == []


def test_the_point_in_a_number_ends_no_sentence() -> None:
    assert measure("One nurse in 2.5 teams has the key to the house. It works.") == measure(
        "One nurse in 25 teams has the key to the house. It works."
    )


def test_a_text_of_long_words_and_one_of_long_sentences_are_refused() -> None:
    long_words = "Interorganisational collaboration necessitates considerable administrative simplification."
    long_sentence = "We went to the house on the hill, and we saw that the door was open, so we went in and sat down."
    assert [fault.split(" is ")[0] for fault in faults(long_words)] == ["reading ease"]
    assert [fault.split(" have ")[0] for fault in faults(long_sentence)] == ["sentences"]
