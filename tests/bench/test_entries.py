"""Synthetic practices must be what they stand for: valid, with every field, and as large as the real ones."""

from __future__ import annotations

import json
from pathlib import Path
from statistics import mean
from typing import Any

import pytest

from scripts.check import check_collection
from scripts.read.day import today
from scripts.read.entries import load_entries
from scripts.read.schemas import load_schemas
from scripts.read.vocabularies import load_vocabularies
from tests.bench.entries import make_practices, write_practices

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with thirty synthetic practices."""
    root = tmp_path_factory.mktemp("synthetic")
    (root / "practices").mkdir()
    list(write_practices(ROOT, 30, root / "practices"))
    return root


def test_they_pass_the_check_without_a_warning(folder: Path) -> None:
    vocabularies = load_vocabularies(ROOT)
    problems = check_collection(
        load_entries(folder), [], vocabularies, load_schemas(ROOT, vocabularies), today=today().isoformat()
    )
    assert [f"{problem.path}:{problem.line}: {problem.message}" for problem in problems] == []


def test_the_text_holds_the_data(folder: Path) -> None:
    made = dict(make_practices(ROOT, 30))
    read = {entry.slug: entry.data for entry in load_entries(folder)}
    assert _plain(read) == _plain(made)


def test_every_optional_field_appears(folder: Path) -> None:
    schema = json.loads((ROOT / "schema" / "practice.schema.json").read_text(encoding="utf-8"))
    used = {name for entry in load_entries(folder) for name in entry.data or {}}
    assert used == schema["properties"].keys()
    used = {name for entry in load_entries(folder) for finding in (entry.data or {})["findings"] for name in finding}
    assert used == schema["properties"]["findings"]["items"]["properties"].keys()


def test_they_are_as_large_as_the_real_ones(folder: Path) -> None:
    real, made = load_entries(ROOT), load_entries(folder)
    assert mean(len(entry.text) for entry in made) == pytest.approx(mean(len(entry.text) for entry in real), rel=0.15)


def _plain(value: Any) -> Any:
    """The data with every line break inside a text made a space: wrapping does not matter."""
    if isinstance(value, dict):
        return {name: _plain(item) for name, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return " ".join(value.split()) if isinstance(value, str) else value
