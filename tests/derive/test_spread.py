from __future__ import annotations

from scripts.derive.knowledge import Known
from scripts.derive.spread import spread_terms
from tests.derive.invented import finding, practice
from tests.toy import vocabularies

TRIED = practice("tried", findings=[finding(design="randomised-trial"), finding(domain="cost", direction="none")])
MEASURED = practice("measured", findings=[finding(design="monitoring", direction="negative")])
TOLD = practice("told", findings=[finding(about="the-model")])
SPREADS = spread_terms([TRIED, MEASURED, TOLD], vocabularies())


def test_a_term_of_practices_counts_all_their_own_findings() -> None:
    assert SPREADS["target_group", "carers"] == Known(
        levels=(("L4", 1), ("L2", 1), ("", 1)), directions=(("positive", 1), ("none", 1), ("negative", 1))
    )


def test_a_term_of_findings_counts_only_the_findings_that_have_it() -> None:
    assert SPREADS["outcome", "cost"] == Known((("L3", 1),), (("none", 1),))
    assert SPREADS["direction", "negative"] == Known((("L2", 1),), (("negative", 1),))
    assert SPREADS["level", "L3"] == Known((("L3", 1),), (("none", 1),))


def test_unused_terms_have_none() -> None:
    assert ("target_group", "young-people") not in SPREADS
    assert spread_terms([], vocabularies()) == {}
