"""The three tables of the open data: practices, findings, sources."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from scripts.render.csv_tables import Column, Row, Table


def _practice_rows(record: Row) -> Iterator[Row]:
    place = record["places"][0]
    yield {
        **record,
        **record["derived"],
        "place": place["name"],
        "place_level": place["level"],
        "latitude": place.get("latitude"),
        "longitude": place.get("longitude"),
        "degree": record["integration"]["degree"],
        "mechanisms": _each_once(mechanism["type"] for mechanism in record["integration"]["mechanisms"]),
        "findings": len(record["findings"]),
        "sources": len(record["sources"]),
        "review_status": record["review"]["status"],
        "review_date": record["review"]["date"],
        "withdrawn": record.get("withdrawn", {}).get("date"),
    }


def _finding_rows(record: Row) -> Iterator[Row]:
    for number, finding in enumerate(record["findings"], start=1):
        yield {"about": "this-practice", **finding, "practice": record["slug"], "number": number}


def _source_rows(record: Row) -> Iterator[Row]:
    for key, source in record["sources"].items():
        yield {**source, "practice": record["slug"], "key": key}


def _each_once(terms: Iterator[Any]) -> list[Any]:
    return list(dict.fromkeys(terms))


PRACTICES = Table(
    name="practices",
    title="Practices, one in each row",
    part="",
    key=("slug",),
    leads_to=(),
    columns=(
        Column("slug", description="Short name, which never changes: part of the address, key in the other tables."),
        Column("url", "uri", "Address of the page."),
        Column("name"),
        Column("local_name"),
        Column("language"),
        Column("acronym"),
        Column("also_known_as", "array"),
        Column("summary"),
        Column("countries", "terms"),
        Column("nation"),
        Column("place", description="The main place."),
        Column("place_level", description="Whether the practice runs there locally, regionally or nationally."),
        Column("latitude", "number", "Of the main place, in degrees north."),
        Column("longitude", "number", "Of the main place, in degrees east."),
        Column("started", "integer"),
        Column("ended", "integer"),
        Column("life_cycle"),
        Column("successor"),
        Column("lead"),
        Column("partners", "array"),
        Column("sectors", "terms"),
        Column("target_groups", "terms"),
        Column("degree", description="Linkage, coordination or full integration, after Leutz (1999)."),
        Column("mechanisms", "terms", "The tangible means by which services are joined."),
        Column("integration_kinds", "terms", "What kinds of integration follow from the mechanisms."),
        Column("dimensions", "terms", "Where integration takes place; follows from the mechanisms."),
        Column("level", description="The highest level of evidence of any finding about this practice."),
        Column("findings", "integer", "How many findings the entry has."),
        Column("sources", "integer", "How many sources the entry cites."),
        Column("completeness", description="sketch, described, or with-findings."),
        Column("completeness_items", "terms", "Which of the nine items of TIDieR-PHP the entry describes."),
        Column("review_status", description="How far the entry has been checked."),
        Column("review_date", "date", "When it was last checked."),
        Column("stale", "boolean", "True if that is more than three years ago."),
        Column("withdrawn", "date", "When the entry was withdrawn; empty for all that are in use."),
        Column("created", "date", "Date of the first version."),
        Column("changed", "date", "Date of the latest version."),
        Column("revision", "integer", "Number of the latest version."),
    ),
    rows=_practice_rows,
)

FINDINGS = Table(
    name="findings",
    title="Findings, one in each row",
    part="findings",
    key=("practice", "number"),
    leads_to=((("practice",), "practices", ("slug",)), (("practice", "source"), "sources", ("practice", "key"))),
    columns=(
        Column("practice", description="Slug of the practice."),
        Column("number", "integer", "Place among the practice's findings, the strongest first."),
        Column("about"),
        Column("statement"),
        Column("domain"),
        Column("direction"),
        Column("level", description="How sure we can be, L0 to L5, computed from the design of the study."),
        Column("level_trace", description="Why it has this level."),
        Column("flags", "array", "Cautions beside the level."),
        Column("measure"),
        Column("value"),
        Column("comparator"),
        Column("follow_up"),
        Column("follow_up_months", "number"),
        Column("sample"),
        Column("sample_size", "integer"),
        Column("period"),
        Column("design"),
        Column("reviewed"),
        Column("evaluator"),
        Column("source"),
        Column("quote"),
        Column("note"),
    ),
    rows=_finding_rows,
)

SOURCES = Table(
    name="sources",
    title="Sources, one in each row for each practice that cites it",
    part="sources",
    key=("practice", "key"),
    leads_to=((("practice",), "practices", ("slug",)),),
    columns=(
        Column("practice", description="Slug of the practice."),
        Column("key", description="The source's key inside the entry."),
        Column("type"),
        Column("title"),
        Column("title_uncertain", "boolean"),
        Column("authors", "array"),
        Column("organisation"),
        Column("year", "integer"),
        Column("publisher"),
        Column("url", "uri"),
        Column("doi"),
        Column("language"),
        Column("accessed", "date"),
        Column("archived_url", "uri"),
        Column("dead", "date"),
    ),
    rows=_source_rows,
)

TABLES = (PRACTICES, FINDINGS, SOURCES)
