"""The calendar files, read back by another library than the one that wrote them."""

from __future__ import annotations

import datetime
from typing import Any

import vobject  # type: ignore[import-untyped]

from scripts.render.calendar import render_calendar
from tests.derive.invented import collect, event
from tests.render.view import pages_of, toys


def read(*events: Any) -> list[Any]:
    collection = collect([], list(events))
    content = render_calendar(pages_of(collection), collection.events)
    return list(vobject.readOne(content.decode()).contents.get("vevent", []))


def test_an_event_of_several_days() -> None:
    content = render_calendar(pages_of(toys()), toys().events)
    (item,) = vobject.readOne(content.decode()).vevent_list
    assert item.uid.value == "toyville-congress-2018@toys.example"
    assert item.dtstart.value == datetime.date(2018, 5, 2)
    assert item.dtend.value == datetime.date(2018, 5, 5), "the day after the last"
    assert item.summary.value == "First Toyville Congress of Lanterns"
    assert item.location.value == "Toyville, Norway"
    assert item.url.value == "https://toys.example/events/toyville-congress-2018/"
    assert "Organiser: Society of Neighbours" in item.description.value


def test_one_day_and_no_place() -> None:
    (item,) = read(event("tea", [], "2024-02-29", place=None, country=None))
    assert item.dtend.value - item.dtstart.value == datetime.timedelta(days=1)
    assert "location" not in item.contents


def test_the_last_day_there_is() -> None:
    (item,) = read(event("tea", [], "9999-12-31"))
    assert item.dtstart.value == datetime.date.max


def test_every_event_once_and_the_same_bytes() -> None:
    items = read(event("one", [], "2020-01-01"), event("two", [], "2021-01-01"))
    assert sorted(item.uid.value for item in items) == ["one@toys.example", "two@toys.example"]
    pages = pages_of(toys())
    assert render_calendar(pages, toys().events) == render_calendar(pages, toys().events)


def test_hostile_texts_stay_texts() -> None:
    title = 'Tea; cake, "scones"\\ \r\nEND:VEVENT\nBEGIN:VALARM 🫖 ' + "long " * 40
    (item,) = read(event("tea", [], title=title, organiser="A\nATTENDEE:mailto:x@toys.example"))
    assert item.summary.value == " ".join(title.split())
    assert set(item.contents) <= {
        "uid",
        "dtstamp",
        "dtstart",
        "dtend",
        "summary",
        "location",
        "description",
        "url",
        "transp",
    }


def test_lines_are_folded_and_end_as_the_format_demands() -> None:
    collection = collect([], [event("tea", [], title="Ünïcödé " * 24)])
    content = render_calendar(pages_of(collection), collection.events)
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert max(map(len, content.split(b"\r\n"))) <= 75
    assert b"\n" not in content.replace(b"\r\n", b"")


def test_no_event_is_an_empty_calendar() -> None:
    assert read() == []
