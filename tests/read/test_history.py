from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from scripts.read.history import History, load_history

LONG = "name: " + "lantern " * 40 + "\n"


def _git(root: Path, *arguments: str, day: str = "2026-01-01") -> None:
    stamp = f"{day}T12:00:00+00:00"
    environment = os.environ | {
        "GIT_AUTHOR_DATE": stamp,
        "GIT_COMMITTER_DATE": stamp,
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_SYSTEM": os.devnull,
    }
    person = ("-c", "user.name=Toy", "-c", "user.email=toy@example.org")
    subprocess.run(["git", *person, *arguments], cwd=root, check=True, capture_output=True, env=environment)


def _commit(root: Path, day: str) -> None:
    _git(root, "add", "-A")
    _git(root, "commit", "-m", "Toy", day=day)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    root = tmp_path / "toys"
    (root / "practices").mkdir(parents=True)
    _git(root, "init", "-b", "main")
    (root / "practices" / "a.yml").write_text(LONG, encoding="utf-8")
    _commit(root, "2026-01-01")
    (root / "practices" / "a.yml").write_text(LONG + "more: 1\n", encoding="utf-8")
    (root / "practices" / "b.yml").write_text("name: B\n", encoding="utf-8")
    _commit(root, "2026-02-02")
    return root


def test_dates_and_number_of_changes(repository: Path) -> None:
    history = load_history(repository)
    assert set(history) == {"a", "b"}
    a = history["a"]
    assert (a.created, a.changed, a.revisions) == ("2026-01-01", "2026-02-02", 2)
    assert len(a.commit) == 40
    assert history["b"] == History("2026-02-02", "2026-02-02", a.commit, 1)


def test_renames_are_followed(repository: Path) -> None:
    _git(repository, "mv", "practices/a.yml", "practices/c.yml")
    _commit(repository, "2026-03-03")
    (repository / "practices" / "a.yml").write_text("name: another thing\n", encoding="utf-8")
    _commit(repository, "2026-04-04")
    history = load_history(repository)
    assert (history["c"].created, history["c"].revisions) == ("2026-01-01", 3)
    assert (history["a"].created, history["a"].revisions) == ("2026-04-04", 1)


def test_a_folder_within_a_repository(repository: Path) -> None:
    assert "a" in load_history(repository)
    (repository / "sub" / "practices").mkdir(parents=True)
    (repository / "sub" / "practices" / "d.yml").write_text("name: D\n", encoding="utf-8")
    _commit(repository, "2026-05-05")
    assert set(load_history(repository / "sub")) == {"d"}


def test_shallow_clones_have_no_history(repository: Path, tmp_path: Path) -> None:
    _git(tmp_path, "clone", "--depth", "1", repository.as_uri(), "shallow")
    assert load_history(tmp_path / "shallow") == {}


def test_outside_a_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert load_history(tmp_path) == {}
    monkeypatch.setenv("PATH", "")
    assert load_history(tmp_path) == {}
