"""Reads from git which commits on the main line changed entries and events, and who wrote what merges brought."""

from __future__ import annotations

import re
import subprocess
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from scripts.read.yaml_build import INVISIBLE

EVERYBODY = ""
"""Stands for every file of a commit, where one author and one message belong to them all."""

_COMMIT = "commit\0"
_LOG = (
    *("log", "--full-history", "--sparse", "--topo-order", "--diff-merges=first-parent"),
    *("--no-renames", "--raw", "--no-abbrev", "--relative", "--no-color", "--no-ext-diff", "--no-show-signature"),
    "--format=commit%x00%H%x00%P%x00%as%x00%aN%x00%s",
)
_FOLDERS = ("practices", "docs/events")
_FILE = re.compile(r"(?:practices/([^/\t]+)\.ya?ml|docs/(events/[^/\t]+)\.md)\Z")
_MAIL = re.compile(r"[<(]?[^\s<>()@]+@[^\s<>()@]+[>)]?")

Told = tuple[str, str]
"""The name of an author, and the first line of what they said of a change."""

Step = tuple[str, str, dict[str, str], dict[str, list[Told]]]
"""One commit that changed entries or events: its hash, its day, the text of each changed file ("" if it was taken away)
by its name without ending, which begins with "events/" for an event, and who told what of each file. Plain data, to be
saved from build to build."""


class _Commit(NamedTuple):
    hash: str
    parents: tuple[str, ...]
    day: str
    told: Told
    files: dict[str, str]


def load_steps(root: Path, known: Mapping[str, Any]) -> dict[str, Any]:
    """Returns the commits that changed entries or events, the oldest first, as ``{"head": …, "names": …, "steps": …}``.

    The result is empty without git, outside a repository, or in a shallow clone, whose first commit is not the first.

    Args:
        root: The project's root.
        known: An earlier result, to which only what is new is added; may be empty.
    """
    state = _git(root, "rev-parse", "--is-shallow-repository", "HEAD")
    if state is None or not state.startswith("false\n"):
        return {}
    head, names = state.split()[1], _mailmap(root)
    if known.get("head") == head and known["names"] == names:
        return dict(known)
    later = _commits(root, head, f"^{known['head']}") if known.get("names") == names else {}
    if later and _line(later, head)[-1].parents[:1] == (known["head"],):
        steps = [*known["steps"], *_steps(later, head)]
    else:  # nothing is known, or the line does not go on from there, or people changed their names
        steps = _steps(_commits(root, head), head)
    return {"head": head, "names": names, "steps": steps}


def list_edited(root: Path) -> set[str]:
    """The names of the entries and events whose files differ from the newest commit."""
    options = ("--no-optional-locks", "diff", "--name-only", "--no-renames", "--relative", "HEAD", "--")
    paths = _git(root, *options, *_FOLDERS)
    return {match[1] or match[2] for path in (paths or "").split("\n") if (match := _FILE.match(path))}


def load_texts(root: Path, hashes: Sequence[str]) -> dict[str, bytes]:
    """Returns texts of files by their hash; those that git does not have are left out."""
    given = "".join(f"{hash}\n" for hash in dict.fromkeys(hashes)).encode()
    command = ["git", "-C", str(root), "cat-file", "--batch"]
    output = subprocess.run(command, input=given, capture_output=True, check=False).stdout
    texts: dict[str, bytes] = {}
    start = 0
    while start < len(output):
        end = output.index(b"\n", start)
        hash, _, *size = output[start:end].decode().split(" ")
        start = end + 1
        if size:
            texts[hash] = output[start : start + int(size[0])]
            start += int(size[0]) + 1
    return texts


def _mailmap(root: Path) -> str:
    """The file by which people change their names for all the past."""
    path = root / ".mailmap"
    return path.read_bytes().hex() if path.is_file() else ""


def _commits(root: Path, *ends: str) -> dict[str, _Commit]:
    """Every commit between two ends by its hash, each before its parents, with the entries that it changed."""
    commits: dict[str, _Commit] = {}
    files: dict[str, str] = {}
    for line in (_git(root, *_LOG, *ends, "--", *_FOLDERS) or "").split("\n"):
        if line.startswith(_COMMIT):
            hash, parents, day, author, message = line.removeprefix(_COMMIT).split("\0")
            files = {}
            commits[hash] = _Commit(hash, tuple(parents.split()), day, (_clean(author), _clean(message)), files)
        elif line.startswith(":"):
            facts, _, path = line.partition("\t")
            _, mode, _, blob, _ = facts.split(" ")
            if match := _FILE.match(path):
                files[match[1] or match[2]] = blob if mode.startswith("100") else ""
    return commits


def _line(commits: Mapping[str, _Commit], head: str) -> list[_Commit]:
    """The line of first parents, the newest first."""
    line = []
    while head in commits:
        line.append(commits[head])
        head = next(iter(commits[head].parents), "")
    return line


def _steps(commits: Mapping[str, _Commit], head: str) -> list[Step]:
    line = _line(commits, head)
    brought = _brought(commits, line)
    return [
        (commit.hash, commit.day, commit.files, brought[commit.hash] or {EVERYBODY: [commit.told]})
        for commit in reversed(line)
        if commit.files
    ]


def _brought(commits: Mapping[str, _Commit], line: Sequence[_Commit]) -> dict[str, dict[str, list[Told]]]:
    """By merge: who told what of each file in the commits that came to the line with it."""
    age = {commit.hash: place for place, commit in enumerate(line)}
    came_with: dict[str, str] = {}
    for commit in commits.values():
        merge = commit.hash if commit.hash in age else came_with[commit.hash]
        for parent in commit.parents:
            if parent not in age and age[merge] >= age[came_with.get(parent, merge)]:
                came_with[parent] = merge
    brought: dict[str, dict[str, list[Told]]] = defaultdict(dict)
    for commit in reversed(list(commits.values())):
        if commit.hash not in age and len(commit.parents) == 1:
            for name in commit.files:
                brought[came_with[commit.hash]].setdefault(name, []).append(commit.told)
    return brought


def _clean(text: str) -> str:
    """A text without e-mail addresses, which are nobody else's to publish, and without control characters."""
    return " ".join(INVISIBLE.sub("", _MAIL.sub("", text)).split())


def _git(root: Path, *arguments: str) -> str | None:
    """Returns what git prints, or None if git is missing or refuses."""
    command = ["git", "-c", "core.quotepath=off", "-c", "i18n.logOutputEncoding=UTF-8", "-C", str(root), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    return done.stdout.decode("utf-8", "replace")
