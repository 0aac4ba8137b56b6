"""The description of the tables as a Data Package (Frictionless Data): every column with type, meaning and terms."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from scripts.derive.collection import Collection
from scripts.read.settings import Settings
from scripts.render.csv_tables import BETWEEN_TERMS, Column, Table
from scripts.render.tables import TABLES

LICENCE = {"name": "CC-BY-4.0", "title": "CC BY 4.0", "path": "https://creativecommons.org/licenses/by/4.0/"}

FORMS: Mapping[str, Mapping[str, str]] = {
    "terms": {"type": "string"},
    "uri": {"type": "string", "format": "uri"},
    "array": {"type": "array"},
}
"""How the Table Schema calls the kinds of columns that it does not call by their own name."""


def render_datapackage(collection: Collection, schemas: Mapping[str, Any], settings: Settings) -> str:
    """The ``datapackage.json`` that lies beside the tables; its version is the day of the latest change."""
    package = {
        "name": "common-thread",
        "id": f"{settings.address}data/",
        "title": settings.name,
        "description": settings.description,
        "homepage": f"{settings.address}data/",
        "version": changed_last(collection).replace("-", "."),
        "licenses": [LICENCE],
        "resources": [
            {
                "name": table.name,
                "title": table.title,
                "path": f"{table.name}.csv",
                "profile": "tabular-data-resource",
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "doubleQuote": True, "header": True},
                "schema": {
                    "fields": list(_fields(table, schemas["practice"])),
                    "missingValues": [""],
                    "primaryKey": list(table.key),
                    "foreignKeys": [
                        {"fields": list(here), "reference": {"resource": there, "fields": list(columns)}}
                        for here, there, columns in table.leads_to
                    ],
                },
            }
            for table in TABLES
        ],
    }
    return json.dumps(package, ensure_ascii=False, indent=1) + "\n"


def changed_last(collection: Collection) -> str:
    """The ISO date of the latest change in the collection; the day of the build if it is empty."""
    return max((practice.changed for practice in collection.practices), default=collection.today.isoformat())


def _fields(table: Table, schema: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    described = _described(table.part, schema)
    for column in table.columns:
        told = described.get(column.name, {}) if not column.description else {}
        field: dict[str, Any] = {"name": column.name, **FORMS.get(column.kind, {"type": column.kind})}
        field["description"] = _description(column, told)
        constraints: dict[str, Any] = {"required": True} if column.name in table.key else {}
        if "enum" in told:
            constraints["enum"] = told["enum"]
        if constraints:
            field["constraints"] = constraints
        yield field


def _description(column: Column, told: Mapping[str, Any]) -> str:
    text = column.description or str(told["description"])
    if column.kind == "terms":
        return f'{text} Several terms are separated by "{BETWEEN_TERMS}".'
    return f"{text} A JSON list." if column.kind == "array" else text


def _described(part: str, schema: Mapping[str, Any]) -> Mapping[str, Any]:
    """What the schema of an entry says of the fields that become the columns of a table."""
    nodes: Mapping[str, Mapping[str, Any]] = {
        "": schema,
        "findings": schema["properties"]["findings"]["items"],
        "sources": schema["$defs"]["source"],
    }
    properties: Mapping[str, Any] = nodes[part]["properties"]
    return properties
