"""The list of all rules. Each rule's docstring is the rule; the contributor guide is made from them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from scripts.check import citations, facts, files, sources, texts, times
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
        level: Whether breaking it is an error or a warning.
        subjects: What it applies to: "practice", "event" or both.
        check: The function that yields the faults; None for the rules that are not about one document.
    """

    id: str
    text: str
    level: Level
    subjects: tuple[str, ...]
    check: Check | None


def _rules(level: Level, subjects: tuple[str, ...], *checks: Check) -> list[Rule]:
    return [
        Rule(check.__name__.replace("_", "-"), (check.__doc__ or "").strip(), level, subjects, check)
        for check in checks
    ]


_BOTH = ("practice", "event")

READABLE = Rule("readable", "A file must be readable as YAML in UTF-8.", "error", _BOTH, None)
SCHEMA = Rule("schema", "Every field must have the name and the form that the schema gives.", "error", _BOTH, None)
TERMS = Rule("terms", "schema/terms.schema.json must agree with the vocabularies.", "error", (), None)

RULES: tuple[Rule, ...] = (
    READABLE,
    SCHEMA,
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
    *_rules("error", ("event",), times.event_ends_after_start, files.practices_of_event_exist),
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
