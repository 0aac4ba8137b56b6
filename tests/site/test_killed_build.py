"""A build that is killed leaves the old site as it was, and the next build works."""

from __future__ import annotations

import shutil
import signal
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.site.building import ROOT, build, build_command, contents, copy_with_many, differences, environment

KILLER = """
import os, re, signal, sys

moment = re.compile(os.environ["KILL_AT"])


def kill(event, arguments):
    if event in EVENTS and moment.search(" ".join([event, *map(str, arguments[:2])])):
        os.kill(os.getpid(), signal.SIGKILL)


EVENTS = ("open", "os.link", "os.mkdir", "os.rename", "subprocess.Popen")
sys.addaudithook(kill)
"""
"""Python imports this before the build: it kills the process just before a certain file is made or moved."""

NEW = r"/\.site\.new-\d+"

MOMENTS = {
    "the new folder has appeared": rf"{NEW}/",
    "half of the practices are written": rf"{NEW}/practices/kotitori/index\.html",
    "the lists are being written": rf"{NEW}/practices/catalogue\.json",
    "the last file is being written": rf"{NEW}/sitemap\.xml",
    "the old site is about to be moved aside": r"os\.rename \S+/site \S+/\.site\.old$",
}

BETWEEN = rf"os\.rename \S+{NEW} \S+/site$"
"""The old site was moved aside and the new one is about to take its place."""

THEME = r"subprocess\.Popen .*'mkdocs'"


REAL = 22
SYNTHETIC = 20
"""So many practices that a build makes pictures in two processes, and pages of the past, which only real ones have."""


@dataclass(frozen=True)
class Bench:
    """A project with a built site."""

    root: Path
    out: Path
    old: dict[str, bytes]

    def edit(self, path: str, before: str, after: str) -> None:
        file = self.root / path
        text = file.read_text(encoding="utf-8")
        assert text.count(before) == 1
        file.write_text(text.replace(before, after), encoding="utf-8")

    def beside_the_site(self) -> list[str]:
        return sorted(path.name for path in self.out.parent.iterdir() if path.name.startswith(f".{self.out.name}"))

    def run(self) -> subprocess.CompletedProcess[str]:
        command = build_command(self.out)
        return subprocess.run(command, cwd=self.root, env=environment(), capture_output=True, text=True, check=False)

    def kill_at(self, moment: str) -> None:
        """Runs a build that is killed at a moment, and makes sure that it was."""
        folder = self.root.parent / "killer"
        folder.mkdir(exist_ok=True)
        (folder / "sitecustomize.py").write_text(KILLER, encoding="utf-8")
        done = subprocess.run(
            build_command(self.out),
            cwd=self.root,
            env={**environment(), "PYTHONPATH": str(folder), "KILL_AT": moment},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == -signal.SIGKILL, f"no build was killed at {moment}: {done.stdout}{done.stderr}"


def change_one_entry(bench: Bench) -> None:
    """All other pages are then taken over from the old site."""
    bench.edit("practices/troubled-families.yml", "\nlead: ", "\nlead: Toy ")


def change_the_name_of_the_site(bench: Bench) -> None:
    """Every page is then made anew."""
    bench.edit("mkdocs.yml", "\nsite_name: Common Thread", "\nsite_name: Toy Thread")


def make_project(folder: Path) -> Path:
    """A project with the real code and frame, some real practices with their past, and synthetic ones."""
    copy_with_many(folder, SYNTHETIC)
    changed = {ROOT / "practices" / f"{slug}.yml" for slug in ("kotitori", "troubled-families")}
    others = sorted({*(ROOT / "practices").glob("*.yml")} - changed)
    for entry in [*changed, *others[: REAL - len(changed)]]:
        shutil.copy(entry, folder / "practices")
    return folder


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    folder = tmp_path_factory.mktemp("killed")
    root = make_project(folder / "copy")
    out = build(root, folder / "site")
    return Bench(root, out, contents(out))


def copy_of(bench: Bench, folder: Path) -> Path:
    """A copy of the project with what its cache holds."""
    return Path(shutil.copytree(bench.root, folder / "copy", symlinks=True))


@pytest.fixture
def bench(built: Bench, tmp_path: Path) -> Bench:
    """A copy with a site of its own, built there, so that the next build takes pages over."""
    root = copy_of(built, tmp_path)
    return Bench(root, build(root, tmp_path / "site"), built.old)


@pytest.mark.parametrize("change", [change_one_entry, change_the_name_of_the_site])
def test_the_old_site_stays_and_the_next_build_works(bench: Bench, change: Callable[[Bench], None]) -> None:
    change(bench)
    for moment, pattern in MOMENTS.items():
        bench.kill_at(pattern)
        assert differences(bench.old, contents(bench.out)) == [], moment
        assert len(bench.beside_the_site()) == 1, moment
    build(bench.root, bench.out)
    assert bench.beside_the_site() == []
    expected = contents(build(bench.root, bench.out.with_name("apart")))
    assert differences(expected, bench.old) != []
    assert differences(expected, contents(bench.out)) == []


def test_between_the_two_renames_the_old_site_lies_aside_and_is_put_back(bench: Bench) -> None:
    bench.kill_at(BETWEEN)
    assert not bench.out.exists()
    assert differences(bench.old, contents(bench.out.with_name(".site.old"))) == []
    bench.kill_at(MOMENTS["half of the practices are written"])
    assert differences(bench.old, contents(bench.out)) == [], "put back before anything else"
    build(bench.root, bench.out)
    assert differences(bench.old, contents(bench.out)) == []
    assert bench.beside_the_site() == []


def test_a_build_killed_while_the_theme_is_at_work(built: Bench, tmp_path: Path) -> None:
    bench = Bench(make_project(tmp_path / "copy"), built.out, built.old)
    bench.kill_at(THEME)
    assert differences(bench.old, contents(bench.out)) == []
    build(bench.root, bench.out)
    assert differences(bench.old, contents(bench.out)) == []

    assert [path.name for path in (bench.root / ".cache" / "frames").glob("building-*")] == []


def test_a_build_with_an_error_leaves_the_old_site(built: Bench, tmp_path: Path) -> None:
    bench = Bench(copy_of(built, tmp_path), built.out, built.old)
    bench.edit("practices/troubled-families.yml", "\nlead: ", "\nlaed: ")
    done = bench.run()
    assert done.returncode == 1
    assert "practices/troubled-families.yml:" in done.stdout
    assert "laed" in done.stdout
    assert differences(bench.old, contents(bench.out)) == []


def test_a_folder_that_is_no_site_is_left_alone(built: Bench, tmp_path: Path) -> None:
    foreign = tmp_path / "letters"
    foreign.mkdir()
    (foreign / "dear.txt").write_text("Dear all", encoding="utf-8")
    done = Bench(built.root, foreign, {}).run()
    assert done.returncode == 1
    assert "letters" in done.stderr
    assert contents(foreign) == {"dear.txt": b"Dear all"}
