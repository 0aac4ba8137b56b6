"""The geography of the collection: its countries, the areas in them, and the marks that stand for these on the map."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scripts.derive.facets import TermUse
from scripts.derive.lines import Point, area, middle
from scripts.derive.outlines import WIDTH, Outlines
from scripts.derive.places import NEAR, Area, Spot, find_areas, find_spots
from scripts.derive.placing import Position, Wish, place
from scripts.derive.practices import Practice
from scripts.read.vocabularies import Term, Vocabularies

LEVELS = ("local", "regional", "national")

SHADES = 3
"""Shades that tell how many practices a country has."""

NUMBERS_APART = 84
"""Units between the numbers of two countries, which are made for small maps."""

USUAL_WIDTH = 1640
"""Units of the map that are shown unless a mark lies farther east: up to Cyprus and the east of Ukraine."""


@dataclass(frozen=True, slots=True)
class Country:
    """A country with practices.

    Attributes:
        term: Its term.
        practices: Its practices, strongest evidence first.
        counts: How many of them are local, regional or national; one can be all of these.
        level: The highest level of evidence among them, or None without findings.
        shade: 1 to 3, more for more practices.
        areas: Where the practices are.
    """

    term: Term
    practices: tuple[Practice, ...]
    counts: Mapping[str, int]
    level: str | None
    shade: int
    areas: tuple[Area, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark on the map: its country, its area or None if it stands for the whole country, its position."""

    country: Country
    area: Area | None
    position: Position


@dataclass(frozen=True, slots=True)
class Geography:
    """What the maps are made from.

    Attributes:
        outlines: The outlines of all land.
        countries: Countries with practices, by name.
        empty: Countries without any, in the vocabulary's order.
        shades: For each shade in use the smallest and the largest number of practices it can stand for.
        marks: One mark for each area that has a position, in the order of countries and areas.
        numbers: One mark for each country, for small maps, in the same order.
        width: Units of the map that are shown, from its western edge.
    """

    outlines: Outlines
    countries: tuple[Country, ...]
    empty: tuple[Term, ...]
    shades: tuple[tuple[int, int], ...]
    marks: tuple[Mark, ...]
    numbers: tuple[Mark, ...]
    width: int

    @property
    def practice_count(self) -> int:
        """How many practices there are in all countries together."""
        return len({practice.slug for country in self.countries for practice in country.practices})


def derive_geography(uses: Sequence[TermUse], vocabularies: Vocabularies, outlines: Outlines) -> Geography:
    """Derives the geography.

    Args:
        uses: The countries with practices.
        vocabularies: All terms.
        outlines: The outlines of all land.
    """
    practices = {practice.slug: practice for use in uses for practice in use.practices}
    spots: dict[str, list[Spot]] = {}
    for spot in find_spots(practices.values(), vocabularies, outlines):
        spots.setdefault(spot.country, []).append(spot)
    limits = _limits(max((len(use.practices) for use in uses), default=0))
    countries = tuple(
        _country(use, spots.get(use.term.id, []), limits) for use in sorted(uses, key=lambda use: use.term.label)
    )
    used = {country.term.id for country in countries}
    marks, numbers = _area_marks(countries, outlines), _country_marks(countries, outlines)
    farthest = max((mark.position.x + NUMBERS_APART for mark in (*marks, *numbers)), default=0)
    return Geography(
        outlines=outlines,
        countries=countries,
        empty=tuple(term for code, term in vocabularies["countries"].items() if code not in used),
        shades=tuple(zip([1, *(limit + 1 for limit in limits)], limits, strict=False)),
        marks=marks,
        numbers=numbers,
        width=min(WIDTH, max(USUAL_WIDTH, farthest)),
    )


def _limits(most: int) -> list[int]:
    """The largest number for each shade, so that each stands for about as many times more as the one before."""
    limits = [round(most ** (shade / SHADES)) for shade in range(1, SHADES + 1)]
    return sorted({limit for limit in limits if limit})


def _country(use: TermUse, spots: Sequence[Spot], limits: Sequence[int]) -> Country:
    count = len(use.practices)
    return Country(
        term=use.term,
        practices=use.practices,
        counts={level: len({spot.practice.slug for spot in spots if spot.level == level}) for level in LEVELS},
        level=max((practice.level for practice in use.practices if practice.level), default=None),
        shade=1 + sum(count > limit for limit in limits),
        areas=find_areas(spots),
    )


def _area_marks(countries: Sequence[Country], outlines: Outlines) -> tuple[Mark, ...]:
    """Places get their marks first, since these belong to one point; those of whole countries make room."""
    wanted = []
    for country in countries:
        rings = outlines.countries.get(country.term.id, ())
        for found in country.areas:
            national = found.level == "national"
            point = found.point or (_heart(rings) if national else None)
            if point:
                order = (national, area(rings[0]) if national and rings else -len(found.practices))
                wanted.append((order, country, found, Wish(point, rings if national else ())))
    return _placed(wanted, NEAR)


def _country_marks(countries: Sequence[Country], outlines: Outlines) -> tuple[Mark, ...]:
    """Small countries choose first, since large ones have more room."""
    wanted = []
    for country in countries:
        rings = outlines.countries.get(country.term.id, ())
        point = _heart(rings) or next((found.point for found in country.areas if found.point), None)
        if point:
            wanted.append(((False, area(rings[0]) if rings else 0), country, None, Wish(point, rings)))
    return _placed(wanted, NUMBERS_APART)


def _placed(wanted: Sequence[tuple[tuple[bool, float], Country, Area | None, Wish]], apart: int) -> tuple[Mark, ...]:
    """Places the marks by rank; they come back in the order in which they were given."""
    by_rank = sorted(range(len(wanted)), key=lambda index: (wanted[index][0], index))
    positions = place([wanted[index][3] for index in by_rank], apart)
    found = dict(zip(by_rank, positions, strict=True))
    return tuple(Mark(country, area, found[index]) for index, (_, country, area, _) in enumerate(wanted))


def _heart(rings: Sequence[Sequence[Point]]) -> Point | None:
    """The middle of the largest outline."""
    return middle(rings[0]) if rings else None
