"""Reads from git when each entry was made and last changed."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

_COMMIT = "commit "
_ENTRY = re.compile(r"practices/([^/\t]+)\.ya?ml\Z")


@dataclass(frozen=True, slots=True)
class History:
    """The history of one entry.

    Attributes:
        created: Date of its first commit, as YYYY-MM-DD.
        changed: Date of its latest commit, as YYYY-MM-DD.
        commit: Full hash of its latest commit.
        revisions: Number of commits that touched it.
    """

    created: str
    changed: str
    commit: str
    revisions: int


def load_history(root: Path) -> dict[str, History]:
    """Returns the history of each entry by slug, renames followed.

    The result is empty without git, outside a repository, or in a shallow clone, whose dates would be wrong.
    """
    shallow = _git(root, "rev-parse", "--is-shallow-repository")
    if shallow is None or shallow.strip() != "false":
        return {}
    log = _git(root, "log", "--relative", "--name-status", "-M", f"--format={_COMMIT}%H %as", "--", "practices")
    return parse_log(log or "")


def parse_log(log: str) -> dict[str, History]:
    """Returns the histories told by ``git log --name-status``, latest commit first."""
    histories: dict[str, History] = {}
    present: dict[str, str | None] = {}  # a slug of that time -> the slug it has today
    commit = date = ""
    for line in log.splitlines():
        if line.startswith(_COMMIT):
            commit, date = line.removeprefix(_COMMIT).split(" ")
            continue
        status, *paths = line.split("\t")
        slugs = [match[1] for path in paths if (match := _ENTRY.match(path))]
        if not slugs:
            continue
        slug = present.get(slugs[-1], slugs[-1])
        if slug is not None:
            latest = histories.get(slug, History(date, date, commit, 0))
            histories[slug] = History(date, latest.changed, latest.commit, latest.revisions + 1)
        if status.startswith("R") and len(slugs) == 2:
            present[slugs[0]] = slug
        if status.startswith(("A", "R")):
            present[slugs[-1]] = None  # before this commit the name belonged to another file
    return histories


def _git(root: Path, *arguments: str) -> str | None:
    """Returns what git prints, or None if git is missing or refuses."""
    command = ["git", "-c", "core.quotepath=off", "-C", str(root), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, check=True, encoding="utf-8", errors="replace")
    except (OSError, subprocess.CalledProcessError):
        return None
    return done.stdout
