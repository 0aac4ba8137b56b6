"""Where the practices are: each place of each practice in one country, and places near each other as one area."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from scripts.derive.lines import Point, is_inside
from scripts.derive.outlines import Outlines, on_map, to_map
from scripts.derive.practices import Practice
from scripts.read.vocabularies import Vocabularies

NEAR = 60
"""Units of the map below which places count as one area: what a finger or a pointer needs."""


@dataclass(frozen=True, slots=True)
class Spot:
    """One place of one practice.

    Attributes:
        practice: The practice.
        name: Name of the place, or "" for a country in which the practice names none.
        level: "local", "regional" or "national"; "" without a place.
        country: Code of the country in which it lies.
        nation: Nation of the United Kingdom, or "".
        point: On the map, or None if its position is not known or lies outside.
    """

    practice: Practice
    name: str
    level: str
    country: str
    nation: str
    point: Point | None


@dataclass(frozen=True, slots=True)
class Area:
    """Spots that are shown together: those of a whole country or nation, or some near each other.

    Attributes:
        level: "national", "regional" or "local"; the last as soon as one spot is.
        point: Where its mark belongs, or None if it has none.
        spots: The spots, that of the mark first.
    """

    level: str
    point: Point | None
    spots: tuple[Spot, ...]

    @property
    def practices(self) -> tuple[Practice, ...]:
        """The practices here, each once."""
        return tuple({spot.practice.slug: spot.practice for spot in self.spots}.values())


def find_spots(practices: Iterable[Practice], vocabularies: Vocabularies, outlines: Outlines) -> list[Spot]:
    """The places of all practices, and for each country without one of its practice a spot without a place."""
    spots = []
    for practice in practices:
        codes = practice.data["countries"]
        found = [
            (_country(place, codes, vocabularies, outlines), place, _point(place)) for place in practice.data["places"]
        ]
        for code, place, point in found:
            nation = practice.data.get("nation", "") if code == "GB" else ""
            here = point if point and on_map(point) else None
            spots.append(Spot(practice, place["name"], place["level"], code, nation, here))
        without = set(codes) - {code for code, _, _ in found}
        spots += [Spot(practice, "", "", code, "", None) for code in codes if code in without]
    return spots


def find_areas(spots: Sequence[Spot]) -> tuple[Area, ...]:
    """Sorts the spots of one country into areas.

    First come those of the whole country or of a nation, then those near each other, then those not on the map.
    """
    areas = []
    for nation in sorted({spot.nation for spot in spots if spot.level == "national"}):
        national = [spot for spot in spots if spot.nation == nation and spot.level == "national"]
        areas.append(Area("national", _mean([spot.point for spot in national if spot.point]), tuple(national)))
    others = [spot for spot in spots if spot.level != "national"]
    areas += _clusters([spot for spot in others if spot.point])
    areas += [Area(spot.level, None, (spot,)) for spot in others if not spot.point]
    return tuple(areas)


def _clusters(spots: Sequence[Spot]) -> list[Area]:
    """Gathers spots around those where most practices are; no two middles are nearer than `NEAR`."""
    counts = Counter(spot.point for spot in spots)
    gathered: list[tuple[Point, list[Spot]]] = []
    for spot in sorted(spots, key=lambda spot: (-counts[spot.point], spot.level, spot.name, spot.practice.slug)):
        if spot.point:
            distance, middle = min(
                ((math.dist(spot.point, point), place) for place, (point, _) in enumerate(gathered)),
                default=(math.inf, 0),
            )
            if distance < NEAR:
                gathered[middle][1].append(spot)
            else:
                gathered.append((spot.point, [spot]))
    areas = [Area(min(spot.level for spot in found), point, tuple(found)) for point, found in gathered]
    return sorted(areas, key=lambda area: area.spots[0].name)


def _country(place: dict[str, object], codes: Sequence[str], vocabularies: Vocabularies, outlines: Outlines) -> str:
    """The country of a place: the one that it lies in or nearest to, or that its name names; else the first."""
    point = _point(place)
    if len(codes) > 1 and point:
        drawn = {code: outlines.countries.get(code, ()) for code in codes}
        inside = [code for code, rings in drawn.items() if is_inside(point, rings)]
        distances = [
            (min((math.dist(point, corner) for ring in rings for corner in ring), default=math.inf), code)
            for code, rings in drawn.items()
        ]
        return inside[0] if inside else min(distances)[1]
    named = [code for code in codes if vocabularies["countries"][code].label in str(place["name"])]
    return (named or list(codes))[0]


def _point(place: dict[str, object]) -> Point | None:
    longitude, latitude = place.get("longitude"), place.get("latitude")
    if isinstance(longitude, int | float) and isinstance(latitude, int | float):
        return to_map(longitude, latitude)
    return None


def _mean(points: Sequence[Point]) -> Point | None:
    if not points:
        return None
    return sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points)
