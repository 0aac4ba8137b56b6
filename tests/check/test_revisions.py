"""Past revisions and the checks of today."""

from __future__ import annotations

import pytest

from scripts.check.revisions import RevisionCheck
from scripts.read.entries import Entry, parse_entry
from tests.toy import TOY, schemas, vocabularies

CHECK = RevisionCheck(schemas()["practice"], vocabularies())
TEXT = (TOY / "practices" / "marmalade-desk.yml").read_text(encoding="utf-8")


def revision(text: str) -> Entry:
    return parse_entry("practices/marmalade-desk.yml", text.encode(), {})


def test_a_revision_that_passes() -> None:
    assert CHECK.reason_against(revision(TEXT)) == ""


@pytest.mark.parametrize("line", ["successor: no-longer-there", "aliases: [pebble-house]", "started: 2300"])
def test_what_the_others_are_like_today_does_not_count_nor_does_a_warning(line: str) -> None:
    told = CHECK.reason_against(revision(f"{TEXT}{line}\n"))
    assert bool(told) == line.startswith("started")


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("life_cycle: pilot", "life_cycle: teapot", "teapot"),
        ("[@honey-2025]", "[@tea-2025]", "tea-2025"),
        ("Each visitor", "<b>Each</b> visitor", "HTML"),
        ("name: The", "name: [", "The"),
        ("date: 2026-11-10", "date: 2026-02-31", "2026-02-31"),
    ],
)
def test_the_reason_is_told(old: str, new: str, reason: str) -> None:
    assert old in TEXT
    assert reason in CHECK.reason_against(revision(TEXT.replace(old, new, 1)))


def test_what_passes_does_not_depend_on_the_day() -> None:
    assert CHECK.reason_against(revision(TEXT.replace("date: 2026-11-10", "date: 2999-01-01"))) == ""


def test_what_is_not_readable_says_why() -> None:
    entry = parse_entry("practices/marmalade-desk.yml", b"\xff\xfe", {})
    assert CHECK.reason_against(entry) == "The file is not in UTF-8."


def test_a_known_text_is_not_parsed_again() -> None:
    entry = revision(TEXT)
    fields = {"name": "Known"}
    assert parse_entry("practices/x.yml", TEXT.encode(), {entry.digest: fields}).data is fields
