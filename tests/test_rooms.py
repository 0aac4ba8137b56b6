"""import-linter holds that a room imports only rooms to its left."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from itertools import pairwise
from pathlib import Path

import pytest

from tests.toy import ROOT

ROOMS = ("read", "check", "derive", "render", "publish", "commands", "__main__")
BESIDE = {"vendor"}
"""Modules that are no room: run by hand, used by no room."""
LINT = str(Path(sys.executable).with_name("lint-imports"))


def lint(root: Path) -> subprocess.CompletedProcess[str]:
    command = [LINT, "--no-cache", "--no-logo", "--config", "pyproject.toml"]
    return subprocess.run(command, cwd=root, capture_output=True, encoding="utf-8", check=False)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the code that may be spoiled."""
    shutil.copytree(ROOT / "scripts", tmp_path / "scripts", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def spoil(root: Path, room: str, line: str) -> None:
    name = "__main__.py" if room == "__main__" else f"{room}/spoilt.py"
    with (root / "scripts" / name).open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")


def test_every_room_knows_only_the_rooms_to_its_left() -> None:
    done = lint(ROOT)
    assert done.returncode == 0, done.stdout
    assert "Contracts: 1 kept, 0 broken." in done.stdout


def test_the_contract_names_every_room() -> None:
    contract = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    (layers,) = (item["layers"] for item in contract["contracts"])
    assert layers == [f"scripts.{room}" for room in reversed(ROOMS)]
    folders = {path.parent.name for path in (ROOT / "scripts").glob("*/__init__.py")}
    modules = {path.stem for path in (ROOT / "scripts").glob("*.py")} - {"__init__"}
    assert folders | modules == set(ROOMS) | BESIDE


@pytest.mark.parametrize(("room", "right"), list(pairwise(ROOMS)))
def test_an_import_to_the_right_breaks_the_contract(copy: Path, room: str, right: str) -> None:
    assert lint(copy).returncode == 0
    spoil(copy, room, f"import scripts.{right}  # noqa")
    done = lint(copy)
    assert done.returncode == 1
    assert "0 kept, 1 broken" in done.stdout
    assert f"scripts.{room} is not allowed to import scripts.{right}" in re.sub(r"\s+", " ", done.stdout)


def test_an_import_inside_a_function_breaks_the_contract_too(copy: Path) -> None:
    spoil(copy, "read", "def later() -> None:\n    from scripts.publish import cache\n    print(cache)")
    done = lint(copy)
    assert done.returncode == 1
    assert "scripts.read is not allowed to import scripts.publish" in re.sub(r"\s+", " ", done.stdout)


def test_an_import_to_the_left_is_allowed(copy: Path) -> None:
    spoil(copy, "publish", "import scripts.read.entries  # noqa")
    assert lint(copy).returncode == 0
