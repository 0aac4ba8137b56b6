from __future__ import annotations

from pathlib import Path

import pytest

from scripts.read.events import Event, load_events, split_front_matter
from tests.toy import TOY


def _event(root: Path, text: str) -> Event:
    folder = root / "docs" / "events"
    folder.mkdir(parents=True)
    (folder / "index.md").write_text("# Events\n", encoding="utf-8")
    (folder / "a.md").write_text(text, encoding="utf-8")
    return load_events(root)[0]


def test_reads_fields_and_prose() -> None:
    (event,) = load_events(TOY)
    assert event.path == "docs/events/toyville-congress-2018.md"
    assert event.data
    assert event.data["starts"] == "2018-05-02"
    assert event.prose.lstrip().startswith("The congress met")
    assert event.text.splitlines()[event.prose_line - 1 :] == event.prose.splitlines()


def test_lines_of_faults_are_those_of_the_file(tmp_path: Path) -> None:
    event = _event(tmp_path, "---\ntitle: A\nplace:B\n---\nText\n")
    assert event.data is None
    assert event.faults[0].line == 3


@pytest.mark.parametrize("text", ["Just text\n", "---\ntitle: A\n", ""])
def test_front_matter_is_needed(tmp_path: Path, text: str) -> None:
    event = _event(tmp_path, text)
    assert event.data is None
    assert "front matter" in event.faults[0].message


def test_control_characters_in_prose(tmp_path: Path) -> None:
    event = _event(tmp_path, "---\ntitle: A\n---\nText\x1b[31m\n")
    assert "U+001B" in event.faults[0].message
    assert event.faults[0].line == 4


def test_windows_line_ends() -> None:
    assert split_front_matter("---\r\na: 1\r\n---\r\nText\r\n") == ("\na: 1\r\n", "Text\r\n", 4)
