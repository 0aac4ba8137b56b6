"""A source as linked data, in the words of schema.org."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

TYPES = {
    "journal-article": "ScholarlyArticle",
    "evaluation-report": "Report",
    "government-report": "Report",
    "programme-website": "WebPage",
    "news": "NewsArticle",
    "event-report": "Report",
    "book": "Book",
    "thesis": "Thesis",
    "database-entry": "WebPage",
}
"""What schema.org calls the types of sources; any other is a creative work."""


def describe_source(source: Mapping[str, Any]) -> dict[str, Any]:
    """A work that an entry cites."""
    node: dict[str, Any] = {"@type": TYPES.get(source["type"], "CreativeWork"), "name": source["title"]}
    if "doi" in source:
        node["@id"] = f"https://doi.org/{source['doi']}"
    authors: list[dict[str, str]] = [{"@type": "Person", "name": name} for name in source.get("authors", ())]
    if not authors:
        authors = [{"@type": "Organization", "name": source["organisation"]}]
    elif "organisation" in source:
        node["publisher"] = {"@type": "Organization", "name": source["organisation"]}
    node["author"] = authors
    if "year" in source:
        node["datePublished"] = str(source["year"])
    if "url" in source:
        node["url"] = source["url"]
    if "language" in source:
        node["inLanguage"] = source["language"]
    return node
