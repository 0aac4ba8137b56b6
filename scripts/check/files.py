"""Rules for a file as a whole and for how files refer to each other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.check.document import Document
from scripts.check.record import Fault
from scripts.check.wording import did_you_mean, shown

MODELINE = "# yaml-language-server: $schema=../schema/practice.schema.json"

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""A file name without its extension, as it can be an address."""

RESERVED = frozenset({"index", "page", "new"})
DEVICES = re.compile(r"(?:con|prn|aux|nul|(?:com|lpt)\d)")
"""Names that Windows keeps for itself, so that a file of that name cannot be copied there."""

LONGEST = 80
"""The most characters of an address."""


def file_name_is_an_address(document: Document) -> Iterator[Fault]:
    """A file name consists of small letters, digits and hyphens and ends in .yml (an event's in .md).

    The name of the file is the address of the page and the key by which the entry is cited. It must be the same on
    every system, and it is kept for ever.
    """
    name = document.path.rpartition("/")[2]
    better = re.sub(r"[^a-z0-9]+", "-", document.slug.lower()).strip("-") or "name-of-the-practice"
    if not SLUG.fullmatch(document.slug):
        yield Fault(
            (),
            f"The file name {shown(name)} cannot be an address.",
            f"Use small letters, digits and hyphens: {better}.",
        )
    elif reason := _why_taken(document.slug):
        yield Fault((), f"The file name {shown(name)} {reason}.", "Choose another.")
    if name.endswith(".yaml"):
        yield Fault((), f"The file name {shown(name)} must end in .yml.", f"Rename it to {better}.yml.")


def _why_taken(slug: str) -> str:
    """Returns why an address that is written well cannot be had, or an empty text."""
    if slug in RESERVED:
        return "is taken by a page of the site"
    if DEVICES.fullmatch(slug):
        return "cannot be used on every system"
    return f"is longer than {LONGEST} characters" if len(slug) > LONGEST else ""


def first_line_names_the_schema(practice: Document) -> Iterator[Fault]:
    """The first line should name the schema, so that editors help.

    From this line an editor knows what may stand in the file: it offers fields and terms and underlines mistakes
    while you write.
    """
    if practice.first_line.rstrip() != MODELINE:
        yield Fault((), "The first line does not name the schema.", f"Begin the file with: {MODELINE}")


def fields_keep_their_order(document: Document) -> Iterator[Fault]:
    """Fields should stand in the order of the schema.

    When every file has the same order, people find their way, and two versions can be compared line by line.
    """
    latest = ""
    for name in document.record.fields:
        if name in document.field_order:
            if latest and document.field_order.index(name) < document.field_order.index(latest):
                yield Fault((name,), f"{shown(name)} should stand before {shown(latest)}.", "Move it up.", on_key=True)
                return
            latest = name


def successor_exists(practice: Document) -> Iterator[Fault]:
    """A successor is another practice of this collection.

    The page of a practice that was replaced sends readers on to the one that followed. That link must lead
    somewhere.
    """
    name = practice.record.text("successor")
    if name == practice.slug:
        yield Fault(("successor",), "A practice cannot be its own successor.", "Name the practice that replaced it.")
    elif name:
        yield from _unless_known(("successor",), name, practice)


def presented_practices_are_listed(event: Document) -> Iterator[Fault]:
    """What was presented at an event is one of its practices.

    The page of an event shows its practices in one list, and tells of each whether it was presented or only named.
    """
    listed = {name for _, name in event.record.texts("practices")}
    for path, name in event.record.texts("presented"):
        if name not in listed:
            yield Fault(
                path, f"{shown(name)} is not among the practices of this event.", "Name it under practices too."
            )


def practices_of_event_exist(event: Document) -> Iterator[Fault]:
    """The practices that an event names are entries of this collection.

    The page of an event lists the practices that were shown there, and each of their pages names the event.
    """
    for path, name in event.record.texts("practices"):
        yield from _unless_known(path, name, event)


def _unless_known(path: tuple[str | int, ...], name: str, document: Document) -> Iterator[Fault]:
    collection = document.collection
    if not SLUG.fullmatch(name) or name in collection.slugs:
        return
    owners = collection.aliases.get(name)
    if owners:
        hint = f'That is a former file name: write "{owners[0]}".'
    else:
        hint = did_you_mean(name, collection.slugs) or "Name a file in practices/, without .yml."
    yield Fault(path, f"There is no practice {shown(name)} in this collection.", hint)


def aliases_are_free(practice: Document) -> Iterator[Fault]:
    """A former address must not be the address of an entry, nor belong to two entries.

    A former address leads to one entry only. Otherwise an old link or a printed citation would show the wrong
    practice.
    """
    for path, alias in practice.record.texts("aliases"):
        others = [slug for slug in practice.collection.aliases.get(alias, ()) if slug != practice.slug]
        if alias in practice.collection.slugs:
            yield Fault(path, f"{shown(alias)} is the file name of an entry.", "Remove it from aliases.")
        elif reason := _why_taken(alias):
            yield Fault(path, f"The former address {shown(alias)} {reason}.", "Remove it from aliases.")
        elif others:
            yield Fault(path, f"{shown(alias)} is also a former address of {others[0]}.", "Keep one of them.")
