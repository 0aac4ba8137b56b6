from __future__ import annotations

from scripts.derive.practices import Practice
from scripts.derive.related import relate
from tests.derive.invented import integration, practice
from tests.toy import vocabularies


def related(*practices: Practice) -> dict[str, list[str]]:
    found = relate(practices, vocabularies())
    return {slug: [item.practice.slug for item in items] for slug, items in found.items()}


def test_reason_in_words() -> None:
    one = practice("one", countries=["NO"])
    two = practice("two", countries=["FI"])
    three = practice("three", countries=["NO", "SE"])
    reasons = {item.practice.slug: item.reason for item in relate([one, two, three], vocabularies())["one"]}
    words = "Same mechanism (case management) and target group (carers)"
    assert reasons == {"two": f"{words}, in another country", "three": f"{words}, in the same country"}


def test_reason_keeps_the_capital_of_a_name() -> None:
    one, two = (practice(slug, target_groups=["roma-and-minorities"]) for slug in ("one", "two"))
    reason = relate([one, two], vocabularies())["one"][0].reason
    assert "target group (Roma and other minorities)" in reason


def test_both_a_mechanism_and_a_target_group_must_be_shared() -> None:
    base = practice("base", target_groups=["carers"])
    other_group = practice("group", target_groups=["jobseekers"])
    other_means = practice("means", integration=integration("pooled-budget"))
    assert related(base, other_group, other_means) == {"base": [], "group": [], "means": []}


def test_more_shared_pairs_come_first_then_other_countries_then_stronger_evidence() -> None:
    base = practice("base", integration=integration("case-management", "outreach"))
    home = practice("home")
    abroad = practice("abroad", countries=["FI"])
    far = practice("far", countries=["SE"])
    twin = practice("twin", integration=integration("outreach", "case-management"))
    assert related(base, home, abroad, twin, far)["base"] == ["twin", "abroad", "far", "home"]
    assert related(base, home, far, twin, abroad)["base"] == ["twin", "far", "abroad", "home"]


def test_at_most_four_and_never_itself() -> None:
    practices = [practice(f"teapot-{number}") for number in range(30)]
    for slug, others in related(*practices).items():
        assert len(others) == 4
        assert len(set(others)) == 4
        assert slug not in others


def test_nothing_related() -> None:
    assert related(practice("alone")) == {"alone": []}
    assert relate([], vocabularies()) == {}
