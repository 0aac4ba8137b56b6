from __future__ import annotations

import json
from typing import Any

import pytest

from scripts.derive.description import ITEMS, described_items, missing_items
from tests.derive.invented import data, finding, practice
from tests.toy import ROOT, vocabularies

ALWAYS = ("name", "why", "what-and-how", "where")
TEXTS = [{"text": "A teapot", "sources": ["lamp-2018"]}]
FULL: dict[str, Any] = {
    "tools": TEXTS,
    "workforce": TEXTS,
    "started": 2001,
    "scale": TEXTS,
    "transfer": TEXTS,
    "findings": [finding(domain="implementation")],
}


def test_the_template_has_nine_items_and_no_two_share_a_name() -> None:
    assert len({item.id for item in ITEMS}) == len({item.label for item in ITEMS}) == len(ITEMS) == 9
    assert all(item.asks.endswith("?") for item in ITEMS)


def test_every_item_rests_on_fields_that_an_entry_may_have() -> None:
    fields = json.loads((ROOT / "schema" / "practice.schema.json").read_text(encoding="utf-8"))["properties"]
    for item in ITEMS:
        assert {field for group in item.needs for field in group} <= fields.keys(), item.id
        assert bool(item.needs) != bool(item.domain), item.id
        assert not item.domain or item.domain in vocabularies()["outcome_domains"]


def test_what_is_required_describes_four_items() -> None:
    assert described_items(data()) == ALWAYS
    assert [item.id for item in missing_items(ALWAYS)] == [
        "materials",
        "who",
        "when-and-how-much",
        "variation",
        "how-well",
    ]


def test_an_entry_can_describe_all_of_them() -> None:
    found = practice(**FULL)
    assert found.described == tuple(item.id for item in ITEMS)
    assert missing_items(found.described) == ()


@pytest.mark.parametrize(
    ("left_out", "item"),
    [
        ("tools", "materials"),
        ("workforce", "who"),
        ("started", "when-and-how-much"),
        ("scale", "when-and-how-much"),
        ("transfer", "variation"),
    ],
)
def test_a_field_left_out_leaves_its_item_out(left_out: str, item: str) -> None:
    assert [found.id for found in missing_items(practice(**{**FULL, left_out: None}).described)] == [item]


def test_training_tells_who_provides_it_as_staff_does() -> None:
    assert practice(**{**FULL, "workforce": None, "training": TEXTS}).described == practice(**FULL).described


@pytest.mark.parametrize("other", [{"domain": "cost"}, {"domain": "implementation", "about": "the-model"}])
def test_how_well_needs_a_finding_on_implementation_about_this_practice(other: dict[str, Any]) -> None:
    assert "how-well" not in practice(findings=[finding(**other)]).described
