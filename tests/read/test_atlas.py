"""The atlas as it is recorded, and atlases that cannot be used."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from scripts.read.atlas import FILE, load_atlas
from scripts.read.faults import ProjectFault
from tests.toy import vocabularies

SQUARE = {
    "transform": {"scale": [0.5, 0.1], "translate": [-10, 50]},
    "arcs": [[[0, 0], [2, 0], [0, 10]], [[2, 10], [-2, 0], [0, -10]]],
    "objects": {
        "countries": {
            "geometries": [
                {"type": "Polygon", "id": "001", "properties": {"name": "Teapot"}, "arcs": [[0, 1]]},
                {"type": "MultiPolygon", "properties": {"name": "Kettle"}, "arcs": [[[0, 1], [-1]], [[1]]]},
            ]
        }
    },
}


def test_steps_become_degrees_and_polygons_become_rings(tmp_path: Path) -> None:
    file = tmp_path / "atlas.json"
    file.write_text(json.dumps(SQUARE), encoding="utf-8")
    atlas = load_atlas(file)
    assert atlas.arcs == (((-10, 50), (-9, 50), (-9, 51)), ((-9, 51), (-10, 51), (-10, 50)))
    teapot, kettle = atlas.lands
    assert (teapot.name, teapot.number, teapot.rings) == ("Teapot", "001", ((0, 1),))
    assert (kettle.number, kettle.rings) == ("", ((0, 1), (-1,), (1,)))


def test_the_recorded_atlas_has_every_country_of_the_vocabulary() -> None:
    numbers = {land.number for land in load_atlas().lands}
    named = {code: term.maps_to["ISO 3166-1 numeric"] for code, term in vocabularies()["countries"].items()}
    assert {code for code, number in named.items() if number not in numbers} == set()
    assert len(set(named.values())) == len(named)


def test_every_arc_is_a_line_on_the_globe() -> None:
    for arc in load_atlas().arcs:
        assert len(arc) > 1
        assert all(-180 <= longitude <= 180.01 and -90 <= latitude <= 90 for longitude, latitude in arc)


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"transform": {"scale": [1, 1], "translate": [0, 0]}}'])
def test_a_damaged_atlas_is_told_in_words(tmp_path: Path, content: str) -> None:
    file = tmp_path / FILE.name
    file.write_text(content, encoding="utf-8")
    with pytest.raises(ProjectFault, match=r"countries-50m\.json, .* python -m scripts\.vendor"):
        load_atlas(file)


def test_a_missing_atlas_is_told_in_words(tmp_path: Path) -> None:
    with pytest.raises(ProjectFault, match="cannot be used"):
        load_atlas(tmp_path / FILE.name)
