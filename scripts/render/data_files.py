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

IN_FORMATS = (
    ("bib", "application/x-bibtex", "BibTeX"),
    ("ris", "application/x-research-info-systems", "RIS"),
    ("csl.json", "application/vnd.citationstyles.csl+json", "CSL-JSON"),
)
"""The ending, the type and the name of each format for reference managers."""


def cited(path: str, title: str) -> tuple[DataFile, ...]:
    """The files for reference managers at a path, which lacks their endings."""
    return tuple(DataFile(f"{path}.{ending}", title, kind, name) for ending, kind, name in IN_FORMATS)


OF_A_PRACTICE = (
    *cited("data/practices/{slug}", "One practice to cite"),
    DataFile("practices/{slug}/index.md", "The page of one practice", "text/markdown", "Markdown"),
    DataFile("practices/{slug}/picture.png", "Its picture for links, 1200 by 630", "image/png", "PNG"),
    DataFile("practices/{slug}/card/", "A card of it for a frame on another site", "text/html", "HTML"),
    DataFile("practices/{slug}/oembed.json", "How to embed that card", "application/json", "oEmbed"),
    DataFile("practices/{slug}/history/", "What changed in it, revision by revision", "text/html", "HTML"),
    DataFile("practices/{slug}/v/{number}/", "One revision of it, if the site has its history", "text/html", "HTML"),
)

OF_EVENTS = (
    *cited("data/events/{event}", "The page of an event to cite"),
    *cited("events/{event}/{event}", "The practices of an event to cite"),
    DataFile("events/{event}/{event}.txt", "The practices of an event to cite, in sentences", "text/plain", "text"),
    DataFile("events/{event}/{event}-pack.zip", "Handouts, QR codes, citations, summaries", "application/zip", "zip"),
    DataFile("events/{event}/{event}.ics", "The days of an event", "text/calendar", "iCalendar"),
    DataFile("events/calendar.ics", "The days of all events", "text/calendar", "iCalendar"),
)

LISTS = (
    *cited("data/list-of-practices", "The list of all practices to cite"),
    *cited("data/{list}/{term}", "The list of the practices of one term to cite"),
    DataFile("data/labels.json", "The English labels of all terms", "application/json", "JSON"),
    DataFile("data/definitions.json", "What terms mean, by the address of their page", "application/json", "JSON"),
    DataFile("llms.txt", "What the site is and which parts it has", "text/plain", "Markdown"),
)

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
