"""A build after a change gives the same bytes as a build from nothing, whatever was changed."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.publish.project import build, differences, edit, make_project, run, tree

LANTERN = "practices/lantern-path/index.html"
PEBBLE = "practices/pebble-house/index.html"
MARMALADE = "practices/marmalade-desk/index.html"


@pytest.fixture(scope="module")
def living(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with its own copy of the code, which is changed again and again."""
    root = make_project(tmp_path_factory.mktemp("living") / "project", with_code=True)
    build(root)
    return root


def change_an_entry(root: Path) -> None:
    edit(root / "practices" / "lantern-path.yml", "name: Lantern Path of Toyville", "name: Lamp Path of Toyville")


def add_an_entry(root: Path) -> None:
    shutil.copy(root / "practices" / "marmalade-desk.yml", root / "practices" / "jam-desk.yml")
    edit(root / "practices" / "jam-desk.yml", "The Marmalade Desk\n", "The Jam Desk\n")


def rename_an_entry(root: Path) -> None:
    (root / "practices" / "jam-desk.yml").rename(root / "practices" / "honey-desk.yml")
    path = root / "practices" / "honey-desk.yml"
    path.write_text(f"{path.read_text(encoding='utf-8')}aliases: [jam-desk]\n", encoding="utf-8")


def remove_an_entry(root: Path) -> None:
    (root / "practices" / "honey-desk.yml").unlink()


def change_an_event(root: Path) -> None:
    edit(root / "docs" / "events" / "toyville-congress-2018.md", "title: First Toyville", "title: Merry Toyville")


def change_a_label(root: Path) -> None:
    edit(root / "schema" / "vocabularies" / "sectors.yml", '"Housing"', '"Roofs"')
    assert run(root, "schema").returncode == 0


def change_a_template(root: Path) -> None:
    edit(root / "scripts" / "render" / "templates" / "practice.html", "Cite this page", "Quote this page")


def change_the_code(root: Path) -> None:
    edit(root / "scripts" / "derive" / "levels.py", "small sample (under", "tiny sample (under")


def change_a_setting(root: Path) -> None:
    edit(root / "mkdocs.yml", "https://common-thread.example/", "https://common-teapot.example/")


def change_the_theme(root: Path) -> None:
    edit(root / "docs" / "templates" / "partials" / "footer.html", "Use and take part", "About this teapot")


def change_a_page(root: Path) -> None:
    path = root / "docs" / "about" / "index.md"
    path.write_text(f"{path.read_text(encoding='utf-8')}\nTea is served at four.\n", encoding="utf-8")


@pytest.mark.parametrize(
    ("change", "changed", "kept"),
    [
        (change_an_entry, {LANTERN, PEBBLE, "practices/index.html", "data/practices.json"}, {MARMALADE}),
        (add_an_entry, {"practices/jam-desk/index.html", MARMALADE, "index.html"}, {LANTERN, PEBBLE}),
        (rename_an_entry, {"practices/jam-desk/index.html", "practices/honey-desk/index.html"}, {LANTERN, PEBBLE}),
        (remove_an_entry, {"practices/honey-desk/index.html", "practices/jam-desk/index.html"}, {LANTERN, PEBBLE}),
        (change_an_event, {LANTERN, PEBBLE, "events/index.html"}, {MARMALADE}),
        (change_a_label, {LANTERN, "sectors/housing/index.html", "practices/index.html"}, set()),
        (change_a_template, {LANTERN, PEBBLE, MARMALADE}, set()),
        (change_the_code, {LANTERN, "data/practices/lantern-path.json"}, set()),
        (change_a_setting, {LANTERN, PEBBLE, MARMALADE, "sitemap.xml", "robots.txt", "about/index.html"}, set()),
        (change_the_theme, {LANTERN, PEBBLE, MARMALADE, "404.html", "about/index.html"}, set()),
        (change_a_page, {"about/index.html"}, {LANTERN, PEBBLE, MARMALADE}),
    ],
)
def test_a_change_gives_the_same_bytes_as_a_fresh_build(
    living: Path, tmp_path: Path, change: Callable[[Path], None], changed: set[str], kept: set[str]
) -> None:
    before = tree(living / "site")
    inodes = {name: (living / "site" / name).stat().st_ino for name in kept}
    change(living)
    build(living)
    after = tree(living / "site")
    assert changed <= set(differences(before, after))
    assert inodes == {name: (living / "site" / name).stat().st_ino for name in kept}
    fresh = tmp_path / "project"
    shutil.copytree(living, fresh, ignore=shutil.ignore_patterns(".cache", "site"))
    build(fresh)
    assert differences(after, tree(fresh / "site")) == []


def test_the_day_of_the_build_counts(living: Path) -> None:
    later = str(1_900_000_000)  # in 2030
    build(living, SOURCE_DATE_EPOCH=later)
    assert b"may be out of date" in tree(living / "site")[LANTERN]
    build(living)
    assert b"may be out of date" not in tree(living / "site")[LANTERN]


def test_a_page_edited_by_hand_does_not_survive(living: Path) -> None:
    build(living)
    before = tree(living / "site")
    for name in (LANTERN, "data/practices/pebble-house.json", "about/index.html", "index.html"):
        (living / "site" / name).write_text("edited by hand", encoding="utf-8")
    (living / "site" / "practices" / "teapot.html").write_text("added by hand", encoding="utf-8")
    build(living)
    assert differences(before, tree(living / "site")) == []


def says_the_same_as_the_check(root: Path, **extra: str) -> str:
    """A build that remembers clean entries finds what a check of everything finds; returns what it said."""
    before = tree(root / "site")
    built, checked = run(root, "build", **extra), run(root, "check", **extra)
    assert (built.returncode, built.stdout) == (1, checked.stdout)
    assert differences(before, tree(root / "site")) == []
    return checked.stdout


def test_entries_that_were_clean_are_checked_again_when_another_one_goes(living: Path) -> None:
    build(living)
    lantern = living / "practices" / "lantern-path.yml"
    text = lantern.read_text(encoding="utf-8")
    lantern.unlink()
    said = says_the_same_as_the_check(living)
    assert "practices/pebble-house.yml:" in said
    assert "docs/events/toyville-congress-2018.md:" in said
    lantern.write_text(text, encoding="utf-8")
    build(living)


def test_entries_that_were_clean_are_checked_again_when_another_one_takes_their_former_name(living: Path) -> None:
    build(living)
    twin = living / "practices" / "lamp-trail.yml"
    shutil.copy(living / "practices" / "marmalade-desk.yml", twin)
    assert "practices/lantern-path.yml:" in says_the_same_as_the_check(living)
    twin.unlink()
    build(living)


def test_entries_that_were_clean_are_checked_again_on_another_day(living: Path) -> None:
    build(living)
    assert "lies in the future" in says_the_same_as_the_check(living, SOURCE_DATE_EPOCH="1600000000")  # in 2020
    build(living)


def test_an_entry_with_a_warning_is_told_again(living: Path) -> None:
    edit(living / "practices" / "pebble-house.yml", "[health, housing, education]", "[health]")
    first, second = build(living), build(living)
    assert ": warning: sectors: " in first.stdout
    assert first.stdout.splitlines()[:-1] == second.stdout.splitlines()[:-1]
