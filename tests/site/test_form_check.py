"""What the form says is wrong is what the checker says, of broken files and of entries changed at every place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page

from scripts.check import check_collection
from scripts.derive.levels import level_findings
from scripts.read.entries import Entry, load_entries, load_entry
from tests.check.test_mutations import VALUES
from tests.site.form import open_form, run
from tests.site.tabs import Tabs
from tests.toy import DATA, ROOT, TODAY, TOY, schemas, toy_entries, vocabularies

OF_THE_FILE = {"readable", "fields-keep-their-order", "first-line-names-the-schema"}
"""Rules that the form cannot break, because it writes the file."""

CHECK = """
  const { EntryCheck } = await load("form-check");
  const check = new EntryCheck(data);
  const field = (path) => path.filter((step) => typeof step === "string").join(".");
  return given.entries.map(([slug, entry]) => check
    .problems(entry, { slug, slugs: new Set(given.slugs), moved: given.moved, today: given.today })
    .map(({ path, message, rule, level }) => [field(path), rule, level, message]));
"""

READ = """
  const { readYaml } = await load("form-yaml");
  return given.map((text) => readYaml(text));
"""

LEVELS = """
  const { levelFindings } = await load("form-levels");
  return given.entries.map(({ findings, sources }) => levelFindings(findings, sources, data, given.year));
"""

UNKNOWN = "is not a field that can stand here"
MISSING = ("This field is missing.", "beside it.")
"""Beside a misspelt field the checker does not say that the right one is missing; the browser says both."""

Told = list[tuple[str, str, str, str]]


@pytest.fixture
def page(tabs: Tabs) -> Page:
    return open_form(tabs)


def python_says(entry: Entry) -> Told:
    """Field, rule, level and message of each problem, without the rules of the file."""
    others = [other for other in toy_entries() if other.slug != entry.slug]
    problems = check_collection([*others, entry], [], vocabularies(), schemas(), today=TODAY, only={entry.path})
    return sorted(
        (problem.field, problem.rule, problem.level, problem.message)
        for problem in problems
        if problem.rule not in OF_THE_FILE
    )


def browser_says(page: Page, entries: list[Entry]) -> list[Told]:
    moved = {alias: other.slug for other in toy_entries() for alias in (other.data or {}).get("aliases", ())}
    given = {
        "entries": [(entry.slug, entry.data) for entry in entries],
        "slugs": [entry.slug for entry in toy_entries()],
        "moved": moved,
        "today": TODAY,
    }
    return [sorted((str(a), str(b), str(c), str(d)) for a, b, c, d in told) for told in run(page, CHECK, given)]


def broken() -> list[Entry]:
    paths = sorted((DATA / "broken").glob("*.y*ml"))
    return [entry for path in paths if (entry := load_entry(DATA, path)).data is not None]


def differences(page: Page, entries: list[Entry]) -> list[str]:
    found = []
    for entry, browser in zip(entries, browser_says(page, entries), strict=True):
        python = python_says(entry)
        misspelt = any(UNKNOWN in message for *_, message in python)
        told = [words for words in browser if not misspelt or words in python or not words[3].endswith(MISSING)]
        if python != told:
            found.append(f"{entry.path}: {set(python) ^ set(told) or (python, told)}")
    return found


NEEDS_THE_COLLECTION = {"alias-claimed-twice", "own-successor", "wrong-extension"}


def test_broken_files(page: Page) -> None:
    entries = [entry for entry in broken() if entry.slug not in NEEDS_THE_COLLECTION]
    assert len(entries) > 60
    assert differences(page, entries) == []


def test_real_entries_have_no_problem(page: Page) -> None:
    entries = load_entries(ROOT)
    given = {
        "entries": [(entry.slug, entry.data) for entry in entries],
        "slugs": [entry.slug for entry in entries],
        "moved": {},
        "today": TODAY,
    }
    assert [told for told in run(page, CHECK, given) if told] == []


def changed() -> Iterator[Entry]:
    """A toy entry with a strange value in the place of each of its values, one at a time, and without each of them."""
    original = toy_entries()[0]
    places = list(_places(original.data, ()))
    for number, place in enumerate(places):
        for value in (VALUES[number % len(VALUES)], VALUES[(number * 7 + 3) % len(VALUES)]):
            yield _with(original, _put(original.data, place, value))
        yield _with(original, _put(original.data, place, None, remove=True))


def _with(original: Entry, data: Any) -> Entry:
    return Entry(original.path, original.slug, data, original.text, original.digest, ())


def _places(value: Any, path: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        yield (*path, key)
        yield from _places(item, (*path, key))


def _put(tree: Any, path: tuple[Any, ...], value: Any, *, remove: bool = False) -> Any:
    step, *rest = path
    copy = dict(tree) if isinstance(tree, dict) else list(tree)
    if rest:
        copy[step] = _put(copy[step], tuple(rest), value, remove=remove)
    elif remove:
        del copy[step]
    else:
        copy[step] = value
    return copy


def test_changed_entries(page: Page) -> None:
    entries = list(changed())
    assert len(entries) > 200
    assert differences(page, entries) == []


def test_files_are_read_alike(page: Page) -> None:
    entries = [*broken(), *load_entries(ROOT), *load_entries(TOY)]
    found = run(page, READ, [entry.text for entry in entries])
    assert [entry.path for entry, data in zip(entries, found, strict=True) if data != entry.data] == []


def rows_of_the_rule() -> Iterator[dict[str, Any]]:
    """Every row of the table of levels, alone and with the same by another source, for each evaluator and direction."""
    terms = vocabularies()
    for design in terms["study_designs"]:
        for reviewed in terms["review_bases"] if design == "systematic-review" else [None]:
            for evaluator in terms["evaluators"]:
                for direction in terms["directions"]:
                    finding: dict[str, Any] = {"domain": "cost", "direction": direction, "design": design}
                    finding |= {"reviewed": reviewed} if reviewed else {}
                    finding |= {"evaluator": evaluator, "source": "a-2001", "sample_size": 49, "follow_up_months": 5}
                    other = {**finding, "source": "b-2020", "sample_size": 50, "follow_up_months": 6}
                    against = {**other, "direction": "negative"}
                    elsewhere = {**other, "about": "the-model"}
                    for findings in ([finding], [finding, other], [finding, against], [finding, elsewhere, other]):
                        yield {"findings": findings, "sources": {"a-2001": {"year": 2001}, "b-2020": {"year": 2020}}}


def test_levels_are_those_of_the_rule(page: Page) -> None:
    entries = [*(entry.data or {} for entry in load_entries(ROOT)), *rows_of_the_rule()]
    found = run(page, LEVELS, {"entries": entries, "year": 2026})
    assert sum(map(len, found)) > 500
    for entry, levels in zip(entries, found, strict=True):
        expected = level_findings(entry["findings"], entry["sources"], vocabularies(), 2026)
        assert levels == [{"level": level.id, "trace": level.trace, "flags": list(level.flags)} for level in expected]
