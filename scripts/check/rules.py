"""The list of all rules. A function's docstring is its rule and the reason for it; pages and messages use both."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from scripts.check import citations, facts, files, form, sources, texts, times
from scripts.check.document import Document
from scripts.check.problems import Level
from scripts.check.record import Fault

Check = Callable[[Document], Iterator[Fault]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule.

    Attributes:
        id: The name of its function, with hyphens.
        text: The rule in one sentence.
        why: The reason for it.
        level: Whether breaking it is an error or a warning.
        subjects: What it applies to: "practice", "event" or both.
        check: The function that yields the faults; None for the rules that are not about one document.
    """

    id: str
    text: str
    why: str
    level: Level
    subjects: tuple[str, ...]
    check: Check | None


def _rules(level: Level, subjects: tuple[str, ...], *checks: Check) -> list[Rule]:
    return [Rule(check.__name__.replace("_", "-"), *_told(check), level, subjects, check) for check in checks]


def _told(check: Check) -> tuple[str, str]:
    """Returns the two parts of a docstring, each on one line: the rule, and why it exists."""
    text, _, why = (check.__doc__ or "").strip().partition("\n\n")
    return text, " ".join(why.split())


_BOTH = ("practice", "event")

READING = {kind: Rule(*words, "error", _BOTH, None) for kind, words in form.READING.items()}
"""By the kind of a `YamlFault`."""

SCHEMA = {id: Rule(id, *words, "error", _BOTH, None) for id, words in form.SCHEMA.items()}
"""By id."""

TERMS = Rule(
    "terms-file-is-current",
    "schema/terms.schema.json must agree with the vocabularies.",
    "Editors offer the terms of this file. If it is out of date, they offer what the check refuses.",
    "error",
    (),
    None,
)

RULES: tuple[Rule, ...] = (
    *READING.values(),
    *SCHEMA.values(),
    TERMS,
    *_rules(
        "error",
        _BOTH,
        files.file_name_is_an_address,
        citations.citations_are_closed,
        citations.citations_have_their_form,
        citations.cited_sources_exist,
        texts.texts_hold_no_html,
        texts.links_are_web_or_mail,
        texts.texts_hold_no_images,
        texts.texts_are_finished,
        texts.texts_are_not_blank,
        times.dates_exist,
        times.past_dates_are_past,
        sources.languages_exist,
        sources.addresses_can_be_opened,
        sources.addresses_are_the_publishers,
        sources.sources_differ,
    ),
    *_rules(
        "error",
        ("practice",),
        files.successor_exists,
        files.aliases_are_free,
        citations.sources_are_cited,
        citations.contradictions_have_two_sources,
        texts.summary_has_its_length,
        texts.quotes_are_short,
        times.ends_after_start,
        facts.amounts_have_currency_and_year,
        facts.currencies_exist,
        facts.nation_is_of_the_united_kingdom,
        facts.mechanisms_differ,
    ),
    *_rules(
        "error",
        ("event",),
        times.event_ends_after_start,
        files.practices_of_event_exist,
        files.presented_practices_are_listed,
    ),
    *_rules("warning", _BOTH, files.fields_keep_their_order),
    *_rules(
        "warning",
        ("practice",),
        files.first_line_names_the_schema,
        citations.summary_cites_nothing,
        times.running_practice_has_not_ended,
        times.years_are_not_in_the_future,
        facts.places_lie_in_their_countries,
        facts.sectors_are_joined,
        facts.numbers_have_their_words,
    ),
    *_rules("warning", ("event",), citations.prose_of_event_is_there),
)
