from __future__ import annotations

from scripts.read.history import History
from tests.derive.invented import DAY, collect, entry, event, finding
from tests.toy import toy_entries, toy_events

GONE = {"date": "2026-11-02", "reason": "The teapot broke."}


def test_toy_collection() -> None:
    collection = collect(toy_entries(), toy_events())
    assert [item.slug for item in collection.practices] == ["lantern-path", "pebble-house", "marmalade-desk"]
    assert collection.listed == collection.practices
    assert [item.slug for item in collection.events[0].practices] == ["lantern-path", "pebble-house"]
    assert collection.events[0].prose.lstrip().startswith("The congress met")
    assert set(collection.presented) == {"lantern-path", "pebble-house"}
    assert collection.today == DAY


def test_withdrawn_practices_leave_all_lists_and_keep_their_page() -> None:
    gone = entry("gone", withdrawn=GONE, findings=[finding(design="randomised-trial")])
    collection = collect([entry("stays"), gone, entry("stays-too")], [event("tea", ["gone"])])
    assert [item.slug for item in collection.practices] == ["gone", "stays", "stays-too"]
    assert [item.slug for item in collection.listed] == ["stays", "stays-too"]
    shown = {item.slug for uses in collection.uses.values() for use in uses for item in use.practices}
    assert shown == {"stays", "stays-too"}
    assert collection.uses["level"] == ()
    assert {slug: [item.practice.slug for item in items] for slug, items in collection.related.items()} == {
        "stays": ["stays-too"],
        "stays-too": ["stays"],
    }
    assert [item.slug for item in collection.presented["gone"]] == ["tea"]


def test_events_stand_newest_first_and_practices_tell_where_they_were_presented() -> None:
    events = [
        event("b-old", ["one"], "2012-03-04"),
        event("a-new", ["two", "one"], "2024-01-01"),
        event("c-middle", [], "2018-05-02"),
        event("d-middle", ["one"], "2018-05-02"),
    ]
    collection = collect([entry("one"), entry("two")], events)
    assert [item.slug for item in collection.events] == ["a-new", "d-middle", "c-middle", "b-old"]
    assert [item.slug for item in collection.events[0].practices] == ["two", "one"]
    told = {slug: [item.slug for item in found] for slug, found in collection.presented.items()}
    assert told == {"one": ["a-new", "d-middle", "b-old"], "two": ["a-new"]}


def test_history_goes_to_the_practice_of_its_name() -> None:
    history = {"one": History("2020-01-01", "2021-01-01", "f" * 40, 3)}
    dates = {item.slug: item.revision for item in collect([entry("one"), entry("two")], (), history).practices}
    assert dates == {"one": 3, "two": None}


def test_order_of_entries_does_not_matter() -> None:
    entries = [entry(slug, name=name) for slug, name in (("a", "Cup"), ("b", "kettle"), ("c", "Saucer"))]
    assert collect(entries) == collect(entries[::-1])


def test_nothing_at_all() -> None:
    collection = collect([])
    assert (collection.practices, collection.listed, collection.events) == ((), (), ())
    assert all(not uses for uses in collection.uses.values())


def test_the_page_of_an_event_has_a_date() -> None:
    history = History("2020-01-01", "2024-02-03", "f" * 40, 7)
    collection = collect([], [event("tea", []), event("coffee", [])], {"events/tea": history, "coffee": history})
    dates = {item.slug: (item.changed, item.revision) for item in collection.events}
    assert dates == {"tea": ("2024-02-03", 7), "coffee": (DAY.isoformat(), None)}
