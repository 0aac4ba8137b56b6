"""The command line as people use it: a process of its own in a project of toys."""

from __future__ import annotations

import json
import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.publish.progress import STAGES
from tests.publish.project import BROKEN, LIMIT, build, differences, edit, environment, make_project, run, tree

WITHOUT_ENGINE = """
import runpy, sys
for name in ("mkdocs", "material", "jinja2", "markdown_it", "zensical", "babel", "rich", "watchfiles"):
    sys.modules[name] = None
sys.argv = ["scripts", *sys.argv[1:]]
runpy.run_module("scripts", run_name="__main__")
"""
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
COMMANDS = ("new", "check", "explain", "build", "serve", "archive", "links", "schema")


def run_code(root: Path, code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
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
    return [line for line in done.stdout.splitlines() if line]


def add(root: Path, name: str, text: str) -> None:
    (root / "practices" / f"{name}.yml").write_text(text, encoding="utf-8")


# ---------------------------------------------------------------- help


def test_help_names_every_command(built: Path) -> None:
    done = run(built, "--help")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("usage: python -m scripts")
    assert re.findall(r"^    (\w+)  ", done.stdout, re.MULTILINE) == list(COMMANDS)


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (
            "check",
            [
                "FILE",
                "Checks every practice and event",
                "warnings alone do no harm",
                "--format {text,json,github}",
                "--fix",
            ],
        ),
        ("new", ["practices/<name>.yml", "never touched", "Ctrl-C writes nothing"]),
        ("explain", ["RULE", "why it exists", "lists all rules"]),
        ("build", ["--out DIR", "--engine {mkdocs,zensical}", "the last good site stays as it is"]),
        ("serve", ["--port N", "Stop with Ctrl-C"]),
        ("archive", ["--out FILE", "without this program", "commit your changes first"]),
        ("links", ["--out DIR", "links.md", "status 0"]),
        ("schema", ["schema/terms.schema.json", "schema/vocabularies/"]),
    ],
)
def test_help_of_each_command(built: Path, command: str, told: list[str]) -> None:
    done = run(built, command, "--help", COLUMNS="200")
    assert (done.returncode, done.stderr) == (0, "")
    for words in told:
        assert words in done.stdout


@pytest.mark.parametrize(
    "arguments", [(), ("brew",), ("build", "--engine", "kettle"), ("serve", "--port", "four"), ("check", "--tea")]
)
def test_a_wrong_call_ends_with_2(built: Path, arguments: tuple[str, ...]) -> None:
    done = run(built, *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("usage: python -m scripts")


@pytest.mark.parametrize("command", COMMANDS)
def test_outside_a_project(tmp_path: Path, command: str) -> None:
    done = run(tmp_path, command)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "Run this in the project's own folder, the one that holds mkdocs.yml and schema/.\n"
    assert list(tmp_path.iterdir()) == []


# ---------------------------------------------------------------- check


def test_check_of_all(built: Path) -> None:
    done = run(built, "check")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "4 files checked: no problems.\n"


@pytest.mark.parametrize(
    "name", ["practices/pebble-house.yml", "./practices/pebble-house.yml", "docs/events/toyville-congress-2018.md"]
)
def test_check_of_one_file(built: Path, name: str) -> None:
    done = run(built, "check", name)
    assert (done.returncode, lines(done), done.stderr) == (0, ["1 file checked: no problems."], "")
    assert run(built, "check", str(built / name)).stdout == done.stdout


def test_a_way_round_to_a_file_is_still_that_file(built: Path) -> None:
    done = run(built, "check", "docs/../practices/pebble-house.yml")
    assert lines(done) == ["1 file checked: no problems."]


def test_check_of_a_file_named_twice_counts_it_once(built: Path) -> None:
    name = "practices/pebble-house.yml"
    assert lines(run(built, "check", name, f"./{name}")) == ["1 file checked: no problems."]


def test_an_error_has_its_place_and_ends_with_1(project: Path) -> None:
    edit(project / "practices" / "pebble-house.yml", "life_cycle: replaced", "life_cycle: swallowed")
    done = run(project, "check")
    assert (done.returncode, done.stderr) == (1, "")
    first, last = lines(done)
    assert re.match(r'practices/pebble-house\.yml:\d+:13: error: life_cycle: .*"swallowed"', first)
    assert last == "1 error in 1 of 4 files."


def test_every_problem_of_every_file_in_one_run(project: Path) -> None:
    add(project, "broken-kettle", BROKEN)
    add(project, "no-colon", "name\n")
    edit(project / "practices" / "pebble-house.yml", "life_cycle: replaced", "life_cycle: swallowed")
    done = run(project, "check")
    assert done.returncode == 1
    paths = [line.split(":")[0] for line in lines(done)[:-1]]
    names = ("broken-kettle", "no-colon", "pebble-house")
    assert paths == sorted(paths)
    assert set(paths) == {f"practices/{name}.yml" for name in names}
    assert paths.count("practices/broken-kettle.yml") > 5


def test_only_the_files_named_are_told(project: Path) -> None:
    add(project, "broken-kettle", BROKEN)
    assert run(project, "check", "practices/pebble-house.yml").returncode == 0
    assert run(project, "check", "practices/broken-kettle.yml").returncode == 1


def test_warnings_alone_do_no_harm(project: Path) -> None:
    edit(project / "practices" / "pebble-house.yml", "[health, housing, education]", "[health]")
    done = run(project, "check")
    assert done.returncode == 0
    assert ": warning: sectors: " in done.stdout
    assert lines(done)[-1] == "1 warning in 1 of 4 files."
    done = build(project)
    assert ": warning: sectors: " in done.stdout
    assert lines(done)[-1].startswith("Built 3 practices")


def test_github_gets_an_annotation_beside_the_text(project: Path) -> None:
    edit(project / "practices" / "pebble-house.yml", "life_cycle: replaced", "life_cycle: swallowed")
    done = run(project, "check", GITHUB_ACTIONS="true")
    assert done.returncode == 1
    annotation, text, count = lines(done)
    line = text.split(":")[1]
    assert annotation.startswith(f"::error file=practices/pebble-house.yml,line={line},col=13,title=life_cycle::")
    assert text.startswith(f"practices/pebble-house.yml:{line}:13: error: ")
    assert count == "1 error in 1 of 4 files."
    assert "::error" not in run(project, "check", GITHUB_ACTIONS="false").stdout


def test_github_gets_no_annotation_when_all_is_well(built: Path) -> None:
    assert lines(run(built, "check", GITHUB_ACTIONS="true")) == ["4 files checked: no problems."]


def test_files_that_do_not_exist(built: Path) -> None:
    done = run(built, "check", "practices/teapot.yml", "practices/pebble-house.yml", "practices/cup.yml")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "practices/cup.yml: error: there is no such file.\npractices/teapot.yml: error: there is no such file.\n"
    )
    assert run(built, "check", "practices").stderr == "practices: error: there is no such file.\n"


@pytest.mark.parametrize("name", ["mkdocs.yml", "docs/about/index.md", "docs/events/index.md"])
def test_files_that_are_no_entries(built: Path, name: str) -> None:
    done = run(built, "check", name)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"{name}: error: neither practices/*.yml nor docs/events/*.md.\n"


def test_a_broken_vocabulary_is_told_with_its_line(project: Path) -> None:
    edit(project / "schema" / "vocabularies" / "sectors.yml", "housing:\n", "housing: nothing\nroofs:\n")
    for command in ("check", "build", "schema"):
        done = run(project, command)
        assert (done.returncode, done.stdout) == (1, "")
        assert re.match(r"error: schema/vocabularies/sectors\.yml:\d+:1: the term \"housing\" needs", done.stderr)


def test_vocabularies_and_the_list_for_editors_must_agree(project: Path) -> None:
    edit(project / "schema" / "vocabularies" / "sectors.yml", '"Housing"', '"Roofs"')
    done = run(project, "check")
    assert "schema/terms.schema.json" in done.stdout
    assert "python -m scripts schema" in done.stdout
    written = run(project, "schema")
    assert (written.returncode, written.stdout) == (0, "Wrote schema/terms.schema.json.\n")
    assert "Roofs" in (project / "schema" / "terms.schema.json").read_text(encoding="utf-8")
    assert lines(run(project, "check")) == ["4 files checked: no problems."]


def test_check_needs_no_site_engine(project: Path) -> None:
    done = run_code(project, WITHOUT_ENGINE, "check")
    assert (done.returncode, lines(done), done.stderr) == (0, ["4 files checked: no problems."], "")
    add(project, "broken-kettle", BROKEN)
    done = run_code(project, WITHOUT_ENGINE, "check")
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout == run(project, "check").stdout
    assert run_code(project, WITHOUT_ENGINE, "build").returncode == 1


def test_check_writes_nothing(project: Path) -> None:
    before = tree(project)
    run(project, "check")
    assert differences(before, tree(project)) == []


# ---------------------------------------------------------------- build


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
    add(project, "broken-kettle", BROKEN)
    done = run(project, "build")
    assert done.returncode == 1
    assert "practices/broken-kettle.yml:" in done.stdout
    assert done.stderr == "Nothing was built. site/ is as it was.\n"
    assert not (project / "site").exists()


def test_a_broken_entry_leaves_the_old_site_byte_for_byte(project: Path) -> None:
    before = tree(project / "site")
    stamp = (project / "site" / "index.html").stat().st_mtime_ns
    edit(project / "practices" / "lantern-path.yml", "name: Lantern", "name: Lamp")
    add(project, "broken-kettle", BROKEN)
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


# ---------------------------------------------------------------- serve


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
