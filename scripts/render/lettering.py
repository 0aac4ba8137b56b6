"""Letters in a picture: one face in one size, wrapped to a width."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, cached_property, lru_cache
from io import BytesIO
from itertools import groupby
from unicodedata import normalize

from PIL import Image, ImageDraw, ImageFont

NO_LETTER = "\U0010fffe"
"""Stands for no letter, so a font draws its sign for what it lacks."""

OVERHANG = 2
"""Pixels by which the last letter may lean over its width."""

DRAWN = 500
"""Words kept as drawn, the commonest of which come on picture after picture."""


class Lettering:
    """A face in one size. Its files are asked in turn for each letter."""

    def __init__(self, files: Sequence[bytes], size: int) -> None:
        self.size = size
        self._fonts = [ImageFont.truetype(BytesIO(file), size) for file in files]
        self._known: dict[str, int | None] = {}
        self._width_of = cache(self.width)  # words come again
        self._drawn = lru_cache(maxsize=DRAWN)(self._draw)

    def can_write(self, text: str) -> bool:
        """Whether there is a letter for each character."""
        return all(self._font_of(character) is not None for character in normalize("NFC", text))

    def mask(self, text: str) -> Image.Image:
        """A line of text as coverage from 0 to 255; its first line of pixels is the top of the tallest letters."""
        words = [self._drawn(word) for word in text.split()]
        space = self._width_of(" ")
        image = Image.new("L", (round(sum(width + space for _, width in words)) + OVERHANG, round(self.size * 1.4)))
        x = 0.0
        for drawn, width in words:
            image.paste(255, (round(x), 0), drawn)
            x += width + space
        return image

    def _draw(self, word: str) -> tuple[Image.Image, float]:
        """A word as coverage, and its width."""
        word = normalize("NFC", word)
        image = Image.new("L", (round(self.width(word)) + OVERHANG, round(self.size * 1.4)))
        draw, x = ImageDraw.Draw(image), 0.0
        for font, run in self._runs(word):
            draw.text((x, self._baseline), run, font=font, fill=255, anchor="ls")
            x += font.getlength(run)
        return image, x

    def width(self, text: str) -> float:
        """The width of a line in pixels."""
        return sum(font.getlength(run) for font, run in self._runs(normalize("NFC", text)))

    def wrap(self, text: str, width: int) -> list[str]:
        """The text in lines of at most a width; a word that is longer than a line is cut."""
        lines, used = [""], 0.0
        for word in text.split():
            wide = self._width_of(word) + self._width_of(" ")
            if used + wide <= width:
                lines[-1], used = f"{lines[-1]} {word}".strip(), used + wide
                continue
            lines += self._cut(word, width) if wide > width else [word]
            used = self._width_of(lines[-1]) + self._width_of(" ")
        return [line for line in lines if line]

    def shorten(self, line: str, width: int) -> str:
        """The beginning of a line with an ellipsis, for when there is more than is shown."""
        while line and self.width(f"{line} …") > width:
            line = line[:-1].rstrip(" ,·")
        return f"{line} …"

    @cached_property
    def _baseline(self) -> int:
        return round(self.size * 1.05)

    def _cut(self, word: str, width: int) -> list[str]:
        pieces = [""]
        for character in word:
            if self.width(pieces[-1] + character) > width:
                pieces.append("")
            pieces[-1] += character
        return pieces

    def _runs(self, text: str) -> Iterator[tuple[ImageFont.FreeTypeFont, str]]:
        for index, run in groupby(text, key=lambda character: self._font_of(character) or 0):
            yield self._fonts[index], "".join(run)

    def _font_of(self, character: str) -> int | None:
        """The number of the first font that has a letter, or None."""
        if character not in self._known:
            found = (index for index, font in enumerate(self._fonts) if _has(font, character))
            self._known[character] = next(found, None)
        return self._known[character]


def _has(font: ImageFont.FreeTypeFont, character: str) -> bool:
    return character.isspace() or bytes(font.getmask(character)) != bytes(font.getmask(NO_LETTER))
