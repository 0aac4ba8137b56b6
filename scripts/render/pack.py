"""The pack of an event: what its organisers print, hand out and cite."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.derive.collection import Event
from scripts.derive.practices import Practice
from scripts.derive.proportion import surest_finding
from scripts.render.bibliography import in_plain_text, render_bibliography
from scripts.render.calendar import render_calendar
from scripts.render.practice_page import PracticePages
from scripts.render.programme import event_place, tally_in_words
from scripts.render.qr import qr_file
from scripts.render.words import long_dates, one_line

README = """{title}
{when}

This folder holds the practices of the event as {site} had them
on the day when the pack was made. Unpack it first; it needs no network.

handouts/   Two pages of A4 for each practice. Open a file in a browser
            and print it.
qr/         A QR code of the address of each practice, as SVG, to put into a
            programme or on a poster. Print it at least 2 cm wide, and keep
            the white edge.
summaries/  Name, place, organisation, summary and one finding of each
            practice, as plain text.
citations/  The list of all practices to cite: plain text, BibTeX, RIS,
            CSL-JSON.
{calendar}
            The event for a calendar.

Please print a finding together with its level, and not the good results only.
The text is under the licence CC BY 4.0: name {site} and the authors,
link to the page, and say what you changed.
https://creativecommons.org/licenses/by/4.0/
The typefaces inside handouts/handout.css, Source Sans 3 and Source Serif 4,
are under the SIL Open Font Licence 1.1. https://openfontlicense.org/

The page of the event, with what has changed since:
{address}
"""


def render_pack(pages: PracticePages, event: Event, style: str) -> Iterator[tuple[str, bytes]]:
    """The files of the pack, as (path, content).

    Args:
        pages: Renders the handouts.
        event: The event.
        style: The style sheet of the handouts, with its fonts inside.
    """
    settings = pages.settings
    where = event_place(pages, event)
    when = long_dates(event.data["starts"], event.data["ends"])
    readme = README.format(
        title=one_line(event.data["title"]),
        when=f"{when}, {one_line(where)}" if where else when,
        site=settings.name,
        calendar=f"{event.slug}.ics",
        address=f"{settings.address}events/{event.slug}/",
    )
    yield "README.txt", readme.encode()
    yield f"{event.slug}.ics", render_calendar(pages, [event])
    yield "handouts/handout.css", style.encode()
    for ending, content in render_bibliography(pages, event.practices).items():
        yield f"citations/{event.slug}.{ending}", content.encode()
    for practice in event.practices:
        address = f"{settings.address}practices/{practice.slug}/"
        yield f"handouts/{practice.slug}.html", pages.handout(practice).encode()
        yield f"qr/{practice.slug}.svg", qr_file(address, f"QR code of {address}").encode()
        yield f"summaries/{practice.slug}.txt", _summary(pages, practice).encode()


def _summary(pages: PracticePages, practice: Practice) -> str:
    data, terms = practice.data, pages.terms
    finding = surest_finding(practice.own_findings)
    lines = [data["name"], data.get("local_name", ""), f"{pages.place_line(practice)}. {data['lead']}"]
    if practice.withdrawn:
        lines.append(f"This entry was withdrawn: {data['withdrawn']['reason']}")
    text = "\n".join(one_line(line) for line in lines if line)
    if finding:
        direction = terms["directions"][finding.data["direction"]].inline
        level = terms["evidence_levels"][finding.level.id].extra["short"]["en"]
        told = f"{one_line(finding.data['statement'])} ({direction}; {level})"
        told += f"\nAll findings: {tally_in_words(pages, practice)}."
    else:
        told = "No findings on outcomes were found for this practice."
    citation = in_plain_text(pages, practice)
    return f"{text}\n\n{one_line(data['summary'])}\n\n{told}\n\n{citation}\nCC BY 4.0\n"
