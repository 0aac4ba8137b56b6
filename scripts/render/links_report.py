"""The report on the addresses of sources, for people (Markdown) and for programs (JSON)."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote

WORDS = {
    "dead": ("Dead", "The host says that there is nothing any more (404 or 410)."),
    "moved": (
        "Moved for good",
        "The host names a new address. Check that it shows the same, then put it into the entry.",
    ),
    "unreachable": ("Not reached", "No answer, or a fault of the host. It may be well again tomorrow."),
    "refused": ("Refused", "The host turns programs away. It may well let people in: try these by hand."),
    "alive": ("Alive", "The address leads somewhere."),
}
"""Heading and explanation of each status, in the order of the report."""

SHOWN = 50
"""Addresses that each part of the Markdown report names; the JSON report names all."""

PLACES = 3
"""Places that the Markdown report names for one address; an issue at the forge has room for 65,536 characters."""

SAFE = ":/?#@!$&'()*+,;=%~-._"
"""Characters of an address that stay as they are; whatever a host answers, the report stays plain text."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One address: what was answered, where it leads now, a note, and the places that name it as texts."""

    address: str
    status: str
    leads_to: str
    note: str
    named_in: tuple[str, ...]


def count_statuses(asked: Iterable[Asked]) -> dict[str, int]:
    """How many addresses have each status, in the order of the report."""
    counts = Counter(item.status for item in asked)
    return {status: counts[status] for status in WORDS}


def render_links_json(asked: Iterable[Asked], day: str) -> str:
    """The report as JSON: the day, the counts, and every address."""
    asked = tuple(asked)
    report = {
        "checked": day,
        "counts": count_statuses(asked),
        "addresses": [
            {
                "address": item.address,
                "status": item.status,
                "leads_to": _plain(item.leads_to),
                "note": item.note,
                "named_in": item.named_in,
            }
            for item in asked
        ],
    }
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def render_links_markdown(asked: Iterable[Asked], day: str) -> str:
    """The report as Markdown: a table of counts, then each address that needs somebody's eyes."""
    by_status: dict[str, list[Asked]] = {status: [] for status in WORDS}
    for item in asked:
        by_status[item.status].append(item)
    lines = [f"# Addresses of sources, {day}", "", "| Status | Addresses | What it means |", "|---|---|---|"]
    lines += [f"| {heading} | {len(by_status[status])} | {means} |" for status, (heading, means) in WORDS.items()]
    for status, (heading, _) in WORDS.items():
        if status != "alive" and by_status[status]:
            lines += ["", f"## {heading}", ""]
            lines += [_line(item) for item in by_status[status][:SHOWN]]
            if len(by_status[status]) > SHOWN:
                lines += ["", f"{len(by_status[status]) - SHOWN} more are in links.json."]
    return "\n".join(lines) + "\n"


def _line(item: Asked) -> str:
    leads = f" leads to <{_plain(item.leads_to)}>" if item.leads_to else ""
    note = f" ({item.note})" if item.note else ""
    return f"- <{_plain(item.address)}>{leads}{note}: {_places(item.named_in)}"


def _places(named_in: tuple[str, ...]) -> str:
    shown = "; ".join(f"`{place}`" for place in named_in[:PLACES])
    return shown if len(named_in) <= PLACES else f"{shown}; {len(named_in) - PLACES} more"


def _plain(address: str) -> str:
    return quote(address, safe=SAFE)
