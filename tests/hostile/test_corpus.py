"""Hundreds of hostile files: each gets an error at its place or is rendered harmlessly, in little time and memory."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from operator import itemgetter
from typing import Any

import pytest

from tests.hostile.case import HARMLESS, Case
from tests.hostile.run import CASES, MEMORY
from tests.publish.project import LIMIT
from tests.toy import ROOT


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """What came of every case, by its name."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.hostile.run", str(tmp_path_factory.mktemp("hostile"))],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=LIMIT,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return {outcome["name"]: outcome for outcome in map(json.loads, done.stdout.splitlines())}


def test_there_are_many_cases_of_many_kinds() -> None:
    assert len(CASES) >= 400
    assert len({case.name for case in CASES}) == len(CASES)
    assert sum(case.outcome == HARMLESS for case in CASES) >= 100


@pytest.mark.parametrize("case", CASES, ids=lambda case: ascii(case.name))
def test_does_no_harm(case: Case, outcomes: dict[str, dict[str, Any]]) -> None:
    came = outcomes[case.name]
    assert came["fault"] == ""
    assert came["harm"] == []
    if case.outcome == HARMLESS:
        assert not came["errors"], came["told"][:500]
    else:
        line = next((line for line in came["told"].splitlines() if case.outcome in line), "")
        assert re.match(r"[^:]+:\d+:\d+: error: ", line), came["told"][:500]


def test_the_worst_of_all_is_told(
    outcomes: dict[str, dict[str, Any]], record_property: Callable[[str, object], None]
) -> None:
    slowest = max(outcomes.values(), key=itemgetter("seconds"))
    largest = max(outcomes.values(), key=itemgetter("memory"))
    slow = sum(outcome["seconds"] > 1 for outcome in outcomes.values())
    record_property(
        "measured",
        f"{len(outcomes)} hostile files: the slowest took {slowest['seconds']} s ({slowest['name']!a}), "
        f"{slow} more than 1 s; at most {largest['memory']} MiB, reached at {largest['name']!a}",
    )
    assert largest["memory"] < MEMORY
