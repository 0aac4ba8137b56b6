from __future__ import annotations

import json
from typing import Any

from scripts.derive.description import ITEMS
from scripts.derive.practices import Practice
from scripts.render.data import (
    FORMAT,
    practice_record,
    render_definitions,
    render_labels,
    render_moved,
    render_practice,
    render_practices_head,
)
from tests.derive.invented import collect, entry, event
from tests.render.view import SETTINGS, toy, toys
from tests.toy import vocabularies


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
        "completeness_items": [item.id for item in ITEMS if item.id != "how-well"],
        "stale": False,
        "created": "2026-11-01",
        "changed": "2026-11-01",
        "revision": None,
        "related": [],
        "presented_at": ["toyville-congress-2018"],
    }


def test_related_practices_and_events_by_slug() -> None:
    collection = collect(
        [entry("one"), entry("two", countries=["FI"])],
        [event("tea", ["one"], presented=["one"]), event("coffee", ["one"])],
    )
    told = practice_record(collection.practices[0], collection, SETTINGS)["derived"]
    assert [item["slug"] for item in told["related"]] == ["two"]
    assert told["related"][0]["reason"].endswith("in another country")
    assert told["presented_at"] == ["tea"], "not where it is only listed"


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


def test_the_label_of_every_term_in_the_order_of_its_vocabulary() -> None:
    labels = json.loads(render_labels(vocabularies()))
    assert labels.keys() == vocabularies().keys()
    assert list(labels["directions"].items())[:2] == [("positive", "Better"), ("mixed", "Mixed")]
    assert all(list(labels[name]) == list(terms) for name, terms in vocabularies().items())


def test_the_definition_of_every_term_by_the_address_of_its_page() -> None:
    definitions = json.loads(render_definitions(vocabularies()))
    levels, degrees = vocabularies()["evidence_levels"], vocabularies()["degrees"]
    assert definitions["evidence/l4/"] == levels["L4"].definition
    assert definitions["glossary/#degrees-linkage"] == degrees["linkage"].definition
    assert not [address for address in definitions if address.startswith("countries/")]


def test_former_slugs_lead_to_the_present_ones() -> None:
    collection = collect([entry("one", aliases=["was-one", "first"]), entry("two", aliases=["second"]), entry("three")])
    assert list(json.loads(render_moved(collection)).items()) == [
        ("first", "one"),
        ("second", "two"),
        ("was-one", "one"),
    ]
