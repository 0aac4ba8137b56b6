"""The lists of practices: the catalogue and the page of each term, in pages of fifty; and the lists of terms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from scripts.derive.facets import FACETS, Facet, TermUse
from scripts.derive.practices import Practice
from scripts.render import words
from scripts.render.citation_tags import tags_by_editors
from scripts.render.cite import catalogue_as_work, term_as_work
from scripts.render.parts import Meta, Parts, at_root, short
from scripts.render.spread_figure import draw_spread

PER_PAGE = 50
"""Practices on one page of a list."""

FOLLOWED = ("target_group", "kind", "country")
"""The facets whose terms have a feed each."""


@dataclass(frozen=True, slots=True)
class Part:
    """One page of a long list: its practices, its number from 1, how many there are, and the list's own address."""

    practices: Sequence[Practice]
    number: int
    of: int
    path: str

    def path_of(self, number: int) -> str:
        """The address of another page of the same list."""
        return self.path if number == 1 else f"{self.path}page/{number}/"

    @property
    def first(self) -> int:
        """Position of the first practice in the whole list, from 1."""
        return (self.number - 1) * PER_PAGE + 1


def in_parts(path: str, practices: Sequence[Practice]) -> Iterator[Part]:
    """Divides a list into pages; an empty list has one."""
    of = max(1, -(-len(practices) // PER_PAGE))
    for number in range(1, of + 1):
        yield Part(practices[(number - 1) * PER_PAGE : number * PER_PAGE], number, of, path)


def render_catalogue_pages(parts: Parts, cards: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The catalogue, as (address, page): every listed practice, and the terms by which to filter."""
    uses = parts.collection.uses
    citation = parts.citation(catalogue_as_work(parts.collection, parts.settings))
    for part in in_parts("practices/", parts.collection.listed):
        path = part.path_of(part.number)
        meta = Meta(
            path,
            f"Practices{_numbered(part)} · {parts.settings.name}",
            "Practices",
            "All practices, to filter by target group, integration type, outcome, evidence level and more.",
        )
        yield (
            path,
            parts.page(
                "catalogue.html",
                meta,
                part=part,
                total=len(parts.collection.listed),
                country_count=len(uses["country"]),
                facets_shown=[
                    (facet, uses[facet.id]) for facet in FACETS if facet.id != "mechanism" and uses[facet.id]
                ],
                mechanisms=uses["mechanism"],
                cards=at_root(path, cards, part.practices),
                citation=citation,
            ),
        )


def render_term(parts: Parts, use: TermUse, part: Part, cards: Mapping[str, str]) -> str:
    """One page of a term with its practices: a plain list that can be cited."""
    label = use.term.label
    meta = Meta(
        part.path_of(part.number),
        f"{label}{_numbered(part)} · {use.facet.title} · {parts.settings.name}",
        label,
        short(f"{words.counted(len(use.practices), 'practice')}: {label}. {use.term.definition}"),
    )
    work = term_as_work(use, part.path, parts.settings)
    spread = parts.collection.spreads[use.facet.id, use.term.id]
    charts = list(draw_spread(spread, use.facet.id, parts.terms)) if part.number == 1 else []
    shown = at_root(meta.path, cards, part.practices)
    return parts.page(
        "term.html",
        meta,
        facet=use.facet,
        use=use,
        part=part,
        charts=charts,
        followed=use.facet.id in FOLLOWED,
        cards=shown,
        citation_tags=tags_by_editors(work),
        citation=parts.citation(work),
    )


def render_terms(parts: Parts, facet: Facet) -> str:
    """The list of a facet's terms, used ones with their counts and the others by name."""
    uses = parts.collection.uses[facet.id]
    groups: dict[str, list[TermUse]] = {}
    for use in uses:
        groups.setdefault(_group(parts, facet, use), []).append(use)
    used = {use.term.id for use in uses}
    unused = [term.label for term in parts.terms[facet.vocabulary].values() if term.id not in used]
    meta = Meta(
        f"{facet.folder}/",
        f"{facet.title} · {parts.settings.name}",
        facet.title,
        f"{facet.title} in the collection, each with its definition and its practices.",
    )
    return parts.page(
        "terms.html",
        meta,
        facet=facet,
        groups=groups.items(),
        unused="" if facet.id == "country" else words.series(unused),
    )


def term_path(use: TermUse) -> str:
    """The address of a term's page below the root."""
    return f"{use.facet.folder}/{use.term.id.lower()}/"


def _numbered(part: Part) -> str:
    return f", page {part.number} of {part.of}" if part.number > 1 else ""


def _group(parts: Parts, facet: Facet, use: TermUse) -> str:
    if facet.id == "target_group":
        return str(use.term.extra["group"]["en"])
    if facet.id == "mechanism":
        return parts.terms["integration_kinds"][use.term.extra["kind"]].label
    if facet.id == "outcome":
        return str(use.term.extra["aim"]["en"])
    return ""
