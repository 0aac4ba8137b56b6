"""Any choice of terms shows exactly the practices that a plain evaluation of the published data gives."""

from __future__ import annotations

import random
from typing import Any
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page

from scripts.render.lists import PER_PAGE
from tests.site.collection import FACETS, FINDING_FIELDS, Record, count_alone, found, terms
from tests.site.pages import told
from tests.site.tabs import Tabs, show_whole_list

STATE = """
() => ({
  names: [...document.querySelectorAll("[data-cards] .card")].filter((card) => card.checkVisibility())
    .map((card) => card.querySelector(".card__name").textContent.trim()),
  counts: [...document.querySelectorAll("[data-term] > label input[type=checkbox]")]
    .map((box) => [box.name, box.value, box.closest("label").querySelector(".facet__count").textContent.trim()]),
  chosen: [...document.querySelectorAll("[data-term] > label input:checked")].map((box) => [box.name, box.value]),
})
"""

CLICK = """
(pairs) => {
  for (const [facet, term] of pairs) document.querySelector(`input[name="${facet}"][value="${term}"]`).click();
}
"""

Choice = dict[str, set[str]]
Pairs = set[tuple[str, str]]


def pairs(choice: Choice) -> Pairs:
    return {(facet, term) for facet, chosen in choice.items() for term in chosen}


def choices(practices: list[Record]) -> dict[str, list[str]]:
    return {facet: sorted({term for item in practices for term in terms(item, facet)}) for facet in FACETS}


def random_choices(practices: list[Record], number: int) -> list[Choice]:
    """Choices drawn with a fixed seed: most around one practice, so that they match something, some quite free."""
    draw = random.Random(20261122)
    all_terms = choices(practices)
    drawn: list[Choice] = []
    for turn in range(number):
        facets = draw.sample(FACETS, draw.randint(1, 4))
        if turn % 3 == 0:
            facets = [*FINDING_FIELDS, *draw.sample(FACETS[:3], 1)]
        around = draw.choice(practices)
        choice: Choice = {}
        for facet in facets:
            known = sorted(terms(around, facet)) if turn % 5 else all_terms[facet]
            choice[facet] = set(draw.sample(known, min(len(known), draw.randint(1, 2))))
            if draw.random() < 0.4:
                choice[facet].add(draw.choice(all_terms[facet]))
        drawn.append({facet: chosen for facet, chosen in choice.items() if chosen})
    return drawn


def differences(page: Page, practices: list[Record], choice: Choice) -> list[str]:
    show_whole_list(page)
    state: dict[str, Any] = page.evaluate(STATE)
    wrong = []
    if {(facet, term) for facet, term in state["chosen"]} != pairs(choice):
        wrong.append(f"{choice}: checked are {state['chosen']}")
    expected = found(practices, choice)
    if sorted(state["names"]) != sorted(expected):
        wrong.append(f"{choice}: shows {sorted(state['names'])}, not {sorted(expected)}")
    for facet, term, count in state["counts"]:
        alone = count_alone(practices, choice, facet, term)
        if count != str(alone):
            wrong.append(f"{choice}: {facet} {term} says {count}, not {alone}")
    return wrong


def test_the_catalogue_offers_every_used_term_once(tabs: Tabs, practices: list[Record]) -> None:
    offered = [(facet, term) for facet, term, _ in tabs.catalogue().evaluate(STATE)["counts"]]
    assert sorted(offered) == sorted((facet, term) for facet, used in choices(practices).items() for term in used)


def test_the_drawn_choices_are_worth_testing(practices: list[Record]) -> None:
    sizes = [len(found(practices, choice)) for choice in random_choices(practices, 30)]
    assert 3 <= sizes.count(0) <= 20
    assert sum(0 < size < len(practices) for size in sizes) >= 10


def test_thirty_random_choices(tabs: Tabs, practices: list[Record]) -> None:
    page = tabs.catalogue()
    before: Pairs = set()
    wrong = []
    for choice in random_choices(practices, 30):
        page.evaluate(CLICK, sorted(before ^ pairs(choice)))
        wrong += differences(page, practices, choice)
        before = pairs(choice)
    assert wrong == [], told(wrong)


def test_random_choices_among_many(many_tabs: Tabs, many: list[Record]) -> None:
    page = many_tabs.catalogue()
    before: Pairs = set()
    sizes = []
    wrong = []
    for choice in random_choices(many, 9):
        page.evaluate(CLICK, sorted(before ^ pairs(choice)))
        wrong += differences(page, many, choice)
        before = pairs(choice)
        sizes.append(len(found(many, choice)))
    assert wrong == [], told(wrong)
    assert max(sizes) > PER_PAGE


def test_random_choices_by_mouse(tabs: Tabs, practices: list[Record]) -> None:
    page = tabs.catalogue()
    page.evaluate("() => document.querySelectorAll('details').forEach((part) => { part.open = true; })")
    before: Pairs = set()
    for choice in random_choices(practices, 3):
        for facet, term in sorted(before ^ pairs(choice)):
            page.locator(f"input[name={facet}][value='{term}']").click()
        assert differences(page, practices, choice) == []
        before = pairs(choice)


def test_random_choices_by_address(tabs: Tabs, practices: list[Record]) -> None:
    page = tabs.catalogue()
    for choice in random_choices(practices, 8):
        page.goto(f"practices/?{urlencode(sorted(pairs(choice)))}")
        page.locator("[data-catalogue][data-ready]").wait_for()
        assert differences(page, practices, choice) == []


def test_one_finding_must_have_outcome_direction_and_level(tabs: Tabs, practices: list[Record]) -> None:
    """A choice that separate findings of a practice would fulfil, but no single one, does not show it."""
    triple, name = apart(practices)
    page = tabs.catalogue("?" + urlencode([(facet, term) for facet, term in triple.items()]))
    show_whole_list(page)
    names = page.evaluate(STATE)["names"]
    assert name not in names
    assert set(names) == found(practices, {facet: {term} for facet, term in triple.items()})


def apart(practices: list[Record]) -> tuple[dict[str, str], str]:
    for practice in practices:
        for outcome in sorted(terms(practice, "outcome")):
            for direction in sorted(terms(practice, "direction")):
                for level in sorted(terms(practice, "level")):
                    triple = {"outcome": outcome, "direction": direction, "level": level}
                    if practice["name"] not in found(practices, {facet: {term} for facet, term in triple.items()}):
                        return triple, practice["name"]
    pytest.fail("no practice has findings that differ in outcome, direction and level")
