"""What the catalogue's script reads: a compact index, names, summaries, orders, and the cards in pieces."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from scripts.derive.collection import Collection
from scripts.derive.facets import FACETS
from scripts.derive.practices import Practice
from scripts.render.parts import ROOT_MARK

CARDS_PER_FILE = 20
"""Cards in one file: few enough that a short list of results is not heavy, many enough that files stay few."""

FINDING_FACETS = ("outcome", "direction", "level")


def render_catalogue(collection: Collection, cards: Mapping[str, str], places: Mapping[str, str]) -> dict[str, str]:
    """The files of the catalogue's script by name; a practice's position is its rank: the surest evidence first.

    Args:
        collection: The collection.
        cards: Each practice's card by slug.
        places: Each practice's main place with its country, by slug.
    """
    listed = collection.listed
    files = {
        "catalogue.json": _json(_index(collection)),
        "catalogue-names.json": _json(_names(listed, places)),
        "catalogue-summaries.json": _json([practice.data["summary"] for practice in listed]),
        "catalogue-orders.json": _json(_orders(listed)),
    }
    for first in range(0, len(listed), CARDS_PER_FILE):
        some = [cards[practice.slug].replace(ROOT_MARK, "../") for practice in listed[first : first + CARDS_PER_FILE]]
        files[f"cards/{first // CARDS_PER_FILE}.json"] = _json(some)
    return files


def _index(collection: Collection) -> dict[str, Any]:
    """Positions by term of each facet, as the steps from one position to the next, which are small and compress well.

    ``findings`` gives the positions by outcome, direction and level of one and the same finding, so that these three
    combine truly.
    """
    position = {practice.slug: index for index, practice in enumerate(collection.listed)}
    findings: dict[str, list[int]] = {}
    for index, practice in enumerate(collection.listed):
        for finding in practice.own_findings:
            key = f"{finding.data['domain']} {finding.data['direction']} {finding.level.id}"
            places = findings.setdefault(key, [])
            if not places or places[-1] != index:
                places.append(index)
    return {
        "size": len(collection.listed),
        "cards_per_file": CARDS_PER_FILE,
        "terms": {
            facet.id: {
                use.term.id: _steps(position[practice.slug] for practice in use.practices)
                for use in collection.uses[facet.id]
            }
            for facet in FACETS
            if facet.id not in FINDING_FACETS
        },
        "findings": {key: _steps(places) for key, places in sorted(findings.items())},
    }


def _names(listed: Sequence[Practice], places: Mapping[str, str]) -> dict[str, list[str]]:
    """Slug, name, other names and places of each practice, as columns."""
    return {
        "slug": [practice.slug for practice in listed],
        "name": [practice.data["name"] for practice in listed],
        "other": [_other_names(practice.data) for practice in listed],
        "where": [places[practice.slug] for practice in listed],
        "places": [" · ".join(place["name"] for place in practice.data["places"]) for practice in listed],
    }


def _other_names(data: Mapping[str, Any]) -> str:
    names = [data.get("local_name", ""), data.get("acronym", ""), *data.get("also_known_as", ())]
    return " · ".join(name for name in names if name)


def _orders(listed: Sequence[Practice]) -> dict[str, list[int]]:
    """The positions in the other orders: by name, newest entry first, earliest start first."""
    places = range(len(listed))
    return {
        "name": sorted(places, key=lambda place: (_plain(listed[place].data["name"]), place)),
        "newest": sorted(places, key=lambda place: listed[place].created, reverse=True),
        "started": sorted(places, key=lambda place: (listed[place].data.get("started", 9999), place)),
    }


def _plain(text: str) -> str:
    """Small letters without marks, for sorting by name."""
    return "".join(letter for letter in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(letter))


def _steps(positions: Iterable[int]) -> list[int]:
    return list(_differences(positions))


def _differences(positions: Iterable[int]) -> Iterator[int]:
    last = 0
    for position in positions:
        yield position - last
        last = position


def _json(document: Any) -> str:
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")) + "\n"
