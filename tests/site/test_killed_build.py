"""A build that is killed leaves the old site as it was, and the next build works."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.site.building import build, build_command, contents, copy_project, differences, environment

MOMENTS = {
    "the new folder appears": "",
    "half of the practices are written": "practices/kotitori/index.html",
    "the lists are being written": "practices/catalogue.json",
}
"""When to kill: as soon as this file lies in the new folder."""

PATIENCE = 60
"""Seconds until a build that has not come to its moment counts as stuck."""


@dataclass(frozen=True)
class Bench:
    """A copy of the project with a built site."""

    root: Path
    out: Path
    old: dict[str, bytes]

    def edit(self, path: str, before: str, after: str) -> None:
        file = self.root / path
        text = file.read_text(encoding="utf-8")
        assert text.count(before) == 1
        file.write_text(text.replace(before, after), encoding="utf-8")

    def unfinished(self) -> list[Path]:
        return list(self.out.parent.glob(f".{self.out.name}.new-*"))


def change_one_entry(bench: Bench) -> None:
    """All other pages are then taken over from the old site."""
    bench.edit("practices/troubled-families.yml", "\nlead: ", "\nlead: Toy ")


def change_the_name_of_the_site(bench: Bench) -> None:
    """Every page is then made anew."""
    bench.edit("mkdocs.yml", "\nsite_name: Common Thread", "\nsite_name: Toy Thread")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    folder = tmp_path_factory.mktemp("killed")
    root = copy_project(folder / "copy")
    out = build(root, folder / "site")
    return Bench(root, out, contents(out))


@pytest.mark.parametrize("change", [change_one_entry, change_the_name_of_the_site])
def test_the_old_site_stays_and_the_next_build_works(
    built: Bench, tmp_path: Path, change: Callable[[Bench], None]
) -> None:
    root = copy_project(tmp_path / "copy")
    bench = Bench(root, build(root, tmp_path / "site"), built.old)
    change(bench)
    for moment, file in MOMENTS.items():
        assert kill_when(bench, file), f"the build was over before {moment}"
        assert differences(bench.old, contents(bench.out)) == [], moment
        assert bench.unfinished(), f"killed too late to tell anything: {moment}"
    build(bench.root, bench.out)
    expected = contents(build(bench.root, tmp_path / "apart"))
    assert differences(expected, contents(bench.out)) == []
    assert differences(expected, bench.old) != []
    left = sorted(path.name for path in tmp_path.iterdir())
    assert left == ["apart", "copy", "site"]


def kill_when(bench: Bench, file: str) -> bool:
    """Starts a build and kills it as soon as ``file`` lies in its new folder; False if it was over before."""
    process = subprocess.Popen(
        build_command(bench.out),
        cwd=bench.root,
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    file_of_this = bench.out.parent / f".{bench.out.name}.new-{process.pid}" / file
    until = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < until:
        if file_of_this.exists():
            os.kill(process.pid, signal.SIGKILL)
            break
    else:
        process.kill()
    return process.wait() == -signal.SIGKILL


def test_a_build_with_an_error_leaves_the_old_site(built: Bench, tmp_path: Path) -> None:
    root = copy_project(tmp_path / "copy")
    bench = Bench(root, built.out, built.old)
    bench.edit("practices/troubled-families.yml", "\nlead: ", "\nlaed: ")
    done = subprocess.run(
        build_command(bench.out), cwd=root, env=environment(), capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "practices/troubled-families.yml:" in done.stdout
    assert "laed" in done.stdout
    assert differences(bench.old, contents(bench.out)) == []


def test_a_folder_that_is_no_site_is_left_alone(built: Bench, tmp_path: Path) -> None:
    foreign = tmp_path / "letters"
    foreign.mkdir()
    (foreign / "dear.txt").write_text("Dear all", encoding="utf-8")
    done = subprocess.run(
        build_command(foreign), cwd=built.root, env=environment(), capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "letters" in done.stderr
    assert contents(foreign) == {"dear.txt": b"Dear all"}


def test_a_site_that_was_moved_aside_is_put_back(built: Bench, tmp_path: Path) -> None:
    """Should the machine stop between the two renames, the old site lies beside its place."""
    root = copy_project(tmp_path / "copy")
    out = build(root, tmp_path / "site")
    out.rename(tmp_path / ".site.old")
    build(root, out)
    assert differences(built.old, contents(out)) == []
    assert not (tmp_path / ".site.old").exists()
