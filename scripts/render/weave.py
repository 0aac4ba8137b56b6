"""The weave: sectors as the warp, mechanisms as the weft that passes over and under them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

GAPS = (64, 54, 44, 40)
"""Pixels between two upright sector lines: wide with up to three sectors, then up to five, six, and more."""

LEFT = 14
"""Pixels left of the first sector line."""

HEAD = 120
"""Pixels above the first thread, for the sectors' names."""

OVERHANG = 62
"""Pixels right of the last sector line, for the end of its slanting name."""

ROWS = (36, 54, 74, 94, 114)
"""Pixels for a thread, by the number of lines of the note beside it; the style sheet has the same heights."""

TEXT_WIDTH = 760
"""Pixels for the figure and the notes beside it."""

CHARACTER = 7.2
"""Pixels of one character of a note, rather more than the average."""


@dataclass(frozen=True, slots=True)
class Thread:
    """One mechanism as drawn: path, dimension (for the colour), height of its number, lines of its note."""

    type: str
    path: str
    under: tuple[tuple[int, int], ...]
    dimension: str
    y: int
    lines: int


@dataclass(frozen=True, slots=True)
class Weave:
    """The figure's geometry in pixels: sector lines as (sector, x), threads from top to bottom."""

    width: int
    height: int
    end: int
    head: int
    sectors: tuple[tuple[str, int], ...]
    threads: tuple[Thread, ...]


def draw_weave(
    sectors: Sequence[str], mechanisms: Sequence[tuple[str, str, str]], text_width: int = TEXT_WIDTH
) -> Weave:
    """Lays out the weave of one practice.

    Args:
        sectors: Sector ids, the warp from left to right.
        mechanisms: (mechanism id, dimension id, note beside it), the weft from top to bottom.
        text_width: Pixels for the figure and the notes beside it.
    """
    gap = next((gap for most, gap in zip((3, 5, 6), GAPS, strict=False) if len(sectors) <= most), GAPS[-1])
    lines = tuple((sector, LEFT + 10 + index * gap) for index, sector in enumerate(sectors))
    end = lines[-1][1] + 26
    characters = (text_width - end - 30) / CHARACTER
    threads = []
    top = HEAD
    for index, (mechanism, dimension, note) in enumerate(mechanisms):
        rows = min(math.ceil(len(note) / characters), len(ROWS) - 1)
        path, under = _weave_in([x for _, x in lines], top + 20, end, over_first=index % 2 == 0)
        threads.append(Thread(mechanism, path, under, dimension, top + 20, rows))
        top += ROWS[rows]
    return Weave(end + OVERHANG, top, end, HEAD, lines, tuple(threads))


def _weave_in(lines: Sequence[int], y: int, end: int, *, over_first: bool) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Draws a thread that rises where it passes over a line and dips where it passes under.

    Returns:
        The path, and the points where the line hides the thread.
    """
    start = LEFT - 12
    path, under = [f"M{start} {y}"], []
    before, height = start, y
    for index, x in enumerate(lines):
        over = (index % 2 == 0) == over_first
        now = y - 5 if over else y + 5
        path.append(f"C{(before + x) / 2:g} {height} {(before + x) / 2:g} {now} {x} {now}")
        if not over:
            under.append((x, now))
        before, height = x, now
    path.append(f"C{(before + end) / 2:g} {height} {(before + end) / 2:g} {y} {end} {y}")
    return "".join(path), tuple(under)
