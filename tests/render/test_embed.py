"""The card for other sites and what programs ask for to embed it."""

from __future__ import annotations

import json

import html5lib

from scripts.render.embed import card_address, embed_code, render_card, render_oembed
from tests.derive.invented import collect
from tests.render.test_pages_hostile import HOSTILE, poison_entry
from tests.render.view import pages_of, parse, text, toy, toys
from tests.toy import toy_entries


def test_the_card_shows_name_summary_and_surest_finding() -> None:
    practice = toy("lantern-path")
    shown = text(parse(render_card(pages_of(toys()), practice)).find("body"))
    assert practice.data["name"] in shown
    assert " ".join(practice.data["summary"].split()) in shown
    assert "Surest finding" in shown


def test_its_links_leave_the_frame() -> None:
    links = list(parse(render_card(pages_of(toys()), toy("lantern-path"))).iter("a"))
    assert len(links) == 3
    assert all(link.get("target") == "_blank" and "noopener" in (link.get("rel") or "") for link in links)


def test_what_programs_are_told_is_complete() -> None:
    pages, practice = pages_of(toys()), toy("lantern-path")
    told = json.loads(render_oembed(pages, practice))
    assert (told["version"], told["type"], told["title"]) == ("1.0", "rich", practice.data["name"])
    assert told["html"] == embed_code(pages, practice)
    assert told["thumbnail_url"] == "https://toys.example/practices/lantern-path/picture.png"
    [frame] = html5lib.parseFragment(told["html"], namespaceHTMLElements=False)
    assert (frame.tag, frame.get("src")) == ("iframe", card_address(pages, practice))
    assert (int(frame.get("width")), int(frame.get("height"))) == (told["width"], told["height"])


def test_a_hostile_name_stays_a_name() -> None:
    collection = collect([poison_entry(entry) for entry in toy_entries()], [])
    pages = pages_of(collection)
    for practice in collection.practices:
        card = parse(render_card(pages, practice))
        assert HOSTILE in text(card.find("body"))
        assert not list(card.iter("script"))
        [frame] = html5lib.parseFragment(embed_code(pages, practice), namespaceHTMLElements=False)
        assert HOSTILE in frame.get("title")
        assert set(frame.attrib) == {"src", "title", "width", "height", "loading", "style"}
