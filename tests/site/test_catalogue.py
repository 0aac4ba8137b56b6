"""The catalogue as a reader uses it, with mouse and keyboard."""

from __future__ import annotations

import datetime
import unicodedata
from collections.abc import Callable
from typing import Any

import pytest
import yaml
from playwright.sync_api import Locator, Page, expect

from scripts.render.lists import PER_PAGE
from tests.site.building import ROOT
from tests.site.collection import (
    FACETS,
    Record,
    found,
    names_beyond_ascii,
    own_findings,
    terms,
)
from tests.site.tabs import Tabs, show_whole_list

OLDER = {"target_group": {"older-people"}}
NOT_DECOMPOSED = str.maketrans(
    {"ø": "o", "æ": "ae", "ß": "ss", "ł": "l", "đ": "d", "œ": "oe", "ı": "i", "ð": "d", "þ": "th"}
)
"""Letters that Unicode does not take apart into a letter and a mark."""

LOOKS_FOCUSED = """
(box) => [box, box.closest("label")].map((part) => getComputedStyle(part)).some((style) =>
  (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none")
"""


def checkbox(page: Page, facet: str, term: str) -> Locator:
    return page.locator(f"input[type=checkbox][name={facet}][value='{term}']")


def shown(page: Page) -> list[str]:
    """The names of all cards of the list, in their order; of the unfiltered list, those of its first page."""
    show_whole_list(page)
    return [name.strip() for name in page.locator("[data-cards] .card__name:visible").all_text_contents()]


def status(page: Page) -> Locator:
    return page.locator("[data-count]")


def without_diacritics(text: str) -> str:
    apart = unicodedata.normalize("NFD", text.lower().translate(NOT_DECOMPOSED))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def holds_special_letter(text: str) -> bool:
    return any(ord(letter) in NOT_DECOMPOSED for letter in text.lower())


def impossible_pair(practices: list[Record]) -> tuple[str, str]:
    """A target group and a sector that no practice has together."""
    groups = sorted({term for practice in practices for term in terms(practice, "target_group")})
    sectors = sorted({term for practice in practices for term in terms(practice, "sector")})
    return next(
        (group, sector)
        for group in groups
        for sector in sectors
        if not found(practices, {"target_group": {group}, "sector": {sector}})
    )


def test_choosing_a_target_group_narrows_the_list(tabs: Tabs, practices: list[Record]) -> None:
    page = tabs.catalogue()
    assert len(shown(page)) == min(PER_PAGE, len(practices))
    expect(status(page)).to_have_text(f"All {len(practices)} practices")
    page.get_by_text("Older people", exact=True).click()
    expect(checkbox(page, "target_group", "older-people")).to_be_checked()
    assert set(shown(page)) == found(practices, OLDER)
    expect(status(page)).to_have_text(f"{len(found(practices, OLDER))} of {len(practices)} practices")
    page.get_by_text("Carers", exact=True).click()
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


def test_a_term_that_nobody_knows_does_no_harm(tabs: Tabs, practices: list[Record]) -> None:
    page = tabs.catalogue("?target_group=nobody&sort=nonsense&x=%3Cb%3E&target_group=older-people")
    assert set(shown(page)) == found(practices, OLDER)


def test_a_term_without_practices_shows_none(tabs: Tabs, practices: list[Record]) -> None:
    vocabulary = yaml.safe_load((ROOT / "schema/vocabularies/target_groups.yml").read_text(encoding="utf-8"))
    unused = sorted(vocabulary.keys() - {term for practice in practices for term in terms(practice, "target_group")})
    page = tabs.catalogue(f"?target_group={unused[0]}" if unused else "?target_group=nobody")

    assert shown(page) == []


def names_not_found(page: Page, named: list[tuple[str, str]]) -> list[str]:
    """Types each name without its diacritics and gives those that do not bring up their practice."""
    field = page.get_by_label("Words in names, places or summaries")
    lost = []
    for text, name in named:
        typed = without_diacritics(text)
        field.fill(typed)
        page.get_by_role("button", name=f"Remove filter: “{typed}”", exact=True).wait_for()
        if name not in shown(page):
            lost.append(f"{typed!r} does not find {text!r}")
    return lost


def test_local_and_other_names_are_found_without_diacritics(tabs: Tabs, practices: list[Record]) -> None:
    named = [(text, name) for text, name in names_beyond_ascii(practices) if not holds_special_letter(text)]
    assert len({name for _, name in named}) > 3
    assert names_not_found(tabs.catalogue(), named) == []


def test_letters_that_do_not_come_apart_are_found_too(tabs: Tabs, practices: list[Record]) -> None:
    named = [(text, name) for text, name in names_beyond_ascii(practices) if holds_special_letter(text)]
    assert named
    assert names_not_found(tabs.catalogue(), named) == []


def test_the_text_filter_looks_for_every_word_anywhere(tabs: Tabs) -> None:
    page = tabs.catalogue()
    page.get_by_label("Words in names, places or summaries").fill("  SYSTEM trieste ")
    expect(page.locator("[data-cards] .card__name:visible")).to_have_text(["Trieste community mental health system"])
    page.get_by_role("button", name="Remove filter: “SYSTEM trieste”").click()
    expect(status(page)).to_contain_text("All")
    expect(page.get_by_label("Words in names, places or summaries")).to_have_value("")


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


def test_no_match_says_so_and_shows_two_ways_out(tabs: Tabs, practices: list[Record]) -> None:
    group, sector = impossible_pair(practices)
    page = tabs.catalogue()
    none = page.get_by_role("heading", name="No practice matches")
    expect(none).to_be_hidden()
    page.locator("details[data-facet=sector] summary").click()
    checkbox(page, "target_group", group).check()
    checkbox(page, "sector", sector).check()
    expect(none).to_be_visible()
    assert shown(page) == []
    expect(status(page)).to_have_text(f"0 of {len(practices)} practices")
    page.get_by_role("button", name="Take back the last choice").click()
    expect(none).to_be_hidden()
    expect(checkbox(page, "sector", sector)).not_to_be_checked()
    assert set(shown(page)) == found(practices, {"target_group": {group}})
    checkbox(page, "sector", sector).check()
    page.get_by_role("button", name="Show all practices").click()
    expect(status(page)).to_have_text(f"All {len(practices)} practices")
    assert len(shown(page)) == min(PER_PAGE, len(practices))
    assert page.url == f"{tabs.address}practices/"


def test_no_match_after_typing_has_a_way_out(tabs: Tabs, practices: list[Record]) -> None:
    page = tabs.catalogue()
    page.get_by_label("Words in names, places or summaries").fill("zzzz")
    page.get_by_role("button", name="Take back the last choice").click()
    page.wait_for_timeout(300)
    assert page.url == f"{tabs.address}practices/"
    expect(status(page)).to_have_text(f"All {len(practices)} practices")
    assert len(shown(page)) == min(PER_PAGE, len(practices))


def test_no_match_at_a_copied_address_has_a_way_out(tabs: Tabs, practices: list[Record]) -> None:
    group, sector = impossible_pair(practices)
    page = tabs.catalogue(f"?target_group={group}&sector={sector}")
    expect(page.get_by_role("heading", name="No practice matches")).to_be_visible()
    page.get_by_role("button", name="Take back the last choice").click()
    page.wait_for_timeout(300)
    assert page.url.startswith(f"{tabs.address}practices/")
    assert shown(page) != []


def test_every_facet_can_be_used_on_a_phone(tabs: Tabs, practices: list[Record]) -> None:
    page = tabs.catalogue(width=390)
    for facet in FACETS:
        boxes = page.locator(f"[data-facet={facet}] input[name={facet}]")
        assert boxes.count() > 0, facet
    page.locator("details[data-facet=target_group] > summary").click()
    checkbox(page, "target_group", "older-people").check()
    assert set(shown(page)) == found(practices, OLDER)
    size = page.locator("label.choice:visible").first.bounding_box()
    assert size is not None
    assert size["height"] >= 44
