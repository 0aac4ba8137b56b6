"""Reads the outlines of all countries: Natural Earth 1:50m as world-atlas keeps it, in TopoJSON.

TopoJSON stores each line between two meeting points once, as an arc of rounded steps, and each outline as a row of
arcs; a negative number ``~n`` is arc ``n`` run backwards (https://github.com/topojson/topojson-specification).
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Any

from scripts.read.faults import ProjectFault

FILE = Path(__file__).parent / "atlas" / "countries-50m.json"

Point = tuple[float, float]
Ring = tuple[int, ...]
"""An outline: the numbers of its arcs in order."""


@dataclass(frozen=True, slots=True)
class Land:
    """A country of the atlas: its name, its number in ISO 3166-1 or "" if it has none, its outlines."""

    name: str
    number: str
    rings: tuple[Ring, ...]


@dataclass(frozen=True, slots=True)
class Atlas:
    """All arcs as rows of (longitude, latitude) in degrees, and the countries made from them."""

    arcs: tuple[tuple[Point, ...], ...]
    lands: tuple[Land, ...]


def load_atlas(file: Path = FILE) -> Atlas:
    """Reads the atlas.

    Raises:
        ProjectFault: If the file is not there or is not the one that was recorded.
    """
    try:
        document = json.loads(file.read_text(encoding="utf-8"))
        (west, south), (step_east, step_north) = (document["transform"][key] for key in ("translate", "scale"))
        return Atlas(
            tuple(
                tuple(
                    (west + x * step_east, south + y * step_north)
                    for x, y in accumulate(arc, lambda last, step: (last[0] + step[0], last[1] + step[1]))
                )
                for arc in document["arcs"]
            ),
            tuple(map(_land, document["objects"]["countries"]["geometries"])),
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ProjectFault(
            f"{file.name}, the outlines of countries, cannot be used. Fetch it again: python -m scripts.vendor"
        ) from error


def _land(geometry: dict[str, Any]) -> Land:
    polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    rings = tuple(tuple(ring) for polygon in polygons for ring in polygon)
    return Land(geometry["properties"]["name"], geometry.get("id", ""), rings)
