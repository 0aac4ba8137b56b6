from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts.publish.swap import new_site, refuse_foreign_folder
from tests.publish.project import tree
from tests.toy import ROOT

KILLED = """
import os, signal, sys
from pathlib import Path
from scripts.publish.swap import new_site
with new_site(Path(sys.argv[1])) as folder:
    (folder / "practices").mkdir()
    (folder / "practices" / "index.html").write_text("half")
    os.kill(os.getpid(), signal.SIGKILL)
"""


def write_site(folder: Path, text: str) -> None:
    (folder / "practices").mkdir(parents=True)
    (folder / "practices" / "index.html").write_text(text, encoding="utf-8")


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """A site that stands."""
    folder = tmp_path / "site"
    write_site(folder, "old")
    (folder / "old.html").write_text("old", encoding="utf-8")
    return folder


@pytest.fixture
def running() -> Iterator[int]:
    """The id of another process that runs."""
    command = [sys.executable, "-c", "input()"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        yield process.pid
        process.communicate(b"\n")


def dead() -> int:
    """The id of a process that has ended."""
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        process.wait()
    return process.pid


def beside(out: Path) -> set[str]:
    return {path.name for path in out.parent.iterdir()}


def test_the_new_site_takes_the_place_of_the_old_one_whole(out: Path) -> None:
    with new_site(out) as folder:
        assert not any(folder.iterdir())
        write_site(folder, "new")
        assert tree(out)["practices/index.html"] == b"old"
    assert tree(out) == {"practices/index.html": b"new"}
    assert beside(out) == {"site"}


def test_the_first_site_makes_its_folder(tmp_path: Path) -> None:
    with new_site(tmp_path / "deep" / "site") as folder:
        write_site(folder, "new")
    assert tree(tmp_path) == {"deep/site/practices/index.html": b"new"}


def test_a_failure_leaves_the_old_site(out: Path) -> None:
    def fail() -> None:
        with new_site(out) as folder:
            write_site(folder, "half")
            raise ZeroDivisionError

    before = tree(out)
    with pytest.raises(ZeroDivisionError):
        fail()
    assert tree(out) == before
    assert beside(out) == {"site"}


def test_a_failure_before_the_first_site_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), new_site(tmp_path / "site"):
        raise ZeroDivisionError
    assert list(tmp_path.iterdir()) == []


def test_a_killed_build_leaves_the_old_site_and_the_next_one_clears_up(out: Path) -> None:
    before = tree(out)
    done = subprocess.run([sys.executable, "-c", KILLED, str(out)], cwd=ROOT, check=False)
    assert done.returncode == -signal.SIGKILL
    assert tree(out) == before
    assert len(beside(out)) == 2
    with new_site(out) as folder:
        write_site(folder, "new")
    assert beside(out) == {"site"}


def test_leftover_of_a_dead_process_is_removed_and_that_of_a_running_one_stays(out: Path, running: int) -> None:
    for process in (dead(), running):
        write_site(out.with_name(f".site.new-{process}"), "half")
    with new_site(out) as folder:
        write_site(folder, "new")
    assert beside(out) == {"site", f".site.new-{running}"}


def test_leftover_of_a_process_with_the_same_id_is_not_taken_over(out: Path) -> None:
    write_site(out.with_name(f".site.new-{os.getpid()}"), "half")
    with new_site(out) as folder:
        assert not any(folder.iterdir())


def test_a_folder_of_another_name_is_left_alone(out: Path) -> None:
    write_site(out.with_name(".site.new-backup"), "somebody's own")
    with new_site(out) as folder:
        write_site(folder, "new")
    assert ".site.new-backup" in beside(out)


def test_a_swap_that_was_interrupted_is_undone_first(out: Path) -> None:
    out.rename(out.with_name(".site.old"))
    with pytest.raises(ZeroDivisionError), new_site(out):
        raise ZeroDivisionError
    assert tree(out)["old.html"] == b"old"
    assert beside(out) == {"site"}


def test_an_old_site_beside_a_new_one_is_removed(out: Path) -> None:
    write_site(out.with_name(".site.old"), "older")
    with pytest.raises(ZeroDivisionError), new_site(out):
        raise ZeroDivisionError
    assert tree(out)["practices/index.html"] == b"old"
    assert beside(out) == {"site"}


def test_a_foreign_folder_is_refused_and_untouched(tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "teapot.jpg").write_bytes(b"tea")
    words = "photos holds something that is not a built site"
    with pytest.raises(FileExistsError, match=words), new_site(tmp_path / "photos"):
        pytest.fail("it was let in")
    assert tree(tmp_path) == {"photos/teapot.jpg": b"tea"}


def test_what_may_be_replaced(tmp_path: Path, out: Path) -> None:
    (tmp_path / "empty").mkdir()
    for allowed in (tmp_path / "empty", tmp_path / "missing", out):
        refuse_foreign_folder(allowed)
    (tmp_path / "file").write_text("tea", encoding="utf-8")
    for foreign in (tmp_path / "file", out / "practices", tmp_path):
        with pytest.raises(FileExistsError):
            refuse_foreign_folder(foreign)
