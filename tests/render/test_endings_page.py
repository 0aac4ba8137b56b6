"""The page of practices that stopped: counts, years, notes with citations, successors."""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element

import pytest

from scripts.derive.endings import find_endings
from scripts.render.endings_page import endings_page, span
from tests.derive.invented import DAY, collect, entry
from tests.render.view import classed, pages_of, parse, text

ENDED = {"life_cycle": "replaced", "started": 2009, "ended": 2022}
SAME_KEY = {"lamp-2018": {"type": "news", "title": "Kettles go cold", "organisation": "Boxville Gazette"}}
ENTRIES: dict[str, dict[str, Any]] = {
    "old": {**ENDED, "name": "Old <i>Kettle</i>", "life_cycle_note": "It went cold [@lamp-2018].", "successor": "new"},
    "other": {
        **ENDED,
        "ended": 2012,
        "life_cycle_note": "So did this [@lamp-2018].",
        "sources": SAME_KEY,
    },
    "lost": {"life_cycle": "unknown", "name": "Lost Spoon"},
    "new": {"life_cycle": "mainstreamed", "name": "New Kettle"},
}


def draw(entries: dict[str, dict[str, Any]]) -> Element:
    collection = collect([entry(slug, **fields) for slug, fields in entries.items()])
    return parse(endings_page(pages_of(collection), find_endings(collection.uses["life_cycle"], DAY.year)))


PAGE = draw(ENTRIES)


def test_the_lead_and_the_table_count() -> None:
    assert text(classed(PAGE, "lead")[0]).startswith("3 of 4 practices in this collection")
    (table,) = classed(PAGE, "reference__counts")
    rows = {text(row.find("th")): [text(cell) for cell in row.iter("td")] for row in table.iter("tr")}
    assert rows["Replaced"] == ["2", "3 to 13 years"]
    assert rows["Unknown whether it runs"] == ["1", ""]
    assert rows["Mainstreamed"] == ["1", ""]
    assert rows["Pilot"] == ["0", ""]
    links = [link.get("href") for link in table.iter("a")]
    assert links == ["../life-cycle/mainstreamed/", "#replaced", "#unknown"]


def test_each_practice_has_its_years_its_note_and_its_successor() -> None:
    items = [[text(part) for part in item] for lists in classed(PAGE, "endings") for item in lists.iter("li")]
    assert items == [
        ["Old <i>Kettle</i>", "Toyville, Norway · 2009–2022 · 13 years", "It went cold1.", "Now: New Kettle"],
        ["Teapot Round", "Toyville, Norway · 2009–2012 · 3 years", "So did this2."],
        ["Lost Spoon", "Toyville, Norway"],
    ]
    assert "../practices/new/" in [link.get("href") for link in PAGE.iter("a")]


def test_the_same_key_in_two_entries_is_two_sources() -> None:
    (sources,) = classed(PAGE, "sources")
    assert [text(item).split(".")[0] for item in sources.iter("li")] == ["Toyville Gazette", "Boxville Gazette"]
    back = [link.get("href") for link in sources.iter("a")]
    places = [link.get("id") for mark in classed(PAGE, "cite") for link in mark.iter("a")]
    assert back == [f"#{place}" for place in places]


def test_a_page_without_any() -> None:
    page = draw({"new": ENTRIES["new"]})
    assert text(classed(page, "lead")[0]).startswith("0 of 1 practice ")
    assert not classed(page, "sources")
    assert not classed(page, "endings")
    (contents,) = classed(page, "contents")
    assert [link.get("href") for link in contents.iter("a")] == ["#counts"]


@pytest.mark.parametrize(
    ("years", "expected"),
    [
        ([(2010, 2012), (2001, 2010)], "2 to 9 years"),
        ([(2010, 2012), (2011, 2013)], "2 years"),
        ([(2010, 2011)], "1 year"),
        ([(2010, 2010)], "within one year"),
        ([(2010, 2013), (2010, None)], "3 years, known for 1"),
        ([(2010, None)], ""),
    ],
)
def test_span(years: list[tuple[int, int | None]], expected: str) -> None:
    entries = [
        entry(f"pot-{index}", life_cycle="replaced", started=started, ended=ended)
        for index, (started, ended) in enumerate(years)
    ]
    (stage,) = find_endings(collect(entries).uses["life_cycle"], DAY.year)
    assert span(stage) == expected
