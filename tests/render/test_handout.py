from __future__ import annotations

from collections import Counter
from itertools import cycle, islice
from typing import Any

import pytest

from scripts.derive.practices import Practice
from scripts.render.handout import Handout, draw_handout, finding_line, source_in_short
from tests.derive.invented import finding, mechanisms, practice
from tests.toy import vocabularies

ADDRESS = "https://toys.example/practices/teapot-round/"
TEXT = "Neighbours of Toyville carry a teapot from door to door and ask who would like a cup of tea. "
DIRECTIONS = ("positive", "positive", "none", "mixed", "positive", "unclear", "negative", "none")


def drawn(**fields: Any) -> tuple[Practice, Handout]:
    made = practice(**fields)
    return made, draw_handout(made, vocabularies(), ADDRESS)


def points(number: int, length: int = 90) -> list[dict[str, Any]]:
    return [{"text": (TEXT * 9)[:length], "sources": ["lamp-2018"]} for _ in range(number)]


def findings(number: int, length: int = 200, domains: int = 4) -> list[dict[str, Any]]:
    names = list(islice(vocabularies()["outcome_domains"], domains))
    return [
        finding(direction=direction, domain=domain, statement=f"{at} {(TEXT * 9)[:length]}")
        for at, direction, domain in zip(range(number), cycle(DIRECTIONS), cycle(names), strict=False)
    ]


def test_a_short_entry_is_there_whole() -> None:
    made, handout = drawn(findings=findings(5), tools=points(2), barriers=points(2), scale=points(1))
    assert list(handout.findings) == list(made.own_findings)
    assert (handout.findings_left, handout.takes_left, handout.further_left, handout.threads_left) == ([], 0, 0, 0)
    assert [item.label for item in handout.takes] == ["Tools", "Scale"]
    assert [item.label for item in handout.further] == ["What hindered"]
    assert handout.notes
    assert "One teapot for one street" in handout.story
    assert "[@" not in handout.story
    assert not handout.story_left


def test_of_many_findings_a_fair_part_is_shown_in_order_and_the_others_are_counted() -> None:
    made, handout = drawn(findings=findings(40))
    shown = Counter(item.data["direction"] for item in handout.findings)
    assert 5 <= len(handout.findings) < 20
    assert shown.keys() == made.tally.keys(), "each direction is shown"
    assert shown + Counter(dict(handout.findings_left)) == made.tally
    places = [made.own_findings.index(item) for item in handout.findings]
    assert places == sorted(places)


def test_findings_about_the_model_elsewhere_are_not_told_as_its_own() -> None:
    _, handout = drawn(findings=[finding(about="the-model"), finding()])
    assert [item.about for item in handout.findings] == ["this-practice"]


@pytest.mark.parametrize(("length", "domains"), [(40, 1), (250, 10), (500, 23)])
def test_what_is_shown_has_room_however_much_there_is(length: int, domains: int) -> None:
    made, handout = drawn(
        name="Teapot " * 22,
        summary=TEXT * 7,
        findings=findings(90, length, domains),
        integration={"degree": "linkage", "mechanisms": mechanisms(*vocabularies()["mechanisms"])},
        tools=points(30),
        scale=points(30),
        barriers=points(30),
        approach=f"{TEXT * 20}\n\n{TEXT}",
    )
    assert len(handout.weave.threads) >= 4
    assert len(handout.weave.threads) + handout.threads_left == len(made.data["integration"]["mechanisms"])
    assert handout.threads_left > 0
    assert not handout.notes
    assert handout.takes_left >= 50
    assert len(handout.findings) + sum(count for _, count in handout.findings_left) == 90
    assert handout.story_left


def test_how_it_works_stands_where_there_is_more_room() -> None:
    _, bare = drawn(approach=TEXT)
    assert not bare.story_in_front, "no findings, so the second page has room"
    _, studied = drawn(approach=TEXT, findings=findings(40))
    assert studied.story_in_front


def test_a_finding_tells_how_it_was_studied_and_its_source() -> None:
    made = practice(findings=[finding()])
    line = finding_line(made.own_findings[0], made, vocabularies())
    assert line.startswith("Use of services · ")
    assert line.endswith(" · Toyville Gazette")


def test_a_source_in_short() -> None:
    authors = ["Halloran, John", "Lara Montero, Alfonso"]
    assert source_in_short({"authors": authors, "year": 2016}) == "Halloran and Lara Montero 2016"
    assert source_in_short({"authors": [*authors, "Third, A."], "year": 2016}) == "Halloran and others 2016"
    assert source_in_short({"organisation": "Toyville Gazette"}) == "Toyville Gazette"
