"""The command line as people use it: a process of its own in a project of toys."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.publish.project import run

COMMANDS = ("new", "check", "explain", "build", "serve", "archive", "links", "schema")


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
