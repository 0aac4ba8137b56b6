from __future__ import annotations

import re

import pytest

from scripts.render.lists import term_path
from scripts.render.parts import ROOT_MARK, short
from tests.derive.invented import collect, entry, event, locate
from tests.render.view import cards_of, classed, every_page, pages_of, parse, text, toys
from tests.toy import schemas, vocabularies

PAGES = dict(every_page(pages_of(toys()), schemas()))


@pytest.mark.parametrize("name", PAGES)
def test_every_page_is_good_html_with_one_heading_and_unique_anchors(name: str) -> None:
    page = parse(PAGES[name])
    assert len(list(page.iter("h1"))) == 1
    ids = [element.get("id") for element in page.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    assert page.findtext("head/title")
    assert ROOT_MARK not in PAGES[name]
    assert not re.search(r"\[\[|\]\]|\[%|%\]", PAGES[name])


@pytest.mark.parametrize("name", PAGES)
def test_links_inside_a_page_lead_somewhere(name: str) -> None:
    page = parse(PAGES[name])
    ids = {element.get("id") for element in page.iter()}
    targets = {link for element in page.iter() if (link := element.get("href") or "").startswith("#")}
    assert {target[1:] for target in targets} <= ids


def root_of(page: str) -> str | None:
    (home,) = classed(parse(page), "home")
    return home.get("href")


def test_the_way_to_the_root_fits_the_depth() -> None:
    assert root_of(PAGES["home"]) == "./"
    assert root_of(PAGES["catalogue"]) == root_of(PAGES["events"]) == root_of(PAGES["terms sector"]) == "../"
    for name in ("practice lantern-path", "event toyville-congress-2018", "term NO", "fields"):
        assert root_of(PAGES[name]) == "../../"


def test_cards_lead_to_their_practice_from_every_depth() -> None:
    for name, root in (("home", "./"), ("catalogue", "../"), ("term NO", "../../")):
        card = next(card for card in classed(parse(PAGES[name]), "card") if card.get("data-slug") == "lantern-path")
        (link,) = card.iter("a")
        assert link.get("href") == f"{root}practices/lantern-path/"


def test_catalogue_lists_all_practices_and_every_used_term() -> None:
    page = parse(PAGES["catalogue"])
    assert [card.get("data-slug") for card in classed(page, "card")] == [item.slug for item in toys().listed]
    assert "3 practices in 3 countries" in text(page)
    for facet, uses in toys().uses.items():
        boxes = [element for element in page.iter() if element.get("data-facet") == facet]
        terms = {item.get("data-term") for box in boxes for item in box.iter("li")}
        assert {use.term.id for use in uses} <= terms


def test_term_page() -> None:
    (use,) = (use for use in toys().uses["level"] if use.term.id == "L5")
    assert term_path(use) == "evidence/l5/"
    shown = text(parse(PAGES["term L5"]))
    assert "1 practice with at least one such finding, surest evidence first." in shown
    assert "Lantern Path of Toyville" in shown
    assert "Pebble House" not in shown


def test_terms_page_groups_used_terms_and_names_the_others() -> None:
    page = parse(PAGES["terms mechanism"])
    headings = [text(heading) for heading in page.iter("h2")]
    assert "Access and guidance" in headings
    (unused,) = classed(page, "unstudied")
    assert "Legal duty" in text(unused)
    assert "Co-location" not in text(unused)
    assert not classed(parse(PAGES["terms country"]), "unstudied")


def test_events_are_listed_newest_first() -> None:
    collection = collect([entry("one")], [event("old", ["one"], "2012-03-04"), event("new", [], "2024-01-01")])
    shown = text(parse(pages_of(collection).events()))
    assert shown.index("Congress new") < shown.index("Congress old")
    assert "1 practice." in shown


def test_home_counts_what_there_is() -> None:
    page = parse(PAGES["home"])
    (tallies,) = classed(page, "tallies")
    told = {text(item.find("dt")): text(item.find("dd")) for item in tallies.iter("div")}
    assert told == {"practices": "3", "countries": "3", "findings": "5", "of them no difference or worse": "2"}
    (table,) = classed(page, "gaps")
    heads = {text(row.find("th")): row for row in table.iter("tr")}
    name = vocabularies()["target_groups"]["homeless-people"].label
    (homeless,) = [text(row) for head, row in heads.items() if head.startswith(name)]
    assert homeless.count("1 practice, surest finding measured") == 2
    assert homeless.count("none") == len(vocabularies()["integration_kinds"]) - 2


def test_home_shows_the_six_newest_entries() -> None:
    days = [f"2026-11-{day:02}" for day in range(1, 9)]
    entries = [entry(f"teapot-{day[-1]}", review={"status": "draft", "date": day, "by": "Toy editors"}) for day in days]
    pages = pages_of(collect(entries))
    slugs = [
        card.get("data-slug") for card in classed(parse(pages.home(cards_of(pages), locate(pages.collection))), "card")
    ]
    assert slugs == [f"teapot-{number}" for number in (8, 7, 6, 5, 4, 3)]


def test_a_page_that_moved_leads_on() -> None:
    page = parse(PAGES["moved lantern-path"])
    (refresh,) = (meta for meta in page.iter("meta") if meta.get("http-equiv") == "refresh")
    assert refresh.get("content") == "0; url=../../practices/lantern-path/"
    assert page.find("head/link[@rel='canonical']") is not None
    assert "../../practices/lantern-path/" in [link.get("href") for link in page.iter("a")]


def test_short_cuts_between_words() -> None:
    assert short("Tea  for\ntwo.") == "Tea for two."
    assert short("a" * 155) == "a" * 155
    cut = short("teapot, " * 40)
    assert cut.endswith("teapot …")
    assert len(cut) <= 157
