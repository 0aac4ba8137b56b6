"""The catalogue in a browser, as the tests of it read it."""

from __future__ import annotations

import unicodedata

from playwright.sync_api import Locator, Page

from tests.site.collection import (
    Record,
    found,
    terms,
)
from tests.site.tabs import show_whole_list

NOT_DECOMPOSED = str.maketrans(
    {"ø": "o", "æ": "ae", "ß": "ss", "ł": "l", "đ": "d", "œ": "oe", "ı": "i", "ð": "d", "þ": "th"}
)
"""Letters that Unicode does not take apart into a letter and a mark."""


def checkbox(page: Page, facet: str, term: str) -> Locator:
    return page.locator(f"input[type=checkbox][name={facet}][value='{term}']")


def shown(page: Page) -> list[str]:
    """The names of all cards of the list, in their order; of the unfiltered list, those of its first page."""
    show_whole_list(page)
    return [name.strip() for name in page.locator("[data-cards] .card__name:visible").all_text_contents()]


def status(page: Page) -> Locator:
    return page.locator("[data-count]")


def without_diacritics(text: str) -> str:
    apart = unicodedata.normalize("NFD", text.lower().translate(NOT_DECOMPOSED))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def impossible_pair(practices: list[Record]) -> tuple[str, str]:
    """A target group and a sector that no practice has together."""
    groups = sorted({term for practice in practices for term in terms(practice, "target_group")})
    sectors = sorted({term for practice in practices for term in terms(practice, "sector")})
    return next(
        (group, sector)
        for group in groups
        for sector in sectors
        if not found(practices, {"target_group": {group}, "sector": {sector}})
    )
