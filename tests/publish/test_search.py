from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from scripts.publish import search
from scripts.publish.search import FOLDER, Documents, IndexJob, SearchFault

DOCUMENTS = {
    "toys/lantern/": "<html lang='en'><body data-pagefind-body><h1>Lantern</h1><p>A toy lantern.</p></body></html>",
    "toys/pebble/": "<html lang='en'><body data-pagefind-body><h1>Pebble</h1><p>A toy pebble.</p></body></html>",
}


def publish(folder: Path, name: str, documents: Documents) -> Path:
    """Publishes an index into the site ``name``, with the cache beside it, and returns the index's folder."""
    site = folder / name
    with IndexJob(folder / "cache", lambda: documents) as index:
        index.publish(site)
    return site / FOLDER


def made(folder: Path) -> dict[Path, int]:
    return {path: path.stat().st_mtime_ns for path in (folder / "cache" / "search").rglob("*") if path.is_file()}


def pages_of(index: Path) -> int:
    """How many pages a part of an index knows, by its own account."""
    return int(json.loads((index / "pagefind-entry.json").read_text())["languages"]["en"]["page_count"])


def test_the_index_holds_what_a_browser_needs_and_no_more(tmp_path: Path) -> None:
    index = publish(tmp_path, "site", DOCUMENTS)
    names = {path.relative_to(index).parts[0] for path in index.rglob("*")}
    assert {"pagefind.js", "pagefind-entry.json", "index", "fragment", "parts.json"} <= names
    assert not [name for name in names if "ui" in name]
    assert pages_of(index) == 2
    assert json.loads((index / "parts.json").read_text()) == {"parts": 1}


def test_it_is_not_made_again_when_no_text_changed(tmp_path: Path) -> None:
    publish(tmp_path, "one", DOCUMENTS)
    before = made(tmp_path)
    publish(tmp_path, "two", dict(reversed(DOCUMENTS.items())))
    assert made(tmp_path) == before


def test_a_changed_text_makes_a_new_one_and_the_old_one_goes(tmp_path: Path) -> None:
    publish(tmp_path, "one", DOCUMENTS)
    (old,) = (tmp_path / "cache" / "search").iterdir()
    publish(tmp_path, "two", DOCUMENTS | {"toys/top/": DOCUMENTS["toys/pebble/"]})
    (new,) = (tmp_path / "cache" / "search").iterdir()
    assert new != old


def test_many_documents_make_several_parts_and_a_change_makes_one_of_them_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "PART", 4)
    many = {f"toys/{number}/": DOCUMENTS["toys/pebble/"] for number in range(12)}
    index = publish(tmp_path, "one", many)
    assert json.loads((index / "parts.json").read_text()) == {"parts": 3}
    assert sum(map(pages_of, (index, index / "2", index / "3"))) == 12
    before = set((tmp_path / "cache" / "search").iterdir())
    publish(tmp_path, "two", many | {"toys/7/": DOCUMENTS["toys/lantern/"]})
    after = set((tmp_path / "cache" / "search").iterdir())
    assert len(after) == 3
    assert len(before & after) == 2


def test_a_failure_is_told_and_leaves_nothing_half_done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "COMMAND", [*search.COMMAND, "--no-such-option"])
    with pytest.raises(SearchFault, match=r"(?s)full-text index could not be made.*no-such-option"):
        publish(tmp_path, "site", DOCUMENTS)
    assert list((tmp_path / "cache" / "search").iterdir()) == []
    assert not (tmp_path / "site").exists()


def test_builds_at_the_same_time_leave_each_other_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = {"toys/top/": DOCUMENTS["toys/pebble/"]}
    publish(tmp_path, "before", other)
    cache = tmp_path / "cache"
    with IndexJob(cache, lambda: DOCUMENTS) as slow, IndexJob(cache, lambda: other) as idle:
        monkeypatch.setattr(os, "getpid", os.getppid)  # as another process that is alive
        publish(tmp_path, "quick", DOCUMENTS | other)
        for name, job, pages in (("slow", slow, 2), ("idle", idle, 1)):
            job.publish(tmp_path / name)
            assert pages_of(tmp_path / name / FOLDER) == pages


def test_work_that_is_given_up_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(KeyError), IndexJob(tmp_path / "cache", lambda: DOCUMENTS):
        raise KeyError
    assert list((tmp_path / "cache" / "search").iterdir()) == []
