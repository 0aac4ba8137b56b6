"""Practices side by side: what the table says is what the published data says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
import yaml
from playwright.sync_api import expect

from tests.site.building import ROOT
from tests.site.collection import Record, own_findings
from tests.site.comparison import CHOSEN, compare, read
from tests.site.tabs import Tabs
from tests.site.trees import plain


def vocabulary(name: str) -> dict[str, Any]:
    terms: dict[str, Any] = yaml.safe_load((ROOT / "schema" / "vocabularies" / f"{name}.yml").read_text("utf-8"))
    return terms


def label(name: str, term: str) -> str:
    return str(vocabulary(name)[term]["label"]["en"])


TERMS: dict[str, tuple[str, Callable[[Record], list[str]]]] = {
    "countries": ("countries", lambda practice: practice["countries"]),
    "life_cycle": ("life_cycle", lambda practice: [practice["life_cycle"]]),
    "target_groups": ("target_groups", lambda practice: practice["target_groups"]),
    "degree": ("degrees", lambda practice: [practice["integration"]["degree"]]),
    "sectors": ("sectors", lambda practice: practice["sectors"]),
    "integration_kinds": ("integration_kinds", lambda practice: practice["derived"]["integration_kinds"]),
}

POINTS = [
    "workforce",
    "training",
    "tools",
    "funding",
    "scale",
    "user_involvement",
    "enablers",
    "barriers",
    "lessons",
    "transfer",
    "contradictions",
]


def in_words(number: int, of: int) -> str:
    if number < of:
        return f"{number} of {of}"
    return "both" if of == 2 else f"all {of}"


@pytest.fixture(params=CHOSEN, ids=len)
def slugs(request: pytest.FixtureRequest) -> tuple[str, ...]:
    found: tuple[str, ...] = request.param
    return found


@pytest.fixture
def compared(practices: list[Record], slugs: tuple[str, ...]) -> list[Record]:
    by_slug = {practice["slug"]: practice for practice in practices}
    return [by_slug[slug] for slug in slugs]


def test_a_column_for_each_with_its_terms(tabs: Tabs, slugs: tuple[str, ...], compared: list[Record]) -> None:
    table = read(compare(tabs, slugs))
    assert table["heads"] == [practice["name"] for practice in compared]
    rows = {row["id"]: row for row in table["rows"]}
    for id, (name, of) in TERMS.items():
        same = len({frozenset(of(practice)) for practice in compared}) == 1
        assert rows[id]["differs"] == str(not same).lower(), id
        assert rows[id]["mark"] == ("same" if same else "differs")
        for practice, cell in zip(compared, rows[id]["cells"], strict=True):
            expected = []
            for term in of(practice):
                number = sum(term in of(other) for other in compared)
                shared = f" · {in_words(number, len(compared))}" if number > 1 and not same else ""
                expected.append(label(name, term) + shared)
            assert cell["items"] == expected, id
    for id in ("summary", "lead"):
        assert [cell["text"] for cell in rows[id]["cells"]] == [practice[id] for practice in compared]


def test_the_mechanisms_stand_in_rows_with_how_many_share_each(
    tabs: Tabs, slugs: tuple[str, ...], compared: list[Record]
) -> None:
    table = read(compare(tabs, slugs))
    rows = [row for row in table["rows"] if row["id"] == "mechanisms"]
    used = [{item["type"]: item.get("note") for item in practice["integration"]["mechanisms"]} for practice in compared]
    number = Counter(kind for types in used for kind in types)
    assert {row["head"] for row in rows} == {label("mechanisms", kind) for kind in number}
    assert len(rows) == len(number)
    by_label = {label("mechanisms", kind): kind for kind in number}
    shares = [number[by_label[row["head"]]] for row in rows]
    assert shares == sorted(shares, reverse=True), "the most shared first"
    for row in rows:
        kind = by_label[row["head"]]
        same = number[kind] == len(compared)
        assert row["mark"] == f"{in_words(number[kind], len(compared))} · {'same' if same else 'differs'}"
        expected = [(types[kind] or "Yes") if kind in types else "Not named" for types in used]
        assert [plain(cell["text"]) for cell in row["cells"]] == [plain(text) for text in expected]


def test_findings_stand_in_one_table_by_outcome(tabs: Tabs, slugs: tuple[str, ...], compared: list[Record]) -> None:
    page = compare(tabs, slugs)
    rows = [row for row in read(page)["rows"] if row["id"] == "findings"]
    studied = {finding["domain"] for practice in compared for finding in own_findings(practice)}
    order = [domain for domain in vocabulary("outcome_domains") if domain in studied]
    assert [row["head"] for row in rows] == [label("outcome_domains", domain) for domain in order]
    for row, domain in zip(rows, order, strict=True):
        for practice, cell in zip(compared, row["cells"], strict=True):
            found = [finding for finding in own_findings(practice) if finding["domain"] == domain]
            groups = Counter(f"#sign-{finding['direction']} #mark-{finding['level']}" for finding in found)
            assert sorted(cell["signs"]) == sorted(groups), (practice["slug"], domain)
            levels = [sign[-1] for sign in cell["signs"]]
            assert levels == sorted(levels, reverse=True), "the surest first"
            if not found:
                assert cell["text"] == "Not studied"
            for sign, text in zip(cell["signs"], cell["items"], strict=False):
                assert (f"{groups[sign]} findings" in text) == (groups[sign] > 1)
    unstudied = [label("outcome_domains", domain) for domain in vocabulary("outcome_domains") if domain not in studied]
    expect(page.locator("[data-unstudied-list]")).to_have_text(", ".join(unstudied))


def test_what_it_takes_and_what_helped(tabs: Tabs, slugs: tuple[str, ...], compared: list[Record]) -> None:
    rows = {row["id"]: row for row in read(compare(tabs, slugs))["rows"]}
    for field in POINTS:
        told = [[plain(point["text"]) for point in practice.get(field, ())] for practice in compared]
        assert (field in rows) == any(told), field
        if any(told):
            assert [[plain(item) for item in cell["items"]] for cell in rows[field]["cells"]] == told, field
