"""The pages "What we know so far" say what the entries say, and a page that does not is found."""

from __future__ import annotations

import pytest

from tests.language.readability import too_hard
from tests.site.collection import Record
from tests.site.know import claims, faults, numbers
from tests.site.pages import Page, Site, told
from tests.site.trees import text_of

QUESTIONS = ("mental-health-in-the-community", "older-people-at-home", "one-stop-shops")


@pytest.fixture(params=QUESTIONS)
def page(request: pytest.FixtureRequest, site: Site) -> Page:
    return site.page(f"know/{request.param}/")


def test_there_is_a_page_for_each_question(site: Site) -> None:
    pages = {path.split("/")[1] for path in site.pages if path.startswith("know/") and path.count("/") == 2}
    assert pages == set(QUESTIONS)


def test_every_number_direction_and_level_is_that_of_the_entries(page: Page, practices: list[Record]) -> None:
    found = faults(page, practices)
    assert found == [], told(found)


def test_it_rests_on_many_findings(page: Page) -> None:
    assert sum(claim.link is not None for claim in claims(page)) > 25


def test_it_has_its_length_and_can_be_read(page: Page) -> None:
    (article,) = page.root.iter("article")
    text = " ".join(text_of(block) for block in article.iter() if block.tag in ("p", "li", "h2"))
    assert 600 <= len(text.split()) <= 900
    assert too_hard(text) == []


def test_it_bears_a_date_and_says_what_it_is_not(page: Page) -> None:
    (article,) = page.root.iter("article")
    (date,) = article.iter("time")
    assert date.get("datetime", "")[:4] == text_of(date)[-4:]
    assert "not a systematic review" in text_of(article)


@pytest.mark.parametrize("address", ["", "about/", "know/"])
def test_home_page_and_about_page_lead_to_it(site: Site, page: Page, address: str) -> None:
    start = site.page(address)
    assert page.address.rstrip("/") in {start.target(link) for _, link in start.links()}


TEAPOT = {
    "slug": "teapot",
    "name": "Teapot",
    "target_groups": ["older-people"],
    "workforce": [{"text": "700 teams with 8,000 nurses [@pot-2015]", "sources": ["pot-2015"]}],
    "findings": [
        {"statement": "After a year 55% had tea.", "sample": "two towns", "direction": "positive", "level": "L4"},
        {"statement": "Cost did not differ.", "direction": "none", "level": "L3"},
    ],
}
TEA = '<a href="../../practices/teapot/" title="After a year 55% had tea.">{}</a>'
TEAMS = '<a href="../../practices/teapot/" title="700 teams with 8,000 nurses">{}</a>'
OLDER = '<a href="../../practices/?target_group=older-people">{}</a>'


@pytest.mark.parametrize(
    "body",
    [
        "<p>In two towns 55% had tea (" + TEA.format("better, randomised") + ").</p>",
        "<p>It had " + TEAMS.format("700 teams") + ".</p>",
        "<ul><li>In " + OLDER.format("1 practice") + " there was tea.</li></ul>",
        '<p>Written on <time>22 November 2026</time> at <a href="../../practices/teapot/">Teapot</a>.</p>',
    ],
)
def test_what_the_data_say_is_right(body: str) -> None:
    assert faults(tea_page(body), [TEAPOT]) == []


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (
            "56% had tea " + TEA.format("better, randomised"),
            "holds the number 56, which is not in practices/teapot",
        ),
        ("Three had tea " + TEA.format("better, randomised"), "holds the number 3, which is not"),
        ("55% had tea " + TEA.format("better, compared"), 'is now "better, randomised" in practices/teapot.yml'),
        ("55% had tea " + TEA.format("worse, randomised"), 'is now "better, randomised" in practices/teapot.yml'),
        ("Tea " + TEA.replace("After a year", "Ever").format("better, randomised"), 'no longer says: "Ever 55%'),
        ("Tea " + TEA.replace("teapot", "kettle").format("better, randomised"), "which is not in the lists"),
        ("It had " + TEAMS.format("900 teams"), "holds the number 900, which is not"),
        (OLDER.format("2 practices"), '"2 practices" are now 1'),
        (OLDER.format("two of them"), 'must be a number and "practices"'),
        ('<a href="../../practices/teapot/">Teapot</a> has 55%', "holds the number 55, but leads to no finding"),
    ],
)
def test_what_they_do_not_say_is_told(body: str, message: str) -> None:
    (fault,) = faults(tea_page(f"<p>{body}.</p>"), [TEAPOT])
    assert fault.startswith("docs/know/tea/index.md: ")
    assert message in fault


def test_numbers_are_figures_and_words() -> None:
    assert numbers("EUR 17,089 for one of twelve, or 5.7% in 2013; L3 and a half") == {
        "17089",
        "12",
        "5.7",
        "2013",
        "half",
    }


def tea_page(body: str) -> Page:
    return Page(
        "know/tea/index.html", lambda: f'<!doctype html><title>Tea</title><article id="content">{body}</article>'
    )
