"""Every real entry and event is without error."""

from __future__ import annotations

import pytest

from scripts.check import check_collection
from scripts.read.day import today
from scripts.read.entries import load_entries
from scripts.read.events import load_events
from scripts.render.problems import render_text
from tests.toy import ROOT, schemas, vocabularies

ENTRIES = load_entries(ROOT)
EVENTS = load_events(ROOT)


@pytest.mark.parametrize("path", [*(entry.path for entry in ENTRIES), *(event.path for event in EVENTS)])
def test_has_no_error(path: str) -> None:
    problems = check_collection(ENTRIES, EVENTS, vocabularies(), schemas(), today=today().isoformat(), only={path})
    errors = [problem for problem in problems if problem.level == "error"]
    assert not errors, render_text(errors, 1)
