"""Places marks so that none covers another: each stays where it belongs or moves to the nearest free point."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from scripts.derive.lines import Line, Point, is_inside
from scripts.derive.outlines import HEIGHT, WIDTH

DIRECTIONS = 16
"""Points looked at on each circle around the point where a mark belongs."""

CIRCLES = 20
"""How many circles are looked at; beyond, a mark rather covers another than move."""

AT_HOME = 12
"""On so many of these circles a mark looks for a point inside its country before it takes one outside."""

GAPS_EACH = 5
"""So many circles are one distance between marks apart."""


@dataclass(frozen=True, slots=True)
class Wish:
    """Where a mark belongs; with the outlines of its country if it may stand anywhere in it."""

    point: Point
    country: Sequence[Line] = ()


@dataclass(frozen=True, slots=True)
class Position:
    """Where a mark stands, in whole units, and where it belongs if it had to move away from there."""

    x: int
    y: int
    moved_from: tuple[int, int] | None


def place(wishes: Sequence[Wish], apart: int) -> list[Position]:
    """Finds a position for each wish, those before first.

    Args:
        wishes: Where the marks belong.
        apart: Units between the middles of any two marks.
    """
    room = _Room(apart)
    positions = []
    for wish in wishes:
        x, y = room.take(wish)
        home = (round(wish.point[0]), round(wish.point[1]))
        at_home = math.dist((x, y), wish.point) < apart / 3 or is_inside((x, y), wish.country)
        positions.append(Position(round(x), round(y), None if at_home else home))
    return positions


class _Room:
    """What is still free. Taken points are kept by square, so that only those around a point are compared with it."""

    def __init__(self, apart: int) -> None:
        self._apart = apart
        self._taken: dict[tuple[int, int], list[Point]] = {}
        turns = [2 * math.pi * part / DIRECTIONS for part in range(DIRECTIONS)]
        distances = [apart * circle / GAPS_EACH for circle in range(1, CIRCLES)]
        self._circles = [
            [(0.0, 0.0)],
            *([(distance * math.cos(turn), distance * math.sin(turn)) for turn in turns] for distance in distances),
        ]

    def take(self, wish: Wish) -> Point:
        """Takes the free point nearest to where a mark belongs, inside its country if that is not too far."""
        point = self._find(wish)
        self._taken.setdefault(self._square(point), []).append(point)
        return point

    def _find(self, wish: Wish) -> Point:
        outside = None
        for circle, offsets in enumerate(self._circles):
            if outside and circle > AT_HOME:
                return outside
            for x, y in offsets:
                point = wish.point[0] + x, wish.point[1] + y
                if self._is_free(point):
                    if not wish.country or is_inside(point, wish.country):
                        return point
                    outside = outside or point
        return outside or wish.point

    def _is_free(self, point: Point) -> bool:
        edge = self._apart / 2
        if not (edge <= point[0] <= WIDTH - edge and edge <= point[1] <= HEIGHT - edge):
            return False
        column, row = self._square(point)
        return all(
            math.dist(point, other) >= self._apart
            for x in (column - 1, column, column + 1)
            for y in (row - 1, row, row + 1)
            for other in self._taken.get((x, y), ())
        )

    def _square(self, point: Point) -> tuple[int, int]:
        return int(point[0] // self._apart), int(point[1] // self._apart)
