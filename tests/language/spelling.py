"""British spelling, by Hunspell with its dictionary en_GB (-ise) and the project's own list of words."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache
from pathlib import Path

from hunspell import Hunspell

from tests.toy import DATA

WORDS = DATA / "words.txt"
"""Names, terms and abbreviations that no dictionary has, one a line, sorted. The parts of a line of several words
or with a hyphen are right only together."""

FOLDER, DICTIONARY = str(DATA / "dictionary"), "dictionary-en-gb"
"""Where the dictionary lies, and its name there."""

REFUSED = {
    "dialog": "dialogue",
    "meter": "metre",
    "meters": "metres",
    "percent": "per cent",
    "program": "programme",
    "programs": "programmes",
    "toward": "towards",
}
"""American words that the British dictionary has too, in another sense, with what we write."""


@cache
def british() -> Hunspell:
    """The British dictionary with the project's words."""
    checker = Hunspell(DICTIONARY, hunspell_data_dir=FOLDER)
    for line in load_words():
        if not _is_phrase(line):
            checker.add(line)
    return checker


@cache
def phrases() -> re.Pattern[str]:
    """Finds the lines of the list that hold several words."""
    return re.compile("|".join(rf"\b{re.escape(line)}\b" for line in load_words() if _is_phrase(line)))


def without_phrases(text: str) -> str:
    """A text without the phrases that the list has."""
    return phrases().sub(" ", " ".join(text.split()))


def load_words(path: Path = WORDS) -> list[str]:
    """The project's list of words."""
    return path.read_text(encoding="utf-8").splitlines()


def _is_phrase(line: str) -> bool:
    return re.search(r"[^\w']", line) is not None


def is_right(word: str, known: Collection[str] = (), *, program: bool = False) -> bool:
    """True if a word can stand.

    Args:
        word: The word as written.
        known: Words that the names in the same file make known.
        program: True in a text about software, where a program is one.
    """
    bare = word.replace("’", "'").removesuffix("'s")
    if bare.lower() in REFUSED:
        return program and bare.lower().startswith("program")
    return bare in known or bare[:1].lower() + bare[1:] in known or _in_dictionary(bare)


@cache
def _in_dictionary(word: str) -> bool:
    return bool(british().spell(word))


@cache
def suggestion(word: str) -> str:
    """What is perhaps meant, as the end of a sentence."""
    bare = word.removesuffix("'s")
    meant = REFUSED.get(bare.lower()) or next(iter(british().suggest(bare)), "")
    return f'; perhaps "{meant}"?' if meant else "."
