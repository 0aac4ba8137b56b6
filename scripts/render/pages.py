"""The pages made from data, each as (path, HTML)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from babel import Locale
from jinja2 import Environment
from markupsafe import Markup

from scripts.derive.collection import Collection, Event
from scripts.derive.facets import FACETS, Facet, TermUse
from scripts.derive.gaps import map_gaps
from scripts.derive.practices import Practice
from scripts.read.settings import Settings
from scripts.render import words
from scripts.render.cite import cite_practice
from scripts.render.prose import Citations, render_line, render_prose
from scripts.render.weave import draw_weave

ROOT_MARK = "\x00root\x00"
"""Stands for the way to the root in a card, which is rendered once and used at several depths."""

TAKES = {
    "workforce": "Staff",
    "training": "Training",
    "tools": "Tools",
    "funding": "Money",
    "scale": "Scale",
    "user_involvement": "User involvement",
}
HELPED = {"enablers": "What helped", "barriers": "What hindered", "lessons": "Lessons"}
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


@dataclass(frozen=True, slots=True)
class Meta:
    """What the head of a page says: path below the root, title, heading, description, kind of page."""

    path: str
    title: str
    heading: str
    description: str
    type: str = "website"


class Pages:
    """Renders the pages of one collection."""

    def __init__(self, environment: Environment, collection: Collection, settings: Settings) -> None:
        self.environment = environment
        self.collection = collection
        self.settings = settings
        self.terms = collection.vocabularies
        self.names = {practice.slug: str(practice.data["name"]) for practice in collection.practices}
        self.gap_rows = map_gaps(collection.listed, collection.vocabularies)

    def card(self, practice: Practice) -> str:
        """One practice in a list, with a mark in place of the way to the root."""
        groups = [self.terms["target_groups"][group].label for group in practice.data["target_groups"]]
        tally = Counter(finding.data["direction"] for finding in practice.own_findings)
        parts = [f"{tally[key]} {words.lower(term.label)}" for key, term in self.terms["directions"].items() if tally[key]]
        return self.environment.get_template("card.html").render(
            practice=practice,
            root=ROOT_MARK,
            where=" · ".join(part for part in [self.place_line(practice), words.years(practice.data)] if part),
            groups=", ".join(groups),
            tally=", ".join(parts),
        )

    def place_line(self, practice: Practice) -> str:
        """The main place with its nation or country: "Tampere, Finland"."""
        data = practice.data
        countries = [self.terms["countries"][code].label for code in data["countries"]]
        country = self.terms["nations"][data["nation"]].label if "nation" in data else words.series(countries)
        place = data["places"][0]["name"]
        return country if place in (country, *countries) else f"{place}, {country}"

    def practice(self, practice: Practice) -> str:
        """The page of one practice."""
        data = practice.data
        collection = self.collection
        citations = Citations(data["sources"])
        studied = {row.domain for row in practice.profile}
        unstudied = [words.lower(term.label) for key, term in self.terms["outcome_domains"].items() if key not in studied]
        mechanisms = [
            (item["type"], self.terms["mechanisms"][item["type"]].extra["dimension"], item.get("note", ""))
            for item in data["integration"]["mechanisms"]
        ]
        weave = draw_weave(data["sectors"], mechanisms)
        tally = Counter(finding.data["direction"] for finding in practice.own_findings)
        life = self.terms["life_cycle"][data["life_cycle"]].label.lower()
        return self._page(
            "practice.html",
            Meta(
                f"practices/{practice.slug}/",
                f"{data['name']} · {self.settings.name}",
                data["name"],
                _short(data["summary"]),
                "article",
            ),
            practice=practice,
            citations=citations,
            prose=render_prose,
            line=render_line,
            place_line=self.place_line,
            kicker=" · ".join(part for part in [self.place_line(practice), words.years(data), life] if part),
            directions=[(key, tally[key]) for key in self.terms["directions"] if tally[key]],
            weave=weave,
            weave_words=self._weave_words(practice),
            scopes=SCOPES.items(),
            finding_fields=FINDING_FIELDS.items(),
            unstudied=words.series(unstudied),
            takes=[(field, label) for field, label in TAKES.items() if data.get(field)],
            helped=[(field, label) for field, label in HELPED.items() if data.get(field)],
            sources=self._sources,
            presented=collection.presented.get(practice.slug, ()),
            citation=cite_practice(practice, self.settings),
            related=collection.related.get(practice.slug, ()),
            successor=self.successor_name(practice),
            contributors=words.series([person["name"] for person in data["contributors"]]),
            rung=RUNGS[practice.rung],
            contents=list(_contents(practice, bool(collection.presented.get(practice.slug)), bool(collection.related.get(practice.slug)))),
        )

    def successor_name(self, practice: Practice) -> str:
        """The name of the practice that replaced this one, or "" if none did."""
        return self.names.get(practice.data.get("successor", ""), "")

    def moved(self, practice: Practice) -> str:
        """The page at a former address that leads to the present one."""
        return self.environment.get_template("moved.html").render(practice=practice, root="../../")

    def catalogue(self, cards: Mapping[str, str]) -> str:
        """The catalogue: every listed practice, and the terms by which to filter."""
        uses = self.collection.uses
        return self._page(
            "catalogue.html",
            Meta(
                "practices/",
                f"Practices · {self.settings.name}",
                "Practices",
                "All practices in the collection, to filter by target group, integration type, outcome, evidence level, sector, country and life cycle.",
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
        return self._page(
            "term.html",
            Meta(
                term_path(use),
                f"{label} · {use.facet.title} · {self.settings.name}",
                label,
                f"{words.counted(len(use.practices), 'practice')} of integrated care: {label}. {use.term.definition}".strip(),
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
        return self._page(
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
        return self._page(
            "event.html",
            Meta(
                f"events/{event.slug}/",
                f"{data['title']} · {self.settings.name}",
                data["title"],
                _short(f"{data['title']}, {words.long_dates(data['starts'], data['ends'])}. {data.get('theme', '')}".strip()),
            ),
            event=event,
            where=", ".join(where),
            prose=render_prose,
            citations=Citations(data["sources"]),
            sources=self._sources,
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
        return self._page("events.html", meta, events=self.collection.events)

    def home(self, cards: Mapping[str, str]) -> str:
        """The home page."""
        listed = self.collection.listed
        findings = [finding for practice in listed for finding in practice.own_findings]
        newest = sorted(listed, key=lambda practice: (practice.created, practice.changed, practice.slug), reverse=True)[:4]
        meta = Meta("", f"{self.settings.name}: integrated care in practice", self.settings.name, self.settings.description)
        return self._page(
            "home.html",
            meta,
            listed=listed,
            uses=self.collection.uses,
            finding_count=len(findings),
            null_count=sum(finding.data["direction"] in ("none", "negative") for finding in findings),
            kinds=list(self.terms["integration_kinds"].values()),
            gap_rows=self.gap_rows,
            newest=_at("./", cards, newest),
            events=self.collection.events,
        )

    def sitemap(self, pages: Sequence[tuple[str, str]]) -> str:
        """The sitemap of (path, date of change or "")."""
        return self.environment.get_template("sitemap.xml").render(pages=pages)

    def _page(self, template: str, meta: Meta, **view: Any) -> str:
        root = "../" * meta.path.count("/") or "./"
        return self.environment.get_template(template).render(meta=meta, root=root, **view)

    def _sources(self, citations: Citations) -> Markup:
        text = self.environment.get_template("sources.html").render(
            citations=citations, source_who=source_who, language_name=language_name
        )
        return Markup(text)

    def _weave_words(self, practice: Practice) -> str:
        sectors = [words.lower(self.terms["sectors"][key].label) for key in practice.data["sectors"]]
        mechanisms = [
            words.lower(self.terms["mechanisms"][item["type"]].label) for item in practice.data["integration"]["mechanisms"]
        ]
        return f"Sectors {words.series(sectors)} are tied together by {words.series(mechanisms)}."

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


def source_who(source: Mapping[str, Any]) -> str:
    """Who speaks in a source: its authors, else its organisation."""
    return words.series(source["authors"]) if "authors" in source else str(source["organisation"])


def language_name(code: str) -> str:
    """The English name of a language, or its code if nobody knows it."""
    return Locale("en").languages.get(code, code)


def _at(root: str, cards: Mapping[str, str], practices: Sequence[Practice]) -> list[Markup]:
    return [Markup(cards[practice.slug].replace(ROOT_MARK, root)) for practice in practices]


def _short(text: str) -> str:
    """The first 155 characters of a text, cut between words, as search engines show them."""
    flat = " ".join(text.split())
    return flat if len(flat) <= 155 else flat[:155].rsplit(" ", 1)[0].rstrip(",;:") + " …"


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
        yield "presented", "Where it was presented"
    yield "cite", "Cite this page"
    if related:
        yield "related", "Related practices"
    yield "history", "About this entry"
