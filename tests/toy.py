"""The toy collection and the real schema, for the tests of all rooms."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from scripts.read.entries import Entry, load_entries
from scripts.read.events import Event, load_events
from scripts.read.schemas import load_schemas
from scripts.read.vocabularies import Vocabularies, load_vocabularies

ROOT = Path(__file__).parents[1]
DATA = ROOT / "tests" / "data"
TOY = DATA / "toy"
TODAY = "2026-11-22"


@cache
def vocabularies() -> Vocabularies:
    return load_vocabularies(ROOT)


@cache
def schemas() -> dict[str, dict[str, Any]]:
    return load_schemas(ROOT, vocabularies())


@cache
def toy_entries() -> list[Entry]:
    return load_entries(TOY)


@cache
def toy_events() -> list[Event]:
    return load_events(TOY)
