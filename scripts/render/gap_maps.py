"""The pages of the gap maps: the first one with the wanted list and the levels, one page for each of the others."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from scripts.derive.gaps import GapMap
from scripts.render.parts import Meta, Parts

FOLDER = "evidence/"


def render_gap_maps(parts: Parts) -> Iterator[tuple[str, str]]:
    """The pages as (address, page)."""
    first, *others = parts.collection.gaps
    maps = [(FOLDER, title(first)), *((path_of(gaps), title(gaps)) for gaps in others)]
    meta = Meta(
        FOLDER,
        f"Evidence and gaps · {parts.settings.name}",
        "Evidence and gaps",
        "For whom, and by what kind of integration, there is evidence, how sure it is, and what is missing.",
    )
    uses = {use.term.id: use for use in parts.collection.uses["level"]}
    levels = [(level, uses.get(level.id)) for level in reversed(parts.terms["evidence_levels"].values())]
    yield (
        FOLDER,
        parts.page(
            "evidence.html",
            meta,
            gaps=first,
            title=title(first),
            maps=maps,
            wanted=parts.collection.wanted,
            levels=levels,
        ),
    )
    for gaps in others:
        meta = Meta(
            path_of(gaps),
            f"{title(gaps)} · {parts.settings.name}",
            title(gaps),
            f"{title(gaps)}: how many practices, how sure their findings are, and what is missing.",
        )
        yield (
            meta.path,
            parts.page("gap-map.html", meta, gaps=gaps, title=title(gaps), maps=maps, bands=bands(parts, gaps)),
        )


def title(gaps: GapMap) -> str:
    """The name of a map: "Target groups and mechanisms"."""
    return f"{gaps.by.title} and {gaps.across.title.lower()}"


def path_of(gaps: GapMap) -> str:
    """The address of a map's own page below the root."""
    return f"{FOLDER}{gaps.by.folder}-by-{gaps.across.id}/"


def bands(parts: Parts, gaps: GapMap) -> list[tuple[str, int]]:
    """The integration types above the columns of mechanisms, as (label, number of columns); none above others."""
    if gaps.across.id != "mechanism":
        return []
    kinds = groupby(gaps.columns, key=lambda column: str(column.term.extra["kind"]))
    return [(parts.terms["integration_kinds"][kind].label, len(list(columns))) for kind, columns in kinds]
