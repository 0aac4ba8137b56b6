"""The one exception for a file that cannot be read as YAML."""

from __future__ import annotations

from typing import Literal

Kind = Literal["text", "yaml", "use"]
"""It is no text, or no YAML, or uses what entries do not use."""


class YamlFault(Exception):
    """A place where a file cannot be read, told in plain words.

    Attributes:
        line: Line of the fault, counted from 1.
        column: Column of the fault, counted from 1.
        message: What is wrong.
        hint: What to do about it.
        kind: What kind of fault it is.
    """

    def __init__(self, line: int, column: int, message: str, hint: str, kind: Kind = "yaml") -> None:
        super().__init__(line, column, message, hint, kind)
        self.line = line
        self.column = column
        self.message = message
        self.hint = hint
        self.kind = kind

    def __str__(self) -> str:
        return f"{self.line}:{self.column}: {self.message} {self.hint}"
