"""What the form's scripts read: the schema, the terms, and the lists and limits of the check."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from scripts.check import RULES
from scripts.check.facts import CURRENCIES
from scripts.check.files import DEVICES, LONGEST, MODELINE, RESERVED
from scripts.check.form import BY_KEYWORD, rule_of
from scripts.check.schema_wording import LISTED_AT_MOST, TYPES
from scripts.check.sources import COUNTRY_NOT_LANGUAGE, LANGUAGES, MIRRORS
from scripts.check.texts import QUOTE_WORDS, SUMMARY_WORDS
from scripts.check.wording import one_of
from scripts.derive.levels import CONCLUSIVE, OLD_AFTER_YEARS, SHORT_FOLLOW_UP_MONTHS, SMALL_SAMPLE
from scripts.read.settings import Settings
from scripts.read.vocabularies import Term, Vocabularies

EXTRA = ("level", "short", "bbox", "running")
"""What the scripts need of a term beside its label."""


def render_form_data(
    schema: Mapping[str, Any], vocabularies: Vocabularies, settings: Settings, withdrawn: Sequence[str]
) -> str:
    """The file ``form.json``; ``withdrawn`` are the slugs that no list names, but that are taken."""
    document = {
        "schema": schema,
        "terms": {name: {id: _term(term) for id, term in terms.items()} for name, terms in vocabularies.items()},
        "one_of": {name: one_of(name) for name in vocabularies},
        "rules": {rule.id: rule.level for rule in RULES if "practice" in rule.subjects},
        "schema_rules": {"by_keyword": BY_KEYWORD, "forbidden": rule_of("", False), "otherwise": rule_of("", {})},
        "types": TYPES,
        "listed_at_most": LISTED_AT_MOST,
        "modeline": MODELINE,
        "reserved": sorted(RESERVED),
        "devices": DEVICES.pattern,
        "longest_name": LONGEST,
        "summary_words": SUMMARY_WORDS,
        "quote_words": QUOTE_WORDS,
        "languages": sorted(LANGUAGES),
        "country_not_language": COUNTRY_NOT_LANGUAGE,
        "currencies": sorted(CURRENCIES),
        "mirrors": sorted(MIRRORS),
        "levels": {
            "small_sample": SMALL_SAMPLE,
            "short_follow_up_months": SHORT_FOLLOW_UP_MONTHS,
            "old_after_years": OLD_AFTER_YEARS,
            "conclusive": sorted(CONCLUSIVE),
        },
        "repository": settings.repository,
        "withdrawn": withdrawn,
    }
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")) + "\n"


def _term(term: Term) -> dict[str, Any]:
    extra = {name: term.extra[name] for name in EXTRA if name in term.extra}
    return {"label": term.label, "inline": term.inline, **extra}
