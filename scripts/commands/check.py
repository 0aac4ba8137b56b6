"""The command ``check``: looks at all files or some, and prints every problem."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from scripts.check import check_collection, has_errors
from scripts.check.problems import Problem
from scripts.commands.fix import fix_entries
from scripts.commands.say import fail
from scripts.read.day import today
from scripts.read.entries import load_entries
from scripts.read.events import load_events
from scripts.read.schemas import load_schemas
from scripts.read.vocabularies import load_vocabularies
from scripts.render.check_summary import render_summary
from scripts.render.problems import render_github, render_json, render_text


def run_check(root: Path, options: argparse.Namespace) -> int:
    """Checks and reports; 1 if there is an error or a file that cannot be checked."""
    wanted = {_inside(root, name) for name in options.files}
    missing = sorted(name for name in wanted if not (root / name).is_file())
    if missing:
        return fail("\n".join(f"{name}: error: there is no such file." for name in missing))
    vocabularies = load_vocabularies(root)
    schemas = load_schemas(root, vocabularies)
    entries, events = load_entries(root), load_events(root)
    known = {entry.path for entry in entries} | {event.path for event in events}
    foreign = sorted(wanted - known)
    if foreign:
        return fail("\n".join(f"{name}: error: neither practices/*.yml nor docs/events/*.md." for name in foreign))
    if options.fix:
        told = fix_entries(root, [entry for entry in entries if entry.path in (wanted or known)], schemas["practice"])
        print(told, end="", file=sys.stderr if options.format == "json" else sys.stdout, flush=True)
        entries = load_entries(root)
    problems = check_collection(entries, events, vocabularies, schemas, today=today().isoformat(), only=wanted or None)
    report(problems, len(wanted or known), options.format)
    if summary := os.environ.get("GITHUB_STEP_SUMMARY"):
        with Path(summary).open("a", encoding="utf-8") as file:
            file.write(render_summary(problems, len(wanted or known)))
    return int(has_errors(problems))


def report(problems: Sequence[Problem], files: int, form: str | None = None) -> None:
    """Prints problems as "text", "github" or "json"; if no form is chosen, as GitHub's own runner needs it there."""
    if form is None:
        form = "github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text"
    if form == "json":
        print(render_json(problems, files), end="", flush=True)
        return
    if form == "github":
        print(render_github(problems), end="")
    print(render_text(problems, files), end="", flush=True)


def _inside(root: Path, name: str) -> str:
    path = Path(os.path.normpath(Path(name).absolute()))
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else name
