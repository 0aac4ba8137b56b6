"""The past of entries when a site is built again: taken over, made anew, or not there."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.publish.past import SLUG, dead_links_of_the_desk, page
from tests.publish.project import build, differences, edit, tree
from tests.repository import Repository
from tests.site.pages import Site


@pytest.fixture
def living(told: Path, tmp_path: Path) -> Path:
    """The toys with a past, to change; the files keep their times, so that the build may take them over."""
    return Path(shutil.copytree(told, tmp_path / "project", copy_function=shutil.copy2, symlinks=True))


def pages_of_the_past(root: Path) -> dict[str, int]:
    """The inode of every page of the past, by its address."""
    practices = root / "site" / "practices"
    found = [*practices.glob("*/v/*/index.html"), *practices.glob("*/history/index.html")]
    return {path.parent.relative_to(practices).as_posix(): path.stat().st_ino for path in found}


def test_a_build_from_nothing_gives_the_same_bytes(living: Path) -> None:
    before = tree(living / "site")
    shutil.rmtree(living / "site")
    shutil.rmtree(living / ".cache")
    build(living)
    assert differences(tree(living / "site"), before) == []


def test_pages_of_the_past_are_taken_over(living: Path) -> None:
    build(living)  # in its own folder, to which the copied notes do not belong
    before = pages_of_the_past(living)
    edit(living / "practices" / "honey-desk.yml", "The Honey Desk", "The Syrup Desk")
    Repository(living).commit("Syrup", "2026-06-06", "Cat Pot")
    build(living)
    after = pages_of_the_past(living)
    made = {address for address, inode in after.items() if before.get(address) != inode}
    assert {address for address in made if not address.startswith((SLUG, "lamp-trail"))} == {
        "honey-desk/history",
        "honey-desk/v/6",
        "honey-desk/v/7",
    }
    assert "This is an old version: revision 6" in page(living, "honey-desk/v/6")
    warm = tree(living / "site")
    shutil.rmtree(living / ".cache")
    build(living)
    assert differences(tree(living / "site"), warm) == []


def test_a_missing_page_of_the_past_is_made_anew(living: Path) -> None:
    build(living)
    before = tree(living / "site")
    (living / "site" / "practices" / "honey-desk" / "v" / "2" / "index.html").unlink()
    build(living)
    assert differences(tree(living / "site"), before) == []


def test_a_change_that_is_not_committed_is_shown_as_not_yet_published(living: Path) -> None:
    edit(living / "practices" / "honey-desk.yml", "The Honey Desk", "The Syrup Desk")
    build(living)
    entry = page(living, "honey-desk")
    assert "<h1>The Syrup Desk</h1>" in entry
    assert "Changed since revision 6 of 5 May 2026 (" in entry
    assert "and not yet published" in entry
    assert "revision 6, " not in entry, "the citation claims no revision"
    assert "<h1>The Honey Desk</h1>" in page(living, "honey-desk/v/6")
    assert "Syrup" not in page(living, "honey-desk/v/6")


def test_a_withdrawn_entry_is_marked_on_all_its_pages_and_leaves_the_lists(living: Path) -> None:
    path = living / "practices" / "honey-desk.yml"
    withdrawn = "withdrawn:\n  date: 2026-11-20\n  reason: The desk was told twice.\n"
    path.write_text(f"{path.read_text(encoding='utf-8').rstrip()}\n{withdrawn}", encoding="utf-8")
    Repository(living).commit("Withdrawn", "2026-11-20")
    event = living / "docs" / "events" / "toyville-congress-2018.md"
    edit(event, "practices:\n", "practices:\n  - honey-desk\n")
    build(living)
    assert "The desk was told twice." in (
        living / "site" / "events" / "toyville-congress-2018" / "index.html"
    ).read_text(encoding="utf-8")
    for address in ("", "history", "v/1", "v/3", "v/6", "v/7"):
        assert "withdrawn on 20 November 2026" in page(living, f"honey-desk/{address}"), address
    assert dead_links_of_the_desk(Site(living / "site")) == []
    site = living / "site"
    changes = (site / "changes" / "feed.xml").read_text(encoding="utf-8")
    assert "Withdrawn: The desk was told twice." in changes, "who follows the changes is told"
    told = {"changes", "events", "practices/honey-desk", f"practices/{SLUG}", "data"}
    for file in site.rglob("*"):
        name = file.relative_to(site).as_posix()
        if file.suffix in (".html", ".xml", ".json") and not name.startswith(tuple(told)):
            assert "honey-desk/" not in file.read_text(encoding="utf-8"), name


def without_git(root: Path) -> Path:
    shutil.rmtree(root / ".git")
    return root


def shallow_clone(root: Path) -> Path:
    target = root.parent / "shallow"
    subprocess.run(["git", "clone", "--quiet", "--depth", "1", root.as_uri(), target], check=True)
    return target


@pytest.mark.parametrize("copy", [without_git, shallow_clone])
def test_without_its_history_a_site_says_less(
    living: Path, copy: Callable[[Path], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(living.parent))
    root = copy(living)
    shutil.rmtree(root / "site", ignore_errors=True)
    build(root)
    entry = page(root, "honey-desk")
    assert "First written" in entry
    assert "evision 1" not in entry
    assert "history/" not in entry
    assert pages_of_the_past(root) == {}
    assert 'url=../../practices/honey-desk/"' in page(root, SLUG)
