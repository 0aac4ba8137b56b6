"""Checks the addresses of all sources and writes the report."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from scripts.derive.addresses import Place, list_addresses
from scripts.publish.asking import Answer, ask_all
from scripts.read.day import today
from scripts.read.entries import Entry
from scripts.read.events import Event
from scripts.read.settings import load_settings
from scripts.render.links_report import Asked, render_links_json, render_links_markdown


def check_links(root: Path, files: list[Entry | Event], out: Path) -> tuple[Asked, ...]:
    """Asks every address that valid entries and events name, and writes ``links.md`` and ``links.json``.

    Args:
        root: The project's root.
        files: Entries and events without errors.
        out: Folder of the report.

    Returns:
        What was asked, sorted by address.
    """
    out.mkdir(parents=True, exist_ok=True)  # before asking: a folder that cannot be made is known at once
    settings = load_settings(root)
    places = list_addresses(files)
    with _progress(len(places)) as advance:
        answers = ask_all(places, f"{settings.name} link check (+{settings.address})", advance)
    asked = tuple(_asked(address, named, answers) for address, named in places.items())
    day = today().isoformat()
    (out / "links.md").write_text(render_links_markdown(asked, day), encoding="utf-8")
    (out / "links.json").write_text(render_links_json(asked, day), encoding="utf-8")
    return asked


def _asked(address: str, named: tuple[Place, ...], answers: Mapping[str, Answer]) -> Asked:
    answer = answers[address]
    return Asked(address, answer.status, answer.leads_to, answer.note, tuple(map(str, named)))


@contextmanager
def _progress(total: int) -> Iterator[Callable[[], None]]:
    """Gives a function to call after each answer; shows a bar on a terminal only."""
    if not sys.stderr.isatty():
        yield lambda: None
        return

    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(file=sys.stderr), transient=True) as bar:
        task = bar.add_task("Asking addresses", total=total)
        yield lambda: bar.advance(task)
