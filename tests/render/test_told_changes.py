"""Changes in plain words, with the titles of the schema and the labels of the vocabularies."""

from __future__ import annotations

from typing import Any

from scripts.derive.differences import compare
from scripts.render.field_names import FieldNames
from scripts.render.told_changes import Told, tell_changes
from tests.derive.invented import data, finding
from tests.toy import schemas, vocabularies

NAMES = FieldNames(schemas()["practice"], vocabularies())


def told(old: dict[str, Any], new: dict[str, Any]) -> list[Told]:
    return tell_changes(compare(old, new), NAMES, old["sources"], new["sources"])


def test_a_text_is_reworded_and_a_value_changes() -> None:
    summary = data()["summary"].replace("would like a cup", "wants a cup")
    first, second, third = told(data(started=2001), data(summary=summary, started=2002, nation="wales"))
    assert (first.heading, first.lines[0][1][1:3]) == ("Summary reworded", (("del", "would like"), ("ins", "wants")))
    assert (second.heading, second.lines) == ("Started changed", [("", (("del", "2001"), ("ins", "2002")))])
    assert (third.heading, third.lines) == ("Nation within the United Kingdom added", [("", (("ins", "Wales"),))])


def test_terms_are_told_by_their_labels() -> None:
    (change,) = told(data(), data(sectors=["health", "housing", "employment"]))
    assert (change.heading, change.lines) == ("Sector added", [("", (("ins", "Employment"),))])


def test_a_new_finding_is_told_with_its_facts() -> None:
    (change,) = told(data(), data(findings=[finding(value="5%")]))
    assert change.heading == "Finding added"
    assert change.lines == [("", (("ins", "Fewer teapots were broken in Toyville than in Boxville."),))]
    assert ("Direction", "Better") in change.facts
    assert ("Value", "5%") in change.facts
    assert ("Source", "Toyville Gazette") in change.facts


def test_the_changes_of_one_finding_stand_together_under_its_statement() -> None:
    (change,) = told(data(findings=[finding()]), data(findings=[finding(direction="none", value="5%")]))
    assert change.heading == "Finding changed"
    assert change.about == "Fewer teapots were broken in Toyville than in Boxville."
    assert change.lines == [
        ("Direction", (("del", "Better"), ("ins", "No difference"))),
        ("Value", (("ins", "5%"),)),
    ]


def test_a_reworded_statement_needs_no_other_heading() -> None:
    (change,) = told(
        data(findings=[finding()]),
        data(findings=[finding(statement="Fewer teapots were broken in Toyville than in Crateville.")]),
    )
    assert (change.about, [label for label, _ in change.lines]) == ("", ["Statement"])


def test_a_field_of_shared_form_is_told_by_its_own_title() -> None:
    point = {"text": "Two days of joint training", "sources": ["lamp-2018"]}
    (change,) = told(data(), data(training=[point]))
    assert change.heading == "Training: point added"
    assert change.facts == [("Sources", "Toyville Gazette")]


def test_a_block_of_fields_and_its_dates() -> None:
    (change,) = told(data(), data(review={"status": "draft", "date": "2026-11-05", "by": "Toy editors"}))
    assert (change.heading, change.lines) == (
        "Review changed",
        [("Date", (("del", "1 November 2026"), ("ins", "5 November 2026")))],
    )
    withdrawn = {"date": "2026-11-20", "reason": "Told twice."}
    (change,) = told(data(), data(withdrawn=withdrawn))
    assert (change.heading, change.facts) == (
        "Withdrawn added",
        [("Date", "20 November 2026"), ("Reason", "Told twice.")],
    )


def test_citations_are_told_by_who_speaks() -> None:
    (change,) = told(data(), data(problem="Nobody in Toyville knew who had a cup [@lamp-2018]."))
    assert change.lines[0][1][-1] == ("same", "(Toyville Gazette).")


def test_another_order() -> None:
    (change,) = told(data(sectors=["health", "housing"]), data(sectors=["housing", "health"]))
    assert (change.heading, change.lines, change.facts) == ("Sectors: put in another order", [], [])


def test_fields_that_the_schema_does_not_have_are_told_by_their_names() -> None:
    (change,) = told(data(), {**data(), "old_field": [{"deep_one": True}]})
    assert (change.heading, change.facts) == ("Old field added", [("Deep one", "yes")])


def test_values_of_the_wrong_kind_are_told_as_text() -> None:
    wrong = {**data(), "findings": "none", "places": 5, "review": ["x"], "sources": data()["sources"], "lead": None}
    assert all(change.heading for change in told(wrong, data()))
    assert all(change.heading for change in told(data(), wrong))
    odd = {"a": {"authors": "Ann", "year": [1]}, "b": {"authors": []}, "c": 5}
    assert [NAMES.tell(("x", "source"), key, odd) for key in odd] == ["Ann, [1]", "b", "c"]
