"""The figures of all rounds as a plain table."""

from __future__ import annotations

import os
import platform
from collections.abc import Callable, Iterator, Sequence
from importlib.metadata import version
from statistics import median

from tests.bench.rounds import HUGO, MKDOCS, OURS, Round, Run

INDEX = "index"
"""The stage that only our own build has."""


def render_report(pages: int, rounds: Sequence[Round]) -> str:
    """The whole report as text."""
    return "\n".join([*_table(pages, rounds), "", *_stages(rounds), "", *_ratios(rounds), "", *_notes(rounds)]) + "\n"


def _table(pages: int, rounds: Sequence[Round]) -> Iterator[str]:
    yield f"{pages:,} synthetic practices, medians of {len(rounds)} {'round' if len(rounds) == 1 else 'rounds'}"
    yield ""
    yield f"{'':20}{'seconds':>10}{'CPU s':>10}{'pages/s':>10}{'peak MiB':>10}{'site MiB':>10}{'files':>10}"
    for name in rounds[0]:
        seconds = _median(rounds, name, lambda run: run.seconds)
        processor = _median(rounds, name, lambda run: run.processor)
        peak = _median(rounds, name, lambda run: run.peak / 2**20)
        size = _median(rounds, name, lambda run: run.size / 2**20)
        files = _median(rounds, name, lambda run: run.files)
        yield f"{name:20}{seconds:10.2f}{processor:10.2f}{pages / seconds:10.0f}{peak:10.0f}{size:10.1f}{files:10.0f}"


def _stages(rounds: Sequence[Round]) -> Iterator[str]:
    with_stages = [name for name in rounds[0] if rounds[0][name].stages]
    names = list(rounds[0][OURS].stages)
    yield f"{'stages, seconds':20}" + "".join(f"{stage:>9}" for stage in names) + f"{'all but ' + INDEX:>16}"
    for name in with_stages:
        medians = [_median(rounds, name, _seconds_of(stage)) for stage in names]
        rest = _median(rounds, name, _without_index)
        yield f"{name:20}" + "".join(f"{seconds:9.2f}" for seconds in medians) + f"{rest:16.2f}"


def _seconds_of(stage: str) -> Callable[[Run], float]:
    return lambda run: run.stages.get(stage, 0)


def _without_index(run: Run) -> float:
    return run.seconds - run.stages.get(INDEX, 0)


def _ratios(rounds: Sequence[Round]) -> Iterator[str]:
    for slow, fast in ((MKDOCS, OURS), (OURS, HUGO)):
        ratios = sorted(_without_index(one[slow]) / _without_index(one[fast]) for one in rounds)
        spread = f"({ratios[0]:.2f} to {ratios[-1]:.2f})"
        yield f"{slow} takes {median(ratios):.2f} times as long as {fast} {spread}, the full-text index left out."


def _notes(rounds: Sequence[Round]) -> Iterator[str]:
    packages = ("mkdocs", "mkdocs-material", "hugo")
    yield f"{os.cpu_count()} cores, {platform.machine()}, {platform.system()}, Python {platform.python_version()}"
    yield ", ".join(f"{package} {version(package)}" for package in packages)
    yield f"load at the end: {os.getloadavg()[0]:.1f}: the CPU seconds bear other work better than the clock"
    yield "Each build is a whole process from an empty cache, but for the one after a change."
    yield "Only Common Thread builds a full-text index: the first table counts it, the ratios do not."
    yield "Peak: all processes of a build together, shared memory counted once, looked at ten times a second."
    if len(rounds) == 1:
        yield "One round only: take the ratios as rough."


def _median(rounds: Sequence[Round], name: str, figure: Callable[[Run], float]) -> float:
    return median(figure(one[name]) for one in rounds)
