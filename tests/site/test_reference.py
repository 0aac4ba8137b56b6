"""The glossary and the page of practices that stopped, against the published data."""

from __future__ import annotations

from urllib.parse import urlsplit

from tests.site.collection import Record
from tests.site.pages import Site
from tests.site.tabs import Tabs
from tests.site.trees import text_of

NORMAL = {"regional", "rollout", "mainstreamed"}


def test_both_can_be_reached_from_every_page(site: Site) -> None:
    for page in site.pages.values():
        if not page.moved:
            targets = {page.target(link) for element, link in page.links() if element.tag == "a"}
            assert {"glossary", "pilotitis"} <= {(target or "").removesuffix("/") for target in targets} or (
                page.path == "404.html"
            )
    targets = {site.page("life-cycle/").target(link) for _, link in site.page("life-cycle/").links()}
    assert "pilotitis" in targets


def test_the_glossary_counts_what_the_data_hold(site: Site, practices: list[Record]) -> None:
    page = site.page("glossary/")
    shown = {part.attrib["id"]: text_of(part) for part in page.root.iter("div") if "id" in part.attrib}
    older = sum("older-people" in practice["target_groups"] for practice in practices)
    assert f"{older} practices" in shown["target-groups-older-people"]
    linkage = sum(practice["integration"]["degree"] == "linkage" for practice in practices)
    assert shown["degrees-linkage"].split("Linkage ")[1].startswith(str(linkage) if linkage else "no practice yet")


def test_every_practice_that_stopped_is_there_and_no_other(site: Site, practices: list[Record]) -> None:
    page = site.page("pilotitis/")
    expected = {practice["name"] for practice in practices if practice["life_cycle"] not in NORMAL}
    headings = [text_of(heading) for heading in page.root.iter("h3")]
    assert sorted(headings) == sorted(expected)
    (lead,) = [text_of(part) for part in page.root.iter("p") if part.get("class") == "lead"]
    assert lead.startswith(f"{len(expected)} of {len(practices)} practices ")


def test_a_note_leads_to_its_source_and_back(tabs: Tabs) -> None:
    page = tabs.open("pilotitis/", javascript=False)
    page.locator(".endings sup.cite a").first.click()
    assert urlsplit(page.url).fragment == "source-1"
    page.locator("#source-1 .source__back a").first.click()
    assert urlsplit(page.url).fragment == "cite-1-1"


def test_contents_follow_the_reader(tabs: Tabs) -> None:
    page = tabs.open("glossary/")
    page.get_by_role("navigation", name="On this page").get_by_role("link", name="Life cycle").click()
    assert urlsplit(page.url).fragment == "life-cycle"
    page.locator(".contents a[aria-current]", has_text="Life cycle").wait_for()
