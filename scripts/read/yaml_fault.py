"""The one exception for a file that cannot be read as YAML."""

from __future__ import annotations


class YamlFault(Exception):
    """A place where a file cannot be read, told in plain words.

    Attributes:
        line: Line of the fault, counted from 1.
        column: Column of the fault, counted from 1.
        message: What is wrong.
        hint: What to do about it.
    """

    def __init__(self, line: int, column: int, message: str, hint: str) -> None:
        super().__init__(line, column, message, hint)
        self.line = line
        self.column = column
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.line}:{self.column}: {self.message} {self.hint}"
