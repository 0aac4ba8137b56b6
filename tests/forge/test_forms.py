"""The forms and lists of the forge say what the schema, the guide and the pages say."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml

from scripts.render.correction import FORM
from tests.derive.invented import collect, entry
from tests.render.view import classed, pages_of, parse, text, toy, toys
from tests.toy import ROOT, vocabularies

FORMS = ROOT / ".github" / "ISSUE_TEMPLATE"
OPTIONS = {
    "country": "countries",
    "target_groups": "target_groups",
    "sectors": "sectors",
    "kinds": "integration_kinds",
}
"""The lists of the form for suggestions, with the vocabulary that each shows."""


def fields(name: str) -> Mapping[str, Mapping[str, Any]]:
    """The fields of a form by id."""
    form = yaml.safe_load((FORMS / name).read_text(encoding="utf-8"))
    return {field["id"]: field for field in form["body"] if "id" in field}


@pytest.mark.parametrize(("field", "vocabulary"), OPTIONS.items())
def test_a_suggestion_offers_the_terms_of_the_vocabulary(field: str, vocabulary: str) -> None:
    offered = fields("suggest.yml")[field]["attributes"]["options"]
    assert offered == [term.label for term in vocabularies()[vocabulary].values()]


def test_no_list_of_the_form_is_left_unchecked() -> None:
    lists = {id for id, field in fields("suggest.yml").items() if field["type"] == "dropdown"}
    assert lists == OPTIONS.keys()


def test_correct_this_fills_in_the_form() -> None:
    page = parse(pages_of(toys()).practice(toy("lantern-path")))
    links = {text(link): urlsplit(link.get("href", "")) for link in classed(page, "correct")}
    assert list(links) == [
        "Correct this: Woven together",
        "Correct this: Did it help?",
        "Correct this: How it works",
        "Correct this: What it takes",
        "Correct this: Helped and hindered",
        "Correct this: Would it work here?",
        "Correct this: Where sources disagree",
        "Correct this: Sources",
    ]
    for words, link in links.items():
        assert f"{link.scheme}://{link.netloc}{link.path}" == "https://forge.example/toys/issues/new"
        query = parse_qs(link.query)
        assert query.pop("template") == [FORM]
        assert query.pop("title") == ["Correction: Lantern Path of Toyville"]
        assert f"Correct this: {query['section'][0]}" == words
        address, _, anchor = query["page"][0].partition("#")
        assert address == "https://toys.example/practices/lantern-path/"
        assert any(heading.get("id") == anchor for heading in page.iter("h2"))
        assert query.keys() <= fields(FORM).keys()


def test_names_that_would_break_an_address_are_escaped() -> None:
    collection = collect([entry(name='Tea & <b>"cake"</b> #1')])
    (link, *_) = classed(parse(pages_of(collection).practice(collection.practices[0])), "correct")
    assert parse_qs(urlsplit(link.get("href", "")).query)["title"] == ['Correction: Tea & <b>"cake"</b> #1']


def test_reviewers_and_contributors_have_one_checklist() -> None:
    template = _items(ROOT / ".github" / "pull_request_template.md", r"- \[ \] (.+)")
    guide = _items(ROOT / "docs" / "contribute" / "review" / "index.md", r"- (.+)", after="## The checklist")
    assert template == guide
    assert len(guide) > 5


def _items(path: Path, form: str, after: str = "## Checklist") -> list[str]:
    part = path.read_text(encoding="utf-8").partition(f"\n{after}\n")[2].partition("\n## ")[0]
    return re.findall(f"^{form}$", part, re.MULTILINE)


def test_the_guide_gives_the_names_of_the_forms() -> None:
    names = {yaml.safe_load((FORMS / name).read_text(encoding="utf-8"))["name"] for name in ("suggest.yml", FORM)}
    assert all(name in (ROOT / "docs" / "contribute" / "index.md").read_text(encoding="utf-8") for name in names)
