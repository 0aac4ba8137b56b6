"""A project of toys in a folder of its own, and the real command line in it."""

from __future__ import annotations

import datetime
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from tests.toy import ROOT, TODAY, TOY

NOON = datetime.datetime.fromisoformat(f"{TODAY}T12:00:00+00:00")
LIMIT = 300
"""Seconds after which a command that hangs counts as a failure."""

BROKEN = "name: Broken Kettle\nsummary: short\n"


def make_project(root: Path, *, with_code: bool = False) -> Path:
    """Puts the real frame and schema and the toy practices and event below ``root``."""
    root.mkdir(parents=True)
    unwanted = shutil.ignore_patterns("events", "__pycache__")
    for name in ("docs", "schema", *(["scripts"] if with_code else [])):
        shutil.copytree(ROOT / name, root / name, ignore=unwanted)
    shutil.copytree(TOY / "docs" / "events", root / "docs" / "events")
    shutil.copytree(TOY / "practices", root / "practices")
    shutil.copy(ROOT / "mkdocs.yml", root)
    return root


def environment(root: Path, **extra: str) -> Mapping[str, str]:
    """The environment of a command: the day of the toys, and this project's code unless it holds its own."""
    inherited = {key: value for key, value in os.environ.items() if not key.startswith(("GITHUB_", "PYTHON"))}
    code = root if (root / "scripts").exists() else ROOT
    return {
        **inherited,
        "SOURCE_DATE_EPOCH": str(int(NOON.timestamp())),
        "PYTHONPATH": str(code),
        "PYTHONDONTWRITEBYTECODE": "1",
        **extra,
    }


def run(root: Path, *arguments: str, **extra: str) -> subprocess.CompletedProcess[str]:
    """Runs ``python -m scripts`` in a project; further variables of the environment by name."""
    command = [sys.executable, "-m", "scripts", *arguments]
    return subprocess.run(
        command,
        cwd=root,
        env=environment(root, **extra),
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=LIMIT,
    )


def run_code(root: Path, code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs a program of Python in a project as ``run`` does."""
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(
        command,
        cwd=root,
        env=environment(root),
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=LIMIT,
    )


def lines(done: subprocess.CompletedProcess[str]) -> list[str]:
    """What a command printed, without empty lines."""
    return [line for line in done.stdout.splitlines() if line]


def add_entry(root: Path, name: str, text: str) -> None:
    (root / "practices" / f"{name}.yml").write_text(text, encoding="utf-8")


def build(root: Path, *arguments: str, **extra: str) -> subprocess.CompletedProcess[str]:
    """Builds a project that must build."""
    done = run(root, "build", *arguments, **extra)
    assert done.returncode == 0, done.stdout + done.stderr
    return done


def tree(folder: Path) -> dict[str, bytes]:
    """Every file of a folder with its bytes; empty if there is no such folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def differences(one: Mapping[str, bytes], other: Mapping[str, bytes]) -> list[str]:
    """Names of the files that are not the same in both trees."""
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


def edit(path: Path, old: str, new: str) -> None:
    """Replaces a text in a file that must hold it."""
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{path} does not hold {old!r}"
    path.write_text(text.replace(old, new), encoding="utf-8")
