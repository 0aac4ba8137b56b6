"""Small phrases that several templates need: years, dates, lists, counts."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Any


def years(data: Mapping[str, Any]) -> str:
    """The years of a practice: "2009–2022", "2009–", "until 2022" or ""."""
    started, ended = data.get("started"), data.get("ended")
    if started and ended:
        return f"{started}–{ended}" if started != ended else str(started)
    if started:
        return f"{started}–"
    return f"until {ended}" if ended else ""


def long_date(iso: str) -> str:
    """An ISO date in words: "22 November 2026"."""
    date = datetime.date.fromisoformat(iso[:10])
    return f"{date.day} {date:%B %Y}"


def long_dates(starts: str, ends: str) -> str:
    """A span of days in words: "5–6 November 2015"."""
    first, last = datetime.date.fromisoformat(starts), datetime.date.fromisoformat(ends)
    if first == last:
        return long_date(starts)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{long_date(ends)}"
    if first.year == last.year:
        return f"{first.day} {first:%B} – {long_date(ends)}"
    return f"{long_date(starts)} – {long_date(ends)}"


def one_line(text: str) -> str:
    """A text on one line, with single spaces."""
    return " ".join(text.split())


def counted(number: int, singular: str, plural: str = "") -> str:
    """A number with its noun: "1 finding", "3 findings"."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def series(words: Sequence[str], last: str = "and") -> str:
    """A list in words: "a, b and c"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"
