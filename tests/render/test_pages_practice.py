"""The page of a practice: findings, evidence, sources, weave and notices."""

from __future__ import annotations

from typing import Any

import pytest

from scripts.read.settings import Settings
from scripts.render.parts import ROOT_MARK, source_who
from tests.derive.invented import collect, entry, finding, integration
from tests.render.view import SETTINGS, cards_of, classed, every_page, pages_of, parse, text, toy, toys
from tests.toy import schemas, vocabularies

PAGES = dict(every_page(pages_of(toys()), schemas()))


def test_head_of_a_practice() -> None:
    head = parse(PAGES["practice lantern-path"]).find("head")
    assert head is not None
    links = {link.get("rel"): link.get("href") for link in head.iter("link") if link.get("rel") != "alternate"}
    assert links == {
        "canonical": "https://toys.example/practices/lantern-path/",
        "icon": "../../assets/mark.svg",
        "stylesheet": "../../assets/styles/handout.css",
    }
    metas = {meta.get("property"): meta.get("content") for meta in head.iter("meta")}
    assert metas["og:url"] == links["canonical"]
    assert metas["og:image"] == "https://toys.example/practices/lantern-path/picture.png"
    assert metas["og:type"] == "article"
    assert metas["og:site_name"] == "Toy Thread"


def test_findings_show_direction_level_flags_and_trace() -> None:
    page = parse(PAGES["practice lantern-path"])
    first, second, staff, review = classed(page, "finding")
    assert text(first).startswith("better confirmed People with an adviser")
    assert "L5 because: matched comparison (L3), raised: 2 independent sources" in text(first)
    assert "independent evaluator" in text(first)
    assert "three nights against five" in text(first)
    assert text(staff).startswith("no difference reported")
    assert "single source · small sample (under 50) · not independent" in text(staff)
    assert "Findings about the same model elsewhere" in text(page)
    assert text(page).index("Findings about the same model") < text(page).index("A review of walking advisers")
    assert text(review).startswith("unclear measured")
    assert "confirmed" in text(second)


def test_evidence_figure_and_what_was_not_studied() -> None:
    page = parse(PAGES["practice lantern-path"])
    domains = vocabularies()["outcome_domains"]
    (figure,) = classed(page, "evidence")
    head, *rows = [[text(cell) for cell in row] for row in figure.iter("tr")]
    assert head == ["", "Opinion", "Reported", "Measured", "Compared", "Randomised", "Confirmed"]
    assert rows == [
        [domains["service-use"].label, "", "", "", "", "", "better, finding 1better, finding 2"],
        [domains["staff-experience"].label, "", "no difference, finding 3", "", "", "", ""],
    ]
    signs = [link.get("href") for link in figure.iter("a") if (link.get("href") or "").startswith("#")]
    assert signs == ["#finding-1", "#finding-2", "#finding-3"]
    assert [finding.get("id") for finding in classed(page, "finding")] == ["finding-1", "finding-2", "finding-3", None]
    (key,) = classed(page, "evidence__key")
    assert text(key) == "Each sign is one finding: Better No difference"
    (unstudied,) = classed(page, "unstudied")
    assert domains["housing-stability"].inline in text(unstudied)
    assert domains["service-use"].inline not in text(unstudied)
    assert domains["health-and-function"].inline in text(unstudied), "studied for the model elsewhere only"


def test_a_practice_without_findings_says_so() -> None:
    shown = text(parse(PAGES["practice marmalade-desk"]))
    assert "No findings on outcomes were found for this practice." in shown
    assert "That is not the same as no effect." in shown
    assert "Figures, and why" not in shown
    card = parse(
        f"<!doctype html><title>t</title>{cards_of(pages_of(toys()))['marmalade-desk']}".replace(ROOT_MARK, "")
    )
    assert "No findings yet" in text(card)


def test_life_cycle_successor_and_events() -> None:
    page = parse(PAGES["practice pebble-house"])
    links = {link.get("href"): text(link) for link in page.iter("a")}
    assert links["../../practices/lantern-path/"] == "Lantern Path of Toyville"
    assert links["../../events/toyville-congress-2018/"] == "First Toyville Congress of Lanterns"
    assert "2–4 May 2018" in text(page)
    assert "2004–2007" in text(page)
    assert "Shellbury, Scotland" in text(page)


def test_notices() -> None:
    gone = entry(
        "gone",
        withdrawn={"date": "2026-11-02", "reason": "The teapot broke."},
        review={"status": "draft", "date": "2020-02-01", "by": "Toy editors"},
    )
    pages = pages_of(collect([gone]))
    notices = [text(notice) for notice in classed(parse(pages.practice(pages.collection.practices[0])), "notice")]
    assert notices == [
        "This entry was withdrawn on 2 November 2026. The teapot broke.",
        "This entry may be out of date. Nobody has checked it since 1 February 2020.",
    ]
    assert not classed(parse(PAGES["practice lantern-path"]), "notice")


def test_sources_are_listed_in_the_order_of_their_numbers() -> None:
    page = parse(PAGES["practice lantern-path"])
    (sources,) = classed(page, "sources")
    items = list(sources.iter("li"))
    assert [item.get("value") for item in items] == ["1", "2", "3"]
    assert text(items[0]).startswith("Toyville Town Council (2016). Lanterns for all. Government report, in Norwegian")
    assert text(items[1]).startswith("Lamp, Lucy and Wick, Walter (2018). Walking with lanterns. Journal of Invented")
    assert "https://doi.org/10.99999/invented.2018.1" in [link.get("href") for link in items[1].iter("a")]
    numbers = [link.text for mark in classed(page, "cite") for link in mark.iter("a")]
    first_seen = list(dict.fromkeys(number for number in numbers if number and number.isdigit()))
    assert first_seen == ["1", "2", "3"]


def test_contents_name_the_sections_that_are_there() -> None:
    for slug in ("lantern-path", "marmalade-desk", "pebble-house"):
        page = parse(PAGES[f"practice {slug}"])
        (contents,) = classed(page, "contents")
        named = [(link.get("href") or "")[1:] for link in contents.iter("a")]
        assert named == [section.get("aria-labelledby") for section in page.iter("section")]


def test_the_weave_has_a_line_for_each_sector_and_a_thread_for_each_mechanism() -> None:
    (page,) = classed(parse(PAGES["practice lantern-path"]), "page--practice")
    assert [text(element) for element in classed(page, "weave__sector")] == ["Health", "Social services", "Housing"]
    assert [text(element) for element in classed(page, "weave__number")] == ["1", "2", "3"]
    assert len(classed(page, "thread")) == len(classed(page, "weave__weft")) == 3
    assert len(classed(page, "weave__gap")) == 4, "of nine crossings five are over"
    (figure,) = classed(page, "weave")
    assert "tied together by case management, joint assessment and pooled budget" in (figure.get("aria-label") or "")


def test_the_link_to_the_repository_is_left_out_without_one() -> None:
    def edit_link(settings: Settings) -> list[str | None]:
        page = parse(pages_of(toys(), settings).practice(toy("lantern-path")))
        return [link.get("href") for link in page.iter("a") if "Edit this" in text(link)]

    assert edit_link(SETTINGS) == ["https://forge.example/toys/edit/main/practices/lantern-path.yml"]
    assert edit_link(Settings("Toys", "", "https://toys.example/", "")) == []


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, "Toyville, Norway"),
        ({"countries": ["NO", "FI"]}, "Toyville, Norway and Finland"),
        ({"places": [{"name": "Norway", "level": "national"}]}, "Norway"),
        ({"countries": ["GB"], "nation": "wales"}, "Toyville, Wales"),
    ],
)
def test_place_line(fields: dict[str, Any], expected: str) -> None:
    pages = pages_of(collect([entry(**fields)]))
    assert pages.place_line(pages.collection.practices[0]) == expected


def test_who_speaks_in_a_source() -> None:
    assert source_who({"authors": ["Lamp, Lucy", "Wick, Walter"], "organisation": "Toyville"}) == (
        "Lamp, Lucy and Wick, Walter"
    )
    assert source_who({"organisation": "Toyville"}) == "Toyville"


def test_every_mechanism_sector_and_design_can_be_drawn() -> None:
    every = entry(
        sectors=list(vocabularies()["sectors"]),
        target_groups=list(vocabularies()["target_groups"]),
        integration=integration(*vocabularies()["mechanisms"]),
        findings=[
            finding(design=design, domain=domain, **({"reviewed": "mixed"} if design == "systematic-review" else {}))
            for design in vocabularies()["study_designs"]
            for domain in vocabularies()["outcome_domains"]
        ],
    )
    pages = pages_of(collect([every]))
    page = parse(pages.practice(pages.collection.practices[0]))
    assert len(classed(page, "thread")) == len(vocabularies()["mechanisms"])
