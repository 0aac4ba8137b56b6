"""What is opened in the form and written again is equal in content: every real entry, and a hundred odd ones."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from scripts.check import check_collection
from scripts.check.files import MODELINE
from scripts.read.entries import Entry, load_entries, load_entry, parse_fields
from tests.site.form import open_form, run
from tests.site.odd_entries import odd_entry
from tests.site.tabs import Tabs
from tests.toy import ROOT, TODAY, schemas, vocabularies

OPEN_AND_WRITE = """
  const { EntryForm } = await load("form-entry");
  const { readYaml, writeYaml } = await load("form-yaml");
  const entry = new EntryForm(document.querySelector("[data-form]"), data, { slugs: new Set(), moved: {} });
  return given.map((file) => {
    const opened = typeof file === "string" ? readYaml(file) : file;
    entry.load(opened, Object.keys(opened.sources));
    return [writeYaml(entry.entry, data), entry.problems.map(({ message }) => message)];
  });
"""

WRITE = """
  const { writeYaml } = await load("form-yaml");
  return given.map((entry) => writeYaml(entry, data));
"""


@pytest.fixture
def page(tabs: Tabs) -> Page:
    return open_form(tabs)


@pytest.fixture(scope="module")
def odd() -> list[dict[str, Any]]:
    return [odd_entry(schemas()["practice"], number) for number in range(100)]


def test_real_entries(page: Page, tmp_path_factory: pytest.TempPathFactory) -> None:
    root = tmp_path_factory.mktemp("written")
    (root / "practices").mkdir()
    entries = load_entries(ROOT)
    again = []
    for entry, (text, problems) in zip(
        entries, run(page, OPEN_AND_WRITE, [entry.text for entry in entries]), strict=True
    ):
        (root / entry.path).write_text(text, encoding="utf-8")
        again.append(load_entry(root, root / entry.path))
        assert again[-1].data == entry.data, entry.path
        assert problems == []
    assert check_collection(again, [], vocabularies(), schemas(), today=TODAY) == []


def test_odd_entries_are_right_by_the_schema(odd: list[dict[str, Any]]) -> None:
    entries = [
        Entry(f"practices/odd-{number}.yml", f"odd-{number}", data, "", "", ()) for number, data in enumerate(odd)
    ]
    problems = check_collection(entries, [], vocabularies(), schemas(), today=TODAY)
    told = [f"{problem.path} {problem.field} {problem.message}" for problem in problems if problem.rule == "schema"]
    assert [words for words in told if "text is empty" not in words] == []


def test_odd_entries_are_written_as_they_are(page: Page, odd: list[dict[str, Any]]) -> None:
    for entry, text in zip(odd, run(page, WRITE, odd), strict=True):
        assert text.startswith(f"{MODELINE}\n")
        assert parse_fields(text) == entry


def test_odd_entries_go_through_the_form(page: Page, odd: list[dict[str, Any]]) -> None:
    for entry, (text, _) in zip(odd, run(page, OPEN_AND_WRITE, odd), strict=True):
        assert parse_fields(text) == entry
