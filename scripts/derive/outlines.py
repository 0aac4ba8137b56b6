"""The outlines of countries as the map draws them: projected, simplified, cut to the frame.

The atlas shows who holds a land, our terms follow ISO 3166. So lands that ISO 3166 gives to a country are joined to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from scripts.derive.lines import Point, area, clip, is_inside, simplify
from scripts.derive.projection import project
from scripts.read.atlas import Atlas, Land, Ring
from scripts.read.vocabularies import Term

WEST, SOUTH, EAST, NORTH = 2_560_000, 1_360_000, 7_620_000, 5_460_000
"""The frame in metres of EPSG:3035: from Portugal to Azerbaijan, from Crete to the North Cape."""

WIDTH = 2000
"""The map in units of its own, x to the right and y down."""

UNIT = (EAST - WEST) / WIDTH
"""Metres of one unit."""

HEIGHT = round((NORTH - SOUTH) / UNIT)

TOLERANCE = 1.4
"""Units by which a drawn line may depart from the true one."""

SMALLEST = 12.0
"""Square units below which an island is left out, unless it is the largest part of a country."""

BEYOND = 8
"""Units by which outlines go on beyond the frame, so that its edge is not drawn as a coast."""

NUMBER = "ISO 3166-1 numeric"
"""The scheme in which the vocabulary of countries names the atlas's countries."""

BELONGS = {"Åland": "FI", "N. Cyprus": "CY"}
"""Lands without a term of their own that are part of a country in ISO 3166."""

CRIMEA: Point = (34.1, 45.0)
"""A point in the one outline that ISO 3166-2 gives to another country, Ukraine (UA-43), than the atlas does."""

Rings = tuple[tuple[Point, ...], ...]


@dataclass(frozen=True, slots=True)
class Outlines:
    """What is drawn, in whole units of the map: countries by their code in the vocabulary, and all other land."""

    countries: Mapping[str, Rings]
    elsewhere: Rings


def to_map(longitude: float, latitude: float) -> Point:
    """A position in degrees as a point in units of the map; it may lie outside the frame."""
    east, north = project(longitude, latitude)
    return (east - WEST) / UNIT, (NORTH - north) / UNIT


def on_map(point: Point) -> bool:
    """True if a point lies inside the frame."""
    return 0 <= point[0] <= WIDTH and 0 <= point[1] <= HEIGHT


def draw_outlines(atlas: Atlas, countries: Mapping[str, Term]) -> Outlines:
    """Draws the outlines of all land inside the frame.

    Args:
        atlas: The atlas.
        countries: The terms of the vocabulary; one that does not name its number is not drawn.
    """
    by_number = {term.maps_to[NUMBER]: code for code, term in countries.items() if NUMBER in term.maps_to}
    found: dict[str, list[Ring]] = {}
    near = [any(-40 < longitude < 75 and latitude > 20 for longitude, latitude in arc) for arc in atlas.arcs]
    for land in atlas.lands:
        for ring in land.rings:
            if any(near[number if number >= 0 else ~number] for number in ring):
                owner = _owner(atlas, land, ring, by_number)
                found.setdefault(owner if owner in countries else "", []).append(ring)
    pen = _Pen(atlas)
    drawn = {code: pen.draw(_joined(rings), keep_largest=bool(code)) for code, rings in sorted(found.items())}
    elsewhere = drawn.pop("", ())
    return Outlines({code: rings for code, rings in drawn.items() if rings}, elsewhere)


def _owner(atlas: Atlas, land: Land, ring: Ring, by_number: Mapping[str, str]) -> str:
    owner = by_number.get(land.number, BELONGS.get(land.name, ""))
    if owner == "RU" and len(ring) == 2 and is_inside(CRIMEA, [list(_stitched(atlas.arcs, ring))]):
        return "UA"
    return owner


def _joined(rings: Iterable[Ring]) -> list[Ring]:
    """Joins rings of one country that share an arc, so that no border is drawn inside it."""
    joined: list[Ring] = []
    for ring in rings:
        backwards = {~number for number in ring}
        for other in joined:
            shared = [number for number in other if number in backwards]
            if shared:
                at, cut = other.index(shared[0]), ring.index(~shared[0])
                joined.remove(other)
                joined.append((*other[:at], *ring[cut + 1 :], *ring[:cut], *other[at + 1 :]))
                break
        else:
            joined.append(ring)
    return joined


def _stitched(arcs: Mapping[int, tuple[Point, ...]] | tuple[tuple[Point, ...], ...], ring: Ring) -> Iterator[Point]:
    """The points of a ring; the last point of each arc is the first of the next."""
    for number in ring:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        yield from arc[:-1]


def _dot(point: Point) -> tuple[Point, ...]:
    """The smallest outline, for a country that has shrunk to a point."""
    x, y = point
    return (x, y), (x + 1, y), (x + 1, y + 1), (x, y + 1)


class _Pen:
    """Draws rings; each arc is projected and simplified once, so that neighbours fit."""

    def __init__(self, atlas: Atlas) -> None:
        self._atlas = atlas
        self._arcs: dict[int, tuple[Point, ...]] = {}

    def draw(self, rings: Iterable[Ring], *, keep_largest: bool) -> Rings:
        """The rings inside the frame without the smallest, largest first."""
        drawn = sorted(map(self._ring, rings), key=area, reverse=True)
        return tuple(
            ring
            for place, ring in enumerate(drawn)
            if ring and (area(ring) >= SMALLEST or (keep_largest and place == 0))
        )

    def _ring(self, ring: Ring) -> tuple[Point, ...]:
        for number in ring:
            self._draw_arc(number if number >= 0 else ~number)
        inside = clip(list(_stitched(self._arcs, ring)), (-BEYOND, -BEYOND, WIDTH + BEYOND, HEIGHT + BEYOND))
        corners = tuple(dict.fromkeys((float(round(x)), float(round(y))) for x, y in inside))
        return corners if len(corners) > 2 or not corners else _dot(corners[0])

    def _draw_arc(self, number: int) -> None:
        if number not in self._arcs:
            projected = [to_map(longitude, latitude) for longitude, latitude in self._atlas.arcs[number]]
            self._arcs[number] = tuple(simplify(projected, TOLERANCE))
