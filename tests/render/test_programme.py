from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element

from tests.derive.invented import collect, entry, event, finding
from tests.render.view import classed, pages_of, parse, text, toys


def page_of(findings: list[dict[str, object]], **fields: Any) -> Element:
    collection = collect([entry("one", findings=findings)], [event("meeting", ["one"], **fields)])
    return parse(pages_of(collection).event(collection.events[0]))


def toy_page() -> Element:
    return parse(pages_of(toys()).event(toys().events[0]))


def test_the_event_and_its_sources() -> None:
    page = toy_page()
    assert "2–4 May 2018 · Toyville, Norway" in text(page)
    assert "What we said under the lanterns" in text(classed(page, "sources")[0])


def test_what_was_presented_stands_before_what_was_only_named() -> None:
    headings = [text(heading) for heading in toy_page().iter("h2")]
    assert headings[:2] == ["Practices presented", "Also listed"]
    groups = classed(toy_page(), "programme")
    assert [[talk.get("data-slug") for talk in classed(group, "talk")] for group in groups] == [
        ["lantern-path"],
        ["pebble-house"],
    ]
    assert "Not known to have been presented" in text(groups[1])


def test_where_nothing_is_known_to_have_been_presented_the_heading_does_not_say_so() -> None:
    page = page_of([])
    assert "presented" not in text(page).lower()
    assert next(text(heading) for heading in page.iter("h2")) == "Practices"


def test_a_talk_has_name_place_organisation_summary_and_code() -> None:
    (talk,) = classed(page_of([]), "talk")
    words = text(talk)
    for part in (
        "Teapot Round",
        "Toyville, Norway · Society of Neighbours",
        "carry a teapot",
        "No findings on outcomes",
    ):
        assert part in words
    (code,) = classed(talk, "qr")
    assert code.get("aria-label") == "QR code of https://toys.example/practices/one/"
    assert "https://toys.example/practices/one/" in words


def test_a_talk_tells_one_of_the_surest_findings_with_its_level_and_how_all_point() -> None:
    findings = [
        finding(statement="Neighbours liked the teapots very much.", design="self-report"),
        finding(statement="No fewer teapots were broken in Toyville.", design="randomised-trial", direction="none"),
    ]
    (talk,) = classed(page_of(findings), "talk")
    assert text(classed(talk, "talk__finding")[0]) == "No fewer teapots were broken in Toyville."
    assert text(classed(talk, "talk__marks")[0]) == "no difference randomised"
    assert text(classed(talk, "talk__tally")[0]) == "One of the surest of 2 findings: 1 better, 1 no difference."


def test_the_files_of_an_event() -> None:
    (files,) = classed(toy_page(), "event__files")
    assert [link.get("href") for link in files.iter("a")][1:] == [
        "toyville-congress-2018-pack.zip",
        "toyville-congress-2018.bib",
        "toyville-congress-2018.ris",
        "toyville-congress-2018.csl.json",
        "toyville-congress-2018.txt",
        "toyville-congress-2018.ics",
    ]


def test_an_event_without_practices_has_only_its_calendar_file() -> None:
    collection = collect([], [event("meeting", [])])
    page = parse(pages_of(collection).event(collection.events[0]))
    (files,) = classed(page, "event__files")
    assert [link.get("href") for link in files.iter("a")] == ["meeting.ics"]
    assert not classed(page, "programme")
