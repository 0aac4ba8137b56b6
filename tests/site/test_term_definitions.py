"""A term shows its definition on hover, on focus and on tap, and stays a link."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from tests.site.pages import Site, told
from tests.site.tabs import KINDS, SCHEMES, Tabs, settle
from tests.site.trees import text_of

TERM = ".facts a.term[href*='/target-groups/']"
AXE = Axe()
RUN = "() => axe.run(document, {resultTypes: ['violations']}).then((results) => results.violations)"


@pytest.fixture
def touch(browser: Browser, address: str) -> Iterator[Page]:
    """A page on a phone."""
    context = browser.new_context(base_url=address, has_touch=True, viewport={"width": 390, "height": 800})
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


def definition(page: Page) -> Locator:
    return page.locator(".definition:popover-open")


def test_on_hover_until_the_pointer_leaves_both(tabs: Tabs) -> None:
    page = tabs.open(KINDS["practice"])
    term = page.locator(TERM).first
    words = term.get_attribute("title") or ""
    term.hover()
    expect(definition(page).locator("p")).to_have_text(words)
    assert term.get_attribute("title") is None, "the browser's own tooltip would come on top"
    definition(page).hover()
    page.wait_for_timeout(600)
    expect(definition(page)).to_be_visible()
    page.locator("h1").hover()
    expect(definition(page)).to_have_count(0)
    expect(term).to_have_attribute("title", words)


def test_on_focus_until_escape_or_the_next_stop(tabs: Tabs) -> None:
    page = tabs.open(KINDS["practice"])
    term = page.locator(TERM).first
    words = term.get_attribute("title") or ""
    page.locator("button, a").last.focus()
    term.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    expect(term).to_be_focused()
    expect(definition(page).locator("p")).to_have_text(words)
    expect(term).to_have_attribute("aria-describedby", "definition")
    page.keyboard.press("Escape")
    expect(definition(page)).to_have_count(0)
    expect(term).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    expect(definition(page)).to_be_visible()
    page.locator("[data-copy]").first.focus()
    expect(definition(page)).to_have_count(0)
    term.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/target-groups/*/")


def test_on_a_first_tap_and_a_second_one_follows_the_link(touch: Page) -> None:
    touch.goto(KINDS["practice"])
    before = touch.url
    term = touch.locator(TERM).first
    words = term.get_attribute("title") or ""
    term.tap()
    expect(definition(touch).locator("p")).to_have_text(words)
    assert touch.url == before
    box = definition(touch).bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    touch.locator("h1").tap()
    expect(definition(touch)).to_have_count(0)
    term.tap()
    more = definition(touch).get_by_role("link")
    expect(more).to_have_text(f"More: {term.inner_text()}")
    assert (more.bounding_box() or {"height": 0})["height"] >= 44
    term.tap()
    touch.wait_for_url("**/target-groups/*/")


def test_in_the_window_wherever_the_term_stands(tabs: Tabs) -> None:
    page = tabs.open(KINDS["practice"], width=390)
    count = page.locator("article a.term").count()
    assert count > 20
    for index in range(0, count, 3):
        term = page.locator("article a.term").nth(index)
        term.focus()
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Tab")
        outside = definition(page).evaluate_all(
            """(boxes) => boxes.map((box) => box.getBoundingClientRect())
                .filter((box) => box.left < 0 || box.right > innerWidth || box.top < 0 || box.bottom > innerHeight)"""
        )
        assert outside == [], term.inner_text()


@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing_while_a_definition_is_open(tabs: Tabs, scheme: str) -> None:
    page = tabs.open(KINDS["practice"], scheme="dark" if scheme == "dark" else "light")
    settle(page)
    page.locator(TERM).first.hover()
    expect(definition(page)).to_be_visible()
    page.evaluate(AXE.axe_script)
    found = [f"{rule['id']}: {rule['nodes'][0]['html'][:120]}" for rule in page.evaluate(RUN)]
    assert found == [], told(found)


def test_paper_has_no_definition_on_top(tabs: Tabs) -> None:
    page = tabs.open(KINDS["practice"])
    page.locator(TERM).first.hover()
    expect(definition(page)).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator(".definition")).to_be_hidden()


def test_without_javascript_the_title_says_it_and_the_link_leads_to_it(tabs: Tabs) -> None:
    page = tabs.open(KINDS["practice"], javascript=False)
    for kind in (TERM, ".facts a.term[href*='/glossary/']"):
        term = page.locator(kind).first
        words = term.get_attribute("title") or ""
        assert words
        term.click()
        assert words in page.locator("#content").inner_text()
        page.go_back()


def test_every_term_of_a_practice_page_has_its_definition_and_its_place(site: Site) -> None:
    for page in site.pages.values():
        if page.address.startswith("practices/") and not page.moved:
            terms = [link for link in page.root.iter("a") if link.get("class") == "term"]
            bare = [text_of(term) for term in terms if not term.get("title")]
            assert bare == [], page.path


def meaning(site: Site, address: str) -> str:
    """The definition of a term by the address of its page."""
    definitions = json.loads((site.folder / "data/definitions.json").read_text(encoding="utf-8"))
    return str(definitions[address])


NO_LINKS = {
    "evidence/l4/": ("practice", ".verdict .level--L4"),
    "directions/negative/": ("practice", ".finding .direction--negative"),
    "outcomes/employment-and-income/": ("practice", ".finding__line [data-means^='outcomes/employment']"),
    "target-groups/homeless-people/": ("term", ".card__groups [data-means]"),
    "glossary/#degrees-coordination": ("comparison", ".compare a.term[href$='#degrees-coordination']"),
    "evidence/l3/": ("comparison", ".compare .level--L3"),
}
"""Terms without a title: where one stands, by the address of its page."""


@pytest.mark.parametrize("place", NO_LINKS)
def test_marks_and_terms_without_a_title_have_their_definition_too(
    tabs: Tabs, touch: Page, site: Site, place: str
) -> None:
    kind, term = NO_LINKS[place]
    page = tabs.ready(KINDS[kind])
    page.locator(term).first.hover()
    expect(definition(page).locator("p")).to_have_text(meaning(site, place))
    page.keyboard.press("Escape")
    expect(definition(page)).to_have_count(0)
    touch.goto(KINDS[kind])
    touch.locator(term).first.tap()
    expect(definition(touch).locator("p")).to_have_text(meaning(site, place))


def test_a_filter_tells_its_definition_and_is_still_a_filter(tabs: Tabs, touch: Page, site: Site) -> None:
    words = meaning(site, "target-groups/young-people/")
    page = tabs.catalogue()
    box = page.get_by_role("checkbox", name="Young people")
    page.get_by_role("checkbox", name="Children aged 6 to 17").focus()
    page.keyboard.press("Tab")
    expect(box).to_be_focused()
    expect(definition(page).locator("p")).to_have_text(words)
    expect(box).to_have_accessible_description(words)
    beside, filters = definition(page).bounding_box(), page.locator(".filters").bounding_box()
    assert beside is not None
    assert filters is not None
    assert beside["x"] >= filters["x"] + filters["width"], "the next filters must not be covered"
    page.keyboard.press("Space")
    expect(page.locator("[data-choices]")).to_contain_text("Young people")
    touch.goto("practices/")
    touch.locator("[data-catalogue][data-ready]").wait_for()
    touch.locator("details[data-facets] > summary").tap()
    touch.locator("details[data-facet=target_group] > summary").tap()
    touch.locator("label.choice", has_text="Young people").tap()
    expect(touch.get_by_role("checkbox", name="Young people")).to_be_checked()
    expect(definition(touch).locator("p")).to_have_text(words)
    touch.locator("h1").tap()
    expect(definition(touch)).to_have_count(0)


def test_a_tap_on_a_term_without_a_definition_follows_its_link(touch: Page) -> None:
    touch.goto(KINDS["comparison"])
    touch.locator(".compare a.term[href$='countries/fi/']").first.tap()
    touch.wait_for_url("**/countries/fi/")


def test_shown_also_when_the_page_glides_to_the_term(tabs: Tabs) -> None:
    page = tabs.open(KINDS["practice"])
    page.emulate_media(reduced_motion="no-preference")
    page.locator(".evidence td a").last.evaluate("(link) => link.focus({preventScroll: true})")
    page.keyboard.press("Tab")
    expect(page.locator(".evidence__key a.term").first).to_be_focused()
    expect(definition(page)).to_be_visible()
