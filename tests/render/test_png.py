"""Pictures as PNG files, read back by Pillow."""

from __future__ import annotations

from io import BytesIO

from PIL import Image

from scripts.render.png import UNFILTERED, write_png

PALETTE = (255, 255, 255, 13, 111, 116, 164, 64, 44)
LINES = ((0, 1, 2), (2, 0, 0))


def test_the_pixels_are_read_back() -> None:
    pixels = b"".join(bytes((UNFILTERED, *line)) for line in LINES)
    content = write_png(3, 2, pixels, PALETTE)
    Image.open(BytesIO(content)).verify()  # the checksums
    image = Image.open(BytesIO(content))
    assert (image.format, image.size, image.mode) == ("PNG", (3, 2), "P")
    shown = [image.convert("RGB").getpixel((x, y)) for y in range(2) for x in range(3)]
    assert shown == [PALETTE[3 * number : 3 * number + 3] for line in LINES for number in line]


def test_plain_areas_take_next_to_no_room() -> None:
    assert len(write_png(1200, 630, bytes(1201 * 630), PALETTE)) < 5_000
