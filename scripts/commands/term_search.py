"""Finds terms of a vocabulary by what somebody types of their labels."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from difflib import get_close_matches

from scripts.read.vocabularies import Term

_NOT_FOLDED = str.maketrans({"ß": "ss", "ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th"})


def fold(text: str) -> str:
    """Returns a text in small letters without accents."""
    parts = unicodedata.normalize("NFKD", text.lower().translate(_NOT_FOLDED))
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def make_slug(name: str) -> str:
    """Returns a file name made from a name: "Häuser für alle" becomes "hauser-fur-alle"; "" if nothing is left."""
    return re.sub(r"[^a-z0-9]+", "-", re.sub(r"['’]", "", fold(name))).strip("-")[:60].strip("-")


def find_terms(typed: str, terms: Mapping[str, Term]) -> list[Term]:
    """Returns the terms that fit what was typed, in their own order.

    An id or a whole label fits alone. Otherwise every word must begin a word of the label, or else stand somewhere in
    label, id or definition. If nothing fits, the terms with a similar label are returned.
    """
    words = fold(typed).split()
    if not words:
        return []
    labels = {id: fold(term.label) for id, term in terms.items()}
    exact = [term for id, term in terms.items() if " ".join(words) in (fold(id), labels[id])]
    if exact:
        return exact
    beginning = [id for id in terms if all(re.search(rf"\b{re.escape(word)}", labels[id]) for word in words)]
    within = [id for id, term in terms.items() if all(word in f"{labels[id]} {fold(id)}" for word in words)]
    defined = [id for id, term in terms.items() if all(word in fold(term.definition) for word in words)]
    similar = get_close_matches(" ".join(words), list(labels.values()), n=3)
    found = beginning or within or defined or [id for id in terms if labels[id] in similar]
    return [terms[id] for id in found]
