"""Chance as an enemy: whatever is made of an entry, reading, checking, mending and rendering end well.

The examples are the same on every run; HYPOTHESIS_PROFILE=long tries many more, and others each time.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scripts.read.entries import Entry, parse_fields
from scripts.read.events import Event
from scripts.read.yaml_text import YamlFault, decode, load_yaml
from scripts.render.entry_yaml import render_entry
from scripts.render.mending import CannotMend, mend
from tests.hostile.case import GOOD
from tests.hostile.run import check, harm_of
from tests.toy import schemas, toy_entries

LONG = os.environ.get("HYPOTHESIS_PROFILE") == "long"
FUZZ = settings(
    max_examples=2_000 if LONG else 60,
    derandomize=not LONG,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)
SCHEMA = schemas()["practice"]
DATA = toy_entries()[0].data or {}

SIGNS = st.sampled_from(
    [
        *(
            "\n",
            " ",
            "\t",
            ":",
            ": ",
            "- ",
            "#",
            "'",
            '"',
            "[",
            "]",
            "{",
            "}",
            "[@",
            "<",
            ">",
            "|",
            "&a",
            "*a",
            "!!x ",
            "%",
            "@",
        ),
        *(
            "`",
            "\\",
            "\0",
            "\u202e",
            "é",
            "\U0001f600",
            "](",
            "![",
            "<script>",
            "javascript:",
            "[[ 9091*7777 ]]",
            "[% x %]",
        ),
    ]
)
TEXTS = st.one_of(st.text(max_size=60), st.lists(SIGNS, max_size=12).map("".join))
VALUES = st.recursive(
    st.one_of(TEXTS, st.none(), st.booleans(), st.integers(-(10**15), 10**15), st.floats(allow_nan=False)),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(TEXTS, inner, max_size=3)),
    max_leaves=5,
)


TOOK: list[float] = []
"""The seconds of work that each text took, to be told at the end."""


def paths(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The path of every value of an entry."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(found for key, item in inner for found in paths(item, (*path, key)))]


def replaced(value: Any, path: tuple[Any, ...], new: Any) -> Any:
    """The value with another one at a path."""
    if not path:
        return new
    if isinstance(value, dict):
        return {key: replaced(item, path[1:], new) if key == path[0] else item for key, item in value.items()}
    return [replaced(item, path[1:], new) if index == path[0] else item for index, item in enumerate(value)]


PATHS = paths(DATA)[1:]
TEXT_PATHS = [path for path in PATHS if path[0] not in ("sources", "findings", "review") and path[-1] != "type"]


def ends_well(text: str) -> None:
    """Reads, checks, renders and mends a text; an exception of any other kind is a fault."""
    begin = time.process_time()
    _end(text)
    TOOK.append(time.process_time() - begin)


def _end(text: str) -> None:
    parsed = parse_fields(text)
    data, faults = (None, (parsed,)) if isinstance(parsed, YamlFault) else (parsed, ())
    came = check([Entry("practices/hostile.yml", "hostile", data, text, "digest", faults)], [])
    assert harm_of(came) == []
    assert came.get("errors") or data is not None
    if data is not None:
        try:
            mended = mend(text, SCHEMA)
        except CannotMend:
            return
        assert load_yaml(mended) == load_yaml(text)
        assert mend(mended, SCHEMA) == mended


@FUZZ
@given(st.binary(max_size=300))
def test_bytes(raw: bytes) -> None:
    try:
        text = decode(raw)
    except YamlFault:
        return
    ends_well(text)


@FUZZ
@given(st.lists(st.one_of(SIGNS, st.sampled_from(["name", "sources", "findings", "a", "1", "\n  "])), max_size=40))
def test_yaml_of_chance(parts: list[str]) -> None:
    ends_well("".join(parts))


@FUZZ
@given(st.lists(st.tuples(st.integers(0, len(GOOD)), st.integers(0, 12), TEXTS), min_size=1, max_size=4))
def test_a_good_entry_with_pieces_replaced(changes: list[tuple[int, int, str]]) -> None:
    text = GOOD
    for place, length, piece in changes:
        text = text[:place] + piece + text[place + length :]
    ends_well(text)


@FUZZ
@given(st.sampled_from(PATHS), VALUES)
def test_a_good_entry_with_another_value(path: tuple[Any, ...], value: Any) -> None:
    ends_well(render_entry(replaced(DATA, path, value), SCHEMA))


@FUZZ
@given(st.sampled_from(TEXT_PATHS), TEXTS)
def test_a_good_entry_with_another_text(path: tuple[Any, ...], text: str) -> None:
    ends_well(render_entry(replaced(DATA, path, f"Toyville {text} Toyville"), SCHEMA))


@FUZZ
@given(TEXTS, VALUES)
def test_an_event(prose: str, value: Any) -> None:
    front = {"title": "Tea Congress", "organiser": value, "practices": [], "sources": {}}
    event = Event("docs/events/hostile.md", "hostile", front, prose, 2, f"---\n---\n{prose}", "digest", ())
    assert check([], [event])["told"]


def test_the_slowest_is_told(record_property: Callable[[str, object], None]) -> None:
    ends_well(GOOD)
    record_property(
        "measured",
        f"{len(TOOK)} texts of chance: the slowest took {max(TOOK):.2f} s, {sum(took > 1 for took in TOOK)} over 1 s",
    )
