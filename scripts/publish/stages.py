"""The stages of a build and the seconds spent in each."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field


def _ignore(_name: str) -> None:
    """Shows no progress."""


@dataclass(slots=True)
class Stages:
    """Seconds spent in each stage of a build, in order; ``begin`` is told the name of each as it begins."""

    begin: Callable[[str], None] = _ignore
    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Times what happens inside."""
        self.begin(name)
        started = time.perf_counter()
        yield
        self.seconds[name] = self.seconds.get(name, 0) + time.perf_counter() - started
