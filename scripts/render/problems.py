"""Renders problems as text for a terminal, as annotations for GitHub, and as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from scripts.check.problems import Problem


def render_text(problems: Sequence[Problem], files_checked: int) -> str:
    """Returns one line for each problem and one line that counts them."""
    return "\n".join([*(_line(problem) for problem in problems), count_problems(problems, files_checked)]) + "\n"


def count_problems(problems: Sequence[Problem], files_checked: int) -> str:
    """Returns the sentence that counts the problems: "1 error in 1 of 82 files."."""
    files = _counted(files_checked, "file")
    if not problems:
        return f"{files} checked: no problems."
    errors = sum(problem.level == "error" for problem in problems)
    kinds = [(errors, "error"), (len(problems) - errors, "warning")]
    counts = " and ".join(_counted(number, kind) for number, kind in kinds if number)
    bad_files = len({problem.path for problem in problems})
    return f"{counts} in {bad_files} of {files}."


def render_github(problems: Iterable[Problem]) -> str:
    """Returns one workflow command for each problem, which GitHub shows beside the line."""
    return "".join(f"{_annotation(problem)}\n" for problem in problems)


def render_json(problems: Sequence[Problem], files_checked: int) -> str:
    """Returns one JSON object: the number of files checked, and the problems with all they tell.

    Each problem has ``file``, ``line`` and ``column`` (counted from 1), ``severity`` ("error" or "warning"),
    ``rule``, ``field`` (with dots; empty for the whole file), ``message``, ``help`` (what to do; may be empty),
    ``allowed`` (the values that may stand there; empty if they are no list) and ``guide`` (page of the guide).
    """
    told = [
        {
            "file": problem.path,
            "line": problem.line,
            "column": problem.column,
            "severity": problem.level,
            "rule": problem.rule,
            "field": problem.field,
            "message": problem.message,
            "help": problem.hint,
            "allowed": list(problem.allowed),
            "guide": problem.guide,
        }
        for problem in problems
    ]
    return json.dumps({"files": files_checked, "problems": told}, indent=2) + "\n"


def _line(problem: Problem) -> str:
    place = f"{problem.path}:{problem.line}:{problem.column}"
    field = f"{problem.field}: " if problem.field else ""
    return printable(f"{place}: {problem.level}: {field}{_words(problem)} See {problem.guide} [{problem.rule}]")


def _annotation(problem: Problem) -> str:
    properties = {
        "file": problem.path,
        "line": problem.line,
        "col": problem.column,
        "title": problem.field or problem.rule,
    }
    told = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{problem.level} {told}::{_data(f'{_words(problem)} See {problem.guide} [{problem.rule}]')}"


def _words(problem: Problem) -> str:
    return f"{problem.message} {problem.hint}".strip()


def _counted(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def printable(text: str) -> str:
    """Returns a text without control characters, which could move a terminal's cursor."""
    return "".join(character if character.isprintable() else "�" for character in text)


def _data(text: str) -> str:
    text = text.encode(errors="replace").decode()  # a file name may hold bytes that are no text
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
