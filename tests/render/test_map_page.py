"""The map page and the small map: every mark is a named link, and table and list say the same in words."""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element

from scripts.render.map_page import map_page, path_of
from tests.derive.invented import collect, entry, finding, locate
from tests.render.view import cards_of, classed, pages_of, parse, text

TAMPERE = {"name": "Tampere (old town)", "level": "local", "latitude": 61.5, "longitude": 23.76}
NOKIA = {"name": "Nokia, Pirkanmaa", "level": "regional", "latitude": 61.48, "longitude": 23.5}
OULU = {"name": "Oulu", "level": "local", "latitude": 65.01, "longitude": 25.47}
FINLAND = {"name": "Finland (nine towns)", "level": "national", "latitude": 64, "longitude": 26}
WALES = {"name": "Wales", "level": "national", "latitude": 52.3, "longitude": -3.7}

ENTRIES: list[dict[str, Any]] = [
    {"name": "Teapot: tea for all", "countries": ["FI"], "places": [TAMPERE, OULU], "findings": [finding()]},
    {"name": "Kettle <b>Round</b>", "countries": ["FI"], "places": [NOKIA, FINLAND]},
    {"name": "Cosy", "countries": ["GB"], "nation": "wales", "places": [WALES]},
    {"name": "Spoon", "countries": ["NO", "FI"], "places": [{"name": "Toyville in Norway", "level": "local"}]},
]


def drawn() -> tuple[Element, Element]:
    """The map page and the home page of the entries above."""
    pages = pages_of(collect([entry(f"pot-{index}", **fields) for index, fields in enumerate(ENTRIES)]))
    geography = locate(pages.collection)
    return parse(map_page(pages, geography)), parse(pages.home(cards_of(pages), geography))


MAP, HOME = drawn()


def links(root: Element, part: str) -> list[tuple[str, str]]:
    """The marks in a part of the drawing: (name, address)."""
    (group,) = classed(root, part)
    return [
        (text(mark.find("{http://www.w3.org/2000/svg}title")), mark.get("href", "")) for mark in classed(group, "spot")
    ]


def test_every_mark_is_a_link_with_a_name() -> None:
    assert links(MAP, "europe__places") == [
        ("Finland, national: Kettle <b>Round</b>", "../practices/pot-1/"),
        ("Oulu, Finland: Teapot", "../practices/pot-0/"),
        ("Tampere and Nokia, Finland: 2 practices", "#fi-3"),
        ("Wales, national: Cosy", "../practices/pot-2/"),
    ]
    numbers = [("Finland: 3 practices", "fi"), ("Norway: 1 practice", "no"), ("United Kingdom: 1 practice", "gb")]
    assert links(MAP, "europe__numbers") == [(name, f"../countries/{code}/") for name, code in numbers]
    assert links(HOME, "europe__numbers") == [(name, f"./countries/{code}/") for name, code in numbers]
    assert not classed(HOME, "europe__places")


def test_marks_differ_in_shape_by_level() -> None:
    (group,) = classed(MAP, "europe__places")
    kinds = [mark.get("class", "").split("--")[1] for mark in classed(group, "spot")]
    assert kinds == ["national", "local", "local", "national"]


def test_countries_are_links_for_pointers_only() -> None:
    lands = classed(MAP, "europe__land")
    assert len(lands) == 49
    leading = [
        link for link in MAP.iter("{http://www.w3.org/2000/svg}a") if "spot" not in link.get("class", "").split()
    ]
    assert sorted(link.get("href", "") for link in leading) == [f"../countries/{code}/" for code in ("fi", "gb", "no")]
    assert {link.get("tabindex") for link in leading} == {"-1"}
    empty = [land for land in lands if land.get("class") == "europe__land"]
    assert len(empty) == 46
    assert all(text(land).endswith(": no practice yet") for land in empty)


def test_the_table_says_the_same_in_words() -> None:
    (table,) = classed(MAP, "countries")
    rows = [[text(cell) for cell in row] for row in table.iter("tr")]
    assert rows == [
        ["Country", "Practices", "local", "regional", "national", "Surest finding"],
        ["Finland", "3", "1", "1", "1", "compared"],
        ["Norway", "1", "1", "0", "0", "none yet"],
        ["United Kingdom", "1", "0", "0", "1", "none yet"],
    ]
    assert "Albania, Andorra" in text(classed(MAP, "unstudied")[0])


def test_the_list_has_every_place_with_its_practices() -> None:
    (places,) = classed(MAP, "places")
    found = {
        list_.get("id"): [(text(line.find("dt")), text(line.find("dd"))) for line in list_.iter("div")]
        for list_ in places.iter("dl")
    }
    assert found == {
        "fi-1": [("Finland, national", "Kettle <b>Round</b>")],
        "fi-2": [("Oulu", "Teapot")],
        "fi-3": [("Tampere (old town)", "Teapot"), ("Nokia, Pirkanmaa, regional", "Kettle <b>Round</b>")],
        "fi-4": [("No place named", "Spoon")],
        "gb-1": [("Wales, national", "Cosy")],
        "no-1": [("Toyville in Norway", "Spoon")],
    }


def test_the_lead_counts_each_practice_once() -> None:
    assert "4 practices in 3 countries." in text(classed(MAP, "lead")[0])


def test_a_path_is_written_in_short_steps() -> None:
    assert path_of([((0, 0), (10, -5), (7, 3)), ((1, 1), (2, 2), (0, 3))]) == "M0 0l10-5-3 8zM1 1l1 1-2 1z"
    assert path_of([]) == ""


def test_a_map_without_practices() -> None:
    pages = pages_of(collect([]))
    page = parse(map_page(pages, locate(pages.collection)))
    assert "0 practices in 0 countries." in text(page)
    assert not classed(page, "spot")
