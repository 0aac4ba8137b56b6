"""The same input gives the same bytes, wherever it is built and whatever was built before."""

from __future__ import annotations

from pathlib import Path

from tests.site.building import build, contents, copy_project, differences


def test_a_copy_with_an_empty_cache_gives_the_same_bytes(site_folder: Path, tmp_path: Path) -> None:
    copy = copy_project(tmp_path / "copy")
    assert not (copy / ".cache").exists()
    anew = contents(build(copy, tmp_path / "elsewhere" / "pages"))
    assert differences(contents(site_folder), anew) == []
    again = contents(build(copy, tmp_path / "elsewhere" / "pages"))
    assert differences(anew, again) == [], "a build that takes pages over from the last one"


def test_a_build_after_a_change_and_its_undoing_gives_the_same_bytes(tmp_path: Path) -> None:
    copy = copy_project(tmp_path / "copy")
    out = tmp_path / "site"
    before = contents(build(copy, out))
    entry = copy / "practices" / "maia.yml"
    typed = entry.read_text(encoding="utf-8")
    entry.write_text(typed.replace("\nlead: ", "\nlead: Toy ", 1), encoding="utf-8")
    changed = differences(before, contents(build(copy, out)))
    assert {"practices/maia/index.html", "data/practices/maia.json", "data/practices.json"} <= {*changed}
    assert "practices/kotitori/index.html" not in changed
    entry.write_text(typed, encoding="utf-8")
    assert differences(before, contents(build(copy, out))) == []
