"""The result of a check as a table in Markdown, for the summary that GitHub shows of a run."""

from __future__ import annotations

import re
from collections.abc import Sequence

from scripts.check.problems import Problem
from scripts.render.problems import count_problems

SHOWN = 200
"""Problems in the table; the log has them all."""

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+!|~@&$-])")


def render_summary(problems: Sequence[Problem], files_checked: int) -> str:
    """Returns a heading with the counts and a row for each problem."""
    lines = ["## Check of the entries", "", count_problems(problems, files_checked)]
    if problems:
        lines += ["", "| Where | What | What is wrong, and what to do |", "|---|---|---|"]
        lines += [_row(problem) for problem in problems[:SHOWN]]
    if len(problems) > SHOWN:
        lines += ["", f"{len(problems) - SHOWN} more are in the log."]
    return "\n".join(lines) + "\n"


def _row(problem: Problem) -> str:
    where = f"{problem.path}:{problem.line}"
    what = f"{problem.level}: {problem.field}" if problem.field else problem.level
    return f"| {_plain(where)} | {_plain(what)} | {_plain(f'{problem.message} {problem.hint}')} |"


def _plain(text: str) -> str:
    """Returns a text that Markdown takes for nothing but text, on one line."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
