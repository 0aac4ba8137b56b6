"""How easily a text can be read by people who read English at level B2.

The Common European Framework of Reference says what B2 is: to read with a large degree of independence, with a broad
active vocabulary, but with some difficulty over uncommon expressions (Council of Europe, Companion volume, 2020). It
gives no formula, so two measures stand in for it:

- Flesch's reading ease, at least 50. Flesch calls 60 to 70 "standard", 50 to 60 "fairly difficult" and texts below
  50 "difficult", the reading of colleges (A new readability yardstick, Journal of Applied Psychology 32(3), 1948).
  Texts about practices are full of names and of words that cannot be avoided, such as "municipality" and
  "rehabilitation", each of which lowers the figure. So 50 and not 60 is asked for.
- At most 20 words in a sentence on average, the upper end of the 15 to 20 words that plain English asks for (Cutts,
  Oxford Guide to Plain English).

They find long words and long sentences. Whether a text is clear, a reader has to say.
"""

from __future__ import annotations

import re

import textstat

LEAST_EASE = 50
MOST_WORDS = 20

_POINT_IN_NUMBER = re.compile(r"(?<=\d)\.(?=\d)")


def measure(text: str) -> tuple[float, float]:
    """Returns the reading ease of a text and the average number of words in its sentences."""
    text = _POINT_IN_NUMBER.sub("", text)
    return textstat.flesch_reading_ease(text), textstat.words_per_sentence(text)


def too_hard(text: str) -> list[str]:
    """What makes a text too hard, in words."""
    ease, words = measure(text)
    found = []
    if ease < LEAST_EASE:
        found.append(f"reading ease is {ease:.1f}, less than {LEAST_EASE}: use shorter words or sentences.")
    if words > MOST_WORDS:
        found.append(f"sentences have {words:.1f} words on average, more than {MOST_WORDS}: divide the longest.")
    return found
