from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element

import feedparser
import pytest
from lxml import etree

from scripts.derive.collection import Collection
from scripts.read.history import History
from scripts.render.feeds import AT_MOST, latest, news, render_changes, render_feeds
from tests.derive.invented import collect, entry, practice
from tests.render.test_csv_tables import AS_IT_IS, HARMLESS_BUT_GUARDED
from tests.render.view import SETTINGS, pages_of, parse, text, toys
from tests.toy import DATA

GRAMMAR = etree.RelaxNG(etree.parse(DATA / "atom.rng"))
"""RFC 4287, Appendix B."""

ATOM = "{http://www.w3.org/2005/Atom}"

NOT_IN_XML = {"control character inside", "formula after a control character"}


def feeds(collection: Collection) -> dict[str, str]:
    return dict(render_feeds(pages_of(collection)))


def strictly(feed: str) -> Any:
    """A feed as feedparser reads it, which must find nothing to mend, after the grammar has found no fault."""
    tree = etree.fromstring(feed.encode())
    assert GRAMMAR.validate(tree), GRAMMAR.error_log
    parsed = feedparser.parse(feed.encode(), response_headers={"content-type": "application/atom+xml; charset=utf-8"})
    assert not parsed.bozo, parsed.bozo_exception
    assert parsed.version == "atom10"
    return parsed


def history(created: str, changed: str, revisions: int = 1) -> History:
    return History(created, changed, "f" * 40, revisions)


def test_the_grammar_refuses_what_is_no_feed() -> None:
    feed = feeds(toys())["changes/feed.xml"]
    for whole, broken in (
        ("<id>https://toys.example/changes/</id>", ""),
        ("T00:00:00Z", ""),
        ("<summary>", "<summary/><summary>"),
        ("<title>", "<titel/><title>"),
    ):
        assert whole in feed
        assert not GRAMMAR.validate(etree.fromstring(feed.replace(whole, broken).encode())), broken


def test_there_is_a_feed_for_all_and_for_each_term_that_is_followed() -> None:
    expected = {"changes/feed.xml"}
    for use in (use for uses in toys().uses.values() for use in uses):
        if use.facet.id in ("target_group", "kind", "country"):
            expected.add(f"{use.facet.folder}/{use.term.id.lower()}/feed.xml")
    made = feeds(toys())
    assert made.keys() == expected
    for path, feed in made.items():
        parsed = strictly(feed)
        address = f"https://toys.example/{path}"
        links = {link.rel: link.href for link in parsed.feed.links}
        assert links == {"self": address, "alternate": address.removesuffix("feed.xml")}
        assert parsed.feed.id == links["alternate"]
    assert len({strictly(feed).feed.id for feed in made.values()}) == len(made)


def test_entries_are_the_practices_with_their_dates() -> None:
    collection = collect(
        [entry("older", countries=["FI"]), entry("newer"), entry("mended", countries=["FI"])],
        histories={
            "older": history("2026-01-01", "2026-01-01"),
            "newer": history("2026-03-01", "2026-03-01"),
            "mended": history("2025-01-01", "2026-02-01", 4),
        },
    )
    made = feeds(collection)
    parsed = strictly(made["changes/feed.xml"])
    assert [item.id for item in parsed.entries] == [
        f"https://toys.example/practices/{slug}/" for slug in ("newer", "mended", "older")
    ]
    assert [item.link for item in parsed.entries] == [item.id for item in parsed.entries]
    mended = parsed.entries[1]
    assert (mended.published, mended.updated) == ("2025-01-01T00:00:00Z", "2026-02-01T00:00:00Z")
    assert mended.title == "Teapot Round"
    assert mended.summary.startswith("Changed, now revision 4. Neighbours of Toyville")
    assert parsed.feed.updated == "2026-03-01T00:00:00Z"
    assert {(tag.term, tag.label) for tag in mended.tags} == {
        ("carers", "Carers"),
        ("access-and-guidance", "Access and guidance"),
        ("FI", "Finland"),
    }
    finnish = strictly(made["countries/fi/feed.xml"])
    assert [item.id.split("/")[-2] for item in finnish.entries] == ["mended", "older"]
    assert finnish.feed.updated == "2026-02-01T00:00:00Z"


def test_a_feed_holds_at_most_fifty_entries_the_latest_first() -> None:
    days = {
        f"p{number:03}": history("2020-01-01", f"2026-{number // 28 + 1:02}-{number % 28 + 1:02}")
        for number in range(70)
    }
    collection = collect([entry(slug) for slug in days], histories=days)
    parsed = strictly(feeds(collection)["changes/feed.xml"])
    assert AT_MOST == 50
    assert [item.id.split("/")[-2] for item in parsed.entries] == sorted(days, reverse=True)[:50]


def test_practices_of_one_day_are_in_order_of_their_addresses() -> None:
    collection = collect([entry("b"), entry("a"), entry("c")])
    assert [practice.slug for practice in latest(collection.practices)] == ["a", "b", "c"]


def test_an_empty_collection_has_a_valid_feed() -> None:
    parsed = strictly(feeds(collect([]))["changes/feed.xml"])
    assert parsed.entries == []
    assert parsed.feed.updated == "2026-11-22T00:00:00Z"


def test_a_withdrawal_is_news_for_all_and_leaves_the_lists() -> None:
    gone = {"date": "2026-11-20", "reason": "The practice was described twice."}
    made = feeds(collect([entry("gone", withdrawn=gone), entry("here")]))
    by_slug = {item.id.split("/")[-2]: item.summary for item in strictly(made["changes/feed.xml"]).entries}
    assert by_slug["gone"].startswith("Withdrawn: The practice was described twice. ")
    assert [item.id.split("/")[-2] for item in strictly(made["countries/no/feed.xml"]).entries] == ["here"]


def test_news_in_words() -> None:
    assert news(practice(history=history("2026-01-01", "2026-01-01", 2))) == "New entry."
    assert news(practice(history=history("2026-01-01", "2026-02-01", 2))) == "Changed, now revision 2."
    assert news(practice()) == "New entry."


ODD = {**HARMLESS_BUT_GUARDED, **AS_IT_IS, "tags": "<script>alert(1)</script> & ]]> <b>bold</b>"}


@pytest.mark.parametrize("name", ODD)
def test_odd_texts_come_through_intact(name: str) -> None:
    odd = f"“{ODD[name]}”"
    feed = feeds(collect([entry(name=odd, summary=odd)]))["changes/feed.xml"]
    strictly(feed)
    found = etree.fromstring(feed.encode()).find(f"{ATOM}entry/{ATOM}title").text
    if name in NOT_IN_XML:
        assert found == odd.replace("\x0b", "\ufffd").replace("\x1b", "\ufffd")
    else:
        assert found == odd.replace("\r\n", "\n").replace("\r", "\n")


def links(page: Element) -> list[str]:
    return [link.attrib["href"] for link in page.iter("a")]


def test_the_page_of_changes_lists_days_practices_and_feeds() -> None:
    collection = collect(
        [entry("older"), entry("newer", name="Kettle Round")],
        histories={"older": history("2026-01-01", "2026-02-01", 3), "newer": history("2026-03-01", "2026-03-01")},
    )
    page = parse(render_changes(pages_of(collection)))
    headings = [text(heading) for heading in page.iter("h2")]
    assert headings[:2] == ["1 March 2026", "1 February 2026"]
    items = [text(item) for item in page.iter("li")]
    assert items == [
        "Kettle RoundToyville, Norway. New entry.",
        "Teapot RoundToyville, Norway. Changed, now revision 3.",
    ]
    made = {f"../{path}" for path in feeds(collection)}
    assert made <= {*links(page)}
    (alternate,) = [link for link in page.iter("link") if link.get("type") == "application/atom+xml"]
    assert alternate.get("href") == "../changes/feed.xml"


def test_the_address_of_the_site_is_in_every_feed() -> None:
    for feed in feeds(toys()).values():
        for item in strictly(feed).entries:
            assert item.id.startswith(f"{SETTINGS.address}practices/")
