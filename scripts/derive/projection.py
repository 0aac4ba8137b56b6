"""The projection of the map: Lambert azimuthal equal-area around 52° N 10° E, in which areas can be compared.

It is ETRS89-extended / LAEA Europe, EPSG:3035. Formulas of the ellipsoid: IOGP Publication 373-7-2, Geomatics Guidance
Note 7, part 2, "Lambert Azimuthal Equal Area" (EPSG method 9820); the symbols are those of the note.
"""

from __future__ import annotations

import math

A = 6378137.0
"""Half the long axis of the ellipsoid GRS 1980, in metres."""

E2 = (2 - 1 / 298.257222101) / 298.257222101
"""The square of its eccentricity."""

E = math.sqrt(E2)

LATITUDE, LONGITUDE, FALSE_EASTING, FALSE_NORTHING = math.radians(52), math.radians(10), 4_321_000, 3_210_000


def _q(sine: float) -> float:
    logarithm = math.log((1 - E * sine) / (1 + E * sine))
    return (1 - E2) * (sine / (1 - E2 * sine * sine) - logarithm / (2 * E))


Q_POLE = _q(1)
SIN_BETA = _q(math.sin(LATITUDE)) / Q_POLE
COS_BETA = math.sqrt(1 - SIN_BETA * SIN_BETA)
RADIUS = A * math.sqrt(Q_POLE / 2)
D = A * math.cos(LATITUDE) / math.sqrt(1 - E2 * math.sin(LATITUDE) ** 2) / (RADIUS * COS_BETA)


def project(longitude: float, latitude: float) -> tuple[float, float]:
    """Projects a position in degrees; returns (easting, northing) in metres."""
    sin_beta = _q(math.sin(math.radians(latitude))) / Q_POLE
    cos_beta = math.sqrt(max(0, 1 - sin_beta * sin_beta))
    turn = math.radians(longitude) - LONGITUDE
    along = cos_beta * math.cos(turn)
    b = RADIUS * math.sqrt(2 / (1 + SIN_BETA * sin_beta + COS_BETA * along))
    return (
        FALSE_EASTING + b * D * cos_beta * math.sin(turn),
        FALSE_NORTHING + b / D * (COS_BETA * sin_beta - SIN_BETA * along),
    )
