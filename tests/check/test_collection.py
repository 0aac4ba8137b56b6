from __future__ import annotations

import dataclasses
from pathlib import Path

from scripts.check import check_collection
from scripts.check.collection import MOST_PER_FILE
from scripts.read.entries import Entry, load_entry
from scripts.read.schemas import terms_schema
from tests.toy import DATA, TODAY, schemas, toy_entries, toy_events, vocabularies

WITHOUT_TERMS = {name: schema for name, schema in schemas().items() if name != "terms"}


def _entry(tmp_path: Path, slug: str, text: str) -> Entry:
    (tmp_path / "practices").mkdir(exist_ok=True)
    path = tmp_path / "practices" / f"{slug}.yml"
    path.write_text(text, encoding="utf-8")
    return load_entry(tmp_path, path)


def test_the_toy_collection_has_no_problems() -> None:
    assert check_collection(toy_entries(), toy_events(), vocabularies(), WITHOUT_TERMS, today=TODAY) == []


def test_all_problems_of_all_files_at_once_and_in_order() -> None:
    names = ("unknown-mechanism", "tab-indentation", "unused-source")
    broken = [load_entry(DATA, DATA / "broken" / f"{name}.yml") for name in names]
    problems = check_collection([*broken, *toy_entries()], [], vocabularies(), WITHOUT_TERMS, today=TODAY)
    assert [problem.path for problem in problems] == [f"broken/{name}.yml" for name in sorted(names)]
    assert problems == sorted(problems)


def test_only_the_wanted_files() -> None:
    entries = [load_entry(DATA, DATA / "broken" / f"{name}.yml") for name in ("one-sector", "unused-source")]
    only = {"broken/one-sector.yml"}
    problems = check_collection(entries, [], vocabularies(), WITHOUT_TERMS, today=TODAY, only=only)
    assert {problem.path for problem in problems} == only


def test_both_claimants_of_an_alias_are_told() -> None:
    lantern = toy_entries()[0]
    twin = dataclasses.replace(lantern, slug="twin", path="practices/twin.yml")
    problems = check_collection([lantern, twin], [], vocabularies(), WITHOUT_TERMS, today=TODAY)
    assert {(problem.path, problem.rule) for problem in problems} == {
        ("practices/lantern-path.yml", "aliases-are-free"),
        ("practices/twin.yml", "aliases-are-free"),
    }


def test_committed_terms_must_agree_with_the_vocabularies() -> None:
    current = {**schemas(), "terms": terms_schema(vocabularies())}
    assert check_collection([], [], vocabularies(), current, today=TODAY) == []
    (problem,) = check_collection([], [], vocabularies(), {**schemas(), "terms": {}}, today=TODAY)
    assert problem.path == "schema/terms.schema.json"
    assert "python -m scripts schema" in problem.hint


def test_a_hostile_file_does_not_flood(tmp_path: Path) -> None:
    text = "sectors: [" + ", ".join(["x"] * 60_000) + "]\n"
    problems = check_collection([_entry(tmp_path, "a", text)], [], vocabularies(), WITHOUT_TERMS, today=TODAY)
    assert len(problems) == MOST_PER_FILE


def test_a_file_of_brackets_or_spaces(tmp_path: Path) -> None:
    for number, piece in enumerate(("[@", "](", "<a ", "](((", "  ", "![", "@; ", "-", "[a]: ", "TODO")):
        text = f"problem: '{piece * (200_000 // len(piece))}'\n"
        entry = _entry(tmp_path, f"a{number}", text)
        check_collection([entry], [], vocabularies(), WITHOUT_TERMS, today=TODAY)
