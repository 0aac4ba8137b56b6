"""The whole build: read, check, derive, render, publish, in this order."""

from __future__ import annotations

import ctypes
import datetime
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from scripts.check import check_collection, has_errors, note_clean
from scripts.check.problems import Problem
from scripts.derive.collection import Collection, derive_collection
from scripts.derive.geography import derive_geography
from scripts.publish.cache import Cache, fingerprint
from scripts.publish.frame import FrameJob
from scripts.publish.memory import recall, recall_outlines, remember
from scripts.publish.site import write_site
from scripts.publish.stages import Stages
from scripts.publish.swap import refuse_foreign_folder
from scripts.read.day import today
from scripts.read.entries import Entry, load_entries
from scripts.read.events import Event, load_events
from scripts.read.git_log import list_edited, load_steps
from scripts.read.halves import in_halves
from scripts.read.history import History, trace_histories
from scripts.read.schemas import load_schemas
from scripts.read.vocabularies import load_vocabularies

CACHE_FOLDER = ".cache"

CHECKED_IN_HALVES_FROM = 300
"""With fewer entries to check, a second process costs more than it saves."""


@dataclass(frozen=True, slots=True)
class Built:
    """The result of a build: what the check found in how many files, and the collection unless it found an error."""

    problems: Sequence[Problem]
    files: int
    collection: Collection | None


def build(root: Path, out: Path, engine: str, stages: Stages) -> Built:
    """Reads and checks everything; if there is no error, builds the site and puts it in the place of ``out``.

    Args:
        root: The project's root.
        out: Folder of the site.
        engine: "mkdocs" or "zensical".
        stages: Takes the seconds of each stage.

    Raises:
        ProjectFault: If a vocabulary, a schema, the settings or a hand-written page is broken.
        OSError: If ``out`` holds something other than a site, or cannot be written.
    """
    refuse_foreign_folder(out)
    day = today()
    frame = FrameJob(root, root / CACHE_FOLDER, engine)
    try:
        return _build_beside(frame, root, out, day, stages)
    finally:
        frame.stop()


def _build_beside(frame: FrameJob, root: Path, out: Path, day: datetime.date, stages: Stages) -> Built:
    with stages.stage("read"):
        cache = Cache(root / CACHE_FOLDER, fingerprint(root))
        memory = recall(cache, day.isoformat())
        vocabularies = load_vocabularies(root)
        entries, events = load_entries(root, memory.data), load_events(root)
    with stages.stage("check"):
        schemas = load_schemas(root, vocabularies)
        halves = partial(in_halves, worth_from=CHECKED_IN_HALVES_FROM)
        problems = check_collection(
            entries, events, vocabularies, schemas, today=day.isoformat(), clean=memory.clean, each=halves
        )
    files = len(entries) + len(events)
    if has_errors(problems):
        return Built(problems, files, None)
    with stages.stage("remember"):
        remember(cache, memory, entries, note_clean(entries, problems, vocabularies))
    entries = [replace(entry, text="") for entry in entries]  # nobody asks for their texts now: a third of the memory
    _give_back_memory()
    with stages.stage("derive"):
        collection = derive_collection(entries, events, vocabularies, _histories(root, entries, events, cache), day)
        geography = derive_geography(collection.uses["country"], vocabularies, recall_outlines(cache, vocabularies))
    with stages.stage("frame"):
        built = frame.result()
    write_site(root, out, built, collection, schemas, geography=geography, cache=cache, stages=stages)
    return Built(problems, files, collection)


def _give_back_memory() -> None:
    """Gives what was freed back to the system; the allocator of Linux else keeps it, and each second process copies it.

    Other systems have no such function, or need none.
    """
    with suppress(AttributeError, OSError, TypeError):
        ctypes.CDLL(None).malloc_trim(0)


def _histories(root: Path, entries: Sequence[Entry], events: Sequence[Event], cache: Cache) -> dict[str, History]:
    """The history of each entry and event; of what git told the last build, only the newer commits are read."""
    known = cache.load("git")
    log = load_steps(root, known)
    if log != known:
        cache.save("git", log)
    return trace_histories(entries, events, log["steps"], list_edited(root)) if log else {}
