from __future__ import annotations

import json
from typing import Any

from scripts.derive.practices import Practice
from scripts.render.data import (
    FORMAT,
    practice_record,
    render_catalogue_index,
    render_catalogue_text,
    render_practice,
    render_practices_head,
)
from tests.derive.invented import collect, entry, event, finding
from tests.render.view import SETTINGS, toy, toys


def record(practice: Practice) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(render_practice(practice, toys(), SETTINGS))
    return loaded


def test_every_field_of_the_entry_comes_through_unchanged() -> None:
    for practice in toys().practices:
        told = record(practice)
        assert {key: told[key] for key in practice.data if key != "findings"} == {
            key: value for key, value in practice.data.items() if key != "findings"
        }
        stripped = [
            {key: value for key, value in item.items() if key not in ("level", "level_trace", "flags")}
            for item in told["findings"]
        ]
        assert sorted(map(repr, stripped)) == sorted(map(repr, practice.data["findings"]))


def test_each_finding_has_its_level_trace_and_flags() -> None:
    lantern = toy("lantern-path")
    for told, found in zip(record(lantern)["findings"], lantern.findings, strict=True):
        assert (told["level"], told["level_trace"]) == (found.level.id, found.level.trace)
        assert told["flags"] == list(found.level.flags)
    assert record(lantern)["findings"][0]["level_trace"].startswith("L5 because: ")


def test_what_was_derived() -> None:
    told = record(toy("lantern-path"))
    assert (told["slug"], told["url"]) == ("lantern-path", "https://toys.example/practices/lantern-path/")
    assert told["derived"] == {
        "level": "L5",
        "profile": [
            {"domain": "service-use", "level": "L5", "directions": ["positive"], "findings": 2},
            {"domain": "staff-experience", "level": "L1", "directions": ["none"], "findings": 1},
        ],
        "integration_kinds": ["professionals-together", "money", "access-and-guidance"],
        "dimensions": ["clinical", "functional"],
        "completeness": "with-findings",
        "stale": False,
        "created": "2026-11-01",
        "changed": "2026-11-01",
        "revision": None,
        "related": [],
        "presented_at": ["toyville-congress-2018"],
    }


def test_related_practices_and_events_by_slug() -> None:
    collection = collect([entry("one"), entry("two", countries=["FI"])], [event("tea", ["one"])])
    told = practice_record(collection.practices[0], collection, SETTINGS)["derived"]
    assert [item["slug"] for item in told["related"]] == ["two"]
    assert told["related"][0]["reason"].endswith("in another country")
    assert told["presented_at"] == ["tea"]


def test_a_practice_is_one_line_of_readable_text() -> None:
    line = render_practice(toy("lantern-path"), toys(), SETTINGS)
    assert line.count("\n") == 1
    assert line.endswith("}\n")
    assert "Lyktestien" in line
    assert "\\u" not in render_practice(collect([entry(name="Tékanna ☕")]).practices[0], toys(), SETTINGS)


def test_all_practices_are_one_document() -> None:
    head = render_practices_head(SETTINGS)
    lines = [render_practice(practice, toys(), SETTINGS) for practice in toys().practices]
    for some in (lines, lines[:1], []):
        document = json.loads(f"{head}{','.join(some)}]}}\n")
        assert document == {
            "format": FORMAT,
            "name": "Toy Thread",
            "licence": "CC-BY-4.0",
            "practices": [json.loads(line) for line in some],
        }
    assert FORMAT == "common-thread-practices/1"


def test_catalogue_index_of_the_toys() -> None:
    index = json.loads(render_catalogue_index(toys()))
    assert index["names"] == ["Lantern Path of Toyville", "Pebble House, Shellbury", "The Marmalade Desk"]
    assert index["started"] == [2010, 2004, 0]
    assert index["added"] == ["2026-11-01", "2026-10-15", "2026-11-10"]
    assert index["terms"]["country"] == {"FI": [2], "NO": [0], "GB": [1]} == dict(index["terms"]["country"])
    assert index["terms"]["sector"]["housing"] == [0, 1]
    assert index["terms"]["mechanism"]["co-location"] == [1]
    assert set(index["terms"]) == {"target_group", "kind", "mechanism", "sector", "country", "life_cycle"}
    assert index["findings"] == {
        "education-and-skills negative L2": [1],
        "housing-stability positive L2": [1],
        "service-use positive L5": [0],
        "staff-experience none L1": [0],
    }


def test_outcome_direction_and_level_belong_to_one_finding() -> None:
    mixed = [
        finding(domain="cost", direction="negative", design="self-report"),
        finding(domain="harm", direction="positive", design="randomised-trial"),
        finding(domain="harm", direction="positive", design="randomised-trial"),
        finding(domain="equity", about="the-model"),
    ]
    index = json.loads(render_catalogue_index(collect([entry(findings=mixed)])))
    assert index["findings"] == {"cost negative L1": [0], "harm positive L4": [0]}


def test_withdrawn_practices_are_not_in_the_catalogue() -> None:
    gone = entry("gone", withdrawn={"date": "2026-11-02", "reason": "It broke."}, findings=[finding()])
    collection = collect([gone, entry("stays", name="Kettle")])
    assert json.loads(render_catalogue_index(collection))["names"] == ["Kettle"]
    assert len(json.loads(render_catalogue_text(collection))) == 1


def test_catalogue_text_holds_names_places_and_summary_in_the_order_of_the_index() -> None:
    texts = json.loads(render_catalogue_text(toys()))
    assert [text.split(" · ")[0] for text in texts] == json.loads(render_catalogue_index(toys()))["names"]
    lantern = toy("lantern-path").data
    assert texts[0] == " · ".join(
        [
            "Lantern Path of Toyville",
            "Lyktestien i Lekeby",
            "LPT",
            "Lamp Trail",
            "Lyktesti",
            "Toyville",
            "Norway",
            lantern["summary"],
        ]
    )
    assert texts[2].startswith("The Marmalade Desk · Marmeladitiski · Honeyharbour · ")
