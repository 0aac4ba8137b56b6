"""What the check gives back: problems, each at its place."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Literal

Level = Literal["error", "warning"]

GUIDE = "contribute/fields/"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One problem of one file, told in plain words.

    Attributes:
        path: The file, relative to the root.
        line: Line, counted from 1.
        column: Column, counted from 1.
        field: Names of the fields that lead there, such as ``integration.mechanisms.type``; empty for the
            file as a whole.
        message: What is wrong.
        hint: What to do about it; may be empty.
        level: An error keeps the entry out of the site, a warning does not.
        rule: Id of the rule, as in `RULES`.
        guide: Page and section of the guide that explain the field.
        allowed: The values that may stand there, if they are a list.
    """

    path: str
    line: int
    column: int
    field: str
    message: str
    hint: str
    level: Level
    rule: str
    guide: str
    allowed: tuple[str, ...] = ()


def guide_for(field: str, known: Collection[str]) -> str:
    """Returns the section of the guide for a field, by the first of its names if that is a known one."""
    first = field.partition(".")[0]
    return f"{GUIDE}#{first.replace('_', '-')}" if first in known else GUIDE


def has_errors(problems: Iterable[Problem]) -> bool:
    """True if one of the problems is an error and not only a warning."""
    return any(problem.level == "error" for problem in problems)
