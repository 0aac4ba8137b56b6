"""Invented entries and findings, made in the test that needs them: whatever is not named is plain and valid."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from functools import cache
from hashlib import blake2b
from typing import Any

from scripts.derive.collection import Collection, derive_collection
from scripts.derive.geography import Geography, derive_geography
from scripts.derive.levels import Level, level_findings
from scripts.derive.outlines import Outlines, draw_outlines
from scripts.derive.practices import Practice, derive_practice
from scripts.read.atlas import load_atlas
from scripts.read.entries import Entry
from scripts.read.events import Event
from scripts.read.history import History
from tests.toy import TODAY, vocabularies

DAY = datetime.date.fromisoformat(TODAY)


def finding(**fields: Any) -> dict[str, Any]:
    return {
        "statement": "Fewer teapots were broken in Toyville than in Boxville.",
        "domain": "service-use",
        "direction": "positive",
        "design": "matched-comparison",
        "evaluator": "independent",
        "source": "lamp-2018",
        **fields,
    }


def levels(*findings: Mapping[str, Any], years: Mapping[str, int] | None = None) -> list[Level]:
    sources = {key: {"year": year} for key, year in (years or {}).items()}
    return level_findings(findings, sources, vocabularies(), DAY.year)


def data(**fields: Any) -> dict[str, Any]:
    entry = {
        "name": "Teapot Round",
        "summary": "Neighbours of Toyville carry a teapot from door to door and ask who would like a cup.",
        "countries": ["NO"],
        "places": [{"name": "Toyville", "level": "local"}],
        "life_cycle": "pilot",
        "lead": "Society of Neighbours",
        "sectors": ["health", "housing"],
        "target_groups": ["carers"],
        "integration": {"degree": "linkage", "mechanisms": mechanisms("case-management")},
        "problem": "Nobody in Toyville knew who had a kettle [@lamp-2018].",
        "approach": "One teapot for one street [@lamp-2018].",
        "findings": [],
        "sources": {"lamp-2018": {"type": "news", "title": "Tea for all", "organisation": "Toyville Gazette"}},
        "contributors": [{"name": "Toy editors", "role": "author"}],
        "review": {"status": "draft", "date": "2026-11-01", "by": "Toy editors"},
    }
    return {key: value for key, value in {**entry, **fields}.items() if value is not None}


def mechanisms(*types: str) -> list[dict[str, Any]]:
    return [{"type": kind, "sources": ["lamp-2018"]} for kind in types]


def integration(*types: str) -> dict[str, Any]:
    return {"degree": "linkage", "mechanisms": mechanisms(*types)}


def entry(slug: str = "teapot-round", **fields: Any) -> Entry:
    made = data(**fields)
    return Entry(f"practices/{slug}.yml", slug, made, "", blake2b(repr(made).encode()).hexdigest(), ())


def practice(slug: str = "teapot-round", *, history: History | None = None, **fields: Any) -> Practice:
    return derive_practice(entry(slug, **fields), vocabularies(), history, DAY)


def event(slug: str, practices: Sequence[str], starts: str = "2020-01-01", **fields: Any) -> Event:
    front = {
        "title": f"Congress {slug}",
        "organiser": "Society of Neighbours",
        "starts": starts,
        "ends": starts,
        "practices": list(practices),
        "sources": {},
        **fields,
    }
    return Event(f"docs/events/{slug}.md", slug, front, "Tea was served.\n", 9, "", f"digest of {slug}", ())


def collect(
    entries: Sequence[Entry],
    events: Sequence[Event] = (),
    histories: Mapping[str, History] | None = None,
    day: datetime.date = DAY,
) -> Collection:
    return derive_collection(entries, events, vocabularies(), histories or {}, day)


@cache
def outlines() -> Outlines:
    """The outlines of the real atlas."""
    return draw_outlines(load_atlas(), vocabularies()["countries"])


def locate(collection: Collection) -> Geography:
    return derive_geography(collection.uses["country"], vocabularies(), outlines())
