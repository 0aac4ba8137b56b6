"""Values of a synthetic practice that must obey more than their type in the schema."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING, Any

from tests.bench.words import Words

if TYPE_CHECKING:
    from tests.bench.entries import Draft

SEED = "common-thread"
LANGUAGES = ("en", "en", "fr", "de", "fi", "sv", "it", "es", "da", "lv")
NOBODY = "Nobody at all (invented)"
WIDTH = 118
"""Letters in a line of the text that keeps its lines, as people break it."""


def slug_of(index: int) -> str:
    """The slug of the synthetic practice at a position."""
    words = Words(Random(f"{SEED}-name-{index}"))
    return f"{words.word()}-{words.word()}-{index:05d}"


def _date(draft: Draft, _: str) -> str:
    return (date(2022, 12, 1) + timedelta(days=draft.rng.randrange(1000))).isoformat()


def _address(draft: Draft, path: str) -> str:
    length = draft.length(path) - 40
    tail = draft.words.phrase(max(length, 8)).lower().replace(" ", "-")
    return f"https://{draft.words.word()}.example/{tail}-{draft.rng.randrange(10**6)}"


def _years(first: int, last: int) -> Callable[[Draft, str], int]:
    return lambda draft, _: draft.rng.randint(first, last)


def _prose(draft: Draft, path: str) -> str:
    text = draft.words.prose(draft.length(path), draft.cite)
    if path != "approach":
        return text.replace("\n\n", " ")
    lines = (textwrap.fill(part, WIDTH, break_long_words=False, break_on_hyphens=False) for part in text.split("\n\n"))
    return "\n\n".join(lines) + "\n"


def _orcid(draft: Draft, _: str) -> str:
    return "-".join(f"{draft.rng.randrange(10_000):04d}" for _ in range(4))


def _value(draft: Draft, path: str) -> str:
    room = draft.length(path) - 6
    figure = f"{draft.rng.randint(1, 990) / 10}%"
    return f"{figure} {draft.words.phrase(room).lower()}" if room > 8 else figure


def _slug(draft: Draft, _: str) -> str:
    return f"{draft.words.word()}-{draft.words.word()}-former-{draft.index:05d}"


SPECIAL: dict[str, Callable[[Draft, str], Any]] = {
    "summary": lambda draft, _: draft.words.sentences(draft.rng.randint(62, 88)),
    "problem": _prose,
    "approach": _prose,
    "life_cycle_note": _prose,
    "started": _years(1995, 2019),
    "ended": _years(2019, 2025),
    "successor": _slug,
    "aliases": lambda draft, path: [_slug(draft, path)],
    "integration.mechanisms.type": lambda draft, _: next(draft.mechanisms),
    "findings.value": _value,
    "findings.quote": lambda draft, path: " ".join(draft.words.series(min(draft.length(path) // 6 + 1, 24))),
    "findings.reviewed": lambda draft, _: draft.terms("review_bases", 1)[0],
    "contributors.name": lambda *_: NOBODY,
    "review.by": lambda *_: NOBODY,
    "*.sources": lambda draft, path: draft.keys(draft.count(path)),
    "*.source": lambda draft, _: draft.keys(1)[0],
    "*.date": _date,
    "*.accessed": _date,
    "*.dead": _date,
    "*.year": _years(1995, 2025),
    "*.language": lambda draft, _: draft.rng.choice(LANGUAGES),
    "*.currency": lambda draft, _: draft.rng.choice(("EUR", "GBP", "SEK", "DKK")),
    "*.url": _address,
    "*.archived_url": _address,
    "*.doi": lambda draft, _: f"10.5555/{draft.words.word()}.{draft.rng.randrange(10**8)}",
    "*.orcid": _orcid,
    "*.sample_size": lambda draft, _: draft.rng.randint(8, 4000),
}
"""By path, or by the last name of the path after ``*.``."""

TOGETHER = {"sample_size": "sample", "follow_up_months": "follow_up"}
"""The figures of a finding that go only with the words of the source."""


def settle(data: dict[str, Any], draft: Draft) -> None:
    """Makes the fields of a practice agree with each other."""
    if "nation" in data:
        data["countries"] = ["GB"]
    if "successor" in data:
        data["successor"] = slug_of(draft.index - 1 if draft.index else 1)
    if "ended" in data:
        stages = draft.vocabularies["life_cycle"]
        data["life_cycle"] = draft.rng.choice([key for key, term in stages.items() if not term.extra["running"]])
    if "local_name" in data:
        data.setdefault("language", draft.rng.choice(LANGUAGES))
    if len(data["sectors"]) < 2:
        data["sectors"] = draft.terms("sectors", 2)
    for place in data["places"]:
        _locate(place, data["countries"], draft)
    for item in data.get("funding", ()):
        if "amount" in item:
            item.update(currency="EUR", year=2020)
    for item in data["findings"]:
        _settle_finding(item, draft)
    for item in data.get("contradictions", ()):
        item["sources"] = item["sources"] if len(item["sources"]) > 1 else draft.keys(2)


def _settle_finding(finding: dict[str, Any], draft: Draft) -> None:
    for figure, words in TOGETHER.items():
        if words not in finding:
            finding.pop(figure, None)
    if finding["design"] == "systematic-review":
        finding.setdefault("reviewed", draft.terms("review_bases", 1)[0])
    else:
        finding.pop("reviewed", None)


def name_somebody(sources: Iterable[dict[str, Any]], draft: Draft) -> None:
    """A source that names no author needs an organisation."""
    for source in sources:
        if "authors" not in source and "organisation" not in source:
            source["organisation"] = draft.words.phrase(draft.length("sources.*.organisation"))


def _locate(place: dict[str, Any], countries: list[str], draft: Draft) -> None:
    west, south, east, north = draft.vocabularies["countries"][countries[0]].extra["bbox"]
    if "latitude" in place or "longitude" in place:
        place["latitude"] = round(draft.rng.uniform(south, north), 2)
        place["longitude"] = round(draft.rng.uniform(west, east), 2)
