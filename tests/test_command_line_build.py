"""``build`` and ``serve`` as people use them: what goes wrong is told, and the last good site stays."""

from __future__ import annotations

import json
import re
import socket
from pathlib import Path

import pytest

from scripts.publish.progress import STAGES
from tests.publish.project import BROKEN, add_entry, build, differences, edit, make_project, run, run_code, tree

NOT_INSTALLED = """
import importlib.metadata, runpy, sys
known = importlib.metadata.version
def version(name):
    if name.startswith("mkdocs"):
        raise importlib.metadata.PackageNotFoundError(name)
    return known(name)
importlib.metadata.version = version
sys.argv = ["scripts", *sys.argv[1:]]
runpy.run_module("scripts", run_name="__main__")
"""


def test_build_says_what_it_built(project: Path) -> None:
    done = build(project)
    told = re.fullmatch(r"Built 3 practices and 1 events into site/ in \d+\.\d\d s \((.*)\)\.\n", done.stdout)
    assert told
    assert done.stderr == ""
    assert [part.split()[0] for part in told[1].split(", ")] == list(STAGES)


def test_build_into_another_folder(project: Path) -> None:
    build(project, "--out", "elsewhere")
    assert differences(tree(project / "site"), tree(project / "elsewhere")) == []


def test_a_broken_entry_builds_nothing(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project")
    add_entry(project, "broken-kettle", BROKEN)
    done = run(project, "build")
    assert done.returncode == 1
    assert "practices/broken-kettle.yml:" in done.stdout
    assert done.stderr == "Nothing was built. site/ is as it was.\n"
    assert not (project / "site").exists()


def test_a_broken_entry_leaves_the_old_site_byte_for_byte(project: Path) -> None:
    before = tree(project / "site")
    stamp = (project / "site" / "index.html").stat().st_mtime_ns
    edit(project / "practices" / "lantern-path.yml", "name: Lantern", "name: Lamp")
    add_entry(project, "broken-kettle", BROKEN)
    assert run(project, "build").returncode == 1
    assert differences(before, tree(project / "site")) == []
    assert (project / "site" / "index.html").stat().st_mtime_ns == stamp
    assert {path.name for path in project.iterdir()} == {
        *(".cache", "docs", "mkdocs.yml", "practices", "schema", "site")
    }


def fails_and_leaves_the_old_site(project: Path) -> str:
    """Builds a project that must not build, and returns what it said."""
    before = tree(project / "site")
    done = run(project, "build")
    assert (done.returncode, done.stdout) == (1, "")
    assert differences(before, tree(project / "site")) == []
    assert not [path for path in project.iterdir() if path.name.startswith(".site")]
    assert done.stderr.startswith("error: "), done.stderr
    return done.stderr


def test_a_fault_in_the_theme_leaves_the_old_site(project: Path) -> None:
    (project / "docs" / "templates" / "main.html").write_text("{% block teapot", encoding="utf-8")
    said = fails_and_leaves_the_old_site(project)
    assert said.startswith("error: mkdocs could not build the pages in docs/:\n")
    assert "main.html" in said


def test_a_strict_fault_in_a_page_leaves_the_old_site(project: Path) -> None:
    (project / "docs" / "about" / "index.md").write_text("[Tea](teapot.md)\n", encoding="utf-8")
    assert "about/index.md" in fails_and_leaves_the_old_site(project)


def test_a_shell_without_marks_leaves_the_old_site(project: Path) -> None:
    (project / "docs" / "templates" / "shell.html").write_text('{% extends "main.html" %}', encoding="utf-8")
    assert "block marks" in fails_and_leaves_the_old_site(project)


@pytest.mark.parametrize(
    ("old", "new"), [("site_description:", "copyright:"), ("generator: false", "generator: !ENV [TEA, false]")]
)
def test_settings_that_cannot_be_read_leave_the_old_site(project: Path, old: str, new: str) -> None:
    edit(project / "mkdocs.yml", old, new)
    assert "mkdocs.yml" in fails_and_leaves_the_old_site(project)


def test_a_missing_engine_leaves_the_old_site(project: Path) -> None:
    before = tree(project / "site")
    done = run_code(project, NOT_INSTALLED, "build")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "error: mkdocs is not installed; install it with: pip install mkdocs\n"
    assert differences(before, tree(project / "site")) == []


@pytest.mark.parametrize("out", ["practices", "docs", "mkdocs.yml", ".", "site/practices", "../photos"])
def test_a_foreign_folder_is_refused(project: Path, out: str) -> None:
    (project.parent / "photos").mkdir()
    (project.parent / "photos" / "teapot.jpg").write_bytes(b"tea")
    before = tree(project.parent)
    done = run(project, "build", "--out", out)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"error: {out} holds something that is not a built site; choose an empty or new folder\n"
    assert differences(before, tree(project.parent)) == []


def test_a_damaged_cache_does_no_harm(project: Path) -> None:
    before = tree(project / "site")
    saved = list((project / ".cache").rglob("*.data"))
    assert len(saved) == 5
    for path in saved:
        path.write_bytes(b"\x80\x05tea")
    build(project)
    assert differences(before, tree(project / "site")) == []


def test_serve_on_a_taken_port(project: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = run(project, "serve", "--port", str(port))
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        f"error: cannot serve on port {port}: Address already in use. Try another one: --port 8001\n"
    )


def test_serve_on_a_port_that_cannot_be(project: Path) -> None:
    done = run(project, "serve", "--port", "99999")
    assert done.returncode in (1, 2)
    assert "Traceback" not in done.stderr


def test_the_site_of_the_command_line_holds_the_toys(built: Path) -> None:
    records = json.loads((built / "site" / "data" / "practices.json").read_bytes())["practices"]
    assert [record["name"] for record in records] == [
        "Lantern Path of Toyville",
        "The Marmalade Desk",
        "Pebble House, Shellbury",
    ]


@pytest.mark.parametrize(
    ("path", "old", "new", "told"),
    [
        ("schema/vocabularies/mechanisms.yml", "  kind: ", "  kin: ", "schema/vocabularies/mechanisms.yml:2:1: "),
        ("schema/vocabularies/study_designs.yml", "level: L3", "level: LX", "needs the field level"),
        ("schema/event.schema.json", "{", "", "schema/event.schema.json:2:12: not JSON: "),
    ],
)
def test_a_broken_file_of_the_project_is_told(project: Path, path: str, old: str, new: str, told: str) -> None:
    text = (project / path).read_text(encoding="utf-8")
    (project / path).write_text(text.replace(old, new, 1), encoding="utf-8")
    for command in ("check", "build"):
        done = run(project, command)
        assert (done.returncode, done.stdout) == (1, "")
        assert done.stderr.startswith("error: ")
        assert told in done.stderr
        assert "Traceback" not in done.stderr


def test_a_day_that_is_none_is_told(project: Path) -> None:
    code = "import os, runpy, sys; os.environ['SOURCE_DATE_EPOCH'] = 'tea'; sys.argv[0] = 'scripts';" + (
        "runpy.run_module('scripts', run_name='__main__')"
    )
    done = run_code(project, code, "check")
    assert (done.returncode, done.stderr) == (1, 'error: SOURCE_DATE_EPOCH must be seconds since 1970, not "tea".\n')


def test_a_folder_that_cannot_be_written_is_told(project: Path) -> None:
    done = run(project, "build", "--out", "mkdocs.yml/site")
    assert done.returncode == 1
    assert done.stderr.startswith("error: ")
    assert "Traceback" not in done.stderr
