"""Reads the project's own files, to be kept beside the site that was made from them."""

from __future__ import annotations

import io
import subprocess
import tarfile
from collections.abc import Mapping
from pathlib import Path

LEFT_OUT = frozenset({".git", ".venv", ".cache", "site", "node_modules", "__pycache__", ".idea", ".vscode"})
"""Folders that are made or fetched, and therefore no sources."""


def load_sources(root: Path) -> Mapping[str, bytes]:
    """The files of the latest commit by path; without git, the files in the folder."""
    archive = _git(root, "archive", "--format=tar", "HEAD")
    if archive is None:
        return _in_folder(root)
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        files = {member.name: tar.extractfile(member) for member in tar if member.isfile()}
        return {name: file.read() for name, file in sorted(files.items()) if file is not None}


def uncommitted(root: Path) -> list[str]:
    """The files that differ from the latest commit; none without git."""
    status = _git(root, "status", "--porcelain", "--", ".")
    return [line[3:] for line in (status or b"").decode("utf-8", "replace").splitlines()]


def _in_folder(root: Path) -> Mapping[str, bytes]:
    found = {}
    for path in sorted(root.rglob("*")):
        parts = path.relative_to(root).parts
        made = any(part in LEFT_OUT or part.endswith("_cache") for part in parts)
        if not made and path.is_file() and not path.is_symlink() and ".zip" not in path.suffixes:
            found["/".join(parts)] = path.read_bytes()
    return found


def _git(root: Path, *arguments: str) -> bytes | None:
    """What git prints, or None if git is missing or refuses."""
    try:
        done = subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    return done.stdout
