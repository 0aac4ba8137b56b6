"""The forms in which the check tells its problems; the command itself is tested in tests/test_command_line.py."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.publish.project import edit, run


@pytest.fixture
def broken(project: Path) -> Path:
    edit(project / "practices" / "pebble-house.yml", "life_cycle: replaced", "life_cycle: swallowed")
    return project


def test_json_is_all_that_is_printed(broken: Path) -> None:
    done = run(broken, "check", "--format", "json", GITHUB_ACTIONS="true")
    assert (done.returncode, done.stderr) == (1, "")
    told = json.loads(done.stdout)
    assert told["files"] == 4
    (problem,) = told["problems"]
    assert problem["file"] == "practices/pebble-house.yml"
    assert (problem["severity"], problem["rule"]) == ("error", "terms-are-known")
    assert "mainstreamed" in problem["allowed"]


def test_json_without_problems(built: Path) -> None:
    done = run(built, "check", "--format", "json")
    assert (done.returncode, json.loads(done.stdout)) == (0, {"files": 4, "problems": []})


def test_a_form_can_be_chosen_anywhere(broken: Path) -> None:
    by_github = run(broken, "check", GITHUB_ACTIONS="true")
    assert run(broken, "check", "--format", "github").stdout == by_github.stdout
    text = run(broken, "check", "--format", "text", GITHUB_ACTIONS="true").stdout
    assert text == run(broken, "check").stdout
    assert text.splitlines()[0].endswith(" [terms-are-known]")
