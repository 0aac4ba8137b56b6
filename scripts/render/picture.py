"""The picture that other sites show beside a link: the weave of a practice with its name and place, as PNG."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from PIL import Image, ImageDraw

from scripts.render.lettering import Lettering
from scripts.render.png import UNFILTERED, write_png

WIDTH, HEIGHT = 1200, 630
"""Pixels, as social media ask for."""

PAPER = (0xFB, 0xFA, 0xF6)
COLOURS: Mapping[str, tuple[int, int, int]] = {
    "ink": (0x1D, 0x2A, 0x31),
    "soft": (0x54, 0x62, 0x6B),
    "rule": (0xDA, 0xD5, 0xC8),
    "clinical": (0x0D, 0x6F, 0x74),
    "professional": (0x3F, 0x51, 0xA3),
    "organisational": (0xA4, 0x40, 0x2C),
    "system": (0x8A, 0x62, 0x06),
    "functional": (0x74, 0x43, 0x8F),
    "normative": (0x3D, 0x6B, 0x2C),
}
"""The palette of the style sheet in light appearance."""

SHADES = 12
"""Steps from paper to each colour, for smooth edges."""

LEFT, TOP, TEXT_WIDTH = 76, 76, 560
"""The column of text."""

NAME_SIZES = ((72, 3), (60, 4), (48, 6))
"""Sizes of the name, each with the most lines that it may take."""

WEAVE = (716, 76, 1124, 554)
"""The figure's box: left, top, right, bottom."""

MOST = 12
"""The most sectors and mechanisms that are drawn."""

FINER = 4
"""Threads are drawn so many times larger and then reduced, which makes them smooth."""

ALL = tuple(COLOURS)[3:]
"""The threads of the picture of the whole collection."""


class Painter:
    """Paints the pictures of a site."""

    def __init__(self, fonts: Mapping[str, Sequence[bytes]], site: str) -> None:
        """Takes the files of the faces "serif" and "sans", and the name of the site."""
        self._names = [(Lettering(fonts["serif"], size), lines) for size, lines in NAME_SIZES]
        self._place = Lettering(fonts["sans"], 32)
        self._site = site
        self._signature = _stain(Lettering(fonts["serif"], 34).mask(site), "ink")

    def paint(self, name: str, place: str, sectors: int, dimensions: Sequence[str]) -> bytes:
        """The picture of a practice as PNG.

        Args:
            name: Its name. One with letters that the type lacks is left out.
            place: Place and years in a line; left out in the same case.
            sectors: How many sectors it joins.
            dimensions: The dimension of each mechanism, from top to bottom.
        """
        sheet = _Sheet()
        sheet.weave(min(sectors, MOST), dimensions[:MOST])
        y = TOP
        if self._place.can_write(place):
            wide = self._place.width(place) > TEXT_WIDTH
            y = sheet.write(self._place, [self._place.shorten(place, TEXT_WIDTH) if wide else place], y, "soft") + 18
        if self._names[0][0].can_write(name):
            lettering, lines = self._fit(name)
            sheet.write(lettering, lines, y, "ink")
        if name != self._site:
            sheet.lay(self._signature, LEFT, HEIGHT - TOP - 44)
        return sheet.png()

    def general(self) -> bytes:
        """The picture of the whole site."""
        return self.paint(self._site, "Integrated care in practice, in Europe", len(ALL), ALL)

    def _fit(self, name: str) -> tuple[Lettering, list[str]]:
        """The largest size in which a name has room; in the smallest it may have to end early."""
        for lettering, most in self._names:
            lines = lettering.wrap(name, TEXT_WIDTH)
            if len(lines) <= most:
                return lettering, lines
        return lettering, [*lines[: most - 1], lettering.shorten(lines[most - 1], TEXT_WIDTH)]


class _Sheet:
    """A sheet of paper in few colours. A pixel's number tells its colour and how much of it covers the paper.

    On the left is a column for the bytes that a PNG file wants before each line of pixels.
    """

    def __init__(self) -> None:
        self._image = Image.new("P", (1 + WIDTH, HEIGHT), UNFILTERED)

    def weave(self, sectors: int, dimensions: Sequence[str]) -> None:
        """Draws upright lines for the sectors and a thread for each mechanism."""
        left, top, right, bottom = WEAVE
        gap = min(88, (right - left) // max(sectors, 4))
        pitch = min(78, (bottom - top) // max(len(dimensions), 1))
        x = right - gap // 2 - gap * (sectors - 1)
        start = top + (bottom - top - pitch * len(dimensions)) // 2
        draw = ImageDraw.Draw(self._image)
        for index in range(sectors):
            middle = 1 + x + index * gap
            line = (middle - 2, start, middle + 2, start + pitch * len(dimensions))
            draw.rectangle(line, fill=_shade("soft", SHADES - 1))
        for index, dimension in enumerate(dimensions):
            thread = _thread(sectors, gap, min(pitch, 40), index % 2 == 0, dimension)
            middle = start + pitch * index + pitch // 2
            self.lay(thread, x - gap // 2, middle - thread.colours.height // 2)

    def write(self, lettering: Lettering, lines: Sequence[str], y: int, colour: str) -> int:
        """Writes lines from a height downwards and returns the height below them."""
        for line in lines:
            self.lay(_stain(lettering.mask(line), colour), LEFT, y)
            y += round(lettering.size * 1.18)
        return y

    def png(self) -> bytes:
        """The sheet as a file."""
        return write_png(WIDTH, HEIGHT, self._image.tobytes(), _PALETTE)

    def lay(self, stain: _Stain, x: int, y: int) -> None:
        """Lays a stain on the sheet."""
        self._image.paste(stain.colours, (1 + x, y), stain.touched)


class _Stain(NamedTuple):
    """The numbers of a colour's shades, and where they cover what is below them."""

    colours: Image.Image
    touched: Image.Image


def _stain(mask: Image.Image, colour: str) -> _Stain:
    """A colour as far as a mask covers the paper."""
    coverage = mask.tobytes()
    shades, touched = coverage.translate(_SHADES_OF[colour]), coverage.translate(_TOUCHED)
    return _Stain(Image.frombytes("P", mask.size, shades), Image.frombytes("L", mask.size, touched))


@lru_cache(maxsize=400)  # a few hundred kinds, each of which comes on many pictures
def _thread(sectors: int, gap: int, height: int, over_first: bool, dimension: str) -> _Stain:
    """A thread, open where it passes under a line."""
    rise, thickness = height * FINER // 6, height * FINER // 4
    step, middle, hole = gap * FINER, height * FINER // 2, min(8 * FINER, gap * FINER // 7)
    image = Image.new("L", (sectors * step, height * FINER))
    draw = ImageDraw.Draw(image)
    over = [(index % 2 == 0) == over_first for index in range(sectors)]
    knots = [(step // 2 + index * step, middle - rise if up else middle + rise) for index, up in enumerate(over)]
    path = [(thickness // 2, middle), *knots, (sectors * step - thickness // 2, middle)]
    points = [point for one, other in pairwise(path) for point in _bend(one, other)]
    draw.line(points, fill=255, width=thickness, joint="curve")
    for x, y in (path[0], path[-1]):
        draw.ellipse((x - thickness // 2, y - thickness // 2, x + thickness // 2, y + thickness // 2), fill=255)
    for (x, _), up in zip(knots, over, strict=True):
        if not up:
            draw.rectangle((x - hole, 0, x + hole, image.height), fill=0)
    return _stain(image.reduce(FINER), dimension)


def _bend(one: tuple[int, int], other: tuple[int, int]) -> list[tuple[float, float]]:
    """Points of the curve from one knot to the next, level at both."""
    (x0, y0), (x1, y1) = one, other
    steps = [index / 16 for index in range(17)]
    return [(x0 + (x1 - x0) * t, y0 + (y1 - y0) * t * t * (3 - 2 * t)) for t in steps]


def _shade(colour: str, shade: int) -> int:
    return tuple(COLOURS).index(colour) * SHADES + shade


_PALETTE = [
    round(paper + (full - paper) * shade / (SHADES - 1))
    for colour in COLOURS.values()
    for shade in range(SHADES)
    for paper, full in zip(PAPER, colour, strict=True)
]
_SHADES_OF = {
    colour: bytes(_shade(colour, round(value * (SHADES - 1) / 255)) for value in range(256)) for colour in COLOURS
}
_TOUCHED = bytes(255 if value * (SHADES - 1) >= 128 else 0 for value in range(256))
