from __future__ import annotations

from typing import Any

import pytest

from tests.derive.invented import finding, levels
from tests.toy import vocabularies

DESIGNS = {
    "expert-opinion": "L0",
    "modelling": "L0",
    "user-survey": "L1",
    "self-report": "L1",
    "qualitative": "L1",
    "cross-sectional": "L1",
    "not-stated": "L1",
    "before-after": "L2",
    "monitoring": "L2",
    "time-series": "L2",
    "unmatched-comparison": "L2",
    "matched-comparison": "L3",
    "controlled-before-after": "L3",
    "quasi-experimental": "L3",
    "controlled-time-series": "L3",
    "randomised-trial": "L4",
}
REVIEWS = {"randomised": (5, 4), "controlled": (5, 4), "mixed": (3, 2), "uncontrolled": (1, 0)}
INCONCLUSIVE = ", one lower since it ends without a conclusion"


def review(reviewed: str, direction: str = "positive", **fields: Any) -> dict[str, Any]:
    return finding(design="systematic-review", reviewed=reviewed, direction=direction, **fields)


def trial(source: str, direction: str = "positive", **fields: Any) -> dict[str, Any]:
    return finding(design="randomised-trial", source=source, direction=direction, **fields)


def ids(*findings: dict[str, Any]) -> list[str]:
    return [level.id for level in levels(*findings)]


@pytest.mark.parametrize(("design", "expected"), DESIGNS.items())
def test_level_follows_from_the_design(design: str, expected: str) -> None:
    (level,) = levels(finding(design=design))
    assert level.id == expected
    assert level.rank == int(expected[1])
    assert level.trace.startswith(f"{expected} because: ")


def test_the_table_names_every_design_and_every_review_basis() -> None:
    assert set(vocabularies()["study_designs"]) == {*DESIGNS, "systematic-review"}
    assert set(vocabularies()["review_bases"]) == set(REVIEWS)


@pytest.mark.parametrize("direction", ["positive", "none", "negative", "mixed"])
@pytest.mark.parametrize(("reviewed", "ranks"), REVIEWS.items())
def test_level_of_a_review_follows_from_what_it_pools(reviewed: str, ranks: tuple[int, int], direction: str) -> None:
    (level,) = levels(review(reviewed, direction))
    assert level.rank == ranks[0]
    assert INCONCLUSIVE not in level.trace


@pytest.mark.parametrize(("reviewed", "ranks"), REVIEWS.items())
def test_an_inconclusive_review_is_one_lower(reviewed: str, ranks: tuple[int, int]) -> None:
    (level,) = levels(review(reviewed, "unclear"))
    assert level.rank == ranks[1]
    assert INCONCLUSIVE in level.trace


def test_only_a_review_is_lowered_when_unclear() -> None:
    assert ids(trial("lamp-2018", "unclear")) == ["L4"]


def test_not_stated_is_flagged_and_nothing_else_is() -> None:
    stated, not_stated = levels(finding(design="self-report"), finding(design="not-stated"))
    assert "design not stated" in not_stated.flags
    assert "design not stated" not in stated.flags


def test_traces_in_words() -> None:
    measured, unknown = levels(finding(design="monitoring"), review("mixed", evaluator="unknown"))
    assert measured.trace == "L2 because: monitoring"
    assert unknown.trace == (
        "L3 because: systematic review of studies with and without a comparison group; "
        "not raised, because the evaluator is not known to be independent"
    )
    (opinion,) = levels(review("uncontrolled", "unclear"))
    assert opinion.trace == (f"L0 because: systematic review of studies without a comparison group{INCONCLUSIVE}")
    (confirmed,) = levels(review("randomised"))
    assert confirmed.trace == "L5 because: systematic review of randomised trials only"


def test_levels_keep_the_order_of_the_findings() -> None:
    designs = ("modelling", "randomised-trial", "monitoring")
    assert ids(*(finding(design=design) for design in designs)) == ["L0", "L4", "L2"]


def test_no_findings_have_no_levels() -> None:
    assert levels() == []
