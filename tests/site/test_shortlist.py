"""The reader's own shortlist: put in order, emptied, printed."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.site.collection import Record
from tests.site.reader import FOUR, counter, items, kept, with_list
from tests.site.tabs import SCHEMES, Tabs, settle
from tests.site.test_accessibility import AXE, RUN


def test_removing_can_be_undone(tabs: Tabs) -> None:
    page = with_list(tabs, FOUR)
    page.get_by_role("button", name="Remove Troubled Families").click()
    assert items(page) == kept(page) == [slug for slug in FOUR if slug != "troubled-families"]
    expect(page.get_by_role("button", name="Remove Kotitori")).to_be_focused()
    expect(page.get_by_role("status").filter(has_text="was removed")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("[data-items] > li")).to_have_count(4)
    assert items(page) == kept(page) == FOUR


def test_the_last_one_gone_leaves_a_way_on(tabs: Tabs) -> None:
    page = with_list(tabs, ["maia"])
    page.get_by_role("button", name="Remove MAIA").click()
    expect(page.get_by_text("Your shortlist is empty.")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    expect(counter(page)).to_be_hidden()
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("[data-items] > li")).to_have_count(1)
    page.get_by_role("button", name="Empty the list").click()
    page.get_by_role("main").get_by_role("link", name="Find practices").click()
    assert page.url == f"{tabs.address}practices/"
    assert kept(page) == []


def test_the_order_is_changed_by_keyboard_alone(tabs: Tabs) -> None:
    page = with_list(tabs, FOUR)
    down = page.get_by_role("button", name="Down MAIA")
    down.focus()
    page.keyboard.press("Enter")
    assert items(page) == kept(page) == [FOUR[1], FOUR[0], *FOUR[2:]]
    expect(down).to_be_focused()
    expect(page.get_by_role("status").filter(has_text="is now number 2 of 4")).to_be_visible()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    assert items(page)[-1] == "maia", "the last one stays the last"
    expect(down).to_have_attribute("aria-disabled", "true")
    expect(down).to_be_focused()
    page.get_by_role("button", name="Up Kotitori").press("Space")
    assert items(page) == kept(page) == ["kotitori", "troubled-families", "veneto-integrated-care", "maia"]
    page.reload()
    settle(page)
    assert items(page) == ["kotitori", "troubled-families", "veneto-integrated-care", "maia"]


def test_without_javascript_the_page_says_what_it_is(tabs: Tabs) -> None:
    page = tabs.open("shortlist/", javascript=False)
    expect(page.get_by_text("that needs JavaScript")).to_be_visible()
    page.get_by_role("main").get_by_role("link", name="all practices").click()
    assert page.url == f"{tabs.address}practices/"


def test_on_a_phone_every_target_is_large_enough(tabs: Tabs) -> None:
    page = with_list(tabs, FOUR, width=390)
    for control in page.get_by_role("main").locator("button:visible, label:visible").all():
        box = control.bounding_box()
        assert box is not None
        assert box["height"] >= 43.5 or control.text_content() in ("Empty the list",), control.text_content()


def test_it_prints_with_summaries_and_addresses(tabs: Tabs, practices: list[Record]) -> None:
    page = with_list(tabs, FOUR)
    page.emulate_media(media="print")
    printed = " ".join(page.get_by_role("main").inner_text().split())
    for practice in practices:
        assert (practice["name"] in printed) == (practice["slug"] in FOUR), practice["slug"]
        assert (practice["url"] in printed) == (practice["slug"] in FOUR)
    assert page.get_by_role("main").locator("button:visible, input:visible").count() == 0


def test_axe_finds_nothing_on_ones_own_list(tabs: Tabs) -> None:
    page = with_list(tabs, [*FOUR, "toy!"])
    page.get_by_role("button", name="Remove Kotitori").click()
    page.get_by_role("checkbox").first.check()
    page.get_by_role("button", name="Compare the 1 chosen").click()
    page.evaluate(AXE.axe_script)
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        assert page.evaluate(RUN) == []
