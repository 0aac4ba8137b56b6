from __future__ import annotations

import json
from pathlib import Path

from tests.publish.project import BROKEN, run, tree

NAME = "practices/pebble-house.yml"


def spoil(project: Path) -> bytes:
    """Gives an entry foreign line ends, spaces and another order; returns what it was."""
    path = project / NAME
    before = path.read_bytes()
    name, _, rest = before.partition(b"\n")[2].partition(b"\n")
    path.write_bytes(rest.replace(b"integration:\n", b"integration:  \r\n") + name)
    return before


def test_fix_mends_and_shows_the_difference(project: Path) -> None:
    before = spoil(project)
    assert run(project, "check").stdout.endswith("2 warnings in 1 of 4 files.\n")
    done = run(project, "check", "--fix")
    assert (done.returncode, done.stderr) == (0, "")
    assert (project / NAME).read_bytes() == before
    assert done.stdout.startswith(f"--- {NAME}\n+++ {NAME} (mended)\n")
    for line in ("+# yaml-language-server", "-integration:··␍\n", "+integration:\n", "(no line end)\n"):
        assert line in done.stdout
    assert done.stdout.endswith("\n4 files checked: no problems.\n")


def test_a_second_time_there_is_nothing_to_do(project: Path) -> None:
    spoil(project)
    run(project, "check", "--fix")
    before = tree(project)
    assert run(project, "check", "--fix").stdout == "4 files checked: no problems.\n"
    assert tree(project) == before


def test_only_the_files_named_are_mended(project: Path) -> None:
    spoil(project)
    before = tree(project)
    assert run(project, "check", "--fix", "practices/lantern-path.yml").stdout == "1 file checked: no problems.\n"
    assert tree(project) == before


def test_permissions_stay(project: Path) -> None:
    spoil(project)
    (project / NAME).chmod(0o640)
    run(project, "check", "--fix", NAME)
    assert (project / NAME).stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in (project / "practices").iterdir()) == [
        "lantern-path.yml",
        "marmalade-desk.yml",
        "pebble-house.yml",
    ]


def test_a_comment_that_would_lose_its_place_is_told(project: Path) -> None:
    spoil(project)
    path = project / NAME
    path.write_bytes(b"# whose?\n" + path.read_bytes())
    before = tree(project)
    done = run(project, "check", "--fix", NAME)
    assert done.stdout.startswith(f"{NAME}: not mended. The comment on line 2 stands between two fields")
    assert tree(project) == before


def test_what_is_wrong_beyond_that_is_still_told(project: Path) -> None:
    (project / "practices" / "kettle.yml").write_text(BROKEN, encoding="utf-8")
    (project / "practices" / "torn.yml").write_text("name: [", encoding="utf-8")
    done = run(project, "check", "--fix", "--format", "json")
    assert done.returncode == 1
    files = {problem["file"] for problem in json.loads(done.stdout)["problems"]}
    assert files == {"practices/kettle.yml", "practices/torn.yml"}
    assert "+# yaml-language-server" in done.stderr
    assert (project / "practices" / "torn.yml").read_text(encoding="utf-8") == "name: ["


def test_a_file_that_cannot_be_written_is_told(project: Path) -> None:
    spoil(project)
    (project / "practices" / ".pebble-house.yml.new").mkdir()
    done = run(project, "check", "--fix")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("error: ")
    assert "Traceback" not in done.stderr
