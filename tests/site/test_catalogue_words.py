"""The catalogue finds practices by words and names, and says so and leads on where there is none."""

from __future__ import annotations

import yaml
from playwright.sync_api import Page, expect

from scripts.render.lists import PER_PAGE
from tests.site.building import ROOT
from tests.site.catalogue import NOT_DECOMPOSED, checkbox, impossible_pair, shown, status, without_diacritics
from tests.site.collection import (
    Record,
    found,
    names_beyond_ascii,
    terms,
)
from tests.site.tabs import Tabs

OLDER = {"target_group": {"older-people"}}


def holds_special_letter(text: str) -> bool:
    return any(ord(letter) in NOT_DECOMPOSED for letter in text.lower())


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
