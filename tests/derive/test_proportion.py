from __future__ import annotations

from collections import Counter

from scripts.derive.practices import Finding
from scripts.derive.proportion import in_proportion
from tests.derive.invented import finding, practice


def findings(**numbers: int) -> tuple[Finding, ...]:
    """So many findings of each direction, of which those in the middle are the surest."""
    designs = ("self-report", "randomised-trial", "monitoring")
    return practice(
        findings=[
            finding(direction=direction, design=designs[number % 3], statement=f"{direction} teapot number {number}")
            for direction, count in numbers.items()
            for number in range(count)
        ]
    ).own_findings


def directions(ordered: list[Finding]) -> str:
    return " ".join(item.data["direction"] for item in ordered)


def test_all_are_given_once() -> None:
    given = findings(positive=7, none=3, unclear=1)
    ordered = list(in_proportion(given))
    assert len(ordered) == 11
    assert {item.data["statement"] for item in ordered} == {item.data["statement"] for item in given}
    assert list(in_proportion(())) == []


def test_each_direction_comes_before_any_comes_twice_and_the_least_welcome_first() -> None:
    ordered = list(in_proportion(findings(positive=20, mixed=1, none=2, negative=1, unclear=1)))
    assert directions(ordered[:5]) == "negative none mixed unclear positive"


def test_each_direction_shows_its_surest_finding_first() -> None:
    ordered = list(in_proportion(findings(positive=6, none=3)))
    for direction in ("positive", "none"):
        ranks = [item.level.rank for item in ordered if item.data["direction"] == direction]
        assert ranks == sorted(ranks, reverse=True)


def test_the_first_few_are_in_the_proportion_of_all() -> None:
    given = findings(positive=12, none=6, negative=3)
    ordered = list(in_proportion(given))
    for number in (7, 14):
        tally = Counter(item.data["direction"] for item in ordered[:number])
        assert tally == {"positive": number * 4 // 7, "none": number * 2 // 7, "negative": number // 7}
