from __future__ import annotations

import json
from itertools import accumulate
from typing import Any

from scripts.derive.collection import Collection
from scripts.render.catalogue_data import CARDS_PER_FILE, render_catalogue
from tests.derive.invented import collect, entry, finding
from tests.render.view import cards_of, pages_of, toy, toys


def files(collection: Collection) -> dict[str, Any]:
    pages = pages_of(collection)
    places = {practice.slug: pages.place_line(practice) for practice in collection.listed}
    return {name: json.loads(text) for name, text in render_catalogue(collection, cards_of(pages), places).items()}


def positions(steps: dict[str, list[int]]) -> dict[str, list[int]]:
    return {key: list(accumulate(found)) for key, found in steps.items()}


def test_index_of_the_toys() -> None:
    index = files(toys())["catalogue.json"]
    assert index["size"] == 3
    terms = {facet: positions(found) for facet, found in index["terms"].items()}
    assert terms["country"] == {"FI": [2], "NO": [0], "GB": [1]}
    assert terms["sector"]["housing"] == [0, 1]
    assert terms["mechanism"]["co-location"] == [1]
    facets = {"target_group", "kind", "mechanism", "sector", "country", "place_level", "life_cycle"}
    assert terms.keys() == facets
    assert positions(index["findings"]) == {
        "education-and-skills negative L2": [1],
        "housing-stability positive L2": [1],
        "service-use positive L5": [0],
        "staff-experience none L1": [0],
    }


def test_outcome_direction_and_level_belong_to_one_finding() -> None:
    mixed = [
        finding(domain="cost", direction="negative", design="self-report"),
        finding(domain="harm", direction="positive", design="randomised-trial"),
        finding(domain="harm", direction="positive", design="randomised-trial"),
        finding(domain="equity", about="the-model"),
    ]
    index = files(collect([entry(findings=mixed)]))["catalogue.json"]
    assert index["findings"] == {"cost negative L1": [0], "harm positive L4": [0]}


def test_withdrawn_practices_are_not_in_the_catalogue() -> None:
    gone = entry("gone", withdrawn={"date": "2026-11-02", "reason": "It broke."}, findings=[finding()])
    found = files(collect([gone, entry("stays", name="Kettle")]))
    assert found["catalogue-names.json"]["name"] == ["Kettle"]
    assert found["catalogue.json"]["size"] == len(found["catalogue-summaries.json"]) == len(found["cards/0.json"]) == 1


def test_names_places_and_summaries_stand_in_the_order_of_the_index() -> None:
    found = files(toys())
    names = found["catalogue-names.json"]
    assert names["slug"] == ["lantern-path", "pebble-house", "marmalade-desk"]
    assert names["name"] == ["Lantern Path of Toyville", "Pebble House, Shellbury", "The Marmalade Desk"]
    assert names["other"][0] == "Lyktestien i Lekeby · LPT · Lamp Trail · Lyktesti"
    assert names["where"][0] == "Toyville, Norway"
    assert names["places"][0] == "Toyville · Norway"
    assert found["catalogue-summaries.json"][0] == toy("lantern-path").data["summary"]


def test_orders_name_every_position_once() -> None:
    orders = files(toys())["catalogue-orders.json"]
    assert orders == {"name": [0, 1, 2], "newest": [2, 0, 1], "started": [1, 0, 2]}


def test_cards_come_in_pieces_in_the_order_of_the_index() -> None:
    many = [entry(f"toy-{number:03}", name=f"Toy {number:03}") for number in range(CARDS_PER_FILE * 2 + 1)]
    found = files(collect(many))
    pieces = [found[f"cards/{number}.json"] for number in range(3)]
    assert [len(piece) for piece in pieces] == [CARDS_PER_FILE, CARDS_PER_FILE, 1]
    cards = [card for piece in pieces for card in piece]
    for name, card in zip(found["catalogue-names.json"]["name"], cards, strict=True):
        assert name in card
        assert 'href="../practices/toy-' in card
