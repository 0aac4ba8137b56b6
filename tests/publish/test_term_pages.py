"""Pages of terms are taken over from the last site only if their practices look the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.derive.collection import Collection
from scripts.publish.cache import Cache
from scripts.publish.manifest import Manifest
from scripts.publish.term_pages import publish_term_pages
from scripts.read.history import History
from scripts.render.citation_files import ENDINGS
from scripts.render.pages import Pages
from scripts.render.templates import make_environment
from tests.derive.invented import collect, entry, finding
from tests.publish.project import tree
from tests.publish.test_practices import SETTINGS, SHELL
from tests.render.view import cards_of
from tests.toy import vocabularies

ENTRIES = (entry("one"), entry("two", countries=["FI"]), entry("three", target_groups=["jobseekers"]))
FINLAND, NORWAY, JOBSEEKERS = (
    f"{path}/index.html" for path in ("countries/fi", "countries/no", "target-groups/jobseekers")
)


class Site:
    """A folder in which one build after another publishes the pages of terms."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.out = root / "site"
        self.taken: set[str] = set()

    def build(self, collection: Collection, shell: str = SHELL) -> list[str]:
        pages = Pages(make_environment(shell, SETTINGS, vocabularies()), collection, SETTINGS)
        new = self.root / "new"
        new.mkdir()
        before = {path.relative_to(self.out): path.stat().st_ino for path in self.out.rglob("index.html")}
        manifest = Manifest(self.out, Cache(self.root / "cache", "print"), shell)
        written = publish_term_pages(new, pages, manifest, cards_of(pages))
        manifest.save()
        after = {path.relative_to(new): path.stat().st_ino for path in new.rglob("index.html")}
        self.taken = {path.as_posix() for path, inode in after.items() if before.get(path) == inode}
        if self.out.exists():
            self.out.rename(self.root / f"old-{len(list(self.root.iterdir()))}")
        new.rename(self.out)
        return written


def pages_of(site: Site) -> list[str]:
    return sorted(name for name in tree(site.out) if name.endswith(".html"))


@pytest.fixture
def site(tmp_path: Path) -> Site:
    site = Site(tmp_path)
    site.build(collect(ENTRIES))
    assert site.taken == set()
    return site


def test_tells_what_it_wrote(tmp_path: Path) -> None:
    site = Site(tmp_path)
    written = site.build(collect(ENTRIES))
    assert sorted(written) == pages_of(site)
    assert {FINLAND, NORWAY, JOBSEEKERS} <= set(written)


def test_each_term_has_its_citation(site: Site) -> None:
    cited = {f"data/{page.removesuffix('/index.html')}{ending}" for page in pages_of(site) for ending in ENDINGS}
    assert cited == {name for name in tree(site.out) if not name.endswith(".html")}
    assert b"(countries: Finland)" in tree(site.out)["data/countries/fi.bib"]


def test_a_page_is_made_anew_when_a_practice_on_it_has_a_new_date(site: Site) -> None:
    history = History("2020-01-01", "2026-12-24", "f" * 40, 7)
    site.build(collect(ENTRIES, (), {"two": history}))
    assert FINLAND not in site.taken
    assert NORWAY in site.taken
    assert b"24 December 2026" in tree(site.out)[FINLAND]


def test_unchanged_pages_are_taken_over(site: Site) -> None:
    before = tree(site.out)
    written = site.build(collect(ENTRIES))
    assert site.taken == set(written)
    assert tree(site.out) == before


def test_a_page_is_made_anew_when_a_card_on_it_changes(site: Site) -> None:
    site.build(collect((ENTRIES[0], entry("two", countries=["FI"], name="Kettle Round"), ENTRIES[2])))
    assert FINLAND not in site.taken
    assert {NORWAY, JOBSEEKERS} <= site.taken
    assert b"Kettle Round" in tree(site.out)[FINLAND]


def test_a_page_is_made_anew_when_practices_come_go_or_change_places(site: Site) -> None:
    site.build(collect(ENTRIES[:2]))
    assert {FINLAND} <= site.taken
    assert NORWAY not in site.taken
    assert JOBSEEKERS not in tree(site.out)
    site.build(collect(ENTRIES))
    assert not {NORWAY, JOBSEEKERS} & site.taken
    later = entry("one", name="Zinnia Round")
    site.build(collect((later, *ENTRIES[1:])))
    assert NORWAY not in site.taken
    assert tree(site.out)[NORWAY].index(b"Zinnia Round") > tree(site.out)[NORWAY].index(b'data-slug="three"')


def test_a_page_of_a_term_that_comes_to_be_used_is_made(site: Site) -> None:
    source = {"type": "news", "title": "Tea", "organisation": "Toyville", "year": 2016}
    proven = entry("two", countries=["FI"], findings=[finding()], sources={"lamp-2018": source})
    written = site.build(collect((ENTRIES[0], proven, ENTRIES[2])))
    assert sorted(written) == pages_of(site)
    assert FINLAND not in site.taken


def test_another_shell_makes_all_anew(site: Site) -> None:
    site.build(collect(ENTRIES), f"{SHELL}<footer>Tea</footer>")
    assert site.taken == set()


def test_a_page_edited_by_hand_is_made_anew(site: Site) -> None:
    before = tree(site.out)
    (site.out / NORWAY).write_text("edited by hand", encoding="utf-8")
    site.build(collect(ENTRIES))
    assert NORWAY not in site.taken
    assert tree(site.out) == before
