"""The ready sentence with which a page is cited."""

from __future__ import annotations

from scripts.derive.practices import Practice
from scripts.read.settings import Settings
from scripts.render.words import long_date, series


def cite_practice(practice: Practice, settings: Settings) -> dict[str, str]:
    """The parts of a citation of a practice page: authors, year, title, site, version, address."""
    authors = [person["name"] for person in practice.data["contributors"] if person["role"] == "author"]
    authors = authors or [person["name"] for person in practice.data["contributors"]]
    version = f"revision {practice.revision}, " if practice.revision else ""
    return {
        "authors": series(authors),
        "year": practice.changed[:4],
        "title": str(practice.data["name"]),
        "site": settings.name,
        "version": f"{version}{long_date(practice.changed)}",
        "address": f"{settings.address}practices/{practice.slug}/",
    }
