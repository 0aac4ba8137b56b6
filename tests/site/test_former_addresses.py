"""A project at another address, with a renamed and a withdrawn entry: what the real one does not have yet."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.site.building import build, copy_project
from tests.site.conftest import kept_tabs, one_test, serving
from tests.site.pages import Site
from tests.site.tabs import Tabs
from tests.site.test_safety import problems_of_policy

ADDRESS = "https://toy.example/some/where/"
WITHDRAWN = "withdrawn:\n  date: 2026-01-02\n  reason: Toy reason for taking it back.\n"


@pytest.fixture(scope="module")
def toy(tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder = tmp_path_factory.mktemp("toy")
    copy = copy_project(folder / "copy")
    settings = copy / "mkdocs.yml"
    lines = settings.read_text(encoding="utf-8").splitlines(keepends=True)
    changed = [f"site_url: {ADDRESS}\n" if line.startswith("site_url:") else line for line in lines]
    settings.write_text("".join(changed), encoding="utf-8")
    append(copy / "practices" / "maia.yml", "aliases:\n  - toy-maia\n")
    append(copy / "practices" / "veneto-integrated-care.yml", WITHDRAWN)
    return Site(build(copy, folder / "site"))


@pytest.fixture
def toy_tabs(toy: Site, browser: Browser) -> Iterator[Tabs]:
    with serving(toy.folder) as address, kept_tabs(browser, address) as tabs, one_test(tabs):
        yield tabs


def append(entry: Path, lines: str) -> None:
    text = entry.read_text(encoding="utf-8")
    assert f"\n{lines.partition(':')[0]}:" not in text
    entry.write_text(f"{text.rstrip()}\n{lines}", encoding="utf-8")


def test_a_former_address_leads_to_the_present_one(toy: Site) -> None:
    page = toy.page("practices/toy-maia/")
    (link,) = page.root.iter("a")
    assert page.target(link.attrib["href"]) == "practices/maia"
    (refresh,) = [meta.attrib["content"] for meta in page.root.iter("meta") if meta.get("http-equiv") == "refresh"]
    assert page.target(refresh.partition("url=")[2]) == "practices/maia"
    assert page.canonical() == [f"{ADDRESS}practices/maia/"]
    assert page.objections() == []


def test_what_others_may_use_stays_at_a_former_address(toy: Site) -> None:
    files = [f"data/practices/{{}}{ending}" for ending in (".json", ".yml", ".bib", ".ris", ".csl.json")]
    files += [f"practices/{{}}/{name}" for name in ("index.md", "oembed.json", "picture.png", "card/index.html")]
    for file in files:
        former, present = (toy.folder / file.format(name) for name in ("toy-maia", "maia"))
        assert former.read_bytes() == present.read_bytes()


def test_a_former_address_carries_a_policy_too(toy: Site) -> None:
    assert problems_of_policy(toy.page("practices/toy-maia/")) == []


def test_a_former_address_is_not_in_the_sitemap(toy: Site) -> None:
    sitemap = (toy.folder / "sitemap.xml").read_text(encoding="utf-8")
    assert f"<loc>{ADDRESS}practices/maia/</loc>" in sitemap
    assert "toy-maia" not in sitemap


def test_a_withdrawn_entry_keeps_its_page_and_leaves_the_lists(toy: Site) -> None:
    slug = "veneto-integrated-care"
    assert "Toy reason for taking it back." in toy.page(f"practices/{slug}/").html
    for address in ("practices/", "countries/it/", "target-groups/older-people/", ""):
        assert f"practices/{slug}/" not in toy.page(address).html, address
    names = json.loads((toy.folder / "practices" / "catalogue-names.json").read_text(encoding="utf-8"))["name"]
    assert not [name for name in names if name.startswith("Veneto")]
    records = json.loads((toy.folder / "data" / "practices.json").read_text(encoding="utf-8"))["practices"]
    assert [record["withdrawn"]["reason"] for record in records if record["slug"] == slug] == [
        "Toy reason for taking it back."
    ]


def test_the_404_page_leads_into_the_site_from_any_depth(toy: Site) -> None:
    page = toy.pages["404.html"]
    inside = [link for _, link in page.links() if not link.startswith(("#", "https://creativecommons.org/"))]
    assert len(inside) > 20
    assert [link for link in inside if not link.startswith("/some/where/")] == []


def test_the_sites_address_is_in_canonical_links_citation_and_data(toy: Site) -> None:
    page = toy.page("practices/maia/")
    assert page.canonical() == [f"{ADDRESS}practices/maia/"]
    assert f"Common Thread. {ADDRESS}practices/maia/</p>" in page.html
    record = json.loads((toy.folder / "data" / "practices" / "maia.json").read_text(encoding="utf-8"))
    assert record["url"] == f"{ADDRESS}practices/maia/"
    for other in toy.pages.values():
        assert "common-thread.example" not in other.html, other.path


def test_a_former_name_is_compared_under_the_present_one(toy_tabs: Tabs) -> None:
    page = toy_tabs.ready("compare/?p=toy-maia,kotitori,maia")
    expect(page.locator("[data-told]")).to_contain_text("“toy-maia” is a former address of MAIA")
    expect(page.locator("table.compare thead th")).to_have_count(2)
    assert page.url == f"{toy_tabs.address}compare/?p=maia,kotitori"


def test_a_former_name_on_a_shortlist_is_found(toy_tabs: Tabs) -> None:
    page = toy_tabs.open("shortlist/")
    page.evaluate("() => localStorage.setItem('shortlist', '[\"toy-maia\", \"kotitori\"]')")
    page.reload()
    expect(page.locator("[data-items] > li .notice")).to_contain_text("“toy-maia” is a former address of")
    page.get_by_role("button", name="Down MAIA").click()
    assert page.evaluate("() => localStorage.getItem('shortlist')") == '["kotitori","maia"]'


def test_a_withdrawn_entry_is_compared_with_its_reason(toy_tabs: Tabs) -> None:
    page = toy_tabs.ready("compare/?p=veneto-integrated-care,maia")
    expect(page.locator("table.compare thead th").first).to_contain_text("Withdrawn: Toy reason for taking it back.")
    page.goto("shortlist/?p=veneto-integrated-care")
    expect(page.locator("[data-items] > li")).to_contain_text("Withdrawn: Toy reason for taking it back.")
