"""How much room a text takes on paper, reckoned on the safe side."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(slots=True)
class Room:
    """Height that is left on a page, in millimetres."""

    left: float

    def use(self, height: float) -> None:
        """Gives away some height."""
        self.left -= height

    def fits(self, height: float) -> bool:
        """Gives away some height if there is that much."""
        if height > self.left:
            return False
        self.left -= height
        return True


@dataclass(frozen=True, slots=True)
class Type:
    """How a text is set: characters to a line, millimetres to a line, millimetres around the text."""

    characters: int
    line: float
    around: float = 0.0

    def height(self, text: str) -> float:
        """The height of a text in millimetres; 0 without text."""
        return math.ceil(len(text) / self.characters) * self.line + self.around if text else 0.0


@dataclass(frozen=True, slots=True)
class Points:
    """Points under one heading."""

    label: str
    texts: tuple[str, ...]


def choose_points(
    data: Mapping[str, Any], fields: Mapping[str, str], room: Room, heading: float, row: Type
) -> tuple[tuple[Points, ...], int]:
    """Chooses the points that have room: the first of each field, then the second of each, and so on.

    Args:
        data: The entry.
        fields: The label of each field, in the order in which they stand.
        room: What is left of the page; it shrinks.
        heading: Height of the heading above them all.
        row: How a point is set.

    Returns:
        The points by field, and how many had no room.
    """
    points = {name: [str(item["text"]) for item in data.get(name, ())] for name in fields}
    chosen: dict[str, list[str]] = {name: [] for name in fields}
    room.use(heading)
    for name, text in _in_turn(points):
        if room.fits(row.height(text)):
            chosen[name].append(text)
    left = sum(len(points[name]) - len(chosen[name]) for name in fields)
    if not any(chosen.values()):
        room.use(-heading)
    return tuple(Points(fields[name], tuple(texts)) for name, texts in chosen.items() if texts), left


def _in_turn(points: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, str]]:
    for place in range(max(map(len, points.values()), default=0)):
        for name, texts in points.items():
            if place < len(texts):
                yield name, texts[place]
