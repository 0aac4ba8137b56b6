"""Writes the past of each entry: its history, a page for each revision, and what leads there from former addresses.

The page of a revision changes only when the next one comes or the entry is withdrawn, so it is made once and then taken
over from site to site. The texts of revisions are read from git only for what is made.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from scripts.check.revisions import RevisionCheck
from scripts.derive.practices import Practice
from scripts.derive.versions import derive_versions
from scripts.publish.manifest import Manifest
from scripts.read.git_log import load_texts
from scripts.read.halves import in_halves
from scripts.read.history import Revision
from scripts.render.field_names import FieldNames
from scripts.render.history_pages import history_page, history_path, version_page, version_path
from scripts.render.pages import Pages

AT_ONCE = 200
"""So many entries have their revisions in memory at once."""

TWO_PROCESSES_FROM = 20
"""With fewer entries to look back on, a second process costs more than it saves."""

PAGE, NO_PAGE = "p", "-"


@dataclass(frozen=True, slots=True)
class _Task:
    """What must be made of an entry's past: its history or not, and the pages of some revisions."""

    practice: Practice
    history: bool
    revisions: tuple[Revision, ...]


@dataclass(frozen=True, slots=True)
class _Maker:
    """Makes files of the past below a folder."""

    folder: Path
    pages: Pages
    names: FieldNames
    check: RevisionCheck

    def make(self, texts: Mapping[str, bytes], task: _Task) -> str:
        """Writes what a task asks for and tells, by a letter for each revision, whether it has a page."""
        versions = derive_versions(task.practice, texts, self.check, self.pages.terms)
        wanted = {revision.number for revision in task.revisions}
        for version in versions:
            if version.revision.number in wanted and version.form != "none":
                page = version_page(self.pages, self.names, task.practice, version)
                _write(self.folder, version_path(task.practice, version.revision), page)
        if task.history:
            page = history_page(self.pages, self.names, task.practice, versions)
            _write(self.folder, history_path(task.practice), page)
        return "".join(NO_PAGE if version.form == "none" else PAGE for version in versions)


def publish_past(folder: Path, root: Path, pages: Pages, manifest: Manifest, schema: Mapping[str, Any]) -> None:
    """Writes everything about the past of the practices below ``folder``.

    Args:
        folder: The folder of the new site.
        root: The project's root, whose git holds the texts.
        pages: What the pages are made from.
        manifest: What the last site was made from.
        schema: The schema of a practice, by which revisions are checked and their fields are named.
    """
    has_page: dict[str, str] = {}
    tasks = []
    for practice in pages.collection.practices:
        if practice.past:
            task, known = _take_over(folder, manifest, practice)
            has_page[practice.slug] = known
            if task.history or task.revisions:
                tasks.append(task)
    if tasks:
        maker = _Maker(folder, pages, FieldNames(schema, pages.terms), RevisionCheck(schema, pages.terms))
        for start in range(0, len(tasks), AT_ONCE):
            chunk = tasks[start : start + AT_ONCE]
            texts = load_texts(root, [revision.text for task in chunk for revision in task.practice.past])
            made = in_halves(partial(maker.make, texts), chunk, worth_from=TWO_PROCESSES_FROM)
            for task, known in zip(chunk, made, strict=True):
                has_page[task.practice.slug] = known
                _remember(folder, manifest, task, known)
    for practice in pages.collection.practices:
        for alias, below in _former_addresses(practice, has_page.get(practice.slug, "")):
            _write(folder, f"practices/{alias}/{below}", pages.moved(practice, below))


def _take_over(folder: Path, manifest: Manifest, practice: Practice) -> tuple[_Task, str]:
    """Takes over what the last site has, and tells what must be made and which revisions are known to have a page."""
    known = manifest.take_over(folder, [_file(history_path(practice))], _history_key(manifest, practice))
    missing = tuple(
        revision
        for place, revision in enumerate(practice.past)
        if known is None or known[place] == PAGE
        if manifest.take_over(folder, _files(practice, revision), _version_key(manifest, practice, revision)) is None
    )
    return _Task(practice, known is None, missing), known or ""


def _remember(folder: Path, manifest: Manifest, task: _Task, known: str) -> None:
    practice = task.practice
    if task.history:
        manifest.remember(folder, [_file(history_path(practice))], _history_key(manifest, practice), known)
    for revision in task.revisions:
        if known[revision.number - 1] == PAGE:
            manifest.remember(folder, _files(practice, revision), _version_key(manifest, practice, revision))


def _history_key(manifest: Manifest, practice: Practice) -> bytes:
    return manifest.key((practice.slug, practice.data["name"], practice.data.get("withdrawn"), practice.past))


def _version_key(manifest: Manifest, practice: Practice, revision: Revision) -> bytes:
    newest = revision.number == len(practice.past)
    first = practice.past[0].date
    return manifest.key((practice.slug, revision, newest, first, practice.data.get("withdrawn")))


def _former_addresses(practice: Practice, has_page: str) -> Iterator[tuple[str, str]]:
    """By former name, what lay below it and can still be read: the history, and the revisions of its time."""
    for alias in practice.data.get("aliases", ()) if has_page else ():
        yield alias, "history/"
        last = max((revision.number for revision in practice.past if revision.name == alias), default=0)
        for number in range(1, last + 1):
            if has_page[number - 1] == PAGE:
                yield alias, f"v/{number}/"


def _files(practice: Practice, revision: Revision) -> Sequence[str]:
    return [_file(version_path(practice, revision))]


def _file(path: str) -> str:
    return f"{path}index.html"


def _write(folder: Path, path: str, page: str) -> None:
    (folder / path).mkdir(parents=True, exist_ok=True)
    (folder / path / "index.html").write_bytes(page.encode())
