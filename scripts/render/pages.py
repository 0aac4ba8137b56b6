"""The pages made from the collection as a whole: home, catalogue, terms, events, field guide, sitemap."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from heapq import nlargest
from typing import Any

from markupsafe import Markup

from scripts.derive.collection import Event
from scripts.derive.facets import FACETS, Facet, TermUse
from scripts.derive.practices import Practice
from scripts.render import words
from scripts.render.fields import list_fields
from scripts.render.parts import ROOT_MARK, Meta, short
from scripts.render.practice_page import PracticePages
from scripts.render.prose import render_prose


class Pages(PracticePages):
    """Renders every page of one collection."""

    def catalogue(self, cards: Mapping[str, str]) -> str:
        """The catalogue: every listed practice, and the terms by which to filter."""
        uses = self.collection.uses
        return self.page(
            "catalogue.html",
            Meta(
                "practices/",
                f"Practices · {self.settings.name}",
                "Practices",
                "All practices, to filter by target group, integration type, outcome, evidence level and more.",
            ),
            practices=self.collection.listed,
            country_count=len(uses["country"]),
            facets_shown=[(facet, uses[facet.id]) for facet in FACETS if facet.id != "mechanism" and uses[facet.id]],
            mechanisms=uses["mechanism"],
            cards=_at("../", cards, self.collection.listed),
        )

    def term(self, use: TermUse, cards: Mapping[str, str]) -> str:
        """The page of one term with its practices: a plain list that can be cited."""
        label = use.term.label
        return self.page(
            "term.html",
            Meta(
                term_path(use),
                f"{label} · {use.facet.title} · {self.settings.name}",
                label,
                short(f"{words.counted(len(use.practices), 'practice')}: {label}. {use.term.definition}"),
            ),
            facet=use.facet,
            use=use,
            cards=_at("../../", cards, use.practices),
        )

    def terms_of(self, facet: Facet) -> str:
        """The list of a facet's terms, used ones with their counts and the others by name."""
        uses = self.collection.uses[facet.id]
        groups: dict[str, list[TermUse]] = {}
        for use in uses:
            groups.setdefault(self._group(facet, use), []).append(use)
        used = {use.term.id for use in uses}
        unused = [term.label for term in self.terms[facet.vocabulary].values() if term.id not in used]
        return self.page(
            "terms.html",
            Meta(
                f"{facet.folder}/",
                f"{facet.title} · {self.settings.name}",
                facet.title,
                f"{facet.title} in the collection, each with its definition and its practices.",
            ),
            facet=facet,
            groups=groups.items(),
            unused="" if facet.id == "country" else words.series(unused),
        )

    def event(self, event: Event, cards: Mapping[str, str]) -> str:
        """The page of one event."""
        data = event.data
        where = [data[field] for field in ("place",) if data.get(field)]
        if data.get("country") and self.terms["countries"][data["country"]].label not in " ".join(where):
            where.append(self.terms["countries"][data["country"]].label)
        return self.page(
            "event.html",
            Meta(
                f"events/{event.slug}/",
                f"{data['title']} · {self.settings.name}",
                data["title"],
                short(f"{words.long_dates(data['starts'], data['ends'])}: {data['title']}. {data.get('theme', '')}"),
            ),
            event=event,
            where=", ".join(where),
            prose=render_prose,
            citations=self.citations(data["sources"]),
            sources=self.sources,
            cards=_at("../../", cards, event.practices),
        )

    def events(self) -> str:
        """The list of events, newest first."""
        meta = Meta(
            "events/",
            f"Events · {self.settings.name}",
            "Events",
            "Meetings at which practices of integrated care were presented.",
        )
        return self.page("events.html", meta, events=self.collection.events)

    def fields(self, schemas: Mapping[str, Any]) -> str:
        """The field guide, made from the schemas of a practice and of an event."""
        meta = Meta(
            "contribute/fields/",
            f"Field guide · {self.settings.name}",
            "Field guide",
            "Every field of an entry: what it means, whether it is required, an example, the allowed terms.",
        )
        return self.page(
            "fields.html",
            meta,
            fields=list_fields(schemas["practice"]),
            event_fields=list_fields(schemas["event"], "event-"),
        )

    def home(self, cards: Mapping[str, str]) -> str:
        """The home page."""
        listed = self.collection.listed
        tally = sum((Counter(practice.tally) for practice in listed), Counter[str]())
        newest = nlargest(6, listed, key=lambda practice: (practice.created, practice.changed, practice.slug))
        meta = Meta(
            "",
            f"{self.settings.name}: integrated care in practice",
            self.settings.name,
            self.settings.description,
        )
        return self.page(
            "home.html",
            meta,
            listed=listed,
            uses=self.collection.uses,
            finding_count=tally.total(),
            null_count=tally["none"] + tally["negative"],
            kinds=list(self.terms["integration_kinds"].values()),
            gap_rows=self.collection.gaps,
            newest=_at("./", cards, newest),
            events=self.collection.events,
        )

    def sitemap(self, pages: Sequence[tuple[str, str]]) -> str:
        """The sitemap of (path, date of change or "")."""
        return self.environment.get_template("sitemap.xml").render(pages=pages)

    def _group(self, facet: Facet, use: TermUse) -> str:
        if facet.id == "target_group":
            return str(use.term.extra["group"]["en"])
        if facet.id == "mechanism":
            return self.terms["integration_kinds"][use.term.extra["kind"]].label
        if facet.id == "outcome":
            return str(use.term.extra["aim"]["en"])
        return ""


def term_path(use: TermUse) -> str:
    """The address of a term's page below the root."""
    return f"{use.facet.folder}/{use.term.id.lower()}/"


def _at(root: str, cards: Mapping[str, str], practices: Sequence[Practice]) -> Markup:
    return Markup("".join(cards[practice.slug] for practice in practices).replace(ROOT_MARK, root))
