from __future__ import annotations

from typing import Any

import pytest

from tests.derive.invented import DAY, finding, levels

SMALL = "small sample (under 50)"
SHORT = "short follow-up (under six months)"
OLD = "older than ten years"
DIFFERS = "another finding on this outcome differs"


def flags(**fields: Any) -> tuple[str, ...]:
    """The flags of one finding beside another one by another source, so that nothing but its fields counts."""
    return levels(finding(**fields), finding(source="wick-2019", direction="unclear", design="self-report"))[0].flags


def test_nothing_to_mind() -> None:
    assert flags() == ()


@pytest.mark.parametrize(("people", "expected"), [(0, (SMALL,)), (49, (SMALL,)), (50, ()), (51, ())])
def test_small_sample(people: int, expected: tuple[str, ...]) -> None:
    assert flags(sample_size=people) == expected


@pytest.mark.parametrize(("months", "expected"), [(0, (SHORT,)), (5.9, (SHORT,)), (6, ()), (6.1, ())])
def test_short_follow_up(months: float, expected: tuple[str, ...]) -> None:
    assert flags(follow_up_months=months) == expected


@pytest.mark.parametrize(("age", "expected"), [(0, ()), (10, ()), (11, (OLD,)), (60, (OLD,))])
def test_old_source(age: int, expected: tuple[str, ...]) -> None:
    other = finding(source="wick-2019", direction="unclear", design="self-report")
    level, beside = levels(finding(), other, years={"lamp-2018": DAY.year - age, "wick-2019": DAY.year})
    assert level.flags == expected
    assert beside.flags == ()


def test_a_source_without_a_year_is_not_called_old() -> None:
    assert levels(finding())[0].flags == ("single source",)


@pytest.mark.parametrize(
    ("evaluator", "expected"),
    [("independent", ()), ("internal", ("not independent",)), ("unknown", ("independence not known",))],
)
def test_evaluator(evaluator: str, expected: tuple[str, ...]) -> None:
    assert flags(evaluator=evaluator) == expected


def test_single_source_is_judged_by_outcome_and_scope() -> None:
    same = finding(source="wick-2019")
    assert "single source" not in levels(finding(), same)[0].flags
    assert "single source" in levels(finding(), {**same, "source": "lamp-2018"})[0].flags
    assert "single source" in levels(finding(), {**same, "domain": "cost"})[0].flags
    assert "single source" in levels(finding(), {**same, "about": "the-model"})[0].flags


@pytest.mark.parametrize("one", ["positive", "none", "negative"])
@pytest.mark.parametrize("other", ["positive", "none", "negative", "mixed", "unclear"])
def test_conclusive_findings_that_differ(one: str, other: str) -> None:
    found = levels(finding(direction=one), finding(direction=other, source="wick-2019"))
    both_conclusive = other not in ("mixed", "unclear")
    assert (DIFFERS in found[0].flags) is (both_conclusive and one != other)
    assert (DIFFERS in found[1].flags) is (both_conclusive and one != other)


def test_findings_differ_within_one_outcome_and_scope_only() -> None:
    other = finding(direction="negative", source="wick-2019")
    assert DIFFERS in levels(finding(), other)[0].flags
    assert DIFFERS not in levels(finding(), {**other, "domain": "cost"})[0].flags
    assert DIFFERS not in levels(finding(), {**other, "about": "wider-context"})[0].flags


def test_a_flag_does_not_change_the_level() -> None:
    (level,) = levels(finding(sample_size=3, follow_up_months=1), years={"lamp-2018": 1990})
    assert level.id == "L3"
    assert level.flags == ("single source", SMALL, SHORT, OLD)
