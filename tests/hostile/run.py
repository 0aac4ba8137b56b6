"""Reads, checks and renders every hostile case in one process that may use little memory.

Run as ``python -m tests.hostile.run FOLDER [NAME]``: the files are put below FOLDER one after the other. For each case
it prints one line of JSON: ``name``; ``told``, what the check prints; ``errors``, whether there is one; ``harm``, what
the finished pages hold that a text must not become; ``fault``, a traceback if there was one; ``seconds`` of work,
without the search for harm; ``memory``, the most that the process has held until then, in MiB.
"""

from __future__ import annotations

import json
import resource
import signal
import sys
import time
import traceback
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import FrameType
from typing import Any

from jinja2 import Environment

from scripts.check import check_collection, has_errors
from scripts.publish.practices import publish_practices  # noqa: F401 - loaded before the memory is limited
from scripts.read.entries import Entry, load_entries
from scripts.read.events import Event, load_events
from scripts.render.citation_files import bibtex, ris
from scripts.render.cite import practice_as_work
from scripts.render.data import render_practice
from scripts.render.pages import Pages
from scripts.render.problems import render_github, render_json, render_text
from scripts.render.search import render_search_documents
from scripts.render.templates import make_environment
from tests.derive.invented import collect
from tests.hostile.case import Case
from tests.hostile.cases_of_form import FORM
from tests.hostile.cases_of_references import REFERENCES
from tests.hostile.cases_of_texts import TEXTS
from tests.hostile.harm import harm_in
from tests.render.view import SETTINGS, SHELL
from tests.toy import TODAY, schemas, toy_entries, toy_events, vocabularies

CASES: tuple[Case, ...] = FORM + TEXTS + REFERENCES

MEMORY = 500
"""MiB."""

HANGS_AFTER = 20
"""Seconds; nothing takes so long, even on a machine that has much else to do."""


def main(folder: Path, only: str = "") -> None:
    """Tries every case, or those whose name holds a text."""
    signal.signal(signal.SIGALRM, _stop)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY * 1024 * 1024, MEMORY * 1024 * 1024))
    for case in CASES:
        if only in case.name:
            print(json.dumps(_try(folder, case)), flush=True)


def _try(folder: Path, case: Case) -> dict[str, Any]:
    kind = "docs/events" if case.file.endswith(".md") else "practices"
    path = folder / kind / case.file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(case.content)
    begin = time.process_time()
    signal.alarm(HANGS_AFTER)
    came: dict[str, Any] = {"name": case.name, "told": "", "errors": False, "harm": [], "fault": ""}
    try:
        entries, events = load_entries(folder), load_events(folder)
        if not entries + events:
            came |= {"errors": True, "told": "no such file"}
        else:
            came |= check(entries, events)
    except BaseException:
        came["fault"] = traceback.format_exc()[-1500:]
    finally:
        signal.alarm(0)
        came["seconds"] = round(time.process_time() - begin, 3)
        came["memory"] = most_memory()
        path.unlink()
    came["harm"] = harm_of(came)
    came.pop("pages", None)
    return came


def most_memory() -> int:
    """The most memory that this process has held so far, in MiB."""
    status = Path("/proc/self/status")
    if status.exists():  # on Linux `getrusage` counts what the process held that started this one
        (most,) = (line.split()[1] for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
        return int(most) // 1024
    most_used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most_used // (1024 * 1024 if sys.platform == "darwin" else 1024)


def check(entries: list[Entry], events: list[Event]) -> dict[str, Any]:
    """Checks hostile files beside the good ones, and renders them if there is no error."""
    slugs = {entry.slug for entry in entries}
    only = {entry.path for entry in entries} | {event.path for event in events}
    entries = [*(entry for entry in toy_entries() if entry.slug not in slugs), *entries]
    events = [*toy_events(), *events]
    problems = check_collection(entries, events, vocabularies(), schemas(), today=TODAY, only=only)
    told = render_text(problems, len(entries))
    for text in (told, render_github(problems), render_json(problems, len(entries))):
        text.encode()
    if has_errors(problems):
        return {"told": told, "errors": True}
    return {"told": told, "pages": render(entries, events, slugs)}


def harm_of(came: Mapping[str, Any]) -> list[str]:
    """Returns what is harmful in the pages that came of a check."""
    return [harm for page in came.get("pages", ()) for harm in harm_in(page)]


def render(entries: list[Entry], events: list[Event], slugs: set[str]) -> list[str]:
    """Renders the pages and the data of some practices and returns the pages."""
    collection = collect(entries, events)
    pages = Pages(environment(), collection, SETTINGS)
    made = []
    for practice in collection.practices:
        if practice.slug in slugs:
            work = practice_as_work(practice, pages.settings, pages.terms)
            texts = (bibtex(work), ris(work), render_practice(practice, collection, pages.settings))
            for text in (*texts, *(text for _, text in render_search_documents(pages))):
                text.encode()
            made.append(str(pages.practice(practice)))
            made.append(f"<!doctype html><html lang=en><title>x</title><main>{pages.card(practice)}</main>")
    return made


@cache
def environment() -> Environment:
    """The templates, compiled once for all cases."""
    return make_environment(SHELL, SETTINGS, vocabularies())


def _stop(_signal: int, _frame: FrameType | None) -> None:
    raise TimeoutError(f"more than {HANGS_AFTER} seconds")


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
