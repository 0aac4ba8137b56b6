"""The addresses at which a reader proposes a correction: the forge's form, filled in with the page and the section."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlencode

from scripts.derive.practices import Practice
from scripts.read.settings import Settings

FORM = "correct.yml"
"""File of the form in ``.github/ISSUE_TEMPLATE``; its fields are ``page`` and ``section``."""

NOT_OF_THE_ENTRY = ("presented", "cite", "related", "history")
"""Sections of a page that are made from something else, or have a link of their own."""


def corrections(settings: Settings, practice: Practice, sections: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The address for each section of a practice page that can be corrected, by the section's anchor.

    Args:
        settings: Where the repository is; without one there is nobody to tell.
        practice: The practice.
        sections: Anchor and heading of each section of the page.
    """
    if not settings.repository:
        return {}
    page = f"{settings.address}practices/{practice.slug}/"
    return {
        anchor: f"{settings.repository}/issues/new?"
        + urlencode(
            {
                "template": FORM,
                "title": f"Correction: {practice.data['name']}",
                "page": f"{page}#{anchor}",
                "section": heading,
            }
        )
        for anchor, heading in sections
        if anchor not in NOT_OF_THE_ENTRY
    }
