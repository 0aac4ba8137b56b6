"""The schemas as published: complete in themselves, each under the address that its ``$id`` names."""

from __future__ import annotations

import copy
import json
from collections.abc import Mapping
from typing import Any

from scripts.derive.description import ITEMS
from scripts.read.schemas import terms_schema
from scripts.read.settings import Settings
from scripts.read.vocabularies import Vocabularies

Schema = dict[str, Any]


def render_schemas(schemas: Mapping[str, Any], vocabularies: Vocabularies, settings: Settings) -> dict[str, str]:
    """The schema files by path below the root."""
    documents = {
        "practice": schemas["practice"],
        "practice-record": record_schema(schemas["practice"], vocabularies),
        "event": schemas["event"],
        "terms": terms_schema(vocabularies),
    }
    return {
        path: json.dumps({**document, "$id": f"{settings.address}{path}"}, ensure_ascii=False, indent=1) + "\n"
        for path, document in ((f"schema/{name}.schema.json", document) for name, document in documents.items())
    }


def record_schema(practice: Schema, vocabularies: Vocabularies) -> Schema:
    """The schema of a published practice: the entry, and what the build computed. Later versions may add fields."""
    record = copy.deepcopy(practice)
    finding = record["properties"]["findings"]["items"]
    for node in (record, finding):
        del node["additionalProperties"]
    level = {"description": "L0 to L5; computed, never typed.", "enum": list(vocabularies["evidence_levels"])}
    finding["properties"] |= {
        "level": level,
        "level_trace": _text("Why the finding has this level."),
        "flags": _list(_text("A caution beside the level.")),
    }
    finding["required"] = [*finding["required"], "level", "level_trace", "flags"]
    record["title"] = "Published practice"
    record["properties"] = {
        "slug": {**_text("Short name, which never changes."), "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"},
        "url": {**_text("Address of the page."), "format": "uri"},
        **record["properties"],
        "derived": _derived(level, vocabularies),
    }
    record["required"] = ["slug", "url", *record["required"], "derived"]
    return record


def _derived(level: Schema, vocabularies: Vocabularies) -> Schema:
    def terms(name: str) -> Schema:
        return {"enum": list(vocabularies[name]), "x-vocabulary": name}

    profile = {
        "domain": terms("outcome_domains"),
        "level": level,
        "directions": _list(terms("directions")),
        "findings": {"type": "integer", "minimum": 1},
    }
    return _object(
        "What follows from the entry and its history.",
        {
            "level": {"description": "The highest level of any finding.", "enum": [*level["enum"], None]},
            "profile": _list(_object("What is known of one outcome domain.", profile)),
            "integration_kinds": _list(terms("integration_kinds")),
            "dimensions": _list(terms("dimensions")),
            "completeness": {"enum": ["sketch", "described", "with-findings"]},
            "completeness_items": _list({"enum": [item.id for item in ITEMS]}),
            "stale": {"description": "True if the last check is over three years old.", "type": "boolean"},
            "created": {"$ref": "#/$defs/date"},
            "changed": {"$ref": "#/$defs/date"},
            "revision": {"description": "Null where there is no history.", "type": ["integer", "null"]},
            "related": _list(_object("A related practice.", {"slug": _text("Its slug."), "reason": _text("Why.")})),
            "presented_at": _list(_text("Slug of an event.")),
        },
    )


def _text(description: str) -> Schema:
    return {"description": description, "type": "string"}


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _object(description: str, properties: Schema) -> Schema:
    return {"description": description, "type": "object", "required": list(properties), "properties": properties}
