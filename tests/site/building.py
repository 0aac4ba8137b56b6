"""Builds by the real command line, in the project itself or in a copy of it."""

from __future__ import annotations

import datetime
import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.bench.entries import write_practices

ROOT = Path(__file__).parents[2]

PARTS = ("practices", "docs", "schema", "scripts", "mkdocs.yml")
"""What a build needs of the project; a copy has its own cache."""


def noon_today() -> str:
    """The time of every build of this run, for SOURCE_DATE_EPOCH: today at noon, so that UTC has the same day."""
    noon = datetime.datetime.combine(datetime.date.today(), datetime.time(12), datetime.UTC)
    return str(int(noon.timestamp()))


EPOCH = noon_today()


def build_command(out: Path, *options: str) -> list[str]:
    return [sys.executable, "-m", "scripts", "build", "--out", str(out), *options]


def environment() -> dict[str, str]:
    return {**os.environ, "SOURCE_DATE_EPOCH": EPOCH, "PYTHONDONTWRITEBYTECODE": "1"}


def build(root: Path, out: Path, *options: str) -> Path:
    """Builds ``root`` into ``out``; the test fails with what the build printed if the build fails."""
    done = subprocess.run(
        build_command(out, *options),
        cwd=root,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"the build ended with {done.returncode}:\n{done.stdout}{done.stderr}"
    return out


def copy_project(folder: Path) -> Path:
    """Copies what a build needs into a folder; the history stays the project's own."""
    folder.mkdir(parents=True)
    for part in PARTS:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder / part)
    if (ROOT / ".git").exists():
        (folder / ".git").symlink_to(ROOT / ".git")
    return folder


def copy_with_many(folder: Path, number: int) -> Path:
    """The same with so many synthetic practices in place of the real ones and their events."""
    copy_project(folder)
    shutil.rmtree(folder / "practices")
    shutil.rmtree(folder / "docs" / "events")
    (folder / "practices").mkdir()
    list(write_practices(ROOT, number, folder / "practices"))
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    """The bytes of every file below a folder, by path."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def differences(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """The paths that only one has, or whose bytes differ."""
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))
