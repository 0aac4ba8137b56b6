from __future__ import annotations

from scripts.read.history import History
from scripts.render.citation_files import Work
from scripts.render.cite import cite_practice, practice_as_work
from tests.derive.invented import practice
from tests.render.view import SETTINGS


def test_a_citation_names_the_version_and_the_address() -> None:
    history = History("2020-01-01", "2024-02-03", "f" * 40, 7)
    assert cite_practice(practice(name="Teapot Round", history=history), SETTINGS) == {
        "authors": "Toy editors",
        "year": "2024",
        "title": "Teapot Round",
        "site": "Toy Thread",
        "version": "revision 7, 3 February 2024",
        "address": "https://toys.example/practices/teapot-round/",
    }


def test_without_history_the_revision_is_left_out() -> None:
    assert cite_practice(practice(), SETTINGS)["version"] == "1 November 2026"


def test_authors_are_named_and_others_only_if_there_are_none() -> None:
    people = [
        {"name": "Lucy Lamp", "role": "author"},
        {"name": "Walter Wick", "role": "reviewer"},
        {"name": "Jane Jar", "role": "author"},
        {"name": "Ken Kettle", "role": "author"},
    ]
    assert cite_practice(practice(contributors=people), SETTINGS)["authors"] == "Lucy Lamp, Jane Jar and Ken Kettle"
    assert cite_practice(practice(contributors=people[1:2]), SETTINGS)["authors"] == "Walter Wick"


def test_a_reference_manager_gets_the_same_facts() -> None:
    people = [{"name": "Lucy Lamp", "role": "author"}, {"name": "Jane Jar", "role": "author"}]
    cited = practice(contributors=people, history=History("2020-01-01", "2024-02-03", "f" * 40, 7))
    assert practice_as_work(cited, SETTINGS) == Work(
        key=cited.slug,
        authors=["Lucy Lamp", "Jane Jar"],
        title="Teapot Round",
        publisher="Toy Thread",
        changed="2024-02-03",
        version="revision 7, 3 February 2024",
        address=f"https://toys.example/practices/{cited.slug}/",
    )
