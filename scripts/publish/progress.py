"""Tells which stage a build is in: on a terminal only, and never when the output goes to a file."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

STAGES = ("read", "check", "remember", "derive", "frame", "index", "render", "past", "publish")


@contextmanager
def show_progress() -> Iterator[Callable[[str], None]]:
    """Gives a function to call as each stage begins. It uses no thread, since rendering forks."""
    if not sys.stderr.isatty():
        yield lambda _name: None
        return

    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    columns = (TextColumn("{task.description:>8}"), BarColumn(bar_width=24))
    with Progress(*columns, console=Console(file=sys.stderr), auto_refresh=False, transient=True) as bar:
        task = bar.add_task("start", total=len(STAGES))

        def begin(name: str) -> None:
            bar.update(task, description=name, completed=STAGES.index(name), refresh=True)

        yield begin
