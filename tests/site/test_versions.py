"""The history of a practice and its old versions in a real browser: read by everybody, found by nobody by accident."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.publish.project import build, edit
from tests.repository import Repository
from tests.site.conftest import kept_tabs, one_test, serving
from tests.site.pages import told
from tests.site.tabs import SCHEMES, Tabs, settle
from tests.site.test_accessibility import AXE, OPEN_ALL, RUN
from tests.site.test_kinds import SURPLUS

PAST = {
    "history": "practices/lantern-path/history/",
    "old version": "practices/lantern-path/v/1/",
    "version as typed": "practices/lantern-path/v/2/",
    "newest version": "practices/lantern-path/v/3/",
    "entry": "practices/lantern-path/",
}


@pytest.fixture(scope="module")
def folder(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of toys; the second of three revisions of one of them does not pass the checks."""
    root = Path(shutil.copytree(built, tmp_path_factory.mktemp("versions") / "project"))
    (root / ".gitignore").write_text("site/\n.cache/\n", encoding="utf-8")
    repository, entry = Repository(root), root / "practices" / "lantern-path.yml"
    repository.commit("All the toys", "2026-01-01", "Ann Lamp")
    edit(entry, "life_cycle:", "life_of_the_path:")
    repository.commit("A slip", "2026-02-02", "Bob Cup")
    edit(entry, "life_of_the_path:", "life_cycle:")
    edit(entry, "Lantern Path of Toyville", "Lamp Path of Toyville")
    edit(entry, "direction: none", "direction: mixed")
    repository.commit("Mended", "2026-03-03", "Bob Cup")
    build(root)
    return root / "site"


@pytest.fixture
def past(folder: Path, browser: Browser) -> Iterator[Tabs]:
    with serving(folder) as address, kept_tabs(browser, address) as tabs, one_test(tabs):
        yield tabs


@pytest.mark.parametrize("kind", PAST)
def test_axe_finds_nothing(past: Tabs, kind: str) -> None:
    page = past.open(PAST[kind])
    settle(page)
    page.evaluate(OPEN_ALL)
    page.evaluate(AXE.axe_script)
    found = []
    for width, scheme in product((1440, 390), SCHEMES):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        for rule in page.evaluate(RUN):
            found.append(f"{width} px, {scheme}: {rule['id']} at {[node['html'][:120] for node in rule['nodes']]}")
    assert found == [], told(found)


def test_nothing_is_wider_than_the_window(past: Tabs) -> None:
    page = past.open()
    for path, width in product(PAST.values(), (390, 820, 1440)):
        page.goto(path)
        page.set_viewport_size({"width": width, "height": 900})
        surplus = page.evaluate(SURPLUS)
        assert (surplus["scroll"], surplus["wide"]) == (0, []), (path, width)


def test_from_the_entry_to_an_old_version_and_back(past: Tabs) -> None:
    page = past.open(PAST["entry"], javascript=False)
    page.get_by_role("link", name="History and earlier versions").click()
    expect(page.get_by_role("heading", level=2, name="Revision 3")).to_contain_text("3 March 2026")
    page.get_by_role("link", name="Read revision 1").click()
    expect(page.get_by_role("complementary", name="About this version")).to_contain_text("This is an old version")
    expect(page.get_by_role("heading", level=1)).to_have_text("Lantern Path of Toyville")
    page.get_by_role("link", name="What has changed since").click()
    page.get_by_role("link", name="Read revision 2").click()
    page.get_by_role("link", name="Read the newest version").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Lamp Path of Toyville")


def test_old_and_new_words_are_told_apart_without_colour(past: Tabs) -> None:
    page = past.open(PAST["history"])
    name = page.locator(".change", has_text="Name reworded")
    expect(name.get_by_role("deletion")).to_have_text("Lantern")
    expect(name.get_by_role("insertion")).to_have_text("Lamp")
    style = "(element) => getComputedStyle(element).textDecorationLine"
    assert name.locator("del").evaluate(style) == "line-through"
    assert name.locator("ins").evaluate(style) == "underline"
