"""Small pieces of plain language that several rules use."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

_NOT_SINGULAR_BY_RULE = {
    "life_cycle": "stage of the life cycle",
    "review_bases": "basis of a review",
    "finding_scopes": "scope of a finding",
    "review_statuses": "status of a review",
    "countries": "country code of Europe",
}

_WORD = re.compile(r"(?<!\S)(?:[^\w\s]|_)*+\w")


def shown(value: Any, length: int = 60) -> str:
    """Returns a text in double quotes, on one line and shortened."""
    text = re.sub(r"\s+", " ", str(value)).strip()
    return f'"{text[: length - 1]}…"' if len(text) > length else f'"{text}"'


def found(value: Any) -> str:
    """Returns what a value is, in words: 'the text "2009?"', 'a list', 'nothing'."""
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f"the text {shown(value)}"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, dict):
        return "a block of fields"
    return f"the number {value}"


def suggestion(word: str, known: Iterable[str]) -> str:
    """Returns the known word that was probably meant, or an empty text."""
    from difflib import get_close_matches

    plain = {_plain(name): name for name in known}
    close = get_close_matches(_plain(word[:80]), plain, n=1, cutoff=0.6)
    return plain[close[0]] if close else ""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Returns the question 'Did you mean "…"?' or an empty text."""
    meant = suggestion(word, known)
    return f'Did you mean "{meant}"?' if meant else ""


def one_of(vocabulary: str) -> str:
    """Returns the name of one term of a vocabulary with its article, such as 'an outcome domain'."""
    name = _NOT_SINGULAR_BY_RULE.get(vocabulary)
    if name is None:
        name = vocabulary.replace("_", " ")
        name = name[:-3] + "y" if name.endswith("ies") else name.removesuffix("s")
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"


def counted(number: int, word: str) -> str:
    """Returns a number with its noun: '1 word', '2 words'."""
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def words(text: str) -> int:
    """Returns the number of words in a text; a dash or a sign on its own is none."""
    return len(_WORD.findall(text))


def _plain(word: str) -> str:
    return re.sub(r"[\s_-]+", "-", word.strip().lower())
