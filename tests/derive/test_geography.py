"""Places, areas and marks of invented practices in real countries."""

from __future__ import annotations

import math
from itertools import combinations
from typing import Any

from scripts.derive.geography import USUAL_WIDTH, Geography
from scripts.derive.outlines import to_map
from scripts.derive.places import NEAR, find_areas, find_spots
from tests.derive.invented import collect, entry, finding, locate, outlines, practice
from tests.toy import vocabularies


def place(name: str, level: str, latitude: float | None = None, longitude: float | None = None) -> dict[str, Any]:
    fields = {"name": name, "level": level, "latitude": latitude, "longitude": longitude}
    return {key: value for key, value in fields.items() if value is not None}


TAMPERE = place("Tampere", "local", 61.5, 23.76)
NOKIA = place("Nokia", "regional", 61.48, 23.5)
OULU = place("Oulu", "local", 65.01, 25.47)
FINLAND = place("Finland", "national", 64, 26)


def located(*entries: dict[str, Any]) -> Geography:
    return locate(collect([entry(f"teapot-{index}", **fields) for index, fields in enumerate(entries)]))


def areas(geography: Geography, code: str = "FI") -> list[tuple[str, list[str], bool]]:
    (country,) = (country for country in geography.countries if country.term.id == code)
    return [(area.level, [spot.name for spot in area.spots], area.point is not None) for area in country.areas]


def countries_of(*places: dict[str, Any], **fields: Any) -> list[tuple[str, str, str]]:
    one = practice(places=list(places), **fields)
    return [(spot.country, spot.nation, spot.name) for spot in find_spots([one], vocabularies(), outlines())]


def test_each_place_belongs_to_one_country() -> None:
    rome, vienna = place("Rome", "local", 41.9, 12.5), place("Vienna", "local", 48.2, 16.37)
    assert countries_of(rome, vienna, countries=["AT", "IT"]) == [("IT", "", "Rome"), ("AT", "", "Vienna")]


def test_a_place_off_a_simplified_coast_belongs_to_the_nearest_country() -> None:
    kotor, split = place("Kotor", "local", 42.42, 18.6), place("Split harbour", "local", 43.4, 16.3)
    found = countries_of(kotor, split, countries=["HR", "ME"])
    assert [country for country, _, _ in found] == ["ME", "HR"]


def test_a_place_without_position_belongs_to_the_country_in_its_name_or_to_the_first() -> None:
    found = countries_of(place("Somewhere in Austria", "local"), place("Boxville", "local"), countries=["IT", "AT"])
    assert [country for country, _, _ in found] == ["AT", "IT"]


def test_a_country_without_a_place_keeps_the_practice() -> None:
    assert countries_of(place("Rome", "local", 41.9, 12.5), countries=["IT", "NO"])[-1] == ("NO", "", "")
    geography = located({"countries": ["IT", "NO"], "places": [place("Rome", "local", 41.9, 12.5)]})
    assert areas(geography, "NO") == [("", [""], False)]


def test_a_nation_belongs_to_the_united_kingdom_alone() -> None:
    found = countries_of(
        place("England", "national", 52.5, -1.2),
        place("Sweden", "national", 62, 15),
        countries=["GB", "SE"],
        nation="england",
    )
    assert [nation for _, nation, _ in found] == ["england", ""]


def test_places_near_each_other_are_one_area_and_those_of_a_country_another() -> None:
    geography = located(
        {"countries": ["FI"], "places": [TAMPERE, OULU]},
        {"countries": ["FI"], "places": [NOKIA, FINLAND]},
        {"countries": ["FI"], "places": [TAMPERE, place("Utopia", "local")]},
    )
    assert areas(geography) == [
        ("national", ["Finland"], True),
        ("local", ["Oulu"], True),
        ("local", ["Tampere", "Tampere", "Nokia"], True),
        ("local", ["Utopia"], False),
    ]
    (finland,) = geography.countries
    assert finland.counts == {"local": 2, "regional": 1, "national": 1}
    assert [len(area.practices) for area in finland.areas] == [1, 1, 3, 1]
    assert len(geography.marks) == 3
    assert len(geography.numbers) == 1


def test_neighbours_in_two_countries_stay_two_areas() -> None:
    geography = located(
        {"countries": ["DK"], "places": [place("Copenhagen", "local", 55.68, 12.57)]},
        {"countries": ["SE"], "places": [place("Malmö", "local", 55.6, 13.0)]},
    )
    one, other = (mark.position for mark in geography.marks)
    assert math.dist((one.x, one.y), (other.x, other.y)) >= NEAR - 1.5


def test_each_nation_has_a_mark_of_its_own() -> None:
    nations = {"england": (52.5, -1.2), "scotland": (56.5, -4.0)}
    geography = located(
        *(
            {"countries": ["GB"], "nation": nation, "places": [place(nation.title(), "national", *where)]}
            for nation, where in nations.items()
        ),
        {"countries": ["GB"], "places": [place("United Kingdom", "national")]},
    )
    found = areas(geography, "GB")
    assert found == [
        ("national", ["United Kingdom"], False),
        ("national", ["England"], True),
        ("national", ["Scotland"], True),
    ]
    assert len(geography.marks) == 3, "a country without a position has its mark in its middle"


def test_a_place_outside_the_frame_is_in_the_list_and_not_on_the_map() -> None:
    geography = located({"countries": ["ES"], "places": [place("Las Palmas", "local", 28.1, -15.4)]})
    assert areas(geography, "ES") == [("local", ["Las Palmas"], False)]
    assert geography.marks == ()
    assert len(geography.numbers) == 1


def test_shades_tell_few_from_many() -> None:
    in_finland = [{"countries": ["FI"], "places": [TAMPERE]}] * 8
    geography = located(*in_finland, *[{"countries": ["SE"], "places": [place("Boxville", "local")]}] * 3, {})
    assert geography.shades == ((1, 2), (3, 4), (5, 8))
    assert {country.term.id: country.shade for country in geography.countries} == {"FI": 3, "SE": 2, "NO": 1}
    assert located({}).shades == ((1, 1),)


def test_countries_come_by_name_with_their_surest_level() -> None:
    geography = located(
        {"countries": ["SE", "AT"], "findings": [finding(design="randomised-trial"), finding()]},
        {"countries": ["AT"]},
        {"countries": ["FI"]},
    )
    assert [(country.term.id, country.level) for country in geography.countries] == [
        ("AT", "L4"),
        ("FI", None),
        ("SE", "L4"),
    ]
    assert [len(country.practices) for country in geography.countries] == [2, 1, 1]
    assert geography.practice_count == 3
    assert len(geography.empty) == len(vocabularies()["countries"]) - 3


def test_the_map_reaches_as_far_east_as_the_practices() -> None:
    assert located({}).width == USUAL_WIDTH
    baku = place("Baku", "local", 40.4, 49.9)
    assert located({"countries": ["AZ"], "places": [baku]}).width > to_map(49.9, 40.4)[0]


def test_a_collection_without_practices_has_an_empty_map() -> None:
    geography = located()
    assert (geography.countries, geography.marks, geography.shades) == ((), (), ())


def test_a_thousand_places_in_one_country_stay_apart() -> None:
    entries = [
        {"countries": ["DE"], "places": [place("Teatown", "local", 47.5 + (index % 37) / 5, 6 + (index % 53) / 7)]}
        for index in range(1000)
    ]
    geography = located(*entries)
    (germany,) = geography.countries
    assert sum(len(area.spots) for area in germany.areas) == 1000
    assert len(geography.marks) < 60
    for one, other in combinations((mark.position for mark in geography.marks), 2):
        assert math.dist((one.x, one.y), (other.x, other.y)) >= NEAR - 1.5


def test_the_order_of_the_practices_does_not_change_the_areas() -> None:
    practices = [practice(f"teapot-{index}", countries=["FI"], places=[TAMPERE, NOKIA, OULU]) for index in range(3)]
    spots = find_spots(practices, vocabularies(), outlines())
    assert find_areas(spots) == find_areas(spots[::-1])
