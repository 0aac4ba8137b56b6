from __future__ import annotations

from pathlib import Path

import pytest

from scripts.check import RULES
from tests.publish.project import run


def test_a_rule_is_explained(built: Path) -> None:
    done = run(built, "explain", "ends-after-start")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("ends-after-start\n")
    assert "Why: One of the years is wrong" in done.stdout


@pytest.mark.parametrize("written", ["[ends-after-start]", "Ends-After-Start"])
def test_a_rule_may_be_copied_with_its_brackets(built: Path, written: str) -> None:
    assert run(built, "explain", written).stdout.startswith("ends-after-start\n")


def test_all_rules_are_listed(built: Path) -> None:
    done = run(built, "explain")
    assert (done.returncode, done.stderr) == (0, "")
    for rule in RULES:
        assert rule.id in done.stdout


@pytest.mark.parametrize(
    ("asked", "advice"),
    [("end-after-start", 'Did you mean "ends-after-start"?'), ("teapot", "All rules: python -m scripts explain")],
)
def test_an_unknown_rule(built: Path, asked: str, advice: str) -> None:
    done = run(built, "explain", asked)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f'error: there is no rule "{asked}". {advice}\n'
