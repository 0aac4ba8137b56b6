"""The catalogue of many practices: pages, pieces of cards, orders, words, and addresses that nobody would make."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from scripts.render.lists import PER_PAGE
from tests.site.catalogue import checkbox, shown, status
from tests.site.collection import Record, found, terms
from tests.site.tabs import Tabs, show_whole_list
from tests.site.test_catalogue import ORDERS
from tests.site.test_without_javascript import every_name

WORDS = "Words in names, places or summaries"


def cards(page: Page) -> Locator:
    return page.locator("[data-cards] .card")


def more(page: Page) -> Locator:
    return page.get_by_role("button", name="more of")


def common_group(practices: list[Record], least: int) -> str:
    """A target group that so many practices have, but not all."""
    groups = sorted({term for practice in practices for term in terms(practice, "target_group")})
    return next(group for group in groups if least <= len(found(practices, {"target_group": {group}})) < len(practices))


def test_pages_without_javascript_lead_to_every_practice(many_tabs: Tabs, many: list[Record]) -> None:
    page = many_tabs.open("practices/", javascript=False)
    assert every_name(page) == {practice["name"] for practice in many}
    assert page.url.endswith(f"practices/page/{-(-len(many) // PER_PAGE)}/")


def test_pages_without_javascript_lead_to_every_practice_of_a_term(many_tabs: Tabs, many: list[Record]) -> None:
    group = common_group(many, PER_PAGE + 1)
    page = many_tabs.open(f"target-groups/{group}/", javascript=False)
    assert every_name(page) == found(many, {"target_group": {group}})


def test_fifty_more_are_shown_at_a_time(many_tabs: Tabs, many: list[Record]) -> None:
    group = common_group(many, 2 * PER_PAGE + 1)
    page = many_tabs.catalogue(f"?target_group={group}")
    names = found(many, {"target_group": {group}})
    left = len(names) - PER_PAGE
    expect(cards(page)).to_have_count(PER_PAGE)
    expect(more(page)).to_have_text(f"Show {min(PER_PAGE, left)} more of {left}")
    more(page).press("Enter")
    expect(cards(page)).to_have_count(2 * PER_PAGE)
    expect(cards(page).nth(PER_PAGE).get_by_role("link")).to_be_focused()
    show_whole_list(page)
    expect(cards(page)).to_have_count(len(names))
    expect(more(page)).to_be_hidden()
    assert set(shown(page)) == names


def test_the_unfiltered_list_is_left_by_links_and_a_filtered_one_by_the_button(many_tabs: Tabs) -> None:
    page = many_tabs.catalogue()
    pages = page.get_by_role("navigation", name="Pages of this list")
    expect(pages).to_be_visible()
    expect(more(page)).to_be_hidden()
    page.get_by_label("Sort by").select_option("name")
    expect(pages).to_be_hidden()
    expect(more(page)).to_be_visible()
    page.get_by_label("Sort by").select_option("evidence")
    expect(pages).to_be_visible()
    expect(more(page)).to_be_hidden()


def test_filters_on_a_later_page_are_about_all_practices(many_tabs: Tabs, many: list[Record]) -> None:
    group = common_group(many, PER_PAGE + 1)
    page = many_tabs.open("practices/page/3/")
    page.locator("[data-catalogue][data-ready]").wait_for()
    served = shown(page)
    expect(status(page)).to_have_text(f"All {len(many)} practices")
    checkbox(page, "target_group", group).check()
    assert set(shown(page)) == found(many, {"target_group": {group}})
    page.go_back()
    expect(checkbox(page, "target_group", group)).not_to_be_checked()
    assert shown(page) == served
    expect(page.get_by_role("navigation", name="Pages of this list")).to_contain_text("page 3 of")


def test_every_order_sorts_all_practices(many_tabs: Tabs, many: list[Record]) -> None:
    page = many_tabs.catalogue("?sort=name")
    by_name = {practice["name"]: practice for practice in many}
    for order, key in ORDERS.items():
        page.get_by_label("Sort by").select_option(order)
        names = shown(page)
        assert len(names) == (PER_PAGE if order == "evidence" else len(many))
        keys = [key(by_name[name]) for name in names]
        assert keys == sorted(keys), order


def test_an_order_keeps_within_the_choice(many_tabs: Tabs, many: list[Record]) -> None:
    group = common_group(many, PER_PAGE + 1)
    page = many_tabs.catalogue(f"?target_group={group}&sort=started")
    by_name = {practice["name"]: practice for practice in many}
    keys = [ORDERS["started"](by_name[name]) for name in shown(page)]
    assert keys == sorted(keys)
    assert len(keys) == len(found(many, {"target_group": {group}}))


def test_a_word_with_a_typo_is_found_and_said_to_be_near(many_tabs: Tabs, many: list[Record]) -> None:
    page = many_tabs.catalogue()
    longest = {max(practice["name"].split(), key=len): practice["name"] for practice in many[::30]}
    for word, name in longest.items():
        wrong = f"{word[:3]}{word[4]}{word[3]}{word[5:]}" if word[3] != word[4] else f"{word[:3]}q{word[4:]}"
        page.get_by_label(WORDS).fill(wrong)
        page.get_by_role("button", name=f"Remove filter: “{wrong}”").wait_for()
        assert name in shown(page), wrong
        expect(status(page)).to_contain_text("nothing has these words as typed")
    page.get_by_label(WORDS).fill(next(iter(longest)))
    expect(status(page)).not_to_contain_text("as typed")


def test_words_and_terms_narrow_each_other(many_tabs: Tabs, many: list[Record]) -> None:
    group = common_group(many, PER_PAGE + 1)
    names = found(many, {"target_group": {group}})
    word = max(sorted(names)[0].split(), key=len)
    alone = many_tabs.catalogue(f"?q={word}")
    with_word = set(shown(alone))
    checkbox(alone, "target_group", group).check()
    expect(status(alone)).to_have_text(f"{len(with_word & names)} of {len(many)} practices")
    assert set(shown(alone)) == with_word & names


def test_unknown_terms_in_an_address_match_nothing_and_unknown_facets_are_ignored(
    many_tabs: Tabs, many: list[Record]
) -> None:
    page = many_tabs.catalogue("?target_group=nobody&nonsense=1&level=%3Cb%3E")
    assert shown(page) == []
    expect(page.get_by_role("button", name="Remove filter: nobody")).to_be_visible()
    page = many_tabs.catalogue("?nonsense=1&sort=nonsense")
    expect(status(page)).to_have_text(f"All {len(many)} practices")


def test_an_overlong_query_is_cut(many_tabs: Tabs) -> None:
    page = many_tabs.catalogue(f"?q={'word+' * 2000}")
    expect(status(page)).not_to_be_empty()
    assert len(page.get_by_label(WORDS).input_value()) <= 200
    page.get_by_label(WORDS).fill("kettle " * 2000)
    expect(page.get_by_role("button", name="Remove filter: “kettle")).to_be_visible()
    assert len(page.url) < 1500
