from __future__ import annotations

from scripts.derive.facets import FACETS, terms_of, uses_of_terms
from tests.derive.invented import finding, integration, practice
from tests.toy import vocabularies


def test_terms_of_a_practice() -> None:
    found = practice(
        target_groups=["jobseekers", "carers"],
        countries=["NO", "FI"],
        integration=integration("pooled-budget", "co-location"),
        findings=[
            finding(domain="harm", direction="none", design="self-report"),
            finding(domain="cost", direction="positive", design="modelling"),
            finding(domain="cost", direction="positive", design="modelling"),
        ],
    )
    assert terms_of(found) == {
        "target_group": ("jobseekers", "carers"),
        "kind": ("structure-and-governance", "money"),
        "mechanism": ("pooled-budget", "co-location"),
        "sector": ("health", "housing"),
        "country": ("NO", "FI"),
        "outcome": ("cost", "harm"),
        "direction": ("none", "positive"),
        "level": ("L0", "L1"),
        "place_level": ("local",),
        "life_cycle": ("pilot",),
    }
    assert {facet.id for facet in FACETS} == set(terms_of(found))


def test_only_own_findings_give_terms() -> None:
    elsewhere = [finding(about=about, design="randomised-trial") for about in ("the-model", "wider-context")]
    terms = terms_of(practice(findings=elsewhere))
    assert (terms["outcome"], terms["direction"], terms["level"]) == ((), (), ())


def test_uses_are_in_the_order_of_the_vocabulary_and_leave_unused_terms_out() -> None:
    one = practice("one", countries=["NO"], target_groups=["children-6-17", "children-under-6"])
    two = practice("two", countries=["FI", "NO"], target_groups=["children-6-17"])
    uses = uses_of_terms([one, two], vocabularies())
    assert [(use.term.id, use.practices) for use in uses["country"]] == [("FI", (two,)), ("NO", (one, two))]
    assert [use.term.id for use in uses["target_group"]] == ["children-under-6", "children-6-17"]
    assert all(use.facet.id == "country" for use in uses["country"])
    assert uses["level"] == ()


def test_practices_keep_the_order_given() -> None:
    one, two = practice("one"), practice("two")
    assert uses_of_terms([two, one], vocabularies())["sector"][0].practices == (two, one)


def test_a_practice_counts_once_for_a_term() -> None:
    many = practice(findings=[finding(), finding(), finding(source="wick-2019")])
    uses = uses_of_terms([many, practice("other")], vocabularies())
    counted = {facet: {use.term.id: len(use.practices) for use in found} for facet, found in uses.items()}
    assert counted["outcome"] == {"service-use": 1}
    assert counted["level"] == {"L5": 1}
    assert counted["sector"] == {"health": 2, "housing": 2}
    assert counted["kind"] == {"access-and-guidance": 2}


def test_every_facet_has_a_vocabulary_and_a_folder_of_its_own() -> None:
    assert all(facet.vocabulary in vocabularies() for facet in FACETS)
    assert len({facet.folder for facet in FACETS}) == len(FACETS)
