"""Writes the whole site: pages, lists, data, the full-text index and the frame's own files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from scripts.derive.collection import Collection
from scripts.derive.geography import Geography
from scripts.publish.cache import Cache
from scripts.publish.events import publish_events
from scripts.publish.former import publish_former
from scripts.publish.frame import Frame, tidy_page
from scripts.publish.manifest import Manifest
from scripts.publish.open_data import write_open_data
from scripts.publish.past import publish_past
from scripts.publish.pictures import publish_pictures
from scripts.publish.practices import publish_practices
from scripts.publish.search import IndexJob
from scripts.publish.stages import Stages
from scripts.publish.swap import new_site
from scripts.publish.term_pages import publish_term_pages
from scripts.publish.whole_pages import form_files, reference_pages, whole_pages
from scripts.read.fonts import load_fonts
from scripts.read.settings import Settings, load_settings
from scripts.render.catalogue_data import render_catalogue
from scripts.render.pages import Pages
from scripts.render.picture import Painter
from scripts.render.search import render_search_documents
from scripts.render.templates import make_environment


def write_site(
    root: Path,
    out: Path,
    frame: Frame,
    collection: Collection,
    schemas: Mapping[str, Any],
    *,
    geography: Geography,
    cache: Cache,
    stages: Stages,
) -> None:
    """Renders everything into a new folder and puts it in the place of ``out`` at the very end.

    Args:
        root: The project's root.
        out: Folder of the site.
        frame: The built frame.
        collection: What the pages are made from.
        schemas: The schemas, for the field guide.
        geography: The map of the practices.
        cache: What earlier builds left behind.
        stages: Takes the seconds of each stage.

    Raises:
        ProjectFault: If the settings are broken or the full-text index cannot be made.
        OSError: If ``out`` cannot be written.
    """
    settings = load_settings(root)
    with stages.stage("index"):
        environment = make_environment(frame.shell, settings, collection.vocabularies, cache.compiled_templates())
        pages = Pages(environment, collection, settings)
        reference = dict(reference_pages(pages, schemas))
        searched = _searched(reference) | _searched(_hand_written(frame))
        job = IndexJob(cache.root, lambda: dict(render_search_documents(pages)) | searched)
    with job as index, new_site(out) as folder:
        with stages.stage("render"):
            known = cache.load("citations")
            pages.citation_styles.known.update(known)
            manifest = Manifest(out.absolute(), cache, frame.shell)
            painter = Painter(load_fonts(root), settings.name)
            cards = publish_practices(root, folder, pages, manifest)
            publish_pictures(folder, pages, manifest, painter)
            publish_former(folder, collection.practices)
            written = publish_term_pages(folder, pages, manifest, cards)
            written += _write(folder, reference.items())
            written += _write(folder, whole_pages(pages, cards, geography))
            written += _write(folder, form_files(pages, schemas["practice"]))
        with stages.stage("past"):
            publish_past(folder, root, pages, manifest, schemas["practice"])
            if pages.citation_styles.known != known:
                cache.save("citations", pages.citation_styles.known)
        with stages.stage("publish"):
            places = {practice.slug: pages.place_line(practice) for practice in collection.listed}
            catalogue = render_catalogue(collection, cards, places).items()
            _write(folder, ((f"practices/{name}", content) for name, content in catalogue))
            _write_frame(folder, frame, settings)
            (folder / "assets" / "picture.png").write_bytes(painter.general())
            publish_events(folder, root, pages, manifest)
            write_open_data(folder, pages, schemas, cache)
            hand_written = [path.as_posix() for path in frame.files() if path.name == "index.html"]
            addresses = _addresses(collection, [*written, *hand_written])
            _write(folder, [("sitemap.xml", pages.sitemap(addresses))])
        with stages.stage("index"):
            index.publish(folder)
    manifest.save()


def _hand_written(frame: Frame) -> dict[str, str]:
    paths = [path for path in frame.files() if path.name == "index.html"]
    return {path.as_posix(): (frame.folder / path).read_text(encoding="utf-8") for path in paths}


def _searched(pages: Mapping[str, str]) -> dict[str, str]:
    """The pages that say which part of them is to be searched, by address."""
    return {
        path.removesuffix("index.html"): page
        for path, page in pages.items()
        if path.endswith("index.html") and "data-pagefind-body" in page
    }


def _addresses(collection: Collection, files: Iterable[str]) -> list[tuple[str, str]]:
    """The address of every page with the date of its change, for the sitemap; former addresses are left out."""
    aliases = {f"practices/{alias}/" for practice in collection.practices for alias in practice.data.get("aliases", ())}
    changed = {f"practices/{practice.slug}/": practice.changed for practice in collection.listed}
    for path in (file.removesuffix("index.html") for file in files if file.endswith("index.html")):
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


def _write(folder: Path, files: Iterable[tuple[str, str]]) -> list[str]:
    """Writes each file as soon as it is rendered, and returns their paths."""
    paths = []
    for path, content in files:
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(content, encoding="utf-8")
        paths.append(path)
    return paths
