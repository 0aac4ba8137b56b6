"""What the terms of some vocabularies must say beyond label and definition, since other things follow from it."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Any

BY_LANGUAGE, LEVEL, BOX = "text by language", "level", "box"

NEEDED: Mapping[str, Mapping[str, str]] = {
    "mechanisms": {"dimension": "dimensions", "kind": "integration_kinds"},
    "target_groups": {"group": BY_LANGUAGE},
    "outcome_domains": {"aim": BY_LANGUAGE},
    "evidence_levels": {"short": BY_LANGUAGE},
    "study_designs": {"level": LEVEL},
    "review_bases": {"level": LEVEL},
    "countries": {"bbox": BOX},
}
"""By vocabulary: each field that is needed, and its form or the vocabulary whose term it names."""

BY_REVIEW_BASIS = "systematic-review"
"""The one design whose level follows from what the review pools."""


def reason_against(vocabulary: str, term: str, extra: Mapping[str, Any], ids: Mapping[str, Collection[str]]) -> str:
    """Returns why a term cannot be used, or an empty text.

    Args:
        vocabulary: Name of its vocabulary.
        term: Its id.
        extra: What it says beyond label and definition.
        ids: The ids of all terms by vocabulary.
    """
    for name, form in NEEDED.get(vocabulary, {}).items():
        value = extra.get(name)
        if name == "level" and term == BY_REVIEW_BASIS:
            continue
        if form == BY_LANGUAGE:
            if not isinstance(value, dict) or not isinstance(value.get("en"), str):
                return f"needs the field {name} with an English text: {name}: {{en: …}}."
        elif form == LEVEL:
            if not re.fullmatch("L[0-5]", str(value)):
                return f"needs the field {name}, one of L0 to L5."
        elif form == BOX:
            numbers = [item for item in value if isinstance(item, int | float)] if isinstance(value, list) else []
            if value != numbers or len(numbers) != 4:
                return f"needs the field {name} with four numbers: west, south, east, north."
        elif value not in ids.get(form, ()):
            return f"needs the field {name}, one of: {', '.join(ids.get(form, ()))}."
    return ""
