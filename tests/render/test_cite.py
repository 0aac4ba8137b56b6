from __future__ import annotations

import pytest

from scripts.read.history import History
from scripts.render.citation_files import Work
from scripts.render.cite import catalogue_as_work, event_as_work, keywords, practice_as_work, term_as_work
from scripts.render.lists import term_path
from tests.derive.invented import DAY, collect, entry, event, practice
from tests.render.view import SETTINGS
from tests.toy import vocabularies

HISTORY = History("2020-01-01", "2024-02-03", "f" * 40, 7)
LATER = History("2020-01-01", "2025-06-07", "f" * 40, 2)


def test_a_practice_is_cited_by_its_authors_with_version_and_address() -> None:
    people = [{"name": "Lucy Lamp", "role": "author"}, {"name": "Jane Jar", "role": "author"}]
    cited = practice(contributors=people, history=HISTORY)
    assert practice_as_work(cited, SETTINGS, vocabularies()) == Work(
        key="teapot-round",
        authors=["Lucy Lamp", "Jane Jar"],
        title="Teapot Round",
        publisher="Toy Thread",
        changed="2024-02-03",
        version="Revision 7 of 3 February 2024",
        address="https://toys.example/practices/teapot-round/",
        files="data/practices/teapot-round",
        abstract=cited.data["summary"],
        keywords=keywords(cited.data, vocabularies()),
    )


def test_without_history_the_revision_is_left_out() -> None:
    assert practice_as_work(practice(), SETTINGS, vocabularies()).version == "Version of 1 November 2026"


def test_authors_are_named_and_others_only_if_there_are_none() -> None:
    people = [
        {"name": "Lucy Lamp", "role": "author"},
        {"name": "Walter Wick", "role": "reviewer"},
        {"name": "Jane Jar", "role": "author"},
    ]
    for named, cited in ((people, ["Lucy Lamp", "Jane Jar"]), (people[1:2], ["Walter Wick"])):
        assert practice_as_work(practice(contributors=named), SETTINGS, vocabularies()).authors == cited


@pytest.mark.parametrize(
    ("histories", "changed", "version"),
    [
        ({"events/tea": HISTORY}, "2024-02-03", "Revision 7 of 3 February 2024"),
        ({"tea": HISTORY}, DAY.isoformat(), "Version of 22 November 2026"),
    ],
)
def test_an_event_is_cited_by_the_editors(histories: dict[str, History], changed: str, version: str) -> None:
    collection = collect([entry()], [event("tea", ["teapot-round"], ends="2020-01-03")], histories)
    assert event_as_work(collection.events[0], SETTINGS) == Work(
        key="tea",
        authors=["Toy Thread editors"],
        title="Congress tea, 1–3 January 2020: event page",
        publisher="Toy Thread",
        changed=changed,
        version=version,
        address="https://toys.example/events/tea/",
        files="data/events/tea",
    )


def test_a_list_is_as_new_as_the_newest_change_in_it() -> None:
    entries = [entry("one", countries=["FI"]), entry("two", countries=["FI"]), entry("three", countries=["NO"])]
    collection = collect(entries, (), {"one": HISTORY, "two": HISTORY, "three": LATER})
    finland = next(use for use in collection.uses["country"] if use.term.id == "FI")
    assert term_as_work(finland, term_path(finland), SETTINGS) == Work(
        key="countries-fi",
        authors=["Toy Thread editors"],
        title="List of 2 practices (countries: Finland)",
        publisher="Toy Thread",
        changed="2024-02-03",
        version="Version of 3 February 2024",
        address="https://toys.example/countries/fi/",
        files="data/countries/fi",
    )
    whole = catalogue_as_work(collection, SETTINGS)
    assert (whole.title, whole.changed) == ("List of 3 practices", "2025-06-07")
    assert (whole.key, whole.files) == ("list-of-practices", "data/list-of-practices")


def test_an_empty_catalogue_is_of_today() -> None:
    assert catalogue_as_work(collect([]), SETTINGS).changed == DAY.isoformat()
