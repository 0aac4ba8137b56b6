"""When findings confirm each other: the same tables as in docs/about/evidence.md."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.derive.invented import finding, levels
from tests.toy import ROOT

MATCHED = {"design": "matched-comparison", "source": "lamp-2018"}
TRIAL = {"design": "randomised-trial", "source": "wick-2019"}


ALONE = "one independent comparison only"
DISAGREE = "the independent comparisons on this outcome do not agree"


def printed_examples() -> list[str]:
    """The traces that the page about levels prints as examples."""
    page = (ROOT / "docs" / "about" / "evidence" / "index.md").read_text(encoding="utf-8")
    quotes = re.findall(r"(?:^>.*\n)+", page, re.MULTILINE)
    lines = " ".join(quote.replace("\n> ", " ").strip("> \n") for quote in quotes).replace("**", "")
    return re.findall(r"L\d because: [^.]+", lines)


def ids(*findings: dict[str, Any]) -> list[str]:
    return [level.id for level in levels(*findings)]


@pytest.mark.parametrize("direction", ["positive", "none", "negative"])
def test_two_independent_sources_that_agree_are_both_confirmed(direction: str) -> None:
    found = levels(finding(direction=direction, **MATCHED), finding(direction=direction, **TRIAL))
    agreed = "raised: 2 independent sources on this outcome agree"
    assert [level.trace for level in found] == [
        f"L5 because: matched comparison (L3), {agreed}",
        f"L5 because: randomised trial (L4), {agreed}",
    ]
    assert [level.id for level in found] == ["L5", "L5"]


@pytest.mark.parametrize("direction", ["mixed", "unclear"])
def test_findings_that_settle_nothing_do_not_confirm(direction: str) -> None:
    assert ids(finding(direction=direction, **MATCHED), finding(direction=direction, **TRIAL)) == ["L3", "L4"]


def test_sources_are_counted_not_findings() -> None:
    found = levels(finding(**MATCHED), finding(**MATCHED), finding(**TRIAL))
    assert [level.id for level in found] == ["L5", "L5", "L5"]
    assert all(" 2 independent sources" in level.trace for level in found)


def test_one_source_cannot_confirm_itself() -> None:
    found = levels(finding(**MATCHED), finding(**{**TRIAL, "source": "lamp-2018"}))
    assert [level.id for level in found] == ["L3", "L4"]
    assert all(level.trace.endswith(f"; not raised, because {ALONE}") for level in found)


@pytest.mark.parametrize("evaluator", ["internal", "unknown"])
def test_only_independent_evaluators_confirm(evaluator: str) -> None:
    found = levels(finding(**MATCHED), finding(evaluator=evaluator, **TRIAL))
    assert [level.id for level in found] == ["L3", "L4"]
    assert found[0].trace.endswith(f"; not raised, because {ALONE}")
    assert found[1].trace.endswith("; not raised, because the evaluator is not known to be independent")


@pytest.mark.parametrize("evaluator", ["internal", "unknown"])
def test_others_neither_rise_nor_prevent(evaluator: str) -> None:
    other = finding(evaluator=evaluator, direction="negative", source="jar-2020")
    assert ids(finding(**MATCHED), finding(**TRIAL), other) == ["L5", "L5", "L3"]


@pytest.mark.parametrize("direction", ["none", "negative", "mixed", "unclear"])
def test_one_that_points_elsewhere_prevents_it_for_all(direction: str) -> None:
    dissent = finding(direction=direction, source="jar-2020", design="quasi-experimental")
    found = levels(finding(**MATCHED), finding(**TRIAL), dissent)
    assert [level.id for level in found] == ["L3", "L4", "L3"]
    assert all(level.trace.endswith(f"; not raised, because {DISAGREE}") for level in found)


@pytest.mark.parametrize("design", ["monitoring", "user-survey", "modelling"])
def test_lower_levels_take_no_part(design: str) -> None:
    lower = finding(design=design, source="jar-2020")
    against = {**lower, "direction": "negative"}
    assert ids(finding(**MATCHED), lower)[0] == "L3"
    assert ids(finding(**MATCHED), finding(**TRIAL), against)[:2] == ["L5", "L5"]


def test_a_review_takes_part_at_level_3_or_4_only() -> None:
    review = finding(design="systematic-review", reviewed="mixed", source="jar-2020")
    assert ids(finding(**MATCHED), review) == ["L5", "L5"]
    assert ids(finding(**MATCHED), {**review, "reviewed": "randomised"}) == ["L3", "L5"]
    assert ids(finding(**MATCHED), {**review, "reviewed": "uncontrolled"}) == ["L3", "L1"]


def test_different_outcomes_do_not_confirm_each_other() -> None:
    assert ids(finding(**MATCHED), finding(domain="cost", **TRIAL)) == ["L3", "L4"]


def test_disagreement_elsewhere_does_not_prevent() -> None:
    elsewhere = finding(domain="cost", direction="negative", source="jar-2020")
    assert ids(finding(**MATCHED), finding(**TRIAL), elsewhere) == ["L5", "L5", "L3"]


@pytest.mark.parametrize("about", ["the-model", "wider-context"])
def test_this_practice_and_the_model_do_not_mix(about: str) -> None:
    assert ids(finding(**MATCHED), finding(about=about, **TRIAL)) == ["L3", "L4"]
    assert ids(finding(about=about, **MATCHED), finding(about=about, **TRIAL)) == ["L5", "L5"]
    dissent = finding(about=about, direction="negative", source="jar-2020")
    assert ids(finding(**MATCHED), finding(**TRIAL), dissent) == ["L5", "L5", "L3"]


def test_this_practice_is_the_default() -> None:
    assert ids(finding(about="this-practice", **MATCHED), finding(**TRIAL)) == ["L5", "L5"]


def test_first_worked_example() -> None:
    (level,) = levels(finding(sample_size=44, follow_up_months=3))
    assert level.flags == ("single source", "small sample (under 50)", "short follow-up (under six months)")
    assert level.trace in printed_examples()


def test_second_worked_example() -> None:
    praise = finding(design="monitoring", evaluator="internal", source="praise-2012")
    findings = (
        finding(**TRIAL, direction="none"),
        finding(design="controlled-before-after", direction="none", source="jar-2020"),
        praise,
    )
    trial, other, provider = levels(*findings, years={"praise-2012": 2012, "wick-2019": 2019, "jar-2020": 2020})
    differs = "another finding on this outcome differs"
    assert (trial.id, other.id, provider.id) == ("L5", "L5", "L2")
    assert {trial.trace, provider.trace} <= set(printed_examples())
    assert trial.flags == other.flags == (differs,)
    assert provider.flags == ("not independent", "older than ten years", differs)


def test_third_worked_example() -> None:
    found = levels(
        finding(**TRIAL, direction="none"),
        finding(design="controlled-before-after", direction="none", source="jar-2020"),
        finding(design="quasi-experimental", direction="positive", source="kettle-2021"),
    )
    assert [level.id for level in found] == ["L4", "L3", "L3"]
    assert all("another finding on this outcome differs" in level.flags for level in found)
