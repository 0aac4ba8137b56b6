"""The open data holds every entry and what follows from it; the catalogue's index agrees with it."""

from __future__ import annotations

import json
import re
from itertools import accumulate
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.site.building import ROOT
from tests.site.collection import FACETS, FINDING_FIELDS, Record, own_findings, terms

LEVELS = [f"L{number}" for number in range(6)]


@pytest.fixture(scope="module")
def catalogue(site_folder: Path) -> dict[str, Any]:
    index: dict[str, Any] = load(site_folder, "catalogue.json")
    return index


@pytest.fixture(scope="module")
def names(site_folder: Path) -> list[str]:
    """The names of the practices in the order of the catalogue's index."""
    found: list[str] = load(site_folder, "catalogue-names.json")["name"]
    return found


def load(site_folder: Path, name: str) -> Any:
    return json.loads((site_folder / "practices" / name).read_text(encoding="utf-8"))


def positions(steps: list[int]) -> list[int]:
    return list(accumulate(steps))


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
    assert sum(len(practice["findings"]) for practice in practices) > len(practices)
    for practice in practices:
        for finding in practice["findings"]:
            assert finding["level"] in LEVELS
            assert finding["level_trace"].startswith(f"{finding['level']} because: ")
        levels = [finding["level"] for finding in own_findings(practice)]
        assert practice["derived"]["level"] == max(levels, default=None)
        assert practice["derived"]["integration_kinds"]


def test_each_practice_has_the_same_record_in_a_file_of_its_own(site_folder: Path) -> None:
    together = json.loads((site_folder / "data" / "practices.json").read_text(encoding="utf-8"))["practices"]
    folder = site_folder / "data" / "practices"
    apart = [
        json.loads(path.read_text(encoding="utf-8"))
        for path in sorted(folder.glob("*.json"))
        if not path.name.endswith(".csl.json")
    ]
    assert together == apart


def test_the_index_of_the_catalogue_agrees(
    catalogue: dict[str, Any], names: list[str], practices: list[Record]
) -> None:
    by_name = {practice["name"]: practice for practice in practices}
    listed = [by_name[name] for name in names]
    assert len(listed) == len(practices) == catalogue["size"]
    for facet in FACETS:
        if facet in FINDING_FIELDS:
            continue
        used = {term for practice in listed for term in terms(practice, facet)}
        assert {term: positions(steps) for term, steps in catalogue["terms"][facet].items()} == {
            term: [place for place, practice in enumerate(listed) if term in terms(practice, facet)] for term in used
        }


def test_the_index_holds_each_finding(catalogue: dict[str, Any], names: list[str], practices: list[Record]) -> None:
    place = {name: position for position, name in enumerate(names)}
    expected: dict[str, set[int]] = {}
    for practice in practices:
        for finding in own_findings(practice):
            key = f"{finding['domain']} {finding['direction']} {finding['level']}"
            expected.setdefault(key, set()).add(place[practice["name"]])
    assert {key: positions(steps) for key, steps in catalogue["findings"].items()} == {
        key: sorted(places) for key, places in expected.items()
    }


def test_the_cards_and_summaries_are_in_the_same_order(
    site_folder: Path, names: list[str], practices: list[Record]
) -> None:
    by_name = {practice["name"]: practice for practice in practices}
    assert load(site_folder, "catalogue-summaries.json") == [by_name[name]["summary"] for name in names]
    files = sorted((site_folder / "practices" / "cards").iterdir(), key=lambda path: int(path.stem))
    cards = [card for path in files for card in json.loads(path.read_text(encoding="utf-8"))]
    slugs = [re.search(r'data-slug="([^"]+)"', card) for card in cards]
    assert [slug and slug[1] for slug in slugs] == [by_name[name]["slug"] for name in names]
