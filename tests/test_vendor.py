"""The third-party files are those of the record, and a file that differs is refused. Nothing is fetched here."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from scripts.vendor import FOLDERS, RECORD, Item, VendorFault, load_record, update
from tests.toy import ROOT

ITEMS = load_record(ROOT)
OLD, NEW = b"teapot", b"kettle"


@pytest.mark.parametrize("item", ITEMS, ids=[item["target"] for item in ITEMS])
def test_every_recorded_file_is_there_with_its_hash(item: Item) -> None:
    assert hashlib.sha256((ROOT / item["target"]).read_bytes()).hexdigest() == item["sha256"]


def test_no_file_in_the_vendor_folders_is_unrecorded() -> None:
    found = {
        path.relative_to(ROOT).as_posix() for folder in FOLDERS for path in (ROOT / folder).rglob("*") if path.is_file()
    }
    assert found == {item["target"] for item in ITEMS}


def test_the_licence_of_each_package_lies_beside_its_files() -> None:
    for item in ITEMS:
        text = (ROOT / item["target"]).parent / f"{item['package']}.LICENSE"
        assert len(text.read_text(encoding="utf-8")) > 500


def test_the_style_of_the_record_is_that_of_the_command() -> None:
    text = (ROOT / RECORD).read_text(encoding="utf-8")
    assert text == json.dumps(ITEMS, indent=2) + "\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with one vendored file and its record."""
    folder = tmp_path / FOLDERS[0]
    folder.mkdir(parents=True)
    (folder / "pot.js").write_bytes(OLD)
    write_record(tmp_path, hashlib.sha256(OLD).hexdigest())
    return tmp_path


def write_record(root: Path, sha256: str, **fields: str) -> None:
    item = {"package": "pot", "version": "1.0.0", "licence": "MIT", "file": "pot.js", "target": f"{FOLDERS[0]}/pot.js"}
    (root / RECORD).parent.mkdir(exist_ok=True)
    (root / RECORD).write_text(json.dumps([{**item, "sha256": sha256, **fields}]), encoding="utf-8")


def kept(root: Path) -> bytes:
    return (root / FOLDERS[0] / "pot.js").read_bytes()


def test_the_same_file_is_written_again(root: Path) -> None:
    (root / FOLDERS[0] / "pot.js").unlink()
    assert update(root, load_record(root), [OLD], accept=False) == []
    assert kept(root) == OLD


def test_a_file_that_differs_is_refused_and_nothing_is_written(root: Path) -> None:
    with pytest.raises(VendorFault, match=r"not as recorded: docs/assets/vendor/pot\.js\. .* --accept"):
        update(root, load_record(root), [NEW], accept=False)
    assert kept(root) == OLD


def test_an_accepted_file_is_written_and_recorded(root: Path) -> None:
    assert update(root, load_record(root), [NEW], accept=True) == [f"{FOLDERS[0]}/pot.js"]
    assert kept(root) == NEW
    assert load_record(root)[0]["sha256"] == hashlib.sha256(NEW).hexdigest()
    assert update(root, load_record(root), [NEW], accept=False) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[", "is not JSON"),
        ("{}", "each item needs"),
        ('["pot"]', "each item needs"),
        ('[{"package": "pot"}]', "each item needs"),
    ],
)
def test_a_broken_record_is_told_in_words(root: Path, text: str, message: str) -> None:
    (root / RECORD).write_text(text, encoding="utf-8")
    with pytest.raises(VendorFault, match=message):
        load_record(root)


@pytest.mark.parametrize("target", ["scripts/pot.js", f"{FOLDERS[0]}/../pot.js", "/etc/pot.js"])
def test_a_target_elsewhere_is_refused(root: Path, target: str) -> None:
    write_record(root, "", target=target)
    with pytest.raises(VendorFault, match="must lie in"):
        load_record(root)
