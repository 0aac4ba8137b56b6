"""The projection against the published example of its formulas, and against what it is made for."""

from __future__ import annotations

import math

import pytest

from scripts.derive.lines import area
from scripts.derive.projection import FALSE_EASTING, FALSE_NORTHING, project


def test_the_published_example() -> None:
    """IOGP Publication 373-7-2, Lambert Azimuthal Equal Area, example for ETRS89 / LAEA Europe."""
    east, north = project(5, 50)
    assert east == pytest.approx(3962799.45, abs=0.01)
    assert north == pytest.approx(2999718.85, abs=0.01)


def test_the_centre_has_the_false_origin() -> None:
    assert project(10, 52) == pytest.approx((FALSE_EASTING, FALSE_NORTHING))


@pytest.mark.parametrize(("longitude", "latitude"), [(-20, 36), (10, 52), (25, 70), (48, 39)])
def test_areas_are_equal(longitude: int, latitude: int) -> None:
    """A degree square has the area that it has on the ellipsoid, to a thousandth."""
    steps = [step / 50 for step in range(51)]
    ring = [
        *((longitude + step, latitude) for step in steps),
        *((longitude + 1, latitude + step) for step in steps),
        *((longitude + 1 - step, latitude + 1) for step in steps),
        *((longitude, latitude + 1 - step) for step in steps),
    ]
    drawn = area([project(*point) for point in ring])
    assert drawn == pytest.approx(degree_square(latitude), rel=0.001)


def degree_square(latitude: int) -> float:
    """Square metres between two meridians and two parallels of GRS 1980, summed up in narrow strips."""
    long_axis, e2, parts = 6378137.0, 0.00669438002290, 200
    total = 0.0
    for part in range(parts):
        middle = math.radians(latitude + (part + 0.5) / parts)
        width = 1 - e2 * math.sin(middle) ** 2
        along_parallel = long_axis * math.cos(middle) / math.sqrt(width)
        along_meridian = long_axis * (1 - e2) / width**1.5
        total += along_parallel * along_meridian * math.radians(1) * math.radians(1 / parts)
    return total
