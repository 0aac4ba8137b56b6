from __future__ import annotations

from pathlib import Path

import pytest

from scripts.publish import search
from scripts.publish.search import FOLDER, SearchFault, publish_index

DOCUMENTS = {
    "toys/lantern/": "<html lang='en'><body data-pagefind-body><h1>Lantern</h1><p>A toy lantern.</p></body></html>",
    "toys/pebble/": "<html lang='en'><body data-pagefind-body><h1>Pebble</h1><p>A toy pebble.</p></body></html>",
}


def made(cache: Path) -> dict[Path, int]:
    return {path: path.stat().st_mtime_ns for path in (cache / "search").rglob("*") if path.is_file()}


def test_the_index_holds_what_a_browser_needs_and_no_more(tmp_path: Path) -> None:
    publish_index(tmp_path / "site", tmp_path / "cache", DOCUMENTS)
    names = {path.relative_to(tmp_path / "site" / FOLDER).parts[0] for path in (tmp_path / "site" / FOLDER).rglob("*")}
    assert {"pagefind.js", "pagefind-entry.json", "index", "fragment"} <= names
    assert not [name for name in names if "ui" in name]


def test_it_is_not_made_again_when_no_text_changed(tmp_path: Path) -> None:
    publish_index(tmp_path / "one", tmp_path / "cache", DOCUMENTS)
    before = made(tmp_path / "cache")
    publish_index(tmp_path / "two", tmp_path / "cache", dict(reversed(DOCUMENTS.items())))
    assert made(tmp_path / "cache") == before


def test_a_changed_text_makes_a_new_one_and_the_old_one_goes(tmp_path: Path) -> None:
    publish_index(tmp_path / "one", tmp_path / "cache", DOCUMENTS)
    (old,) = (tmp_path / "cache" / "search").iterdir()
    publish_index(tmp_path / "two", tmp_path / "cache", DOCUMENTS | {"toys/top/": DOCUMENTS["toys/pebble/"]})
    (new,) = (tmp_path / "cache" / "search").iterdir()
    assert new != old


def test_a_failure_is_told_and_leaves_nothing_half_done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "COMMAND", [*search.COMMAND, "--no-such-option"])
    with pytest.raises(SearchFault, match=r"(?s)full-text index could not be made.*no-such-option"):
        publish_index(tmp_path / "site", tmp_path / "cache", DOCUMENTS)
    assert list((tmp_path / "cache" / "search").iterdir()) == []
    assert not (tmp_path / "site").exists()
