from __future__ import annotations

import datetime
import random
from typing import Any

import pytest

from scripts.derive.practices import DomainProfile, derive_practice
from scripts.read.history import History
from tests.derive.invented import DAY, entry, finding, integration, mechanisms, practice
from tests.toy import toy_entries, vocabularies


def test_lantern_path() -> None:
    lantern = derive_practice(toy_entries()[0], vocabularies(), None, DAY)
    assert (lantern.level, lantern.rung, lantern.stale) == ("L5", "with-findings", False)
    assert [(row.domain, row.level, row.count) for row in lantern.profile] == [
        ("service-use", "L5", 2),
        ("staff-experience", "L1", 1),
    ]
    assert lantern.kinds == ("professionals-together", "money", "access-and-guidance")
    assert lantern.dimensions == ("clinical", "functional")
    assert lantern.digest == toy_entries()[0].digest


def test_profile_shows_the_highest_level_and_every_direction() -> None:
    trial = finding(design="randomised-trial", direction="none")
    praise = finding(design="self-report", direction="positive", source="wick-2019")
    second = finding(design="randomised-trial", direction="negative")
    assert practice(findings=[praise, trial, second, trial]).profile == (
        DomainProfile("service-use", "L4", ("none", "negative", "positive"), 4),
    )


def test_profile_is_sorted_by_level_then_count_then_domain() -> None:
    findings = [
        finding(domain="survival", design="monitoring"),
        finding(domain="cost", design="monitoring"),
        finding(domain="harm", design="monitoring"),
        finding(domain="harm", design="modelling"),
        finding(domain="equity", design="randomised-trial"),
    ]
    assert [row.domain for row in practice(findings=findings).profile] == ["equity", "harm", "cost", "survival"]


@pytest.mark.parametrize("about", ["the-model", "wider-context"])
def test_only_findings_about_this_practice_count(about: str) -> None:
    elsewhere = finding(about=about, design="randomised-trial")
    weak = finding(design="self-report")
    both = practice(findings=[elsewhere, weak])
    assert (both.level, both.own_findings) == ("L1", (both.findings[0],))
    assert [(row.level, row.count) for row in both.profile] == [("L1", 1)]
    alone = practice(findings=[elsewhere])
    assert (alone.level, alone.profile, alone.own_findings) == (None, (), ())
    assert len(alone.findings) == 1


def test_findings_stand_strongest_first_with_this_practice_before_the_others() -> None:
    findings = [
        finding(about="wider-context", design="randomised-trial", domain="cost"),
        finding(design="self-report", domain="harm"),
        finding(about="the-model", design="monitoring", domain="equity"),
        finding(about="this-practice", design="monitoring", domain="survival"),
        finding(design="self-report", domain="independence"),
    ]
    told = [(item.about, item.level.id, item.data["domain"]) for item in practice(findings=findings).findings]
    assert told == [
        ("this-practice", "L2", "survival"),
        ("this-practice", "L1", "harm"),
        ("this-practice", "L1", "independence"),
        ("the-model", "L2", "equity"),
        ("wider-context", "L4", "cost"),
    ]


@pytest.mark.parametrize("field", ["tools", "workforce", "training", "user_involvement", "funding", "scale"])
def test_rungs(field: str) -> None:
    one = {"lamp-2018": {"type": "news", "title": "Tea", "organisation": "Toyville"}}
    two = {**one, "wick-2019": one["lamp-2018"]}
    takes: dict[str, Any] = {field: [{"text": "A teapot", "sources": ["lamp-2018"]}]}
    assert practice(sources=one).rung == "sketch"
    assert practice(sources=two).rung == "sketch"
    assert practice(sources=one, **takes).rung == "sketch"
    assert practice(sources=two, **takes).rung == "described"
    assert practice(sources=one, findings=[finding()]).rung == "with-findings"


@pytest.mark.parametrize(
    ("reviewed", "stale"), [("2026-11-22", False), ("2023-11-23", False), ("2023-11-21", True), ("2019-01-01", True)]
)
def test_stale_after_three_years(reviewed: str, stale: bool) -> None:
    assert practice(review={"status": "draft", "date": reviewed, "by": "Toy editors"}).stale is stale


def test_stale_is_measured_against_the_day_of_the_build() -> None:
    later = datetime.date(2029, 12, 1)
    assert derive_practice(entry(), vocabularies(), None, later).stale


def test_dates_come_from_git_history() -> None:
    found = practice(history=History("2020-01-01", "2021-02-02", "f" * 40, 5))
    assert (found.created, found.changed, found.revision) == ("2020-01-01", "2021-02-02", 5)
    assert found.commit == "f" * 40


def test_dates_come_from_the_review_without_history() -> None:
    found = practice()
    assert (found.created, found.changed, found.revision, found.commit) == ("2026-11-01", "2026-11-01", None, None)


def test_kinds_and_dimensions_follow_from_the_mechanisms_in_the_order_of_the_vocabularies() -> None:
    found = practice(integration=integration("co-production", "pooled-budget", "bundled-payment", "co-location"))
    assert found.kinds == ("structure-and-governance", "money", "people-as-partners")
    assert found.dimensions == ("organisational", "functional", "normative")


@pytest.mark.parametrize("name", list(vocabularies()["mechanisms"]))
def test_every_mechanism_gives_one_kind_and_one_dimension(name: str) -> None:
    found = practice(integration={"degree": "linkage", "mechanisms": mechanisms(name)})
    assert len(found.kinds) == len(found.dimensions) == 1


def test_rank_is_level_then_number_of_findings_then_name() -> None:
    weak = finding(design="self-report")
    strong = finding(design="randomised-trial")
    null = finding(design="randomised-trial", direction="none")
    ranked = [
        practice("a", name="Zinc trial", findings=[null, strong]),
        practice("b", name="amber trial", findings=[null]),
        practice("c", name="Brass trial", findings=[strong]),
        practice("d", name="Copper survey", findings=[weak, weak, weak]),
        practice("e", name="Agate survey", findings=[weak, *[finding(about="the-model")] * 3]),
        practice("f", name="Amethyst"),
        practice("g", name="Zebra"),
    ]
    assert sorted(random.Random(1).sample(ranked, 7), key=lambda item: item.rank) == ranked


def test_withdrawn() -> None:
    assert practice(withdrawn={"date": "2026-11-02", "reason": "The teapot broke."}).withdrawn
    assert not practice().withdrawn
