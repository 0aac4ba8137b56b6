"""Rules for years and dates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from scripts.check.document import Document
from scripts.check.record import Fault, Record
from scripts.check.wording import shown

_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_YEARS = ("started", "ended", "year")


def _dates(document: Document) -> Iterator[tuple[Record, str]]:
    """Yields each date field together with the record that holds it."""
    record = document.record
    yield from ((record, name) for name in ("starts", "ends"))
    yield from ((record.record(name), "date") for name in ("review", "withdrawn"))
    yield from ((source, name) for source in record.records("sources") for name in ("accessed", "dead"))


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def dates_exist(document: Document) -> Iterator[Fault]:
    """A date must exist in the calendar.

    The 30th of February is a slip of the pen. Nobody can tell which day was meant.
    """
    for record, name in _dates(document):
        text = record.text(name)
        if _DATE.fullmatch(text) and not _is_date(text):
            yield record.fault(name, f"{shown(text)} is not a day of the calendar.", "Correct the month or the day.")


def past_dates_are_past(document: Document) -> Iterator[Fault]:
    """Nothing can have been reviewed, read, found dead or withdrawn in the future.

    Readers judge by these dates how fresh an entry is, so none may promise what has not happened.
    """
    for record, name in _dates(document):
        text = record.text(name)
        if name not in ("starts", "ends") and _is_date(text) and text > document.collection.today:
            yield record.fault(
                name,
                f"{shown(text)} lies in the future; today is {document.collection.today}.",
                "Correct the date.",
            )


def ends_after_start(practice: Document) -> Iterator[Fault]:
    """A practice must not end before it starts.

    One of the years is wrong, and both are shown as facts.
    """
    started, ended = practice.record.number("started"), practice.record.number("ended")
    if started is not None and ended is not None and ended < started:
        yield practice.record.fault(
            "ended", f"It ended in {ended}, before it started in {started}.", "Correct one of the years."
        )


def event_ends_after_start(event: Document) -> Iterator[Fault]:
    """An event must not end before it starts.

    One of the dates is wrong, and both are shown as facts.
    """
    starts, ends = event.record.text("starts"), event.record.text("ends")
    if _is_date(starts) and _is_date(ends) and ends < starts:
        yield event.record.fault(
            "ends", f"It ends on {ends}, before it starts on {starts}.", "Correct one of the dates."
        )


def running_practice_has_not_ended(practice: Document) -> Iterator[Fault]:
    """A practice with a year of ending should not be at a stage of the life cycle that still runs.

    A practice either runs or has ended. If both are said, it is counted among those that last.
    """
    stage = practice.collection.vocabularies.get("life_cycle", {}).get(practice.record.text("life_cycle"))
    if stage is None or not stage.extra.get("running") or stage.id == "renamed":
        return
    if practice.record.number("ended") is not None:
        yield practice.record.fault(
            "ended",
            f"It ended in {practice.record.fields['ended']}, but its life cycle is {shown(stage.id)}.",
            "Choose a stage that says how it ended, or leave the year out.",
        )


def years_are_not_in_the_future(practice: Document) -> Iterator[Fault]:
    """A year should not lie in the future.

    A year to come is a plan, and plans are not facts. Mostly two digits were exchanged.
    """
    record, this_year = practice.record, int(practice.collection.today[:4])
    records = [record, *(item for name in ("funding", "scale", "sources") for item in record.records(name))]
    for holder in records:
        for name in _YEARS:
            year = holder.number(name)
            if year is not None and year > this_year:
                yield holder.fault(name, f"{year} lies in the future.", "Correct the year, or leave it out.")
