"""The open data holds every entry and what follows from it; the catalogue's index agrees with it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.site.building import ROOT
from tests.site.collection import FACETS, FINDING_FIELDS, Record, own_findings, terms

LEVELS = [f"L{number}" for number in range(6)]


@pytest.fixture(scope="module")
def catalogue(site_folder: Path) -> dict[str, Any]:
    document: dict[str, Any] = json.loads((site_folder / "practices" / "catalogue.json").read_text(encoding="utf-8"))
    return document


def test_every_entry_is_published_as_it_was_typed(practices: list[Record]) -> None:
    published = {practice["slug"]: practice for practice in practices}
    entries = {path.stem: path for path in (ROOT / "practices").glob("*.yml")}
    assert published.keys() == entries.keys()
    for slug, path in entries.items():
        typed = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        record = published[slug]
        assert typed.keys() <= record.keys()
        assert typed["summary"] == record["summary"]
        statements = [finding["statement"] for finding in typed["findings"]]
        assert sorted(statements) == sorted(finding["statement"] for finding in record["findings"])


def test_every_practice_has_derived_levels(practices: list[Record]) -> None:
    for practice in practices:
        assert practice["findings"], practice["slug"]
        for finding in practice["findings"]:
            assert finding["level"] in LEVELS
            assert finding["level_trace"].startswith(f"{finding['level']} because: ")
        levels = [finding["level"] for finding in own_findings(practice)]
        assert practice["derived"]["level"] == max(levels, default=None)
        assert practice["derived"]["integration_kinds"]


def test_each_practice_has_the_same_record_in_a_file_of_its_own(site_folder: Path) -> None:
    together = json.loads((site_folder / "data" / "practices.json").read_text(encoding="utf-8"))["practices"]
    folder = site_folder / "data" / "practices"
    apart = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))]
    assert together == apart


def test_the_index_of_the_catalogue_agrees(catalogue: dict[str, Any], practices: list[Record]) -> None:
    by_name = {practice["name"]: practice for practice in practices}
    listed = [by_name[name] for name in catalogue["names"]]
    assert len(listed) == len(practices)
    assert catalogue["started"] == [practice.get("started", 0) for practice in listed]
    assert catalogue["added"] == [practice["derived"]["created"] for practice in listed]
    for facet in FACETS:
        if facet in FINDING_FIELDS:
            continue
        used = {term for practice in listed for term in terms(practice, facet)}
        assert catalogue["terms"][facet] == {
            term: [place for place, practice in enumerate(listed) if term in terms(practice, facet)] for term in used
        }


def test_the_index_holds_each_finding(catalogue: dict[str, Any], practices: list[Record]) -> None:
    place = {name: position for position, name in enumerate(catalogue["names"])}
    expected: dict[str, set[int]] = {}
    for practice in practices:
        for finding in own_findings(practice):
            key = f"{finding['domain']} {finding['direction']} {finding['level']}"
            expected.setdefault(key, set()).add(place[practice["name"]])
    assert catalogue["findings"] == {key: sorted(places) for key, places in expected.items()}


def test_the_searched_texts_are_in_the_same_order(site_folder: Path, catalogue: dict[str, Any]) -> None:
    texts = json.loads((site_folder / "practices" / "catalogue-text.json").read_text(encoding="utf-8"))
    assert len(texts) == len(catalogue["names"])
    for name, text in zip(catalogue["names"], texts, strict=True):
        assert name in text
