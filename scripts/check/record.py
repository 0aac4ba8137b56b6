"""Looks into data of unknown shape, passing over whatever has the wrong type: the schema reports that."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """Where a rule is broken, before the line is known.

    Attributes:
        path: Path of the value, such as ``("findings", 0, "quote")``.
        message: What is wrong.
        hint: What to do about it.
        needle: A piece of the text at that path to point at, if the text is long.
        on_key: Whether the name of the field is at fault and not its value.
        allowed: The values that may stand there, if they are a list.
        rule: Id of the rule if the schema was broken; other rules are told by whoever asked them.
    """

    path: Path
    message: str
    hint: str = ""
    needle: str = ""
    on_key: bool = False
    allowed: tuple[str, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """A block of fields together with its path in the file."""

    fields: Mapping[str, Any]
    path: Path = ()

    def has(self, name: str) -> bool:
        """Whether the field is there, whatever its type."""
        return name in self.fields

    def text(self, name: str) -> str:
        """The text of a field; empty if there is none."""
        value = self.fields.get(name)
        return value if isinstance(value, str) else ""

    def number(self, name: str) -> float | None:
        """The number of a field, if it is one."""
        value = self.fields.get(name)
        return value if isinstance(value, int | float) and not isinstance(value, bool) else None

    def texts(self, name: str) -> list[tuple[Path, str]]:
        """The texts of a list with their paths."""
        value = self.fields.get(name)
        items = enumerate(value) if isinstance(value, list) else ()
        return [((*self.path, name, index), item) for index, item in items if isinstance(item, str)]

    def record(self, name: str) -> Record:
        """The block of fields under a name; empty if there is none."""
        value = self.fields.get(name)
        return Record(value if isinstance(value, dict) else {}, (*self.path, name))

    def records(self, name: str) -> Iterator[Record]:
        """The blocks of fields in a list, or under the keys of a mapping."""
        value = self.fields.get(name)
        items: Any = ()
        if isinstance(value, list):
            items = enumerate(value)
        elif isinstance(value, dict):
            items = value.items()
        for key, item in items:
            if isinstance(item, dict):
                yield Record(item, (*self.path, name, key))

    def fault(self, name: str, message: str, hint: str = "", *, on_key: bool = False) -> Fault:
        """Returns a fault of one field of this block, or of the block itself if the field is missing."""
        path = (*self.path, name) if name in self.fields else self.path
        return Fault(path, message, hint, on_key=on_key and name in self.fields)
