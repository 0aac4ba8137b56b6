"""The programme of an event: its practices, each with one finding and a QR code."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from scripts.derive.collection import Event
from scripts.derive.practices import Finding, Practice
from scripts.derive.proportion import surest_finding
from scripts.render.parts import Parts
from scripts.render.qr import inline_qr


@dataclass(frozen=True, slots=True)
class Item:
    """One practice on the programme: where, who, one finding, how all point, and the code of its address."""

    practice: Practice
    where: str
    finding: Finding | None
    tally: str
    address: str
    qr: Markup


@dataclass(frozen=True, slots=True)
class Group:
    """Practices of an event that are told together."""

    id: str
    title: str
    note: str
    items: Sequence[Item]


def draw_programme(parts: Parts, event: Event) -> Iterator[Group]:
    """The practices of an event: first those known to have been presented, then the others."""
    others = [practice for practice in event.practices if practice not in event.presented]
    if event.presented:
        yield Group("presented", "Practices presented", "", _items(parts, event.presented))
        note = "Not known to have been presented: the text above tells how each comes to be listed."
        title = "Also listed"
    else:
        note, title = "The text above tells how each comes to be listed.", "Practices"
    if others:
        yield Group("practices", title, note, _items(parts, others))


def event_place(parts: Parts, event: Event) -> str:
    """The place with its country: "Barcelona, Spain"; "" if neither is known."""
    where = [event.data[field] for field in ("place",) if event.data.get(field)]
    if event.data.get("country"):
        country = parts.terms["countries"][event.data["country"]].label
        where += [country] if country not in " ".join(where) else []
    return ", ".join(where)


def tally_in_words(parts: Parts, practice: Practice) -> str:
    """How the findings about a practice point: "4 better, 2 no difference"."""
    tally = practice.tally
    return ", ".join(f"{tally[key]} {term.inline}" for key, term in parts.terms["directions"].items() if key in tally)


def _items(parts: Parts, practices: Sequence[Practice]) -> list[Item]:
    return [
        Item(
            practice=practice,
            where=parts.place_line(practice),
            finding=surest_finding(practice.own_findings),
            tally=tally_in_words(parts, practice),
            address=(address := f"{parts.settings.address}practices/{practice.slug}/"),
            qr=inline_qr(address),
        )
        for practice in practices
    ]
