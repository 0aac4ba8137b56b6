"""The static files described as an interface, in OpenAPI 3.1."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from scripts.derive.facets import FACETS
from scripts.read.settings import Settings
from scripts.render.data import FORMAT
from scripts.render.data_files import (
    DATA,
    DESCRIPTIONS,
    FEEDS,
    LISTS,
    OF_A_PRACTICE,
    OF_EVENTS,
    ONE_ENTRY,
    ONE_PRACTICE,
    SCHEMAS,
    TERMS,
    DataFile,
)

FILES = (*DATA, ONE_PRACTICE, ONE_ENTRY, *OF_A_PRACTICE, *OF_EVENTS, *LISTS, *TERMS, *SCHEMAS, *DESCRIPTIONS, *FEEDS)
"""Every file that other programs may rely on; what only the pages of the site read is not among them."""

RECORD = {"$ref": "../schema/practice-record.schema.json"}
"""The schema of a published practice, seen from the description."""

PARAMETERS: Mapping[str, tuple[str, Mapping[str, Any]]] = {
    "slug": ("Short name of a practice, such as kotitori.", {"type": "string"}),
    "term": ("Id of a term, in small letters.", {"type": "string"}),
    "event": ("Short name of an event, the last part of its address.", {"type": "string"}),
    "list": ("Which kind of term.", {"type": "string", "enum": [facet.folder for facet in FACETS]}),
    "number": ("Number of a revision, from 1 for the first.", {"type": "integer", "minimum": 1}),
}
"""What each part in braces stands for, with its schema."""


def render_openapi(settings: Settings) -> str:
    """The description; its server is the folder above it, so that it holds wherever the site lies."""
    document = {
        "openapi": "3.1.0",
        "info": {
            "title": f"{settings.name}: open data",
            "version": f"{FORMAT.rpartition('/')[2]}.0.0",
            "summary": settings.description,
            "description": f"Files to read, without a key. What may change and what may not: {settings.address}data/",
            "license": {"name": "CC BY 4.0", "identifier": "CC-BY-4.0"},
        },
        "servers": [{"url": ".."}],
        "paths": {f"/{file.path}": {"get": _operation(file)} for file in FILES},
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _operation(file: DataFile) -> dict[str, Any]:
    named = dict.fromkeys(re.findall(r"\{(\w+)\}", file.path))
    responses: dict[str, Any] = {
        "200": {"description": file.title, "content": {file.media_type: {"schema": _schema(file)}}}
    }
    operation: dict[str, Any] = {
        "operationId": re.sub(r"\W+", "_", file.path).strip("_"),
        "summary": f"{file.title} ({file.format})",
        "responses": responses,
    }
    if named:
        responses["404"] = {"description": "There is none of this name."}
        operation["parameters"] = [
            {
                "name": name,
                "in": "path",
                "required": True,
                "description": PARAMETERS[name][0],
                "schema": PARAMETERS[name][1],
            }
            for name in named
        ]
    return operation


def _schema(file: DataFile) -> dict[str, Any]:
    if file == ONE_PRACTICE:
        return RECORD
    if file.path == "data/practices.json":
        properties = {name: {"type": "string"} for name in ("format", "name", "licence")}
        return {
            "type": "object",
            "required": [*properties, "practices"],
            "properties": {**properties, "practices": {"type": "array", "items": RECORD}},
        }
    if file.media_type in ("image/png", "application/zip"):
        return {"contentMediaType": file.media_type}
    if file.path.endswith(".csl.json"):
        return {"type": "array", "items": {"type": "object"}}
    return {"type": "object"} if file.media_type.endswith("json") else {"type": "string"}
