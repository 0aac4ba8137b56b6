from __future__ import annotations

from scripts.derive.knowledge import Known, Scale
from tests.derive.invented import finding, practice
from tests.toy import vocabularies

SCALE = Scale(vocabularies())
TRIED = practice(
    findings=[finding(design="randomised-trial"), finding(design="monitoring", domain="cost", direction="none")]
)


def test_a_sum_of_weights_says_what_several_practices_say() -> None:
    weight = SCALE.by_term(TRIED)["target_group"]["carers"]
    told = SCALE.by_term(practice())["target_group"]["carers"]
    assert SCALE.read(2 * weight + told) == Known((("L4", 2), ("", 1)), (("positive", 2), ("none", 2)))


def test_counts_do_not_run_into_each_other() -> None:
    weight = SCALE.by_term(TRIED)["target_group"]["carers"]
    many = 1_000_000
    assert SCALE.read(many * weight) == Known((("L4", many),), (("positive", many), ("none", many)))


def test_terms_of_findings_weigh_their_own_findings() -> None:
    by_term = SCALE.by_term(TRIED)
    assert SCALE.read(by_term["outcome"]["cost"]) == Known((("L2", 1),), (("none", 1),))
    assert SCALE.read(by_term["level"]["L4"]) == Known((("L4", 1),), (("positive", 1),))
    assert {*by_term["direction"]} == {"positive", "none"}


def test_nothing_weighs_nothing() -> None:
    nothing = SCALE.read(0)
    assert (nothing.count, nothing.level, nothing.directions) == (0, None, ())
    bare = SCALE.read(SCALE.once)
    assert (bare.count, bare.level) == (1, None)
