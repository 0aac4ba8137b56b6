"""The files for the forge have the form that it asks for, nothing in them can be abused, and their commands run."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.publish.project import BROKEN, run
from tests.toy import ROOT

FORGE = ROOT / ".github"
WORKFLOWS = sorted((FORGE / "workflows").glob("*.yml"))
SCHEMAS = {
    "vendor.github-workflows": WORKFLOWS,
    "vendor.github-issue-forms": [
        FORGE / "ISSUE_TEMPLATE" / f"{name}.yml" for name in ("suggest", "correct", "problem")
    ],
    "vendor.github-issue-config": [FORGE / "ISSUE_TEMPLATE" / "config.yml"],
    "vendor.dependabot": [FORGE / "dependabot.yml"],
}


def command(name: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    program = str(Path(sys.executable).with_name(name))
    return subprocess.run([program, *arguments], capture_output=True, encoding="utf-8", check=False)


@pytest.mark.parametrize("schema", SCHEMAS)
def test_files_have_the_form_that_the_forge_asks_for(schema: str) -> None:
    done = command("check-jsonschema", "--builtin-schema", schema, *map(str, SCHEMAS[schema]))
    assert done.returncode == 0, done.stdout


def test_every_file_for_the_forge_has_been_looked_at() -> None:
    assert {path for paths in SCHEMAS.values() for path in paths} == set(FORGE.rglob("*.yml"))


def test_nothing_in_the_workflows_can_be_abused() -> None:
    done = command("zizmor", "--offline", "--no-progress", "--persona", "auditor", str(FORGE))
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_may_do_only_what_its_job_needs(path: Path) -> None:
    workflow = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert workflow["permissions"] == {}
    may_write = {f"{name}: {right}" for job in workflow["jobs"].values() for name, right in job["permissions"].items()}
    needs = {"publish": {"pages: write", "id-token: write"}, "links": {"issues: write"}}
    assert may_write - {"contents: read"} == needs.get(path.stem, set())
    assert "secrets." not in path.read_text(encoding="utf-8")


def test_a_pull_request_never_runs_with_the_rights_of_the_project() -> None:
    triggers = {path.stem: set(yaml.safe_load(path.read_text(encoding="utf-8"))[True]) for path in WORKFLOWS}  # on
    assert triggers == {
        "checks": {"pull_request", "push"},
        "links": {"schedule", "workflow_dispatch"},
        "publish": {"push", "schedule", "workflow_dispatch"},
    }


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_each_action_is_pinned_by_the_hash_of_a_commit_with_its_version_beside_it(path: Path) -> None:
    used = re.findall(r"uses: (.+)", path.read_text(encoding="utf-8"))
    assert used
    assert all(re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action) for action in used), used


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_steps_only_call_commands_that_exist(path: Path) -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    jobs = yaml.safe_load(path.read_text(encoding="utf-8"))["jobs"].values()
    for line in (step["run"] for job in jobs for step in job["steps"] if "run" in step):
        words = line.split()
        assert words[0] == ".github/update-issue" or (words[0] == "make" and set(words[1:]) <= targets), line


def test_the_check_leaves_a_summary_and_notes_beside_the_lines(project: Path, tmp_path: Path) -> None:
    (project / "practices" / "broken-kettle.yml").write_text(BROKEN, encoding="utf-8")
    summary = tmp_path / "summary.md"
    done = run(project, "check", GITHUB_ACTIONS="true", GITHUB_STEP_SUMMARY=str(summary))
    assert done.returncode == 1
    assert "::error file=practices/broken-kettle.yml,line=" in done.stdout
    text = summary.read_text(encoding="utf-8")
    assert text.startswith("## Check of the entries\n\n")
    assert text.count("| practices/broken\\-kettle.yml:") == done.stdout.count(" file=practices/broken-kettle.yml")


GH = """#!/bin/sh
printf '%s|' "$@" >> "$ASKED"
echo >> "$ASKED"
[ "$1 $2" = "issue list" ] && printf '%s' "$OPEN"
exit 0
"""
"""Notes what it was asked, in the place of GitHub's own program, which would need the network."""


@pytest.mark.parametrize(
    ("open_issue", "asked"),
    [
        ("17", ["issue|edit|17|--body-file|links.md|"]),
        (
            "",
            [
                "label|create|links|--force|",
                "issue|create|--title|Addresses of sources|--label|links|--body-file|links.md|",
            ],
        ),
    ],
)
def test_one_issue_is_brought_up_to_date_or_opened(tmp_path: Path, open_issue: str, asked: list[str]) -> None:
    gh = tmp_path / "gh"
    gh.write_text(GH, encoding="utf-8")
    gh.chmod(0o755)
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    subprocess.run(
        [FORGE / "update-issue", "links", "Addresses of sources", "links.md"],
        env={**os.environ, "PATH": path, "ASKED": str(tmp_path / "asked"), "OPEN": open_issue},
        check=True,
    )
    told = (tmp_path / "asked").read_text(encoding="utf-8").splitlines()
    assert told[0].startswith("issue|list|--label|links|--state|open|")
    assert told[1:] == asked
