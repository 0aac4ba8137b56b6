"""The texts that are checked for spelling: entries, events, terms and hand-written pages, piece by piece."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from scripts.check.locate import Locator
from scripts.check.record import Fault
from scripts.check.record import Path as Place
from scripts.read.citation_marks import CITATION
from scripts.read.entries import load_entries, parse_fields
from scripts.read.events import Event, load_events, split_front_matter

ENGLISH = frozenset(
    {
        "approach",
        "comparator",
        "description",
        "follow_up",
        "lead",
        "life_cycle_note",
        "measure",
        "name",
        "note",
        "partners",
        "payer",
        "period",
        "problem",
        "reason",
        "sample",
        "statement",
        "summary",
        "text",
        "theme",
        "title",
        "unit",
        "value",
    }
)
"""The fields whose text is ours and English."""

OTHER = frozenset(
    {
        "acronym",
        "also_known_as",
        "authors",
        "by",
        "local_name",
        "organisation",
        "organiser",
        "place",
        "publisher",
        "quote",
        "series",
    }
)
"""The fields that hold names, or the words of others."""

PARTNERS = frozenset(("lead", "partners", "payer"))
"""The fields that name organisations in an English text: what has a capital letter is a name."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Piece:
    """One text of a file.

    Attributes:
        place: Path of the field, or ("line", n) in a Markdown page.
        text: The text, without citations and code.
    """

    place: Place
    text: str


@dataclass(frozen=True, slots=True)
class Checked:
    """One file with its pieces, and the words that its names and foreign titles make known."""

    path: str
    text: str
    pieces: tuple[Piece, ...]
    known: frozenset[str] = frozenset()

    def where(self, piece: Piece, word: str) -> str:
        """The place of a word, as ``practices/maia.yml:12: summary``."""
        if piece.place[0] == "line":
            return f"{self.path}:{piece.place[1]}"
        line = Locator(split_front_matter(self.text)[0] or self.text, None).place(Fault(piece.place, "", needle=word))[
            0
        ]
        return f"{self.path}:{line}: {_dotted(piece.place)}"


def words_of(text: str) -> list[str]:
    """The words of a text, without those that hold a digit, such as 24th."""
    return [word for word in _WORD.findall(text) if not any(letter.isdigit() for letter in word)]


def checked_files(root: Path) -> Iterator[Checked]:
    """Every file whose texts are checked, sorted by kind and path."""
    entries = load_entries(root)
    names = frozenset(name for entry in entries for name in _names(entry.data or {}))
    for entry in entries:
        yield checked_entry(entry.path, entry.text, entry.data or {})
    for event in load_events(root):
        yield checked_entry(event.path, event.text, event.data or {}, event, names)
    for path in sorted((root / "schema" / "vocabularies").glob("*.yml")):
        if path.stem not in ("countries", "nations"):
            text = path.read_text(encoding="utf-8")
            yield Checked(path.relative_to(root).as_posix(), text, tuple(_terms(parse_fields(text), ())))
    for path in [root / "README.md", root / "CHANGELOG.md", *sorted((root / "docs").glob("*/**/index.md"))]:
        yield checked_page(path.relative_to(root).as_posix(), path.read_text(encoding="utf-8"), names)


def leaves(value: Any, place: Place = ()) -> Iterator[tuple[Place, str]]:
    """Every text inside a value, with its path."""
    if isinstance(value, str):
        yield place, value
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        yield from leaves(item, (*place, key))


def field_of(place: Place) -> str:
    """The name of the field that holds a text: the last name in its path that is no position in a list."""
    return next(str(part) for part in reversed(place) if isinstance(part, str))


def checked_entry(
    path: str, text: str, data: Any, event: Event | None = None, known: frozenset[str] = frozenset()
) -> Checked:
    """An entry, or with ``event`` an event, whose fields are ``data``; ``known`` are names from elsewhere."""
    pieces = []
    names: list[str] = []
    for place, value in leaves(data):
        field = field_of(place)
        if place[0] == "sources" and field == "title":
            if data["sources"][place[1]].get("language", "en") != "en":
                names += words_of(value)
        elif place[0] == "places" or (field in OTHER and field != "quote"):
            names += words_of(value)
        elif field in ENGLISH:
            pieces.append(Piece(place, CITATION.sub("", value)))
            if field in PARTNERS:
                names += (word for word in words_of(value) if word[0].isupper())
    if event:
        pieces += [
            Piece(("line", event.prose_line + number), CITATION.sub("", line))
            for number, line in enumerate(event.prose.splitlines())
        ]
    return Checked(path, text, tuple(pieces), known | frozenset(names))


def checked_page(path: str, text: str, known: frozenset[str] = frozenset()) -> Checked:
    """A hand-written page; ``known`` are names from elsewhere."""
    return Checked(path, text, tuple(_page(text)), known)


def _names(data: Any) -> Iterator[str]:
    """What has a capital letter in the names of a practice and of its places."""
    fields = ("name", "local_name", "acronym", "places")
    for _, text in leaves([data.get(field) for field in fields]):
        yield from (word for word in words_of(text) if word[0].isupper())


def _terms(value: Any, place: Place) -> Iterator[Piece]:
    for path, text in leaves(value, place):
        if path[-1] == "en":
            yield Piece(path, text)


def _page(text: str) -> Iterator[Piece]:
    """The texts of a Markdown page, without code, links and the fields that are not shown."""
    front, prose, first_line = split_front_matter(text)
    for path, value in leaves(parse_fields(front) if front else {}):
        if field_of(path) in ENGLISH:
            yield Piece(path, value)
    for token in MarkdownIt().enable("table").parse(prose):
        if token.type == "inline" and token.map:
            yield from _lines(token.children or [], first_line + token.map[0])


def _lines(tokens: list[Token], line: int) -> Iterator[Piece]:
    for token in tokens:
        if token.type in ("softbreak", "hardbreak"):
            line += 1
        elif token.type == "text":
            yield Piece(("line", line), token.content)


def _dotted(place: Place) -> str:
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in place).removeprefix(".")
