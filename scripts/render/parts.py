"""What the pages have in common: the head, cards, places, citations and lists of sources."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from babel import Locale
from jinja2 import Environment
from markupsafe import Markup

from scripts.derive.collection import Collection
from scripts.derive.practices import Practice
from scripts.read.settings import Settings
from scripts.render import words
from scripts.render.citation_files import Work
from scripts.render.citation_styles import CitationStyles, Sentence
from scripts.render.prose import Citations

ROOT_MARK = "\x00root\x00"
"""Stands for the way to the root in a card, which is rendered once and used at several depths."""


@dataclass(frozen=True, slots=True)
class Meta:
    """What the head of a page says.

    Attributes:
        path: Path below the root.
        title: Title of the window.
        heading: Title of the page.
        description: A sentence for search engines.
        type: Kind of page, as Open Graph calls it.
        picture: Path of the picture for links to the page.
        picture_words: What the picture shows; "" for the general one.
        canonical: Path of the page that search engines should know in place of this one, if it is another one.
        listed: False if search engines are asked to leave it out.
    """

    path: str
    title: str
    heading: str
    description: str
    type: str = "website"
    picture: str = "assets/picture.png"
    picture_words: str = ""
    canonical: str = ""
    listed: bool = True


@dataclass(frozen=True, slots=True)
class Citation:
    """What the box shows from which a page is cited: the work, and the sentences about it in every style."""

    work: Work
    sentences: Sequence[Sentence]


class Parts:
    """Renders what the pages of one collection have in common."""

    def __init__(self, environment: Environment, collection: Collection, settings: Settings) -> None:
        self.environment = environment
        self.collection = collection
        self.settings = settings
        self.terms = collection.vocabularies
        self.citation_styles = CitationStyles()
        self.names = {practice.slug: str(practice.data["name"]) for practice in collection.practices}
        marks: Any = environment.get_template("cite.html").module
        self._draw_marks = cache(marks.cite)
        self._draw_back = cache(marks.back)

    def card(self, practice: Practice) -> str:
        """One practice in a list, with a mark in place of the way to the root."""
        groups = [self.terms["target_groups"][group] for group in practice.data["target_groups"]]
        tally = practice.tally
        parts = [f"{tally[key]} {term.inline}" for key, term in self.terms["directions"].items() if key in tally]
        return self.environment.get_template("card.html").render(
            practice=practice,
            root=ROOT_MARK,
            where=" · ".join(part for part in [self.place_line(practice), words.years(practice.data)] if part),
            groups=groups,
            tally=", ".join(parts),
        )

    def place_line(self, practice: Practice) -> str:
        """The main place with its nation or country: "Tampere, Finland"."""
        data = practice.data
        countries = [self.terms["countries"][code].label for code in data["countries"]]
        country = self.terms["nations"][data["nation"]].label if "nation" in data else words.series(countries)
        place = data["places"][0]["name"]
        return country if place in (country, *countries) else f"{place}, {country}"

    def page(self, template: str, meta: Meta, **view: Any) -> str:
        """A whole page from a template, with the way to the root that its path needs."""
        return self.environment.get_template(template).render(meta=meta, root=way_to_root(meta.path), **view)

    def citation(self, work: Work) -> Citation:
        """How a page is cited."""
        return Citation(work, self.citation_styles.sentences(work))

    def citations(self, sources: Mapping[str, Any]) -> Citations:
        """Begins the numbering of a page's sources."""
        return Citations(sources, self._draw_marks)

    def sources(self, citations: Citations) -> Markup:
        """The list of the sources cited so far."""
        text = self.environment.get_template("sources.html").render(
            citations=citations,
            back=self._draw_back,
            address_of=address_of,
            source_who=source_who,
            language_name=language_name,
        )
        return Markup(text)


def way_to_root(path: str) -> str:
    """The relative way from a page to the site's root."""
    return "../" * path.count("/") or "./"


def at_root(path: str, cards: Mapping[str, str], practices: Sequence[Practice]) -> Markup:
    """The cards of some practices, for the page at a path below the root."""
    return Markup("".join(cards[practice.slug] for practice in practices).replace(ROOT_MARK, way_to_root(path)))


def address_of(source: Mapping[str, Any]) -> str:
    """Where the title of a source leads: its DOI, its address, or the archived copy of a dead one; "" for nowhere."""
    if "doi" in source:
        return f"https://doi.org/{source['doi']}"
    return str(source.get("archived_url" if "dead" in source else "url", ""))


def source_who(source: Mapping[str, Any]) -> str:
    """Who speaks in a source: its authors, else its organisation."""
    return words.series(source["authors"]) if "authors" in source else str(source["organisation"])


def language_name(code: str) -> str:
    """The English name of a language, or its code if nobody knows it."""
    return str(_languages().get(code, code))


@cache
def _languages() -> Mapping[str, str]:
    languages: Mapping[str, str] = Locale("en").languages
    return languages


def short(text: str) -> str:
    """The first 155 characters of a text, cut between words, as search engines show them."""
    flat = " ".join(text.split())
    return flat if len(flat) <= 155 else flat[:155].rsplit(" ", 1)[0].rstrip(",;:") + " …"
