"""The open data: everything as JSON."""

from __future__ import annotations

import json
from typing import Any

from scripts.derive.collection import Collection
from scripts.derive.facets import FACETS
from scripts.derive.practices import Practice
from scripts.read.settings import Settings
from scripts.read.vocabularies import Vocabularies

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
            "completeness_items": practice.described,
            "stale": practice.stale,
            "created": practice.created,
            "changed": practice.changed,
            "revision": practice.revision,
            "related": [
                {"slug": item.practice.slug, "reason": item.reason}
                for item in collection.related.get(practice.slug, ())
            ],
            "presented_at": [
                event.slug for event in collection.presented.get(practice.slug, ()) if practice in event.presented
            ],
        },
    }


def render_practice(practice: Practice, collection: Collection, settings: Settings) -> str:
    """One practice as JSON on one line."""
    return _json(practice_record(practice, collection, settings))


def render_practices_head(settings: Settings) -> str:
    """The beginning of the JSON document of all practices; the records follow, separated by commas, then ``]}``."""
    head = _json({"format": FORMAT, "name": settings.name, "licence": "CC-BY-4.0", "practices": []})
    return head.removesuffix("]}\n")


def render_labels(vocabularies: Vocabularies) -> str:
    """The English label of every term, by vocabulary and id."""
    return _json({name: {id: term.label for id, term in terms.items()} for name, terms in vocabularies.items()})


def render_definitions(vocabularies: Vocabularies) -> str:
    """What every term means, by the address of its page; of a degree, of its place in the glossary."""
    definitions = {
        f"{facet.folder}/{id.lower()}/": term.definition
        for facet in FACETS
        if facet.id != "country"
        for id, term in vocabularies[facet.vocabulary].items()
    }
    degrees = {f"glossary/#degrees-{id}": term.definition for id, term in vocabularies["degrees"].items()}
    return _json(definitions | degrees)


def render_moved(collection: Collection) -> str:
    """The present slug by former slug."""
    former = {alias: practice.slug for practice in collection.practices for alias in practice.data.get("aliases", ())}
    return _json(dict(sorted(former.items())))


def _json(document: Any) -> str:
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")) + "\n"
