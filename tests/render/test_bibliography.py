from __future__ import annotations

import json

import rispy
from bibtexparser.entrypoint import parse_string

from scripts.render.bibliography import in_plain_text, render_bibliography
from tests.derive.invented import collect, practice
from tests.render.view import pages_of

PRACTICES = [practice("tea", name="Tea & {cake}\nfor all"), practice("coffee", name="Coffee")]
PAGES = pages_of(collect([]))


def test_each_format_has_every_practice_in_the_order_given() -> None:
    files = render_bibliography(PAGES, PRACTICES)
    assert [entry.key for entry in parse_string(files["bib"]).entries] == ["tea", "coffee"]
    assert [item["id"] for item in rispy.loads(files["ris"])] == ["tea", "coffee"]
    assert [item["id"] for item in json.loads(files["csl.json"])] == ["tea", "coffee"]
    tea, coffee = (line for line in files["txt"].splitlines() if line)
    assert "Tea & {cake} for all" in tea
    assert "Coffee" in coffee


def test_the_citation_in_plain_text_is_one_line() -> None:
    assert in_plain_text(PAGES, PRACTICES[0]) == (
        "Toy editors. (2026). Tea & {cake} for all (Version of 1 November 2026). Toy Thread. "
        "https://toys.example/practices/tea/"
    )
