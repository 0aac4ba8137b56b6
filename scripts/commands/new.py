"""The command ``new``: asks about a practice and writes its file."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from scripts.check import Problem, check_collection
from scripts.check.files import SLUG
from scripts.check.wording import shown
from scripts.commands.asking import ask, say
from scripts.commands.interview import Interview
from scripts.commands.say import fail
from scripts.commands.term_search import make_slug
from scripts.publish.entry_files import create_entry
from scripts.read.day import today
from scripts.read.entries import Entry, load_entries, parse_fields
from scripts.read.schemas import load_schemas
from scripts.read.vocabularies import load_vocabularies
from scripts.render.entry_yaml import render_entry
from scripts.render.problems import render_text

FOLDER = "practices"
_AGAIN = "Nothing was written. To begin again: python -m scripts new"


def run_new(root: Path, _options: argparse.Namespace) -> int:
    """Asks, and writes the file at the very end; 1 if the answers end too soon, 130 if somebody stops it."""
    try:
        return _Desk(root).take_down()
    except EOFError:
        return fail(f"\nThe answers ended before the last question. {_AGAIN}")
    except KeyboardInterrupt:
        fail(f"\nStopped. {_AGAIN}")
        return 130


class _Desk:
    """Where one entry is taken down: the collection that it has to fit into."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._vocabularies = load_vocabularies(root)
        self._schemas = load_schemas(root, self._vocabularies)
        self._entries = load_entries(root)
        self._today = today().isoformat()

    def take_down(self) -> int:
        say("Answer these questions about a practice. A file is written after the last one; Ctrl-C stops before that.")
        interview = Interview(self._schemas["practice"], self._vocabularies, self._judge, self._today)
        interview.ask_all()
        problems = self._problems(interview.data)
        while wrong := [problem for problem in problems if problem.level == "error"]:
            name = wrong[0].field.partition(".")[0]
            if not interview.knows(name):
                return fail(f"error: {name}: {wrong[0].message} {_AGAIN}")
            say(f"One answer does not fit the others. {wrong[0].message} {wrong[0].hint}")
            interview.ask_again(name)
            problems = self._problems(interview.data)
        slug = ask(
            "File name",
            help="The address of the page, kept for ever. Small letters, digits and hyphens.",
            default=self._free(make_slug(interview.data["name"])),
            objections=self._objections_to_slug,
        )
        path = f"{FOLDER}/{slug}.yml"
        create_entry(self._root / path, render_entry(interview.data, self._schemas["practice"]))
        print(f"\nWrote {path}.")
        problems = self._problems(interview.data, slug)
        if problems:
            print(render_text(problems, 1), end="")
        say("Open it in an editor to add findings, more sources and citations in the text. Then run:")
        print(f"  python -m scripts check {path}\n  python -m scripts serve", flush=True)
        return 0

    def _judge(self, data: dict[str, Any], name: str) -> Sequence[str]:
        return [
            f"{problem.message} {problem.hint}".strip()
            for problem in self._problems(data)
            if problem.field.partition(".")[0] == name
            and problem.level == "error"
            and problem.rule != "sources-are-cited"  # the question by which it is cited comes later
        ]

    def _problems(self, data: dict[str, Any], slug: str = "a-new-practice") -> list[Problem]:
        text = render_entry(data, self._schemas["practice"])
        fields = parse_fields(text)
        assert isinstance(fields, dict), fields
        entry = Entry(f"{FOLDER}/{slug}.yml", slug, fields, text, "", ())
        others = [other for other in self._entries if other.slug != slug]
        return check_collection(
            [*others, entry], [], self._vocabularies, self._schemas, today=self._today, only={entry.path}
        )

    def _objections_to_slug(self, slug: str) -> Sequence[str]:
        if not SLUG.fullmatch(slug):
            advice = make_slug(slug)
            return [f"Use small letters, digits and hyphens{f': {advice}' if advice else ''}."]
        named = self._problems({"name": "A name"}, slug)
        wrong = [f"{problem.message} {problem.hint}" for problem in named if problem.rule == "file-name-is-an-address"]
        owners = [entry.slug for entry in self._entries if slug in ((entry.data or {}).get("aliases") or ())]
        if self._is_taken(slug):
            wrong.append(f"There is a file {FOLDER}/{slug}.yml already. Choose another name.")
        elif owners:
            wrong.append(f"{shown(slug)} is a former address of {owners[0]}. Choose another name.")
        return wrong

    def _free(self, slug: str) -> str:
        """Returns a slug, or an empty text if it cannot be the default."""
        return slug if slug and not self._objections_to_slug(slug) else ""

    def _is_taken(self, slug: str) -> bool:
        path = self._root / FOLDER / f"{slug}.yml"
        return path.is_symlink() or path.exists() or slug in {entry.slug for entry in self._entries}
