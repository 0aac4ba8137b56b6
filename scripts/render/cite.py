"""How a practice is cited, in a sentence or by a reference manager."""

from __future__ import annotations

from scripts.derive.practices import Practice
from scripts.read.settings import Settings
from scripts.render.citation_files import Work
from scripts.render.words import long_date, series


def cite_practice(practice: Practice, settings: Settings) -> dict[str, str]:
    """The parts of a citation of a practice page: authors, year, title, site, version, address."""
    work = practice_as_work(practice, settings)
    return {
        "authors": series(work.authors),
        "year": work.changed[:4],
        "title": work.title,
        "site": work.publisher,
        "version": work.version,
        "address": work.address,
    }


def practice_as_work(practice: Practice, settings: Settings) -> Work:
    """A practice page as a work to be cited."""
    authors = [person["name"] for person in practice.data["contributors"] if person["role"] == "author"]
    revision = f"revision {practice.revision}, " if practice.revision else ""
    return Work(
        key=practice.slug,
        authors=authors or [person["name"] for person in practice.data["contributors"]],
        title=str(practice.data["name"]),
        publisher=settings.name,
        changed=practice.changed,
        version=f"{revision}{long_date(practice.changed)}",
        address=f"{settings.address}{practice.path}",
    )
