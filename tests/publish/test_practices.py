"""Pages of practices are taken over from the last site only if nothing in them can have changed."""

from __future__ import annotations

import dataclasses
import datetime
import os
from pathlib import Path

import pytest

from scripts.derive.collection import Collection
from scripts.publish import practices as module
from scripts.publish.cache import Cache
from scripts.publish.manifest import Manifest
from scripts.publish.practices import publish_practices
from scripts.read.history import History
from scripts.read.settings import Settings
from scripts.render.pages import Pages
from scripts.render.templates import make_environment
from tests.derive.invented import collect, entry, event, finding
from tests.publish.project import differences, tree
from tests.toy import vocabularies

SHELL = "<title>[% block title %][% endblock %]</title>[% block article %][% endblock %]"
SETTINGS = Settings("Toys", "Invented.", "https://toys.example/", "")
PAGE_FILES = ("/index.html", "/index.md", "/oembed.json", "/card/index.html")
ENTRIES = (entry("one"), entry("two", countries=["FI"]), entry("three", target_groups=["jobseekers"]))


class Site:
    """A folder in which one build after another publishes practices."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.out = root / "site"
        self.taken: set[str] = set()

    def build(self, collection: Collection, shell: str = SHELL) -> dict[str, str]:
        pages = Pages(make_environment(shell, SETTINGS, vocabularies()), collection, SETTINGS)
        new = self.root / "new"
        new.mkdir()
        before = {path.relative_to(self.out): path.stat().st_ino for path in self.out.glob("practices/*/index.html")}
        manifest = Manifest(self.out, Cache(self.root / "cache", "print"), shell)
        (self.root / "practices").mkdir(exist_ok=True)
        for practice in collection.practices:
            (self.root / "practices" / f"{practice.slug}.yml").write_text(f"name: {practice.slug}\n", encoding="utf-8")
        cards = publish_practices(self.root, new, pages, manifest)
        manifest.save()
        after = {path.relative_to(new): path.stat().st_ino for path in new.glob("practices/*/index.html")}
        self.taken = {path.parent.name for path, inode in after.items() if before.get(path) == inode}
        if self.out.exists():
            self.out.rename(self.root / f"old-{len(list(self.root.iterdir()))}")
        new.rename(self.out)
        return cards


@pytest.fixture
def site(tmp_path: Path) -> Site:
    site = Site(tmp_path)
    site.build(collect(ENTRIES))
    assert site.taken == set()
    return site


def test_writes_a_page_in_all_its_forms_data_and_citations_for_each(site: Site) -> None:
    assert sorted(tree(site.out)) == sorted(
        f"{folder}/{slug}{ending}"
        for slug in ("one", "two", "three")
        for folder, ending in (
            *(("practices", ending) for ending in PAGE_FILES),
            *(("data/practices", ending) for ending in (".json", ".bib", ".ris", ".csl.json", ".yml")),
        )
    )


def test_unchanged_practices_are_taken_over_with_the_same_cards(site: Site) -> None:
    before = tree(site.out)
    cards = site.build(collect(ENTRIES))
    assert site.taken == {"one", "two", "three"}
    assert tree(site.out) == before
    assert site.build(collect(ENTRIES)) == cards
    assert site.taken == {"one", "two", "three"}
    assert all(slug in card for slug, card in cards.items())


@pytest.mark.parametrize(
    "name",
    [
        f"practices/one/{PAGE_FILES[0].strip('/')}",
        *(f"data/practices/one{end}" for end in (".json", ".csl.json", ".yml")),
    ],
)
def test_a_file_edited_by_hand_is_made_anew(site: Site, name: str) -> None:
    before = tree(site.out)
    (site.out / name).write_text("edited by hand", encoding="utf-8")
    site.build(collect(ENTRIES))
    assert site.taken == {"two", "three"}
    assert tree(site.out) == before


def test_a_file_edited_to_the_same_size_is_made_anew(site: Site) -> None:
    page = site.out / "practices" / "one" / "index.html"
    content = page.read_bytes()
    page.write_bytes(content.replace(b"Teapot", b"Kettle"))
    os.utime(page, ns=(0, page.stat().st_mtime_ns + 1))
    site.build(collect(ENTRIES))
    assert (site.out / "practices" / "one" / "index.html").read_bytes() == content


def test_a_missing_file_is_made_anew(site: Site) -> None:
    before = tree(site.out)
    (site.out / "practices" / "one" / "index.html").unlink()
    site.build(collect(ENTRIES))
    assert tree(site.out) == before


def test_a_changed_practice_is_made_anew_and_so_is_what_names_it(site: Site) -> None:
    changed = (entry("one", name="Kettle Round"), *ENTRIES[1:])
    cards = site.build(collect(changed))
    assert site.taken == {"three"}
    assert "Kettle Round" in cards["one"]
    assert b"Kettle Round" in tree(site.out)["practices/two/index.html"]


def test_a_practice_is_made_anew_when_an_event_presents_it(site: Site) -> None:
    site.build(collect(ENTRIES, [event("tea", ["three"])]))
    assert site.taken == {"one", "two"}
    assert b"Congress tea" in tree(site.out)["practices/three/index.html"]
    site.build(collect(ENTRIES, [event("tea", ["three"], title="Congress of cups")]))
    assert b"Congress of cups" in tree(site.out)["practices/three/index.html"]


def test_a_practice_is_made_anew_when_its_successor_has_another_name(tmp_path: Path) -> None:
    site = Site(tmp_path)
    old = entry("old", successor="new", target_groups=["jobseekers"])
    site.build(collect([old, entry("new", name="Kettle Round")]))
    site.build(collect([old, entry("new", name="Samovar Round")]))
    assert b"Samovar Round" in tree(site.out)["practices/old/index.html"]


def test_a_practice_is_made_anew_when_what_is_related_to_it_has_moved(site: Site) -> None:
    moved = entry("one", places=[{"name": "Boxville", "level": "local"}])
    site.build(collect((moved, *ENTRIES[1:])))
    assert site.taken == {"three"}
    assert b"Boxville, Norway" in tree(site.out)["practices/two/index.html"]


def test_a_practice_is_made_anew_when_git_tells_of_another_revision(site: Site) -> None:
    first = History("2020-01-01", "2026-11-02", "f" * 40, 7)
    site.build(collect(ENTRIES, (), {"one": first}))
    assert site.taken == {"two", "three"}
    site.build(collect(ENTRIES, (), {"one": dataclasses.replace(first, commit="e" * 40, revisions=8)}))
    assert site.taken == {"two", "three"}
    assert b"evision 8" in tree(site.out)["practices/one/index.html"]


def test_a_practice_is_made_anew_when_its_sources_or_its_review_have_aged(tmp_path: Path) -> None:
    site = Site(tmp_path)
    source = {"type": "news", "title": "Tea", "organisation": "Toyville", "year": 2016}
    entries = [entry(findings=[finding()], sources={"lamp-2018": source})]

    def told(day: str) -> tuple[bool, bool]:
        site.build(collect(entries, day=datetime.date.fromisoformat(day)))
        page = tree(site.out)["practices/teapot-round/index.html"]
        return b"older than ten years" in page, b"may be out of date" in page

    assert told("2026-12-31") == (False, False)
    assert told("2027-01-01") == (True, False)
    assert told("2029-10-01") == (True, False)
    assert told("2029-12-01") == (True, True)


def test_another_shell_makes_all_anew(site: Site) -> None:
    site.build(collect(ENTRIES), f"{SHELL}<footer>Tea</footer>")
    assert site.taken == set()
    assert tree(site.out)["practices/one/index.html"].endswith(b"<footer>Tea</footer>")


def test_a_practice_that_left_is_forgotten(site: Site) -> None:
    site.build(collect(ENTRIES[:2]))
    assert not any("three" in name for name in tree(site.out))
    site.build(collect(ENTRIES))
    assert "three" not in site.taken


def test_a_practice_in_another_folder_is_not_taken_over(site: Site, tmp_path: Path) -> None:
    site.out = tmp_path / "elsewhere"
    site.build(collect(ENTRIES))
    assert site.taken == set()


def test_two_processes_write_the_same_as_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    collection = collect([entry(f"teapot-{number}", name=f"Teapot {number}") for number in range(101)])
    many, one = Site(tmp_path / "many"), Site(tmp_path / "one")
    for site in (many, one):
        site.root.mkdir()
    two = many.build(collection)
    monkeypatch.setattr(module, "TWO_PROCESSES_FROM", 1000)
    assert one.build(collection) == two
    assert differences(tree(one.out), tree(many.out)) == []
    assert "Teapot 17<" in two["teapot-17"]
