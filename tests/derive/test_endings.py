"""What became of invented practices."""

from __future__ import annotations

from typing import Any

from scripts.derive.endings import STAGES, Stage, find_endings
from tests.derive.invented import DAY, collect, entry
from tests.toy import vocabularies


def stages(*entries: dict[str, Any]) -> tuple[Stage, ...]:
    collection = collect([entry(f"pot-{index}", **fields) for index, fields in enumerate(entries)])
    return find_endings(collection.uses["life_cycle"], DAY.year)


def test_every_term_is_told_or_is_part_of_normal_services() -> None:
    assert {*STAGES, "regional", "rollout", "mainstreamed"} == vocabularies()["life_cycle"].keys()
    assert len(STAGES) + 3 == len(vocabularies()["life_cycle"])


def test_stages_come_in_their_order_and_normal_services_are_left_out() -> None:
    found = stages(*({"life_cycle": term} for term in ("unknown", "pilot", "mainstreamed", "replaced", "regional")))
    assert [stage.term.id for stage in found] == ["replaced", "pilot", "unknown"]
    assert stages() == ()


def test_the_latest_end_comes_first_then_the_latest_start() -> None:
    (stage,) = stages(
        {"name": "No years", "life_cycle": "replaced"},
        {"name": "Old end", "life_cycle": "replaced", "started": 2010, "ended": 2012},
        {"name": "New end", "life_cycle": "replaced", "started": 2001, "ended": 2020},
        {"name": "Only a start", "life_cycle": "replaced", "started": 2015},
    )
    assert [ending.practice.data["name"] for ending in stage.endings] == [
        "New end",
        "Old end",
        "Only a start",
        "No years",
    ]
    assert [ending.duration for ending in stage.endings] == [19, 2, None, None]
    assert stage.durations == (2, 19)


def test_a_trial_has_run_until_this_year_and_a_lost_one_nobody_knows_how_long() -> None:
    found = stages(*({"life_cycle": term, "started": 2020} for term in STAGES))
    durations = {stage.term.id: stage.durations for stage in found}
    so_far = (DAY.year - 2020,)
    assert durations == {**dict.fromkeys(STAGES, ()), "pilot": so_far, "extended-pilot": so_far}


def test_an_end_in_the_year_of_the_start() -> None:
    (stage,) = stages({"life_cycle": "ended-with-funding", "started": 2012, "ended": 2012})
    assert stage.durations == (0,)
