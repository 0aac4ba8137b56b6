"""The picture for links: its size, its colours, and names that are long or in other scripts."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from scripts.read.faults import ProjectFault
from scripts.read.fonts import load_fonts
from scripts.render.lettering import Lettering
from scripts.render.picture import COLOURS, MOST, PAPER, TEXT_WIDTH, WEAVE, Painter
from tests.toy import ROOT

FONTS = load_fonts(ROOT)
PAINTER = Painter(FONTS, "Toy Thread")
LONG = "Kettle-menders and their neighbours on both banks of the river Toy, including the mills and the quay " * 3
THREADS = ("clinical", "system", "normative")


def painted(name: str = "Marmalade Desk", place: str = "Toyville", sectors: int = 3) -> Image.Image:
    return Image.open(BytesIO(PAINTER.paint(name, place, sectors, THREADS)))


def inked(image: Image.Image, box: tuple[int, int, int, int]) -> int:
    """How many pixels of a part are not paper."""
    part = image.convert("RGB").crop(box)
    return sum(count for count, colour in part.getcolors(part.width * part.height) or [] if colour != PAPER)


def test_it_is_a_small_png_of_the_size_that_social_media_ask_for() -> None:
    content = PAINTER.paint("Marmalade Desk", "Toyville, Toyland · 2009–", 3, THREADS)
    image = Image.open(BytesIO(content))
    assert (image.format, image.size, image.mode) == ("PNG", (1200, 630), "P")
    assert len(content) < 25_000


def test_the_same_practice_gives_the_same_bytes() -> None:
    again = Painter(load_fonts(ROOT), "Toy Thread")
    assert PAINTER.paint("Marmalade Desk", "Toyville", 3, THREADS) == again.paint(
        "Marmalade Desk", "Toyville", 3, THREADS
    )


def test_the_palette_is_that_of_the_style_sheet() -> None:
    styles = (ROOT / "docs/assets/styles/common-thread.css").read_text(encoding="utf-8")
    light = dict(reversed(re.findall(r"--([a-z]+):#([0-9a-f]{6})", styles)))  # the first of each name is the light one
    assert {name: bytes(colour).hex() for name, colour in COLOURS.items()} == {name: light[name] for name in COLOURS}
    assert bytes(PAPER).hex() == light["paper"]


def test_each_thread_has_the_colour_of_its_dimension() -> None:
    shown = {colour for _, colour in painted().convert("RGB").getcolors(1200 * 630) or []}
    assert {COLOURS[name] for name in THREADS} <= shown
    assert not {COLOURS["clinical"], COLOURS["functional"]} <= shown


@pytest.mark.parametrize("name", [LONG, "x" * 160, "Donaudampfschifffahrtsgesellschaft " * 6])
def test_a_long_name_stays_in_its_column(name: str) -> None:
    image = painted(name, name)
    assert inked(image, (0, 0, 70, 630)) == 0
    assert inked(image, (76 + TEXT_WIDTH, 0, WEAVE[0], 630)) == 0
    assert inked(image, (0, 600, 1200, 630)) == 0


@pytest.mark.parametrize(("sectors", "mechanisms"), [(1, 1), (2, 12), (17, 30), (MOST, MOST)])
def test_the_weave_stays_in_its_box(sectors: int, mechanisms: int) -> None:
    image = Image.open(BytesIO(PAINTER.paint("Desk", "Toyville", sectors, ["system"] * mechanisms)))
    assert inked(image, (700, 0, 1200, 630)) == inked(image, (WEAVE[0], WEAVE[1], WEAVE[2] + 1, WEAVE[3] + 1)) > 1000


@pytest.mark.parametrize("name", ["Čakovec Łódź Ștefan ŵ Ğ", "Cafe\u0301"])
def test_letters_of_all_latin_alphabets_are_written(name: str) -> None:
    lettering = Lettering(FONTS["serif"], 40)
    assert lettering.can_write(name)
    assert lettering.wrap(name, 10_000) == [name]


@pytest.mark.parametrize("name", ["בית שלום", "مركز الرعاية", "Дом на заједницата", "統合ケア", "\U0001f9f6"])
def test_a_name_in_another_script_is_left_out_rather_than_shown_as_boxes(name: str) -> None:
    assert not Lettering(FONTS["serif"], 40).can_write(name)
    below_place = (0, 130, 640, 500)
    assert inked(painted(name), below_place) == 0
    assert inked(painted(), below_place) > 1000


def test_a_missing_font_is_told_in_words(tmp_path: Path) -> None:
    with pytest.raises(ProjectFault, match=r"docs/assets/fonts must hold .* source-serif-4-latin-600-normal\.woff2"):
        load_fonts(tmp_path)
