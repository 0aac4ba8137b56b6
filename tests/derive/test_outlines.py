"""The outlines of the real atlas: every country, in its place, joined as ISO 3166 has it."""

from __future__ import annotations

import math

import pytest

from scripts.derive.lines import area, is_inside
from scripts.derive.outlines import BEYOND, HEIGHT, UNIT, WIDTH, on_map, to_map
from tests.derive.invented import outlines
from tests.toy import vocabularies

CITIES = {
    "FI": (23.76, 61.5),
    "IT": (11.25, 43.77),
    "GB": (-1.5, 52.5),
    "RU": (37.6, 55.75),
    "PT": (-8.4, 40.2),
    "IS": (-19.0, 64.8),
    "AZ": (47.0, 40.5),
    "UA": (30.5, 50.45),
    "LU": (6.1, 49.75),
}


def test_every_country_of_the_vocabulary_is_drawn() -> None:
    assert outlines().countries.keys() == vocabularies()["countries"].keys()


@pytest.mark.parametrize("code", CITIES)
def test_a_city_lies_in_its_country_and_in_no_other(code: str) -> None:
    point = to_map(*CITIES[code])
    assert on_map(point)
    assert [other for other, rings in outlines().countries.items() if is_inside(point, rings)] == [code]


@pytest.mark.parametrize(("code", "longitude", "latitude"), [("UA", 34.1, 45.3), ("CY", 33.3, 35.28), ("CY", 33, 34.9)])
def test_countries_are_those_of_iso_3166(code: str, longitude: float, latitude: float) -> None:
    """Crimea is UA-43, and the north of Cyprus is part of CY."""
    point = to_map(longitude, latitude)
    assert [other for other, rings in outlines().countries.items() if is_inside(point, rings)] == [code]
    assert not is_inside(point, outlines().elsewhere)


def test_no_border_is_drawn_inside_a_country() -> None:
    """Joined rings share no two neighbouring corners."""
    for code in ("UA", "CY"):
        sides = [
            frozenset(side)
            for ring in outlines().countries[code]
            for side in zip(ring, [*ring[1:], ring[0]], strict=True)
        ]
        assert len(sides) == len(set(sides)), code


def test_neighbours_share_their_border() -> None:
    spain, portugal = (
        {corner for ring in outlines().countries[code] for corner in ring if on_map(corner)} for code in ("ES", "PT")
    )
    assert len(spain & portugal) > 10


def test_areas_are_true_enough() -> None:
    """Square kilometres of the largest outline, by national statistics, to 4 in 100."""
    for code, known in {"CZ": 78_870, "CH": 41_290, "AT": 83_880, "HU": 93_030}.items():
        drawn = area(outlines().countries[code][0]) * (UNIT / 1000) ** 2
        assert drawn == pytest.approx(known, rel=0.04), code


def test_the_smallest_country_is_still_an_outline() -> None:
    assert all(area(rings[0]) > 0 for rings in outlines().countries.values())


def test_nothing_is_drawn_far_outside_the_frame() -> None:
    for rings in (*outlines().countries.values(), outlines().elsewhere):
        for x, y in (corner for ring in rings for corner in ring):
            assert -BEYOND <= x <= WIDTH + BEYOND
            assert -BEYOND <= y <= HEIGHT + BEYOND
            assert x == math.floor(x)
            assert y == math.floor(y)


def test_a_place_outside_the_frame_is_not_on_the_map() -> None:
    assert not on_map(to_map(-15.5, 28))
    assert not on_map(to_map(15, 78))
