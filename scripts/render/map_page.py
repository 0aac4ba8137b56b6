"""The map of Europe, as its own page and as the smaller figure on the home page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from scripts.derive.geography import Country, Geography, Mark
from scripts.derive.lines import Point
from scripts.derive.outlines import HEIGHT
from scripts.derive.places import Area
from scripts.derive.practices import Practice
from scripts.render import words
from scripts.render.parts import Meta, Parts

ASIDE = re.compile(r",| \(")
"""Where the name of a place goes on to say more: "Derby, England", "Mulhouse (MAIA 68)"."""

NAMES_SHOWN = 2
"""How many places the name of a mark tells before it counts the others."""


@dataclass(frozen=True, slots=True)
class Land:
    """A country as drawn: its path, its shade or 0 without practices, what a pointer is told, where it leads."""

    path: str
    shade: int
    label: str
    link: str


@dataclass(frozen=True, slots=True)
class Sign:
    """A mark as drawn.

    Attributes:
        x: Units from the left.
        y: Units from the top.
        kind: "local", "regional", "national" or "country".
        count: The number in it, or 0 if it stands for one practice.
        label: Its name.
        link: Where it leads, below the root; "#…" on the map's own page.
        leader: The way to the point from which it was moved, as (x, y), or None.
    """

    x: int
    y: int
    kind: str
    count: int
    label: str
    link: str
    leader: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Figure:
    """The figure: its size in units, all other land as one path, the countries, and two sets of signs."""

    width: int
    height: int
    elsewhere: str
    lands: tuple[Land, ...]
    places: tuple[Sign, ...]
    numbers: tuple[Sign, ...]
    shades: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A line of the list of places: a place and its practices as (short name, slug)."""

    name: str
    practices: tuple[tuple[str, str], ...]


def map_page(parts: Parts, geography: Geography) -> str:
    """The page of the map, with the table and the list that say the same in words."""
    meta = Meta(
        "map/",
        f"Map · {parts.settings.name}",
        "Map",
        "Where in Europe the practices are: local, regional and national ones, by country, with the surest evidence.",
    )
    return parts.page(
        "map.html",
        meta,
        figure=draw_figure(parts, geography),
        geography=geography,
        listed=[
            (country, [(_anchor(country, area), _places(parts, country, area)) for area in country.areas])
            for country in geography.countries
        ],
        empty=words.series([term.label for term in geography.empty]),
    )


def draw_figure(parts: Parts, geography: Geography) -> Figure:
    """The figure with the names of its marks."""
    with_practices = {country.term.id: country for country in geography.countries}
    lands = []
    for code, rings in geography.outlines.countries.items():
        country = with_practices.get(code)
        term = parts.terms["countries"][code]
        lands.append(
            Land(
                path=path_of(rings),
                shade=country.shade if country else 0,
                label=_country_label(country) if country else f"{term.label}: no practice yet",
                link=f"countries/{code.lower()}/" if country else "",
            )
        )
    return Figure(
        width=geography.width,
        height=HEIGHT,
        elsewhere=path_of(geography.outlines.elsewhere),
        lands=tuple(lands),
        places=tuple(_place_sign(parts, mark, mark.area) for mark in geography.marks if mark.area),
        numbers=tuple(_number_sign(mark) for mark in geography.numbers),
        shades=tuple(
            (shade, str(least) if least == most else f"{least} to {most}")
            for shade, (least, most) in enumerate(geography.shades, 1)
        ),
    )


def path_of(rings: Iterable[Sequence[Point]]) -> str:
    """Rings in whole units as the shortest path: each point relative to the one before."""
    return "".join(_ring_path(ring) for ring in rings)


def _anchor(country: Country, area: Area) -> str:
    """The anchor of an area in the list: "fi-2"."""
    return f"{country.term.id.lower()}-{country.areas.index(area) + 1}"


def _ring_path(ring: Sequence[Point]) -> str:
    steps = [f"{end[0] - start[0]:.0f} {end[1] - start[1]:.0f}" for start, end in pairwise(ring)]
    return f"M{ring[0][0]:.0f} {ring[0][1]:.0f}l{' '.join(steps)}z".replace(" -", "-")


def _number_sign(mark: Mark) -> Sign:
    code = mark.country.term.id.lower()
    return _sign(mark, "country", len(mark.country.practices), _country_label(mark.country), f"countries/{code}/")


def _place_sign(parts: Parts, mark: Mark, area: Area) -> Sign:
    names = list(dict.fromkeys(ASIDE.split(spot.name)[0] or spot.name for spot in area.spots))
    where = _region(parts, mark.country, area)
    place = f"{where}, national" if area.level == "national" else f"{_some(names)}, {where}"
    practices = area.practices
    if len(practices) == 1:
        return _sign(mark, area.level, 0, f"{place}: {_short(practices[0])}", f"practices/{practices[0].slug}/")
    label = f"{place}: {words.counted(len(practices), 'practice')}"
    return _sign(mark, area.level, len(practices), label, f"#{_anchor(mark.country, area)}")


def _sign(mark: Mark, kind: str, count: int, label: str, link: str) -> Sign:
    position = mark.position
    home = position.moved_from
    leader = (home[0] - position.x, home[1] - position.y) if home else None
    return Sign(position.x, position.y, kind, count, label, link, leader)


def _region(parts: Parts, country: Country, area: Area) -> str:
    nation, *others = {spot.nation for spot in area.spots}
    return parts.terms["nations"][nation].label if nation and not others else country.term.label


def _some(names: Sequence[str]) -> str:
    rest = len(names) - NAMES_SHOWN
    if rest < 2:
        return words.series(names)
    return f"{', '.join(names[:NAMES_SHOWN])} and {rest} other places"


def _country_label(country: Country) -> str:
    return f"{country.term.label}: {words.counted(len(country.practices), 'practice')}"


def _places(parts: Parts, country: Country, area: Area) -> list[Place]:
    found: dict[str, dict[str, str]] = {}
    for spot in area.spots:
        name = {
            "": "No place named",
            "national": f"{_region(parts, country, area)}, national",
            "regional": f"{spot.name}, regional",
        }.get(spot.level, spot.name)
        found.setdefault(name, {})[spot.practice.slug] = _short(spot.practice)
    return [Place(name, tuple((short, slug) for slug, short in practices.items())) for name, practices in found.items()]


def _short(practice: Practice) -> str:
    """The name of a practice up to its colon, after which many names explain themselves."""
    return str(practice.data["name"]).split(": ")[0]
