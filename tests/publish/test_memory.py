from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from scripts.check import note_clean
from scripts.publish.cache import Cache
from scripts.publish.memory import Memory, recall, recall_outlines, remember
from scripts.read.entries import Entry
from tests.derive.invented import entry, outlines
from tests.toy import TODAY, vocabularies

ENTRIES = (entry("one"), entry("two", name="Kettle Round"))


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path, "print")


def build(cache: Cache, entries: Sequence[Entry]) -> Memory:
    """Remembers a build of entries without problems and recalls it."""
    remember(cache, recall(cache, TODAY), entries, note_clean(entries, [], vocabularies()))
    return recall(cache, TODAY)


def test_nothing_to_recall(cache: Cache) -> None:
    assert recall(cache, TODAY) == Memory(TODAY)


def test_another_thing_under_its_name_counts_as_nothing(cache: Cache) -> None:
    cache.save("entries", {"memory": "tea"})
    assert recall(cache, TODAY) == Memory(TODAY)


def test_what_was_remembered(cache: Cache) -> None:
    memory = build(cache, ENTRIES)
    assert memory.data == {item.digest: item.data for item in ENTRIES}
    assert memory.clean == note_clean(ENTRIES, [], vocabularies())


def test_outlines_are_drawn_once(cache: Cache) -> None:
    assert recall_outlines(cache, vocabularies()) == outlines()
    fewer = {"countries": {"FI": vocabularies()["countries"]["FI"]}}
    assert recall_outlines(cache, fewer) == outlines(), "those that were kept"


def test_another_thing_under_the_name_of_the_outlines_is_drawn_anew(cache: Cache) -> None:
    cache.save("outlines", {"outlines": "tea"})
    assert recall_outlines(cache, vocabularies()) == outlines()


def test_on_another_day_only_the_data_count(cache: Cache) -> None:
    build(cache, ENTRIES)
    memory = recall(cache, "2027-01-01")
    assert memory == Memory("2027-01-01", data={item.digest: item.data for item in ENTRIES})


def test_little_that_is_new_is_not_worth_saving(cache: Cache) -> None:
    many = [entry(f"teapot-{number}") for number in range(100)]
    build(cache, many)
    changed = [entry("teapot-0", name="Samovar"), entry("teapot-1", name="Urn"), *many[2:]]
    before = recall(cache, TODAY)
    assert build(cache, changed) == before
    changed[2] = entry("teapot-2", name="Kettle")
    assert build(cache, changed).data == {item.digest: item.data for item in changed}


def test_what_is_long_gone_is_forgotten(cache: Cache) -> None:
    build(cache, [entry(f"teapot-{number}", name=f"Teapot {number}") for number in range(100)])
    few = [entry("teapot-7", name="Teapot 7")]
    assert set(build(cache, few).data) == {few[0].digest}
