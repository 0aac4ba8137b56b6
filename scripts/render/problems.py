"""Renders problems as text for a terminal and as annotations for GitHub."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from scripts.check.problems import Problem


def render_text(problems: Sequence[Problem], files_checked: int) -> str:
    """Returns one line for each problem and one line that counts them."""
    files = _counted(files_checked, "file")
    if not problems:
        return f"{files} checked: no problems.\n"
    errors = sum(problem.level == "error" for problem in problems)
    kinds = [(errors, "error"), (len(problems) - errors, "warning")]
    counts = " and ".join(_counted(number, kind) for number, kind in kinds if number)
    bad_files = len({problem.path for problem in problems})
    count = f"{counts} in {bad_files} of {files}."
    return "\n".join([*(_line(problem) for problem in problems), count]) + "\n"


def render_github(problems: Iterable[Problem]) -> str:
    """Returns one workflow command for each problem, which GitHub shows beside the line."""
    return "".join(f"{_annotation(problem)}\n" for problem in problems)


def _line(problem: Problem) -> str:
    place = f"{problem.path}:{problem.line}:{problem.column}"
    field = f"{problem.field}: " if problem.field else ""
    return _printable(f"{place}: {problem.level}: {field}{_words(problem)} See {problem.guide}")


def _annotation(problem: Problem) -> str:
    properties = {
        "file": problem.path,
        "line": problem.line,
        "col": problem.column,
        "title": problem.field or problem.rule,
    }
    told = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{problem.level} {told}::{_data(f'{_words(problem)} See {problem.guide}')}"


def _words(problem: Problem) -> str:
    return f"{problem.message} {problem.hint}".strip()


def _counted(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def _printable(text: str) -> str:
    """Returns a text without control characters, which could move a terminal's cursor."""
    return "".join(character if character.isprintable() else "�" for character in text)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
