"""Entries, events, terms and hand-written pages are spelt as in Britain, and the list of words is in order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from hunspell import Hunspell

from scripts.read.entries import parse_fields
from tests.language.spelling import DICTIONARY, FOLDER, is_right, load_words, suggestion, without_phrases
from tests.language.texts import (
    ENGLISH,
    OTHER,
    Checked,
    checked_entry,
    checked_files,
    checked_page,
    words_of,
)
from tests.toy import ROOT, schemas

FILES = list(checked_files(ROOT))
WHAT_TO_DO = "Mend the word; if it is a name, a term or an abbreviation, add it to tests/data/words.txt."
ABOUT_SOFTWARE = ("README.md", "CHANGELOG.md", "docs/about/")


def faults(file: Checked) -> list[str]:
    """One line for each wrong word of a file: place, word and what may be meant."""
    program = file.path.startswith(ABOUT_SOFTWARE)
    return [
        f'{file.where(piece, word)}: "{word}" is not in our dictionary{suggestion(word)}'
        for piece in file.pieces
        for word in dict.fromkeys(words_of(without_phrases(piece.text)))
        if not is_right(word, file.known, program=program)
    ]


@pytest.mark.parametrize("file", FILES, ids=[file.path for file in FILES])
def test_is_spelt_right(file: Checked) -> None:
    found = faults(file)
    assert not found, "\n".join([*found, WHAT_TO_DO])


def test_no_word_is_divided_at_the_end_of_a_line() -> None:
    divided = [
        file.where(piece, part.split()[0])
        for file in FILES
        for piece in file.pieces
        for part in re.findall(r"\w+-\s(?!and\b|or\b|to\b)\w", piece.text)
    ]
    assert divided == []


def test_every_field_for_free_text_is_checked_or_holds_names() -> None:
    fields = {name for name, schema in _properties(schemas()) if _is_free_text(schema)}
    assert fields == (ENGLISH | OTHER) & fields
    assert fields


def _properties(schema: object) -> Iterator[tuple[str, Mapping[str, Any]]]:
    items = schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ()
    for item in items:
        yield from _properties(item)
    if isinstance(schema, dict):
        properties = schema.get("properties", {})
        yield from ((name, field) for name, field in properties.items() if isinstance(field, dict))


def _is_free_text(schema: Mapping[str, Any]) -> bool:
    if "items" in schema:
        return _is_free_text(schema["items"])
    return schema.get("type") == "string" and not schema.keys() & {"pattern", "format", "enum", "$ref"}


def test_the_list_of_words_is_sorted_and_holds_no_word_twice() -> None:
    lines = load_words()
    assert lines == sorted(set(lines), key=lambda line: (line.casefold(), line))


def test_the_list_of_words_holds_nothing_that_is_known_without_it() -> None:
    plain = Hunspell(DICTIONARY, hunspell_data_dir=FOLDER)
    assert [line for line in load_words() if plain.spell(line)] == []


@pytest.mark.parametrize("word", ["colour", "organise", "programme", "people's", "People’s", "wellbeing", "NHS", "I"])
def test_british_words_and_words_of_the_list_are_right(word: str) -> None:
    assert is_right(word)


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("center", "centre"),
        ("organize", "organise"),
        ("behavior", "behaviour"),
        ("enrollment", "enrolment"),
        ("program", "programme"),
        ("Program's", "programme"),
        ("percent", "per cent"),
        ("recieve", "receive"),
    ],
)
def test_american_and_misspelt_words_are_wrong_and_the_right_one_is_offered(word: str, meant: str) -> None:
    assert not is_right(word)
    assert meant in suggestion(word)


def test_a_program_is_right_only_where_it_is_software() -> None:
    assert is_right("program", program=True)
    assert not is_right("dialog", program=True)


def test_a_name_is_known_as_written_and_a_word_at_the_start_of_a_sentence() -> None:
    known = {"Kotipotti", "potti"}
    assert is_right("Kotipotti", known)
    assert is_right("Potti", known)
    assert not is_right("kotipotti", known)


def test_a_phrase_of_the_list_is_right_only_as_a_whole() -> None:
    assert words_of(without_phrases("The World Health\nOrganization says")) == ["The", "says"]
    assert not is_right("Organization")


def test_a_fault_names_file_line_field_word_and_suggestion() -> None:
    text = "name: The teapot\nfindings:\n  - statement: One\n  - statement: The color of tea\n"
    file = checked_entry("practices/teapot.yml", text, parse_fields(text))
    assert faults(file) == [
        'practices/teapot.yml:4: findings[1].statement: "color" is not in our dictionary; perhaps "colour"?'
    ]


def test_a_page_is_checked_without_its_code_and_its_links() -> None:
    text = "---\ntitle: Teaa\n---\n# Tea\n\nSee [the\nkettel](../potz/index.md) and `colr`.\n"
    file = checked_page("docs/tea/index.md", text)
    assert [fault.partition(" is not")[0] for fault in faults(file)] == [
        'docs/tea/index.md:2: title: "Teaa"',
        'docs/tea/index.md:7: "kettel"',
    ]
