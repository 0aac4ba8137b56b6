"""Checks a whole collection in one run: every problem of every file, sorted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Collection as Bag
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from scripts.check.document import Collection, open_document
from scripts.check.locate import Locator
from scripts.check.problems import GUIDE, Problem, guide_for
from scripts.check.record import Fault, Path, Record
from scripts.check.rules import READING, RULES, SCHEMA, TERMS, Rule
from scripts.check.schema import SchemaCheck
from scripts.read.entries import Entry
from scripts.read.events import Event
from scripts.read.schemas import terms_schema
from scripts.read.vocabularies import Vocabularies

TERMS_PATH = "schema/terms.schema.json"
MOST_PER_FILE = 200  # no honest file has more; a hostile one could have a hundred thousand


@dataclass(frozen=True, slots=True)
class Clean:
    """The entries in which an earlier check, by the same rules on the same day, found no problem.

    Attributes:
        entries: Path and digest of each.
        slugs: The slugs that all entries had then.
        aliases: The former addresses that they claimed then, with their claimants.
    """

    entries: frozenset[tuple[str, str]] = frozenset()
    slugs: frozenset[str] = frozenset()
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def check_collection(
    entries: Sequence[Entry],
    events: Sequence[Event],
    vocabularies: Vocabularies,
    schemas: Mapping[str, Mapping[str, Any]],
    *,
    today: str,
    only: Bag[str] | None = None,
    clean: Clean | None = None,
    each: Callable[[Callable[[Entry], list[Problem]], Sequence[Entry]], Iterable[list[Problem]]] = map,
) -> list[Problem]:
    """Returns all problems of a collection, sorted by file and place.

    Args:
        entries: All practices, also those that could not be read.
        events: All events.
        vocabularies: The terms.
        schemas: As `load_schemas` returns them.
        today: Today as YYYY-MM-DD.
        only: Paths of the files whose problems are wanted; all files if None.
        clean: Entries that need not be looked at again.
        each: Applies a function to every entry, in order; the build has a way that uses two processes.
    """
    collection = _collection(entries, vocabularies, today)
    clean = clean or Clean()
    others_stayed = clean.slugs == collection.slugs and clean.aliases == collection.aliases
    practice_check = SchemaCheck(schemas["practice"], vocabularies)
    event_check = SchemaCheck(schemas["event"], vocabularies)
    problems: list[Problem] = []
    suspects = [
        entry
        for entry in entries
        if (entry.path, entry.digest) not in clean.entries or (_names_others(entry) and not others_stayed)
        if only is None or entry.path in only
    ]

    def check_entry(entry: Entry) -> list[Problem]:
        return list(_check_file(entry, None, schemas["practice"], practice_check, collection))

    for found in each(check_entry, suspects):
        problems += found
    for event in events:
        if only is None or event.path in only:
            problems += _check_file(event, event, schemas["event"], event_check, collection)
    if "terms" in schemas and (only is None or TERMS_PATH in only):
        problems += _check_terms(schemas["terms"], vocabularies)
    return sorted(problems)


def note_clean(entries: Sequence[Entry], problems: Iterable[Problem], vocabularies: Vocabularies) -> Clean:
    """Notes for a later check which entries had no problem, not even a warning."""
    collection = _collection(entries, vocabularies, "")
    flawed = {problem.path for problem in problems}
    found = frozenset((entry.path, entry.digest) for entry in entries if entry.path not in flawed)
    return Clean(found, collection.slugs, collection.aliases)


def _names_others(entry: Entry) -> bool:
    return entry.data is not None and ("successor" in entry.data or "aliases" in entry.data)


def _collection(entries: Iterable[Entry], vocabularies: Vocabularies, today: str) -> Collection:
    aliases: dict[str, tuple[str, ...]] = {}
    slugs = []
    for entry in entries:
        slugs.append(entry.slug)
        for _, alias in Record(entry.data or {}).texts("aliases"):
            aliases[alias] = (*aliases.get(alias, ()), entry.slug)
    return Collection(frozenset(slugs), aliases, vocabularies, today)


def _check_file(
    file: Entry | Event,
    event: Event | None,
    schema: Mapping[str, Any],
    check: SchemaCheck,
    collection: Collection,
) -> Iterator[Problem]:
    for unreadable in file.faults:
        yield Problem(
            file.path,
            unreadable.line,
            unreadable.column,
            "",
            unreadable.message,
            unreadable.hint,
            READING[unreadable.kind].level,
            READING[unreadable.kind].id,
            GUIDE,
        )
    found = list(islice(faults_of(file, event, schema, check, collection), MOST_PER_FILE))
    if found:
        locator = Locator(file.text, event)
        for rule, fault in found:
            line, column = locator.place(fault)
            field = ".".join(str(step) for step in fault.path if isinstance(step, str))
            guide = f"{GUIDE}#events" if event else guide_for(field, schema["properties"])
            told = (fault.message, fault.hint, rule.level, rule.id)
            yield Problem(file.path, line, column, field, *told, guide, fault.allowed)


def faults_of(
    file: Entry | Event,
    event: Event | None,
    schema: Mapping[str, Any],
    check: SchemaCheck,
    collection: Collection,
) -> Iterator[tuple[Rule, Fault]]:
    """Yields what is wrong; where the schema has spoken, a rule adds nothing about the same value."""
    spoken: set[Path] = set()
    if file.data is not None:
        for fault in check.faults(file.data):
            spoken.add(fault.path)
            yield SCHEMA[fault.rule], fault
    subject, prose = ("event", event.prose) if event else ("practice", "")
    document = open_document(
        file.path,
        file.data or {},
        first_line=file.text[:200].partition("\n")[0].rstrip("\r"),
        prose=prose,
        field_order=schema["properties"],
        collection=collection,
    )
    for rule in RULES:
        if rule.check is not None and subject in rule.subjects:
            if file.data is None and rule.id != "file-name-is-an-address":
                continue
            for fault in rule.check(document):
                if not fault.path or fault.needle or fault.path not in spoken:
                    yield rule, fault


def _check_terms(committed: Mapping[str, Any], vocabularies: Vocabularies) -> Iterator[Problem]:
    if committed != terms_schema(vocabularies):
        yield Problem(
            TERMS_PATH,
            1,
            1,
            "",
            "This file does not agree with schema/vocabularies/.",
            "Run `python -m scripts schema` and commit the file.",
            TERMS.level,
            TERMS.id,
            GUIDE,
        )
