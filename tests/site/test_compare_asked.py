"""A comparison of what is not there, of too many or of nothing: a plain sentence and a way on, never an empty page."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.site.tabs import NO_SUCH, Tabs

FOUR = ["maia", "kotitori", "troubled-families", "aarhus-recovery"]


def told(page: Page) -> Locator:
    return page.locator("[data-told]")


def columns(page: Page) -> Locator:
    return page.locator("table.compare:visible thead th")


def test_nothing_was_asked_for(tabs: Tabs) -> None:
    for path in ("compare/", "compare/?p=", "compare/?p=,,&x=1"):
        page = tabs.ready(path)
        expect(page.get_by_text("No practice has been chosen yet.")).to_be_visible()
        expect(columns(page)).to_have_count(0)
    page.get_by_role("main").get_by_role("link", name="Find practices").click()
    assert page.url == f"{tabs.address}practices/"


def test_one_alone_is_shown_and_asks_for_more(tabs: Tabs) -> None:
    page = tabs.ready("compare/?p=maia,maia,MAIA")
    expect(columns(page)).to_have_count(1)
    expect(page.locator("[data-count]")).to_have_text(
        "There is nothing to compare it with yet: choose one to three more."
    )
    expect(page.locator(".compare__mark")).to_have_count(0)


def test_an_unknown_one_is_named_and_the_others_are_compared(tabs: Tabs) -> None:
    page = tabs.ready(f"compare/?p=maia,{NO_SUCH},kotitori")
    expect(told(page)).to_contain_text(f"There is no practice “{NO_SUCH}”.")
    expect(columns(page)).to_have_count(2)
    told(page).get_by_role("link", name="Search all practices for it").click()
    page.locator("[data-catalogue][data-ready]").wait_for()
    assert page.url == f"{tabs.address}practices/?q=no%20such%20practice"


@pytest.mark.parametrize(
    "slip", ["..%2F..%2Fetc", "%3Cb%3Ebold%3C/b%3E", "__proto__", "x" * 500, "%25", "maia%2Findex"]
)
def test_a_slip_in_the_address_asks_for_no_file(tabs: Tabs, slip: str) -> None:
    page = tabs.ready(f"compare/?p={slip}")
    expect(told(page)).to_contain_text("There is no practice “")
    expect(told(page).locator("b")).to_have_count(0)
    expect(told(page).get_by_role("link")).to_have_count(1)
    expect(columns(page)).to_have_count(0)


def test_too_many_show_the_first_four_and_lead_to_all(tabs: Tabs) -> None:
    six = [*FOUR, "uk-home-teams", "malta-mental-health-strategy"]
    page = tabs.ready(f"compare/?p={','.join(six)}")
    expect(told(page)).to_contain_text("The address names 6 practices, and 4 fit side by side.")
    expect(columns(page)).to_have_count(4)
    told(page).get_by_role("link", name="See all 6 as a list").click()
    page.locator("[data-shortlist][data-ready]").wait_for()
    expect(page.locator("[data-items] > li")).to_have_count(6)


def test_one_that_does_not_load_leaves_the_others(tabs: Tabs) -> None:
    page = tabs.open("about/")
    page.route("**/data/practices/maia.json", lambda route: route.abort())
    page.goto(f"compare/?p={','.join(FOUR)}")
    page.locator("[data-ready]").wait_for()
    expect(told(page)).to_contain_text("The practice “maia” could not be loaded.")
    expect(told(page).get_by_role("link", name="its own page")).to_have_attribute(
        "href", f"{tabs.address}practices/maia/"
    )
    expect(columns(page)).to_have_count(3)
    assert page.url.endswith(f"?p={','.join(FOUR)}"), "the address still names it, so that trying again can help"
    page.unroute("**/data/practices/maia.json")
    told(page).get_by_role("button", name="try again").click()
    expect(columns(page)).to_have_count(4)
    assert len(tabs.faults) == 1
    tabs.faults.clear()


@pytest.mark.parametrize("file", ["data/labels.json", "practices/moved.json"])
@pytest.mark.parametrize("answer", ["gone", "nonsense", "error"])
def test_a_file_of_the_whole_collection_that_does_not_load(tabs: Tabs, file: str, answer: str) -> None:
    page = tabs.open("about/")
    if answer == "gone":
        page.route(f"**/{file}", lambda route: route.abort())
    elif answer == "nonsense":
        page.route(f"**/{file}", lambda route: route.fulfill(body="<html>"))
    else:
        page.route(f"**/{file}", lambda route: route.fulfill(status=500, body="{}"))
    page.goto("compare/?p=maia,kotitori")
    page.locator("[data-ready]").wait_for()
    page.unroute(f"**/{file}")
    tabs.faults.clear()
    expect(told(page)).to_contain_text("This list could not be loaded.")
    expect(columns(page)).to_have_count(0)
    for slug in ("maia", "kotitori"):
        link = told(page).get_by_role("link", name=slug)
        expect(link).to_have_attribute("href", f"{tabs.address}practices/{slug}/")
    told(page).get_by_role("button", name="try again").click()
    expect(columns(page)).to_have_count(2)


def test_without_javascript_the_page_says_what_it_is(tabs: Tabs) -> None:
    page = tabs.open("compare/?p=maia,kotitori", javascript=False)
    expect(page.get_by_text("that needs JavaScript")).to_be_visible()
    expect(page.locator("button:visible, table:visible")).to_have_count(0)
    page.get_by_role("main").get_by_role("link", name="all practices").click()
    assert page.url == f"{tabs.address}practices/"
