"""What lines and outlines on a plane need: simplifying, clipping, area, middle, inside or not."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from itertools import pairwise

Point = tuple[float, float]
Line = Sequence[Point]
Box = tuple[float, float, float, float]
"""West, north, east, south: smallest x, smallest y, largest x, largest y."""


def simplify(line: Line, tolerance: float) -> list[Point]:
    """Leaves out points that lie nearer than the tolerance to the line without them; both ends stay.

    After Ramer (1972) and Douglas and Peucker (1973).
    """
    kept = {0, len(line) - 1}
    parts = [(0, len(line) - 1)]
    while parts:
        first, last = parts.pop()
        (x, y), (end_x, end_y) = line[first], line[last]
        along_x, along_y = end_x - x, end_y - y
        length = math.hypot(along_x, along_y)
        farthest, distance = first, tolerance
        for index in range(first + 1, last):
            to_x, to_y = line[index][0] - x, line[index][1] - y
            off = abs(along_x * to_y - along_y * to_x) / length if length else math.hypot(to_x, to_y)
            if off > distance:
                farthest, distance = index, off
        if farthest != first:
            kept.add(farthest)
            parts += [(first, farthest), (farthest, last)]
    return [line[index] for index in sorted(kept)]


def clip(ring: Line, box: Box) -> list[Point]:
    """The part of a closed ring inside a box, after Sutherland and Hodgman (1974); empty if there is none."""
    points = list(ring)
    for axis, limit, sign in ((0, box[0], 1), (1, box[1], 1), (0, box[2], -1), (1, box[3], -1)):
        inside: list[Point] = []
        for start, end in pairwise([*points[-1:], *points]):
            begins, ends = sign * (start[axis] - limit), sign * (end[axis] - limit)
            if (begins < 0) != (ends < 0):
                share = begins / (begins - ends)
                inside.append((start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1])))
            if ends >= 0:
                inside.append(end)
        points = inside
    return points


def area(ring: Line) -> float:
    """The area of a ring, whichever way it runs."""
    return abs(_doubled(ring)) / 2


def middle(ring: Line) -> Point:
    """The centre of gravity of a ring; of one without area, the mean of its points."""
    doubled = _doubled(ring)
    if not doubled:
        return sum(x for x, _ in ring) / len(ring), sum(y for _, y in ring) / len(ring)
    x = sum((a[0] + b[0]) * (a[0] * b[1] - b[0] * a[1]) for a, b in _sides(ring))
    y = sum((a[1] + b[1]) * (a[0] * b[1] - b[0] * a[1]) for a, b in _sides(ring))
    return x / (3 * doubled), y / (3 * doubled)


def is_inside(point: Point, rings: Iterable[Line]) -> bool:
    """True if a point lies inside an odd number of the rings: inside a country, but not in a hole of it."""
    x, y = point
    inside = False
    for ring in rings:
        for a, b in _sides(ring):
            if (a[1] > y) != (b[1] > y) and x < a[0] + (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]):
                inside = not inside
    return inside


def _sides(ring: Line) -> Iterable[tuple[Point, Point]]:
    return pairwise([*ring[-1:], *ring])


def _doubled(ring: Line) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in _sides(ring))
