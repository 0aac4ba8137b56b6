"""The list of the open data's files: what the page, the data package, the catalogue and the interface tell of."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DataFile:
    """One file, or one kind of file where the path has a part in braces.

    Attributes:
        path: Below the site's root.
        title: What it holds.
        media_type: Its type.
        format: The type in words, as a reader knows it.
    """

    path: str
    title: str
    media_type: str
    format: str


DATA = (
    DataFile("data/practices.csv", "Practices, one in each row, without the longer texts", "text/csv", "CSV"),
    DataFile("data/findings.csv", "Findings with their levels, one in each row", "text/csv", "CSV"),
    DataFile("data/sources.csv", "Sources, one in each row for each practice that cites it", "text/csv", "CSV"),
    DataFile("data/practices.json", "All entries whole, with what was computed", "application/json", "JSON"),
    DataFile("data/practices.jsonl", "The same, one practice in each line", "application/jsonl", "JSON Lines"),
)

ONE_PRACTICE = DataFile("data/practices/{slug}.json", "One practice", "application/json", "JSON")

ONE_ENTRY = DataFile("data/practices/{slug}.yml", "One entry as it was written", "application/yaml", "YAML")

TERMS = (
    DataFile("data/vocabularies.ttl", "All terms as SKOS concept schemes", "text/turtle", "Turtle"),
    DataFile("data/vocabularies.jsonld", "All terms as SKOS concept schemes", "application/ld+json", "JSON-LD"),
)

SCHEMAS = (
    DataFile("schema/practice-record.schema.json", "A published practice", "application/schema+json", "JSON Schema"),
    DataFile("schema/practice.schema.json", "An entry as it is typed", "application/schema+json", "JSON Schema"),
    DataFile("schema/event.schema.json", "The fields of an event", "application/schema+json", "JSON Schema"),
    DataFile("schema/terms.schema.json", "The terms of all vocabularies", "application/schema+json", "JSON Schema"),
)

DESCRIPTIONS = (
    DataFile("data/datapackage.json", "The tables, column by column", "application/json", "Data Package"),
    DataFile("data/dcat.jsonld", "The collection, for catalogues of data", "application/ld+json", "DCAT"),
    DataFile("data/openapi.json", "Every address as an interface to read from", "application/json", "OpenAPI"),
)

FEEDS = (
    DataFile("changes/feed.xml", "New and changed practices", "application/atom+xml", "Atom"),
    DataFile("target-groups/{term}/feed.xml", "The same for one target group", "application/atom+xml", "Atom"),
    DataFile("integration/{term}/feed.xml", "The same for one integration type", "application/atom+xml", "Atom"),
    DataFile("countries/{term}/feed.xml", "The same for one country", "application/atom+xml", "Atom"),
)
