"""Events as calendar files (iCalendar, RFC 5545)."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from urllib.parse import urlsplit

import icalendar

from scripts.derive.collection import Event
from scripts.render.parts import Parts
from scripts.render.programme import event_place
from scripts.render.words import one_line


def render_calendar(parts: Parts, events: Sequence[Event]) -> bytes:
    """A calendar of some events: whole days, the end after the last one, as the format has it.

    An event is known to calendars by its slug and the host of the site. Its stamp is its first day, so that the same
    events give the same file.
    """
    settings = parts.settings
    calendar = icalendar.Calendar()
    calendar.add("prodid", f"-//{one_line(settings.name)}//Events//EN")
    calendar.add("version", "2.0")
    for event in events:
        data = event.data
        first, last = (datetime.date.fromisoformat(data[field]) for field in ("starts", "ends"))
        page = f"{settings.address}events/{event.slug}/"
        item = icalendar.Event()
        item.add("uid", f"{event.slug}@{urlsplit(settings.address).hostname}")
        item.add("dtstamp", datetime.datetime.combine(first, datetime.time(), datetime.UTC))
        item.add("dtstart", first)
        if last < datetime.date.max:  # there is no day after that one
            item.add("dtend", last + datetime.timedelta(days=1))
        item.add("summary", one_line(data["title"]))
        if event_place(parts, event):
            item.add("location", one_line(event_place(parts, event)))
        about = [data.get("theme", ""), f"Organiser: {data['organiser']}", f"Practices: {page}"]
        item.add("description", "\n".join(one_line(line) for line in about if line))
        item.add("url", page)
        item.add("transp", "TRANSPARENT")
        calendar.add_component(item)
    content: bytes = calendar.to_ical()
    return content
