"""The static files described as an interface, in OpenAPI 3.1."""

from __future__ import annotations

import json
import re
from typing import Any

from scripts.read.settings import Settings
from scripts.render.data import FORMAT
from scripts.render.data_files import DATA, DESCRIPTIONS, FEEDS, ONE_ENTRY, ONE_PRACTICE, SCHEMAS, TERMS, DataFile

RECORD = {"$ref": "../schema/practice-record.schema.json"}
"""The schema of a published practice, seen from the description."""

PARAMETERS = {"slug": "Short name of a practice, such as kotitori.", "term": "Id of a term, in small letters."}


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
        "paths": {
            f"/{file.path}": {"get": _operation(file)}
            for file in (*DATA, ONE_PRACTICE, ONE_ENTRY, *TERMS, *SCHEMAS, *DESCRIPTIONS, *FEEDS)
        },
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _operation(file: DataFile) -> dict[str, Any]:
    named = re.findall(r"\{(\w+)\}", file.path)
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
                "description": PARAMETERS[name],
                "schema": {"type": "string"},
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
    return {"type": "object"} if file.media_type.endswith("json") else {"type": "string"}
