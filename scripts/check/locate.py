"""Finds the line and column of a fault."""

from __future__ import annotations

from bisect import bisect_right

from scripts.check.document import PROSE
from scripts.check.record import Fault
from scripts.read.events import Event, split_front_matter
from scripts.read.yaml_text import positions

Place = tuple[int, int]


class Locator:
    """The places in one file; made only for files with faults, because it reads the text once more."""

    def __init__(self, text: str, event: Event | None) -> None:
        self._lines = text.splitlines()
        self._places = positions(split_front_matter(text)[0] if event else text)
        self._starts = sorted(self._places.values())
        self._prose_line = event.prose_line if event else 0

    def place(self, fault: Fault) -> Place:
        """Returns where a fault is, or where the nearest thing around it begins."""
        if fault.path == PROSE and self._prose_line:
            return self._search(fault.needle, (self._prose_line, 1), (len(self._lines) + 1, 1))
        path = (*fault.path, "<key>") if fault.on_key else fault.path
        while path and path not in self._places:
            path = path[:-1]
        if not path:
            return (1, 1) if not fault.path else self._places.get((), (1, 1))
        start = self._places[path]
        following = bisect_right(self._starts, start)
        end = self._starts[following] if following < len(self._starts) else (len(self._lines) + 1, 1)
        return self._search(fault.needle, start, end)

    def _search(self, needle: str, start: Place, end: Place) -> Place:
        """Returns where a piece of a text stands between two places, or the first of them."""
        if needle:
            for number in range(start[0], min(end[0], len(self._lines)) + 1):
                column = self._lines[number - 1].find(needle, start[1] - 1 if number == start[0] else 0)
                if column >= 0 and (number, column + 1) < end:
                    return number, column + 1
        return start
