"""The page of the practices that ended, were replaced or renamed, are still tried, or are lost from sight."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup

from scripts.derive.endings import Ending, Stage
from scripts.derive.practices import Practice
from scripts.render import words
from scripts.render.parts import Meta, Parts
from scripts.render.practice_page import PracticePages
from scripts.render.prose import Citations, render_line


def endings_page(parts: PracticePages, stages: Sequence[Stage]) -> str:
    """The page, with the sources of all notes numbered in one row."""
    listed = [ending.practice for stage in stages for ending in stage.endings]
    sources = {
        _key(practice.slug, key): source for practice in listed for key, source in practice.data["sources"].items()
    }
    citations = parts.citations(sources)
    notes = {practice.slug: _note(practice, citations) for practice in listed}
    meta = Meta(
        "pilotitis/",
        f"Where practices stopped · {parts.settings.name}",
        "Where practices stopped",
        "Practices that ended, were replaced or renamed, or are still tried: how long they ran, what the sources say.",
    )
    return parts.page(
        "pilotitis.html",
        meta,
        stages=stages,
        stopped_count=len(listed),
        all_count=len(parts.collection.listed),
        life_cycle=parts.terms["life_cycle"],
        counts={use.term.id: len(use.practices) for use in parts.collection.uses["life_cycle"]},
        spans={stage.term.id: span(stage) for stage in stages},
        facts=lambda ending: _facts(parts, ending),
        notes=notes,
        successor=parts.successor_name,
        citations=citations,
        sources=parts.sources,
    )


def span(stage: Stage) -> str:
    """How long the practices of a stage ran: "2 to 13 years, known for 4"."""
    durations = stage.durations
    if not durations:
        return ""
    least, most = durations[0], durations[-1]
    years = _in_years(most) if least == most else f"{least} to {_in_years(most)}"
    return years if len(durations) == len(stage.endings) else f"{years}, known for {len(durations)}"


def _in_years(duration: int) -> str:
    return words.counted(duration, "year") if duration else "within one year"


def _facts(parts: Parts, ending: Ending) -> str:
    practice = ending.practice
    duration = "" if ending.duration is None else _in_years(ending.duration)
    return " · ".join(part for part in (parts.place_line(practice), words.years(practice.data), duration) if part)


def _note(practice: Practice, citations: Citations) -> Markup:
    data = practice.data
    return render_line(data.get("life_cycle_note", ""), _Borrowed(practice.slug, data["sources"], citations))


class _Borrowed(Citations):
    """The citations of one practice on a page of many: its keys, the page's numbers."""

    def __init__(self, slug: str, sources: Mapping[str, Any], page: Citations) -> None:
        super().__init__(sources, lambda _marks: "")
        self._slug = slug
        self._page = page

    def cite(self, keys: Sequence[str]) -> Markup:
        return self._page.cite([_key(self._slug, key) for key in keys])


def _key(slug: str, key: str) -> str:
    return f"{slug} {key}"
