"""Letters in a picture: one face in one size, wrapped to a width.

Each letter is drawn once and then put in its places, since drawing letters takes longer than all else on a picture.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, cached_property, lru_cache
from io import BytesIO
from unicodedata import combining, normalize

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
        self._advance_of = cache(self._advance)
        self._sign_of = cache(self._sign)
        self._drawn = lru_cache(maxsize=DRAWN)(self._draw)

    def can_write(self, text: str) -> bool:
        """Whether there is a letter for each character."""
        return all(self._font_of(character) is not None for character in normalize("NFC", text))

    def mask(self, text: str) -> Image.Image:
        """A line of text as coverage from 0 to 255; its first line of pixels is the top of the tallest letters."""
        words = [self._drawn(word) for word in text.split()]
        space = self.width(" ")
        image = Image.new("L", (round(sum(width + space for _, width in words)) + OVERHANG, round(self.size * 1.4)))
        x = 0.0
        for drawn, width in words:
            image.paste(255, (round(x), 0), drawn)
            x += width + space
        return image

    def _draw(self, word: str) -> tuple[Image.Image, float]:
        """A word as coverage, and its width."""
        image = Image.new("L", (round(self.width(word)) + OVERHANG, round(self.size * 1.4)))
        x = 0.0
        for sign, following in _pairs(word):
            drawn, left, top = self._sign_of(sign)
            image.paste(255, (round(x) + left, top), drawn)
            x += self._advance_of(sign, following)
        return image, x

    def width(self, text: str) -> float:
        """The width of a line in pixels."""
        return sum(self._advance_of(sign, following) for sign, following in _pairs(text))

    def _advance(self, sign: str, following: str) -> float:
        """How far it is from a letter to the one that follows, which may move closer; "" if none does."""
        font = self._font_for(sign)
        if not following or self._font_for(following) is not font:
            return font.getlength(sign)
        return font.getlength(sign + following) - font.getlength(following)

    def _sign(self, sign: str) -> tuple[Image.Image, int, int]:
        """A letter as coverage, cut to what is covered, with its distance from the left and from the top."""
        room = self.size
        image = Image.new("L", (3 * room, round(self.size * 1.4)))
        ImageDraw.Draw(image).text((room, self._baseline), sign, font=self._font_for(sign), fill=255, anchor="ls")
        left, top, right, bottom = image.getbbox() or (room, 0, room + 1, 1)
        return image.crop((left, top, right, bottom)), left - room, top

    def wrap(self, text: str, width: int) -> list[str]:
        """The text in lines of at most a width; a word that is longer than a line is cut."""
        lines, used = [""], 0.0
        for word in text.split():
            wide = self.width(word) + self.width(" ")
            if used + wide <= width:
                lines[-1], used = f"{lines[-1]} {word}".strip(), used + wide
                continue
            lines += self._cut(word, width) if wide > width else [word]
            used = self.width(lines[-1]) + self.width(" ")
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

    def _font_for(self, sign: str) -> ImageFont.FreeTypeFont:
        """The first font that has a letter for a sign; for one that none has, the first."""
        return self._fonts[self._font_of(sign[0]) or 0]

    def _font_of(self, character: str) -> int | None:
        """The number of the first font that has a letter, or None."""
        if character not in self._known:
            found = (index for index, font in enumerate(self._fonts) if _has(font, character))
            self._known[character] = next(found, None)
        return self._known[character]


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    """Each letter, with the marks that stand upon it, and the one that follows; the last one with ""."""
    signs: list[str] = []
    for character in normalize("NFC", text):
        if signs and combining(character):
            signs[-1] += character
        else:
            signs.append(character)
    return zip(signs, [*signs[1:], ""], strict=True)


def _has(font: ImageFont.FreeTypeFont, character: str) -> bool:
    return character.isspace() or bytes(font.getmask(character)) != bytes(font.getmask(NO_LETTER))
