"""The program that makes the parts of the full-text index one after another."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from scripts.publish import index_parts
from scripts.publish.search import ONE_BY_ONE

NOTE = "import pathlib, sys; pathlib.Path('made').touch(); sys.exit(pathlib.Path('status').exists())"
"""Leaves a mark where it runs; fails where a file says so."""

UNTIL_ALONE = (
    "import pathlib, time; pathlib.Path('made').touch()\n"
    "while not pathlib.Path('../../alone').exists(): time.sleep(.01)"
)
"""Leaves a mark, then waits for the file ``alone``."""


@pytest.fixture
def parts(tmp_path: Path) -> Path:
    """Three empty folders."""
    for name in "abc":
        (tmp_path / "parts" / name).mkdir(parents=True)
    return tmp_path / "parts"


def run(parts: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr(sys, "argv", ["index_parts.py", str(parts), sys.executable, "-c", NOTE])
    return index_parts.main()


def made(parts: Path) -> list[str]:
    return sorted(mark.parent.name for mark in parts.glob("*/made"))


def test_the_command_runs_in_each_folder(parts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert (run(parts, monkeypatch), made(parts)) == (0, ["a", "b", "c"])


def test_it_ends_where_the_command_fails(parts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (parts / "b" / "status").touch()
    assert (run(parts, monkeypatch), made(parts)) == (1, ["a", "b"])


def test_it_ends_when_nobody_waits_any_more(parts: Path) -> None:
    inner = [sys.executable, str(ONE_BY_ONE), str(parts), sys.executable, "-c", UNTIL_ALONE]
    waiting = [sys.executable, "-c", "import subprocess, sys; subprocess.call(sys.argv[1:])", *inner]
    with subprocess.Popen(waiting, stdout=subprocess.PIPE) as whoever_waits:
        while made(parts) != ["a"]:
            time.sleep(0.01)
        whoever_waits.kill()
        whoever_waits.wait()
        (parts.parent / "alone").touch()
        assert whoever_waits.stdout
        whoever_waits.stdout.read()  # until the last program that holds its other end has gone
    assert made(parts) == ["a"]
