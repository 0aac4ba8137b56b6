"""The catalogue as a reader uses it, with mouse and keyboard."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from scripts.render.lists import PER_PAGE
from tests.site.catalogue import checkbox, shown, status, without_diacritics
from tests.site.collection import (
    FACETS,
    Record,
    found,
    own_findings,
)
from tests.site.tabs import Tabs

OLDER = {"target_group": {"older-people"}}

LOOKS_FOCUSED = """
(box) => [box, box.closest("label")].map((part) => getComputedStyle(part)).some((style) =>
  (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none")
"""


def test_choosing_a_target_group_narrows_the_list(tabs: Tabs, practices: list[Record]) -> None:
    page = tabs.catalogue()
    assert len(shown(page)) == min(PER_PAGE, len(practices))
    expect(status(page)).to_have_text(f"All {len(practices)} practices")
    page.get_by_role("form").get_by_text("Older people", exact=True).click()
    expect(checkbox(page, "target_group", "older-people")).to_be_checked()
    assert set(shown(page)) == found(practices, OLDER)
    expect(status(page)).to_have_text(f"{len(found(practices, OLDER))} of {len(practices)} practices")
    page.get_by_role("form").get_by_text("Carers", exact=True).click()
    assert set(shown(page)) == found(practices, {"target_group": {"older-people", "carers"}})


def test_the_number_of_results_is_told_to_screen_readers(tabs: Tabs) -> None:
    page = tabs.catalogue()
    told = page.get_by_role("status").filter(has_text="practices")
    expect(told).to_have_attribute("aria-live", "polite")
    before = told.inner_text()
    checkbox(page, "level", "L3").check()
    expect(told).not_to_have_text(before)


def test_tab_and_space_operate_a_checkbox(tabs: Tabs, practices: list[Record]) -> None:
    page = tabs.catalogue()
    page.get_by_label("Words in names, places or summaries").focus()
    for _ in range(40):
        page.keyboard.press("Tab")
        value = page.evaluate("() => document.activeElement.value")
        if value == "older-people":
            break
    box = checkbox(page, "target_group", "older-people")
    expect(box).to_be_focused()
    outline = box.evaluate(LOOKS_FOCUSED)
    assert outline, "a focused checkbox must look focused"
    page.keyboard.press("Space")
    expect(box).to_be_checked()
    expect(box).to_be_focused()
    assert set(shown(page)) == found(practices, OLDER)
    page.keyboard.press("Space")
    expect(status(page)).to_have_text(f"All {len(practices)} practices")


def test_a_closed_facet_opens_by_keyboard(tabs: Tabs) -> None:
    page = tabs.catalogue()
    facet = page.locator("details[data-facet=country]")
    facet.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(facet.locator("input").first).to_be_visible()


def test_a_chip_removes_its_filter(tabs: Tabs, practices: list[Record]) -> None:
    page = tabs.catalogue()
    checkbox(page, "target_group", "older-people").check()
    checkbox(page, "target_group", "carers").check()
    page.get_by_role("button", name="Remove filter: Older people").click()
    expect(checkbox(page, "target_group", "older-people")).not_to_be_checked()
    assert set(shown(page)) == found(practices, {"target_group": {"carers"}})
    assert page.url == f"{tabs.address}practices/?target_group=carers"
    page.get_by_role("button", name="Remove filter: Carers").press("Enter")
    expect(status(page)).to_have_text(f"All {len(practices)} practices")
    assert len(shown(page)) == min(PER_PAGE, len(practices))
    expect(page.get_by_role("button", name="Remove filter:")).to_have_count(0)
    assert page.url == f"{tabs.address}practices/"


def test_the_back_button_takes_back_a_choice(tabs: Tabs, practices: list[Record]) -> None:
    page = tabs.catalogue()
    checkbox(page, "target_group", "older-people").check()
    checkbox(page, "level", "L3").check()
    page.go_back()
    expect(checkbox(page, "level", "L3")).not_to_be_checked()
    assert set(shown(page)) == found(practices, OLDER)
    page.go_back()
    expect(status(page)).to_have_text(f"All {len(practices)} practices")
    expect(status(page)).to_have_text(f"All {len(practices)} practices")
    assert len(shown(page)) == min(PER_PAGE, len(practices))
    page.go_forward()
    expect(checkbox(page, "target_group", "older-people")).to_be_checked()
    assert set(shown(page)) == found(practices, OLDER)


def test_back_from_a_practice_finds_the_list_as_it_was(tabs: Tabs, practices: list[Record]) -> None:
    page = tabs.catalogue()
    checkbox(page, "target_group", "older-people").check()
    page.locator(".card__name a:visible").first.click()
    page.wait_for_url("**/practices/*/")
    page.go_back()
    page.locator("[data-catalogue][data-ready]").wait_for()
    expect(checkbox(page, "target_group", "older-people")).to_be_checked()
    assert set(shown(page)) == found(practices, OLDER)


def test_a_copied_address_opens_the_same_list(tabs: Tabs) -> None:
    page = tabs.catalogue()
    checkbox(page, "target_group", "adults-with-mental-ill-health").check()
    checkbox(page, "level", "L1").check()
    page.get_by_label("Sort by").select_option("name")
    page.get_by_label("Words in names, places or summaries").fill("health")
    expect(page.get_by_role("button", name="Remove filter: “health”")).to_be_visible()
    names = shown(page)
    assert names
    other = tabs.catalogue(page.url.partition("practices/")[2])
    assert shown(other) == names
    expect(checkbox(other, "level", "L1")).to_be_checked()
    expect(other.get_by_label("Sort by")).to_have_value("name")
    expect(other.get_by_label("Words in names, places or summaries")).to_have_value("health")
    assert status(other).inner_text() == status(page).inner_text()


def days_before_now(practice: Record) -> int:
    return -datetime.date.fromisoformat(practice["derived"]["created"]).toordinal()


def surest(practice: Record) -> tuple[int, int]:
    return -int((practice["derived"]["level"] or "L-1")[1:]), -len(own_findings(practice))


ORDERS: dict[str, Callable[[Record], Any]] = {
    "evidence": surest,
    "newest": days_before_now,
    "name": lambda practice: without_diacritics(practice["name"]),
    "started": lambda practice: practice.get("started", 9999),
}


@pytest.mark.parametrize("order", ORDERS)
def test_the_list_can_be_sorted(tabs: Tabs, practices: list[Record], order: str) -> None:
    page = tabs.catalogue()
    by_name = {practice["name"]: practice for practice in practices}
    page.get_by_label("Sort by").select_option("name" if order == "evidence" else "evidence")
    page.get_by_label("Sort by").select_option(order)
    names = shown(page)
    assert len(names) == (min(PER_PAGE, len(practices)) if order == "evidence" else len(practices))
    keys = [ORDERS[order](by_name[name]) for name in names]
    assert keys == sorted(keys)


def test_a_phone_that_is_turned_opens_its_filters(tabs: Tabs) -> None:
    page = tabs.catalogue(width=390)
    size = page.viewport_size
    assert size is not None
    first = page.locator("details[data-facet=target_group] > summary")
    expect(first).to_be_hidden()
    page.set_viewport_size({"width": 900, "height": 390})
    expect(first).to_be_visible()
    page.set_viewport_size(size)


def test_every_facet_can_be_used_on_a_phone(tabs: Tabs, practices: list[Record]) -> None:
    page = tabs.catalogue(width=390)
    for facet in FACETS:
        boxes = page.locator(f"[data-facet={facet}] input[name={facet}]")
        assert boxes.count() > 0, facet
    filters = page.locator("details[data-facets] > summary")
    first = page.locator("details[data-facet=target_group] > summary")
    expect(first).to_be_hidden()
    filters.click()
    first.click()
    checkbox(page, "target_group", "older-people").check()
    assert set(shown(page)) == found(practices, OLDER)
    expect(filters).to_contain_text("1 chosen")
    size = page.locator("label.choice:visible").first.bounding_box()
    assert size is not None
    assert size["height"] >= 44
