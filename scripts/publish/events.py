"""Writes the files beside the page of each event: lists to cite, calendars, and the pack as one zip."""

from __future__ import annotations

import base64
import hashlib
import io
import re
import zipfile
from collections.abc import Iterable
from pathlib import Path

from scripts.publish.manifest import Manifest
from scripts.publish.practices import made_from
from scripts.render.bibliography import render_bibliography
from scripts.render.calendar import render_calendar
from scripts.render.pack import render_pack
from scripts.render.pages import Pages

FONT = re.compile(r"url\(\.\./fonts/([a-z0-9-]+\.woff2)\)")

DAY_ZERO = (1980, 1, 1, 0, 0, 0)
"""The date of every file in a zip, so that the same files give the same bytes."""


def publish_events(folder: Path, root: Path, pages: Pages, manifest: Manifest) -> None:
    """Writes what stands beside the pages of the events; a pack in which nothing can have changed is taken over.

    Args:
        folder: The folder of the site.
        root: The project's root, for style sheets and fonts.
        pages: What the pages are made from.
        manifest: What the last site was made from.
    """
    events = pages.collection.events
    (folder / "events").mkdir(exist_ok=True)
    (folder / "events" / "calendar.ics").write_bytes(render_calendar(pages, events))
    style = _style(root / "docs" / "assets") if events else ""
    look = hashlib.blake2b(style.encode(), digest_size=16).digest()
    for event in events:
        beside = f"events/{event.slug}/{event.slug}"
        (folder / beside).parent.mkdir(exist_ok=True)
        (folder / f"{beside}.ics").write_bytes(render_calendar(pages, [event]))
        if not event.practices:
            continue
        for ending, content in render_bibliography(pages, event.practices).items():
            (folder / f"{beside}.{ending}").write_bytes(content.encode())
        pack = f"{beside}-pack.zip"
        key = manifest.key((event.slug, event.data, look, [made_from(item, pages) for item in event.practices]))
        if manifest.take_over(folder, [pack], key) is None:
            (folder / pack).write_bytes(zip_files(render_pack(pages, event, style)))
            manifest.remember(folder, [pack], key)


def zip_files(files: Iterable[tuple[str, bytes]]) -> bytes:
    """Packs files into one zip, sorted by path; the same files give the same bytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for path, content in sorted(files):
            item = zipfile.ZipInfo(path, DAY_ZERO)
            item.create_system = 3  # Unix, on every machine
            item.external_attr = 0o644 << 16
            archive.writestr(item, content, zipfile.ZIP_DEFLATED, compresslevel=9)
    return packed.getvalue()


def _style(assets: Path) -> str:
    """The style sheet of a handout that stands alone, with the fonts inside: some browsers load none from a folder."""
    sheets = ("common-thread.css", "handout.css")
    style = "".join((assets / "styles" / sheet).read_text(encoding="utf-8") for sheet in sheets)
    return FONT.sub(lambda match: f"url(data:font/woff2;base64,{_base64(assets / 'fonts' / match[1])})", style)


def _base64(path: Path) -> str:
    return base64.b64encode(path.read_bytes()).decode()
