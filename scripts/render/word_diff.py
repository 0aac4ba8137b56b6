"""The difference between two texts, word by word."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import Literal

Part = tuple[Literal["same", "del", "ins", "gap"], str]
"""Words that stayed, went or came; or a gap, where many stayed and are left out."""

AROUND = 10
"""So many words that stayed are shown on each side of a change."""

WORTH_A_GAP = 12

ANOTHER_TEXT = 0.3
"""If less than this is the same, the old text and the new one are shown whole, one after the other."""


def compare_words(old: str, new: str) -> tuple[Part, ...]:
    """Returns the parts of two texts in their order; blank space does not count."""
    before, after = old.split(), new.split()
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    if matcher.ratio() < ANOTHER_TEXT:
        return tuple(part for part in (("del", " ".join(before)), ("ins", " ".join(after))) if part[1])
    parts: list[Part] = []
    for _, start, end, from_, to in matcher.get_opcodes():
        if before[start:end] == after[from_:to]:
            parts += _stayed(before[start:end], first=start == 0, last=end == len(before))
            continue
        if end > start:
            parts.append(("del", " ".join(before[start:end])))
        if to > from_:
            parts.append(("ins", " ".join(after[from_:to])))
    return tuple(parts)


def _stayed(words: list[str], *, first: bool, last: bool) -> list[Part]:
    """Words that stayed, without those that are far from any change."""
    head, tail = 0 if first else AROUND, 0 if last else AROUND
    if len(words) < head + tail + WORTH_A_GAP:
        return [("same", " ".join(words))]
    shown: list[Part] = [("same", " ".join(words[:head])), ("gap", "…"), ("same", " ".join(words[len(words) - tail :]))]
    return [part for part in shown if part[1]]
