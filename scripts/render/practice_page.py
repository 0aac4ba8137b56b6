"""The page of one practice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from scripts.derive.description import ITEMS, missing_items
from scripts.derive.practices import Practice
from scripts.render import words
from scripts.render.citation_tags import practice_tags
from scripts.render.cite import practice_as_work
from scripts.render.correction import corrections
from scripts.render.embed import embed_code
from scripts.render.evidence_figure import draw_evidence
from scripts.render.field_labels import HELPED, TAKES
from scripts.render.handout import draw_handout, finding_line
from scripts.render.linked_data import linked_practice
from scripts.render.parts import Meta, Parts, short, way_to_root
from scripts.render.prose import render_line, render_prose
from scripts.render.templates import terms_as_text
from scripts.render.weave import draw_weave

SCOPES = {
    "this-practice": "About this practice",
    "the-model": "Findings about the same model elsewhere",
    "wider-context": "Findings about the wider context",
}
FINDING_FIELDS = {
    "measure": "Measure",
    "value": "Value",
    "comparator": "Compared with",
    "follow_up": "Follow-up",
    "sample": "Sample",
}
RUNGS = {"sketch": "a sketch", "described": "described", "with-findings": "described, with findings"}


class PracticePages(Parts):
    """Renders the pages of practices."""

    def practice(self, practice: Practice, **view: Any) -> str:
        """The page of one practice, or of one revision of it, for which ``view`` holds what is said of it."""
        data = practice.data
        collection = self.collection
        citations = self.citations(data["sources"])
        studied = {row.domain for row in practice.profile}
        unstudied = [term.inline for key, term in self.terms["outcome_domains"].items() if key not in studied]
        mechanisms = [
            (item["type"], self.terms["mechanisms"][item["type"]].extra["dimension"], item.get("note", ""))
            for item in data["integration"]["mechanisms"]
        ]
        weave = draw_weave(data["sectors"], mechanisms)
        presented = () if practice.archived else collection.presented.get(practice.slug, ())
        related = () if practice.archived else collection.related.get(practice.slug, ())
        if practice.archived or practice.withdrawn:  # no list needs to have them, so their terms may lead nowhere
            view |= terms_as_text(self.environment, self.terms)
        contents = list(_contents(practice, bool(presented), bool(related)))
        return self.page(
            "practice.html",
            self.practice_meta(practice),
            citation_tags=practice_tags(practice, self.settings, self.terms),
            linked_data=linked_practice(practice, self.settings, self.terms),
            citations=citations,
            prose=render_prose,
            line=render_line,
            place_line=self.place_line,
            weave=weave,
            evidence=draw_evidence(practice, self.terms),
            scopes=SCOPES.items(),
            finding_fields=FINDING_FIELDS.items(),
            unstudied=words.series(unstudied),
            takes=[(field, label) for field, label in TAKES.items() if data.get(field)],
            helped=[(field, label) for field, label in HELPED.items() if data.get(field)],
            sources=self.sources,
            presented=presented,
            **self._on_handout(practice),
            related=related,
            successor="" if practice.archived else self.successor_name(practice),
            code=embed_code(self, practice),
            contributors=words.series([person["name"] for person in data["contributors"]]),
            rung=RUNGS[practice.rung],
            items=ITEMS,
            missing=words.series([item.label for item in missing_items(practice.described)]),
            contents=contents,
            corrections={} if practice.archived else corrections(self.settings, practice, contents),
            **view,
        )

    def practice_meta(self, practice: Practice) -> Meta:
        """The head of the page of a practice, or of one revision of it."""
        name, archived = practice.data["name"], practice.archived
        return Meta(
            practice.path,
            f"{name}{f', revision {practice.revision}' if archived else ''} · {self.settings.name}",
            name,
            short(f"{f'Revision {practice.revision}. ' if archived else ''}{practice.data['summary']}"),
            "article",
            f"practices/{practice.slug}/picture.png",
            f"{name}. {self._weave_words(practice)}",
            canonical=f"practices/{practice.slug}/" if archived else "",
            listed=not archived,
        )

    def pictured(self, practice: Practice) -> tuple[str, str, int, tuple[str, ...]]:
        """What is on the picture of a practice: its name, place and years, sectors and the dimensions of mechanisms."""
        data, mechanisms = practice.data, self.terms["mechanisms"]
        where = " · ".join(part for part in [self.place_line(practice), words.years(data)] if part)
        dimensions = (mechanisms[item["type"]].extra["dimension"] for item in data["integration"]["mechanisms"])
        return data["name"], where, len(data["sectors"]), tuple(dimensions)

    def handout(self, practice: Practice) -> str:
        """The handout as a page of its own, beside its style sheet ``handout.css``."""
        return self.environment.get_template("handout-page.html").render(**self._on_handout(practice))

    def _on_handout(self, practice: Practice) -> dict[str, Any]:
        """What the handout needs; the page of the practice, which holds it, needs it too."""
        data = practice.data
        life = self.terms["life_cycle"][data["life_cycle"]].label.lower()
        return {
            "practice": practice,
            "kicker": " · ".join(part for part in [self.place_line(practice), words.years(data), life] if part),
            "directions": [(key, practice.tally[key]) for key in self.terms["directions"] if key in practice.tally],
            "weave_words": self._weave_words(practice),
            "citation": self.citation(practice_as_work(practice, self.settings, self.terms)),
            "handout": draw_handout(practice, self.terms, f"{self.settings.address}{practice.path}"),
            "finding_line": finding_line,
        }

    def successor_name(self, practice: Practice) -> str:
        """The name of the practice that replaced this one, or "" if none did."""
        return self.names.get(practice.data.get("successor", ""), "")

    def moved(self, practice: Practice, below: str = "") -> str:
        """The page at a former address that leads to the present one, or to a page below it such as ``history/``."""
        root = way_to_root(f"practices/{practice.slug}/{below}")
        return self.environment.get_template("moved.html").render(practice=practice, root=root, below=below)

    def _weave_words(self, practice: Practice) -> str:
        sectors = [self.terms["sectors"][key].inline for key in practice.data["sectors"]]
        mechanisms = [
            self.terms["mechanisms"][item["type"]].inline for item in practice.data["integration"]["mechanisms"]
        ]
        return f"Sectors {words.series(sectors)} are tied together by {words.series(mechanisms)}."


def _contents(practice: Practice, presented: bool, related: bool) -> Iterator[tuple[str, str]]:
    data = practice.data
    yield "woven", "Woven together"
    yield "did-it-help", "Did it help?"
    yield "how-it-works", "How it works"
    if any(data.get(field) for field in TAKES):
        yield "what-it-takes", "What it takes"
    if any(data.get(field) for field in HELPED):
        yield "helped-and-hindered", "Helped and hindered"
    if data.get("transfer"):
        yield "would-it-work-here", "Would it work here?"
    if data.get("contradictions"):
        yield "where-sources-disagree", "Where sources disagree"
    yield "sources", "Sources"
    if presented:
        yield "presented", "Events"
    yield "cite", "Cite this page"
    if related:
        yield "related", "Related practices"
    yield "history", "About this entry"
