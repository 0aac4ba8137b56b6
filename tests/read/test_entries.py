from __future__ import annotations

from pathlib import Path

import pytest

from scripts.read import entries as module
from scripts.read.entries import load_entries, load_entry
from tests.toy import TOY


def _practices(root: Path, **files: str) -> Path:
    (root / "practices").mkdir()
    for name, text in files.items():
        (root / "practices" / f"{name}.yml").write_text(text, encoding="utf-8")
    return root


def test_reads_all_practices_sorted() -> None:
    entries = load_entries(TOY)
    assert [entry.slug for entry in entries] == ["lantern-path", "marmalade-desk", "pebble-house"]
    first = entries[0]
    assert first.path == "practices/lantern-path.yml"
    assert first.data
    assert first.data["countries"] == ["NO"]
    assert first.text.startswith("# yaml-language-server")
    assert first.faults == ()


def test_one_broken_file_does_not_hide_the_others(tmp_path: Path) -> None:
    entries = load_entries(_practices(tmp_path, a="name: A\n", b="name: [\n", c="name: C\n"))
    assert [entry.data for entry in entries] == [{"name": "A"}, None, {"name": "C"}]
    assert len(entries[1].faults) == 1


def test_unchanged_files_are_not_parsed_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = _practices(tmp_path, a="name: A\n", b="name: B\n")
    known = {entry.digest: entry.data for entry in load_entries(root)}
    (root / "practices" / "b.yml").write_text("name: Changed\n", encoding="utf-8")
    parsed: list[str] = []

    def parse(text: str) -> dict[str, str]:
        parsed.append(text)
        return {"name": "parsed"}

    monkeypatch.setattr(module, "parse_fields", parse)
    assert [entry.data for entry in load_entries(root, known)] == [{"name": "A"}, {"name": "parsed"}]
    assert parsed == ["name: Changed\n"]


def test_two_processes_give_the_same_as_one(tmp_path: Path) -> None:
    texts = {f"p{number:03}": f"name: P{number}\n" for number in range(250)} | {"p100": "name: [\n"}
    entries = load_entries(_practices(tmp_path, **texts))
    assert len(entries) == 250
    for number, entry in enumerate(entries):
        assert entry.data == (None if number == 100 else {"name": f"P{number}"})
    assert entries[100].faults[0].line >= 1


@pytest.mark.parametrize(
    ("text", "words"), [("", "no fields"), ("# only\n", "no fields"), ("- a\n", "consist of fields")]
)
def test_a_file_must_hold_fields(tmp_path: Path, text: str, words: str) -> None:
    entry = load_entries(_practices(tmp_path, a=text))[0]
    assert entry.data is None
    assert words in entry.faults[0].message


def test_links_and_folders_are_not_followed(tmp_path: Path) -> None:
    root = _practices(tmp_path)
    (tmp_path / "secret.txt").write_text("name: Secret\n", encoding="utf-8")
    (root / "practices" / "link.yml").symlink_to(tmp_path / "secret.txt")
    (root / "practices" / "folder.yml").mkdir()
    for entry in load_entries(root):
        assert entry.data is None
        assert entry.text == ""
        assert "not an ordinary file" in entry.faults[0].message


def test_large_and_foreign_files(tmp_path: Path) -> None:
    root = _practices(tmp_path, large="name: " + "x" * 300 * 1024)
    (root / "practices" / "latin.yml").write_bytes(b"name: \xc5rhus\n")
    large, latin = load_entries(root)
    assert "UTF-8" in latin.faults[0].message
    assert "256 KiB" in large.faults[0].message


def test_no_folder_no_entries(tmp_path: Path) -> None:
    assert load_entries(tmp_path) == []


def test_load_entry_tells_its_path_from_the_root() -> None:
    entry = load_entry(TOY, TOY / "practices" / "pebble-house.yml")
    assert entry == load_entries(TOY)[2]
