"""The open data: everything as JSON, and the compact index that the catalogue filters."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from scripts.derive.collection import Collection
from scripts.derive.facets import FACETS
from scripts.derive.practices import Practice
from scripts.read.settings import Settings

FORMAT = "common-thread-practices/1"
"""Name and version of the data format; the number rises when a field changes its meaning or goes."""


def practice_record(practice: Practice, collection: Collection, settings: Settings) -> dict[str, Any]:
    """One practice as published: the entry as typed, and under ``derived`` what the build computed."""
    return {
        "slug": practice.slug,
        "url": f"{settings.address}practices/{practice.slug}/",
        **practice.data,
        "findings": [
            {
                **finding.data,
                "level": finding.level.id,
                "level_trace": finding.level.trace,
                "flags": finding.level.flags,
            }
            for finding in practice.findings
        ],
        "derived": {
            "level": practice.level,
            "profile": [
                {
                    "domain": row.domain,
                    "level": row.level,
                    "directions": row.directions,
                    "findings": row.count,
                }
                for row in practice.profile
            ],
            "integration_kinds": practice.kinds,
            "dimensions": practice.dimensions,
            "completeness": practice.rung,
            "stale": practice.stale,
            "created": practice.created,
            "changed": practice.changed,
            "revision": practice.revision,
            "related": [
                {"slug": item.practice.slug, "reason": item.reason}
                for item in collection.related.get(practice.slug, ())
            ],
            "presented_at": [event.slug for event in collection.presented.get(practice.slug, ())],
        },
    }


def render_practice(practice: Practice, collection: Collection, settings: Settings) -> str:
    """One practice as JSON on one line."""
    return _json(practice_record(practice, collection, settings))


def render_practices_head(settings: Settings) -> str:
    """The beginning of the JSON document of all practices; the records follow, separated by commas, then ``]}``."""
    head = _json({"format": FORMAT, "name": settings.name, "licence": "CC-BY-4.0", "practices": []})
    return head.removesuffix("]}\n")


def render_catalogue_index(collection: Collection) -> str:
    """The catalogue's index: one column each for what sorting needs, and practice positions by term.

    Positions count the listed practices, strongest evidence first, as the catalogue shows them. ``findings`` gives
    the positions by outcome, direction and level of one and the same finding, so that these three combine truly.
    """
    position = {practice.slug: index for index, practice in enumerate(collection.listed)}
    findings: dict[str, list[int]] = {}
    for index, practice in enumerate(collection.listed):
        for finding in practice.own_findings:
            key = f"{finding.data['domain']} {finding.data['direction']} {finding.level.id}"
            places = findings.setdefault(key, [])
            if not places or places[-1] != index:
                places.append(index)
    document = {
        "names": [practice.data["name"] for practice in collection.listed],
        "started": [practice.data.get("started", 0) for practice in collection.listed],
        "added": [practice.created for practice in collection.listed],
        "terms": {
            facet.id: {
                use.term.id: [position[practice.slug] for practice in use.practices]
                for use in collection.uses[facet.id]
            }
            for facet in FACETS
            if facet.id not in ("outcome", "direction", "level")
        },
        "findings": dict(sorted(findings.items())),
    }
    return _json(document)


def render_catalogue_text(collection: Collection) -> str:
    """The text that the catalogue's text filter looks at: one line a practice, in the index's order."""
    return _json([_search_text(practice.data) for practice in collection.listed])


def _search_text(data: Mapping[str, Any]) -> str:
    places = [place["name"] for place in data["places"]]
    names = [
        data["name"],
        data.get("local_name", ""),
        data.get("acronym", ""),
        *data.get("also_known_as", ()),
    ]
    return " · ".join(part for part in [*names, *places, data["summary"]] if part)


def _json(document: Any) -> str:
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")) + "\n"
