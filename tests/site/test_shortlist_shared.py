"""A shortlist in an address, and whatever can be wrong with a list: always a sentence and a way on."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.site.collection import Record
from tests.site.reader import FOUR, items, kept, with_list
from tests.site.tabs import NO_SUCH, Tabs, settle

REFUSED = """
Object.defineProperty(window, "localStorage", { get() { throw new DOMException("denied", "SecurityError"); } });
"""
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"


def test_a_shared_address_opens_the_same_list_elsewhere(tabs: Tabs) -> None:
    page = with_list(tabs, FOUR)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy the address").click()
    page.get_by_role("button", name="Copied").wait_for()
    address = page.evaluate("() => navigator.clipboard.readText()")
    assert address == f"{tabs.address}shortlist/?p={','.join(FOUR)}"
    other = tabs.ready(address)
    assert kept(other) == []
    expect(other.get_by_role("heading", level=1)).to_have_text("A shared list")
    assert items(other) == FOUR
    expect(other.get_by_role("button", name="Remove")).to_have_count(0)
    other.get_by_role("button", name="Add all to my shortlist").click()
    other.wait_for_url("**/shortlist/")
    settle(other)
    assert items(other) == kept(other) == FOUR


def test_ones_own_list_opened_by_its_address_can_still_be_changed(tabs: Tabs) -> None:
    page = with_list(tabs, FOUR, f"shortlist/?p={','.join(FOUR)}")
    expect(page.get_by_role("heading", level=1)).to_have_text("Shortlist")
    expect(page.get_by_role("button", name="Remove ")).to_have_count(4)


def test_a_shared_list_joins_ones_own_without_repeating(tabs: Tabs) -> None:
    page = with_list(tabs, ["kotitori", "malta-mental-health-strategy"], "shortlist/?p=maia,kotitori")
    page.get_by_role("button", name="Add all to my shortlist").click()
    page.wait_for_url("**/shortlist/")
    assert kept(page) == ["kotitori", "malta-mental-health-strategy", "maia"]


def test_what_is_not_there_says_so_in_its_place(tabs: Tabs) -> None:
    page = tabs.ready(f"shortlist/?p=maia,{NO_SUCH},..%2F..%2Fx,kotitori")
    assert page.locator("[data-items] > li").count() == 4
    notes = page.locator("[data-items] .notice")
    expect(notes).to_have_count(2)
    expect(notes.first).to_contain_text(f"There is no practice “{NO_SUCH}”")
    notes.first.get_by_role("link").click()
    page.locator("[data-catalogue][data-ready]").wait_for()
    assert page.url == f"{tabs.address}practices/?q=no%20such%20practice"


def test_too_many_in_an_address(tabs: Tabs, practices: list[Record]) -> None:
    slugs = [practice["slug"] for practice in practices][:15] + [f"x{number}!" for number in range(20)]
    page = tabs.ready(f"shortlist/?p={','.join(slugs)}")
    expect(page.locator("[data-told]")).to_contain_text("The address names 35 practices, and 30 make a list.")
    assert items(page) == slugs[:30]


@pytest.mark.parametrize("broken", ["{", "7", '{"a":1}', '["../x", "MAIA", 3, null]', '["maia","maia"]'])
def test_a_spoilt_list_does_no_harm(tabs: Tabs, broken: str) -> None:
    page = tabs.open("shortlist/")
    page.evaluate("(text) => localStorage.setItem('shortlist', text)", broken)
    page.reload()
    settle(page)
    assert items(page) in ([], ["maia"])
    expect(page.get_by_text("Your shortlist is empty.")).to_be_visible(visible=not items(page))


@pytest.mark.parametrize("trouble", [REFUSED, FULL])
def test_without_storage_nothing_breaks(tabs: Tabs, trouble: str) -> None:
    tabs.open()
    page = tabs.open("about/")  # a context of its own, which may be spoilt
    page.add_init_script(trouble)
    page.goto("practices/maia/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_role("button", name="Add to shortlist")).to_have_count(0)
    page.goto("shortlist/")
    settle(page)
    expect(page.get_by_text("This browser keeps nothing for this site")).to_be_visible()
    page.goto("shortlist/?p=maia,kotitori")
    settle(page)
    assert items(page) == ["maia", "kotitori"]
    expect(page.get_by_role("button", name="Add all to my shortlist")).to_be_hidden()
    page.get_by_role("button", name="Compare them").click()
    page.wait_for_url("**/compare/?p=maia,kotitori")
    expect(page.locator("table.compare thead th")).to_have_count(2)


def test_what_does_not_load_says_so(tabs: Tabs) -> None:
    page = tabs.open("about/")
    page.route("**/data/practices/maia.json", lambda route: route.abort())
    page.goto("shortlist/?p=maia,kotitori")
    settle(page)
    note = page.locator("[data-items] .notice")
    expect(note).to_contain_text("The practice “maia” could not be loaded.")
    expect(note.get_by_role("link", name="its own page")).to_have_attribute("href", f"{tabs.address}practices/maia/")
    page.unroute("**/data/practices/maia.json")
    note.get_by_role("button", name="try again").click()
    expect(page.locator("[data-items] h2")).to_have_count(2)
    page.route("**/practices/moved.json", lambda route: route.abort())
    page.reload()
    settle(page)
    expect(page.locator("[data-told]")).to_contain_text("This list could not be loaded.")
    expect(page.locator("[data-told]").get_by_role("link", name="all practices")).to_be_visible()
    page.unroute("**/practices/moved.json")
    assert len(tabs.faults) == 2
    tabs.faults.clear()
