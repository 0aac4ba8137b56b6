"""The template of an event in the guide for organisers is a file that the check accepts as it stands."""

from __future__ import annotations

import re
from pathlib import Path

from scripts.check import check_collection
from scripts.read.entries import load_entries
from scripts.read.events import load_event
from tests.toy import ROOT, TODAY, schemas, vocabularies

GUIDE = ROOT / "docs" / "about" / "organisers" / "index.md"


def test_the_template_has_no_problem_and_every_field(tmp_path: Path) -> None:
    (template,) = re.findall(r"^```text\n(.*?)^```$", GUIDE.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    file = tmp_path / "docs" / "events" / "name-place-2027.md"
    file.parent.mkdir(parents=True)
    file.write_text(template, encoding="utf-8")
    event = load_event(tmp_path, file)
    found = check_collection(load_entries(ROOT), [event], vocabularies(), schemas(), today=TODAY, only={event.path})
    assert found == []
    assert event.data is not None
    assert list(event.data) == list(schemas()["event"]["properties"])
