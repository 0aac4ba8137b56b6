"""The whole build: read, check, derive, render, publish, in this order."""

from __future__ import annotations

import datetime
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from scripts.check import check_collection, has_errors, note_clean
from scripts.check.problems import Problem
from scripts.derive.collection import Collection, derive_collection
from scripts.derive.facets import FACETS
from scripts.publish.cache import Cache, fingerprint
from scripts.publish.frame import Frame, FrameJob, tidy_page
from scripts.publish.memory import recall, remember
from scripts.publish.practices import Manifest, publish_practices
from scripts.publish.swap import new_site, refuse_foreign_folder
from scripts.read.day import today
from scripts.read.entries import load_entries
from scripts.read.events import load_events
from scripts.read.halves import in_halves
from scripts.read.history import load_history
from scripts.read.schemas import load_schemas
from scripts.read.settings import Settings, load_settings
from scripts.read.vocabularies import load_vocabularies
from scripts.render.catalogue_data import render_catalogue
from scripts.render.data import render_practices_head
from scripts.render.lists import render_catalogue_pages, render_term, render_terms
from scripts.render.pages import Pages
from scripts.render.templates import make_environment

CACHE_FOLDER = ".cache"

CHECKED_IN_HALVES_FROM = 300
"""With fewer entries to check, a second process costs more than it saves."""


def _ignore(_name: str) -> None:
    """Shows no progress."""


@dataclass(slots=True)
class Stages:
    """Seconds spent in each stage of a build, in order; ``begin`` is told the name of each as it begins."""

    begin: Callable[[str], None] = _ignore
    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Times what happens inside."""
        self.begin(name)
        started = time.perf_counter()
        yield
        self.seconds[name] = self.seconds.get(name, 0) + time.perf_counter() - started


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
    with stages.stage("derive"):
        histories = load_history(root)
        known = memory.known(entries, histories)
        collection = derive_collection(entries, events, vocabularies, histories, day, known=known)
    with stages.stage("frame"):
        built = frame.result()
    _write_site(root, out, built, collection, schemas, cache=cache, stages=stages)
    with stages.stage("remember"):
        clean = note_clean(entries, problems, vocabularies)
        remember(cache, memory, entries, clean=clean, practices=collection.practices, histories=histories)
    return Built(problems, files, collection)


def _write_site(
    root: Path,
    out: Path,
    frame: Frame,
    collection: Collection,
    schemas: Mapping[str, Any],
    *,
    cache: Cache,
    stages: Stages,
) -> None:
    settings = load_settings(root)
    with new_site(out) as folder:
        with stages.stage("render"):
            pages = Pages(
                make_environment(frame.shell, settings, collection.vocabularies, cache.compiled_templates()),
                collection,
                settings,
            )
            manifest = Manifest(out.absolute(), cache, frame.shell)
            cards = publish_practices(folder, pages, manifest)
            rendered = dict(_other_pages(pages, cards))
            rendered["contribute/fields/index.html"] = pages.fields(schemas)
        with stages.stage("index"):
            places = {practice.slug: pages.place_line(practice) for practice in collection.listed}
            for name, content in render_catalogue(collection, cards, places).items():
                rendered[f"practices/{name}"] = content
        with stages.stage("publish"):
            _write_frame(folder, frame, settings)
            _write(folder, rendered)
            _join_practices(folder / "data", collection, settings)
            hand_written = [path.parent.as_posix() for path in frame.files() if path.name == "index.html"]
            _write(folder, {"sitemap.xml": pages.sitemap(_addresses(collection, rendered, hand_written))})
    manifest.save()


def _other_pages(pages: Pages, cards: dict[str, str]) -> Iterator[tuple[str, str]]:
    collection = pages.collection
    yield "index.html", pages.home(cards)
    yield from _pages(render_catalogue_pages(pages, cards))
    yield "events/index.html", pages.events()
    for event in collection.events:
        yield f"events/{event.slug}/index.html", pages.event(event, cards)
    for facet in FACETS:
        yield f"{facet.folder}/index.html", render_terms(pages, facet)
        for use in collection.uses[facet.id]:
            yield from _pages(render_term(pages, use, cards))
    for practice in collection.practices:
        for alias in practice.data.get("aliases", ()):
            yield f"practices/{alias}/index.html", pages.moved(practice)


def _pages(rendered: Iterator[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    for address, page in rendered:
        yield f"{address}index.html", page


def _addresses(collection: Collection, rendered: dict[str, str], hand_written: Sequence[str]) -> list[tuple[str, str]]:
    """Every page's path with the date of its change, for the sitemap; former addresses are left out."""
    aliases = {f"practices/{alias}/" for practice in collection.practices for alias in practice.data.get("aliases", ())}
    changed = {f"practices/{practice.slug}/": practice.changed for practice in collection.listed}
    folders = [path.removesuffix("index.html") for path in rendered if path.endswith("index.html")]
    for path in [*folders, *(f"{folder}/" for folder in hand_written)]:
        if path not in aliases:
            changed.setdefault(path, "")
    return sorted(changed.items())


def _write_frame(folder: Path, frame: Frame, settings: Settings) -> None:
    for relative in frame.files():
        target = folder / relative
        target.parent.mkdir(parents=True, exist_ok=True)
        content = (frame.folder / relative).read_bytes()
        if relative.suffix == ".html":
            content = tidy_page(content.decode()).encode()
        target.write_bytes(content)
    (folder / "robots.txt").write_text(
        f"User-agent: *\nAllow: /\nSitemap: {settings.address}sitemap.xml\n", encoding="utf-8"
    )


def _write(folder: Path, files: dict[str, str]) -> None:
    for path, content in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(content, encoding="utf-8")


def _join_practices(folder: Path, collection: Collection, settings: Settings) -> None:
    """Joins the data files of all practices, withdrawn ones too, into one document."""
    with (folder / "practices.json").open("wb") as file:
        file.write(render_practices_head(settings).encode())
        for index, slug in enumerate(sorted(practice.slug for practice in collection.practices)):
            file.write(b"," if index else b"")
            file.write((folder / "practices" / f"{slug}.json").read_bytes())
        file.write(b"]}\n")
