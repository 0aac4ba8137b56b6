"""The weave: sectors as the warp, mechanisms as the weft that passes over and under them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

GAP = 44
"""Pixels between two upright sector lines."""

LEFT = 14
"""Pixels left of the first sector line."""

HEAD = 108
"""Pixels above the first thread, for the sectors' names."""

OVERHANG = 84
"""Pixels right of the last sector line, for the end of its slanting name."""

ROW = {"short": 50, "middle": 72, "long": 94}
"""Pixels for a thread, by the length of the note beside it; the style sheet has the same heights."""


@dataclass(frozen=True, slots=True)
class Thread:
    """One mechanism as drawn: its path, its dimension (for the colour), where its number stands, row size."""

    type: str
    path: str
    under: tuple[tuple[float, float], ...]
    dimension: str
    y: float
    size: str


@dataclass(frozen=True, slots=True)
class Weave:
    """The figure's geometry in pixels: sector lines as (sector, x), threads from top to bottom."""

    width: int
    height: int
    end: int
    head: int
    sectors: tuple[tuple[str, int], ...]
    threads: tuple[Thread, ...]


def draw_weave(sectors: Sequence[str], mechanisms: Sequence[tuple[str, str, str]]) -> Weave:
    """Lays out the weave of one practice.

    Args:
        sectors: Sector ids, the warp from left to right.
        mechanisms: (mechanism id, dimension id, note beside it), the weft from top to bottom.
    """
    lines = tuple((sector, LEFT + 10 + index * GAP) for index, sector in enumerate(sectors))
    end = lines[-1][1] + 26
    threads = []
    top = HEAD
    for index, (mechanism, dimension, note) in enumerate(mechanisms):
        size = "short" if len(note) <= 48 else "middle" if len(note) <= 110 else "long"
        y = top + 22
        threads.append(_thread(mechanism, dimension, size, [x for _, x in lines], y, end, over_first=index % 2 == 0))
        top += ROW[size]
    return Weave(end + OVERHANG, top, end, HEAD, lines, tuple(threads))


def _thread(
    mechanism: str, dimension: str, size: str, lines: Sequence[int], y: int, end: int, *, over_first: bool
) -> Thread:
    """A thread rises where it passes over a line and dips where it passes under; there the line hides it."""
    path = [f"M{LEFT - 12} {y}"]
    under = []
    before = LEFT - 12
    for index, x in enumerate(lines):
        over = (index % 2 == 0) == over_first
        height = y - 5 if over else y + 5
        middle = (before + x) / 2
        path.append(f"C{middle:g} {_height(path, y)} {middle:g} {height} {x} {height}")
        if not over:
            under.append((float(x), float(height)))
        before = x
    path.append(f"C{(before + end) / 2:g} {_height(path, y)} {(before + end) / 2:g} {y} {end} {y}")
    return Thread(mechanism, "".join(path), tuple(under), dimension, float(y), size)


def _height(path: Sequence[str], start: int) -> str:
    return path[-1].split()[-1] if len(path) > 1 else str(start)
