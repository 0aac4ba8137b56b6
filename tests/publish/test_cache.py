from __future__ import annotations

import marshal
import shutil
from pathlib import Path

import pytest

from scripts.publish.cache import Cache, fingerprint
from tests.publish.project import edit
from tests.toy import ROOT

ITEMS = {"teapot": {"card": "one cup", "stamps": [(1, 2), (3, 4)]}, "kettle": {"card": "two cups"}}


def saved(folder: Path) -> tuple[Cache, Path]:
    cache = Cache(folder, "print")
    cache.save("tea", ITEMS)
    (path,) = folder.glob("results-*/*")
    return cache, path


def test_what_was_saved_is_found_again(tmp_path: Path) -> None:
    saved(tmp_path)
    assert Cache(tmp_path, "print").load("tea") == ITEMS


def test_saving_again_replaces(tmp_path: Path) -> None:
    cache, _ = saved(tmp_path)
    cache.save("tea", {"cup": 1})
    assert cache.load("tea") == {"cup": 1}
    assert len(list(cache.folder.iterdir())) == 1


def test_nothing_there(tmp_path: Path) -> None:
    cache, _ = saved(tmp_path)
    assert cache.load("coffee") == {}


def test_another_fingerprint_finds_nothing_and_clears_the_old_results(tmp_path: Path) -> None:
    saved(tmp_path)
    (tmp_path / "frames").mkdir()
    assert Cache(tmp_path, "another").load("tea") == {}
    assert [path.name for path in tmp_path.iterdir()] == ["frames"]
    assert Cache(tmp_path, "print").load("tea") == {}


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"nothing of ours",
        b"\x80\x05cscripts.publish.cache\nTeapot\n.",  # a pickle that would run code
        b"N",
        b"[\x00\x00\x00\x00",
        b"{i\x01\x00\x00\x00",
        b"?" * 40,
    ],
)
def test_a_damaged_file_counts_as_missing(tmp_path: Path, damage: bytes) -> None:
    cache, path = saved(tmp_path)
    path.write_bytes(damage)
    assert cache.load("tea") == {}


def test_a_truncated_file_counts_as_missing(tmp_path: Path) -> None:
    cache, path = saved(tmp_path)
    whole = path.read_bytes()
    for length in range(len(whole)):
        path.write_bytes(whole[:length])
        assert cache.load("tea") == {}


def test_one_changed_letter_counts_as_damage(tmp_path: Path) -> None:
    cache, path = saved(tmp_path)
    path.write_bytes(path.read_bytes().replace(b"one cup", b"one cap"))
    assert cache.load("tea") == {}


def test_a_list_without_its_checksum_counts_as_missing(tmp_path: Path) -> None:
    cache, path = saved(tmp_path)
    path.write_bytes(marshal.dumps(["tea"]))
    assert cache.load("tea") == {}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "schema", tmp_path / "schema")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    return tmp_path


def test_fingerprint_is_the_same_for_the_same(project: Path) -> None:
    before = fingerprint(project)
    (project / "practices").mkdir()
    (project / "practices" / "teapot-round.yml").write_text("name: Teapot Round\n", encoding="utf-8")
    assert fingerprint(project) == before


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("mkdocs.yml", "site_name: Common Thread", "site_name: Common Teapot"),
        ("schema/practice.schema.json", '"title": "Name"', '"title": "Title"'),
        ("schema/vocabularies/sectors.yml", "Health", "Wealth"),
    ],
)
def test_fingerprint_changes_with_settings_schema_and_terms(project: Path, file: str, old: str, new: str) -> None:
    before = fingerprint(project)
    edit(project / file, old, new)
    assert fingerprint(project) != before


def test_fingerprint_changes_with_a_new_file_of_terms(project: Path) -> None:
    before = fingerprint(project)
    (project / "schema" / "vocabularies" / "hats.yml").write_text("", encoding="utf-8")
    assert fingerprint(project) != before
