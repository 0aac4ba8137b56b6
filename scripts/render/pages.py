"""The pages made from the collection as a whole: home, events, comparison, shortlist, field guide, sitemap."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from heapq import nlargest
from typing import Any

from scripts.derive.collection import Event
from scripts.derive.facets import FACETS
from scripts.derive.geography import Geography
from scripts.render import words
from scripts.render.citation_tags import tags_by_editors
from scripts.render.cite import event_as_work
from scripts.render.field_labels import HELPED, TAKES
from scripts.render.fields import list_fields
from scripts.render.linked_data import linked_event
from scripts.render.map_page import draw_figure
from scripts.render.parts import Meta, at_root, short
from scripts.render.practice_page import PracticePages
from scripts.render.programme import draw_programme, event_place
from scripts.render.prose import render_prose


class Pages(PracticePages):
    """Renders every page of one collection."""

    def event(self, event: Event) -> str:
        """The page of one event, which prints as its programme."""
        data = event.data
        work = event_as_work(event, self.settings)
        return self.page(
            "event.html",
            Meta(
                f"events/{event.slug}/",
                f"{data['title']} · {self.settings.name}",
                data["title"],
                short(f"{words.long_dates(data['starts'], data['ends'])}: {data['title']}. {data.get('theme', '')}"),
            ),
            event=event,
            citation_tags=tags_by_editors(work),
            linked_data=linked_event(event, self.settings, self.terms),
            where=event_place(self, event),
            prose=render_prose,
            citations=self.citations(data["sources"]),
            sources=self.sources,
            groups=list(draw_programme(self, event)),
            citation=self.citation(work),
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

    def search(self) -> str:
        """The page of the full-text search; without JavaScript it leads to the lists."""
        meta = Meta(
            "search/",
            f"Search · {self.settings.name}",
            "Search",
            "Search the text of all practices, events, terms and pages.",
        )
        return self.page("search.html", meta, facets=FACETS)

    def compare(self) -> str:
        """The page on which a script puts practices side by side: its rows without their cells."""
        meta = Meta(
            "compare/",
            f"Compare practices · {self.settings.name}",
            "Compare practices",
            "Two to four practices side by side, row by row, with what differs between them marked.",
        )
        return self.page(
            "compare.html",
            meta,
            facets={facet.id: facet for facet in FACETS},
            takes=TAKES.items(),
            helped=HELPED.items(),
        )

    def shortlist(self) -> str:
        """The page on which a script shows the reader's shortlist, or one that somebody shared."""
        meta = Meta(
            "shortlist/",
            f"Shortlist · {self.settings.name}",
            "Shortlist",
            "Practices that you have put aside to compare, share, print or take into a reference manager.",
        )
        return self.page("shortlist.html", meta)

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

    def home(self, cards: Mapping[str, str], geography: Geography) -> str:
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
            gaps=self.collection.gaps[0],
            newest=at_root("", cards, newest),
            figure=draw_figure(self, geography),
            countries=geography.countries,
            events=self.collection.events,
        )

    def sitemap(self, pages: Sequence[tuple[str, str]]) -> str:
        """The sitemap of (path, date of change or "")."""
        return self.environment.get_template("sitemap.xml").render(pages=pages)
