"""The page of an event prints as its programme; its pack works from a folder without a network."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
import rispy
import vobject  # type: ignore[import-untyped]
from bibtexparser.entrypoint import parse_string
from playwright.sync_api import Browser
from pypdf import PdfReader

from tests.site.pages import SITE_URL, Site, told
from tests.site.tabs import KINDS, Tabs
from tests.site.test_handout import BEYOND, read_qr, squeezed

SLUG = "icic16-barcelona-2016"
MOST = 600_000
"""Bytes that a pack of some practices may have."""


def slugs_of(site: Site, event: str) -> list[str]:
    page = site.page(f"events/{event}/")
    return [talk.attrib["data-slug"] for talk in page.root.iter("article") if talk.get("class") == "talk"]


@pytest.fixture(scope="module")
def pack(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pack of an event, unpacked."""
    folder = tmp_path_factory.mktemp("pack")
    with zipfile.ZipFile(site.folder / "events" / SLUG / f"{SLUG}-pack.zip") as archive:
        archive.extractall(folder)
    return folder


def test_the_programme_prints_with_every_practice_and_its_code(tabs: Tabs, site: Site) -> None:
    tab = tabs.open(KINDS["event"])
    tab.emulate_media(media="print")
    pdf = PdfReader(io.BytesIO(tab.pdf(prefer_css_page_size=True)))
    printed = squeezed(" ".join(page.extract_text() for page in pdf.pages))
    assert len(pdf.pages) <= 4
    assert len(slugs_of(site, SLUG)) == 6
    for talk in tab.locator(".talk").all():
        for words in (talk.locator("h3"), talk.locator(".talk__summary"), talk.locator(".talk__address")):
            assert squeezed(words.inner_text()) in printed
        svg = talk.locator(".qr svg").evaluate("(svg) => new XMLSerializer().serializeToString(svg)")
        assert read_qr(tab, svg) == f"{SITE_URL}practices/{talk.get_attribute('data-slug')}/"
        box = talk.locator(".qr").bounding_box()
        modules = int(re.findall(r'viewBox="0 0 (\d+)', svg)[0])
        assert box is not None
        assert box["width"] * 25.4 / 96 * (modules - 8) / modules >= 20
    for absent in ("Add to shortlist", "Pack of handouts"):
        assert squeezed(absent) not in printed


def test_the_handouts_of_a_pack_open_and_print_without_a_network(browser: Browser, site: Site, pack: Path) -> None:
    context = browser.new_context(offline=True, viewport={"width": 673, "height": 990})
    tab = context.new_page()
    problems: list[str] = []
    tab.on("requestfailed", lambda request: problems.append(f"failed: {request.url}"))
    tab.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
    for slug in slugs_of(site, SLUG):
        tab.emulate_media(media="screen")
        tab.goto((pack / "handouts" / f"{slug}.html").as_uri())
        used = tab.evaluate("document.fonts.ready.then((fonts) => [...fonts].map((font) => font.status))")
        assert "loaded" in used
        assert "error" not in used
        tab.emulate_media(media="print")
        pages = len(PdfReader(io.BytesIO(tab.pdf(prefer_css_page_size=True))).pages)
        problems += [] if pages == 2 else [f"{slug}: {pages} pages"]
        problems += [f"{slug}: beyond the page: {part}" for part in tab.evaluate(BEYOND)]
    context.close()
    assert problems == [], told(problems)


def test_the_codes_of_a_pack_lead_to_the_practices(tabs: Tabs, site: Site, pack: Path) -> None:
    tab = tabs.open("about/")
    for slug in slugs_of(site, SLUG):
        svg = (pack / "qr" / f"{slug}.svg").read_text(encoding="utf-8")
        assert read_qr(tab, svg) == f"{SITE_URL}practices/{slug}/"


def test_the_lists_name_the_same_practices_and_the_packs_are_small(site: Site, pack: Path) -> None:
    folder = site.folder / "events"
    for event in sorted(path.name for path in folder.iterdir() if path.is_dir()):
        slugs = set(slugs_of(site, event))
        texts = {ending: (folder / event / f"{event}.{ending}").read_text("utf-8") for ending in ("bib", "ris", "txt")}
        assert {item.key for item in parse_string(texts["bib"]).entries} == slugs
        assert {item["id"] for item in rispy.loads(texts["ris"])} == slugs
        assert set(re.findall(r"practices/([a-z0-9-]+)/", texts["txt"])) == slugs
        assert (folder / event / f"{event}-pack.zip").stat().st_size < MOST
    assert (pack / "citations" / f"{SLUG}.bib").read_bytes() == (folder / SLUG / f"{SLUG}.bib").read_bytes()


def test_one_calendar_has_every_event(site: Site) -> None:
    folder = site.folder / "events"
    calendar = vobject.readOne((folder / "calendar.ics").read_text(encoding="utf-8"))
    pages = {item.url.value for item in calendar.vevent_list}
    assert pages == {f"{SITE_URL}events/{path.name}/" for path in folder.iterdir() if path.is_dir()}


def test_a_practice_says_where_it_was_presented_and_where_only_listed(site: Site) -> None:
    for slug, words in (("veneto-integrated-care", "Presented at"), ("maia", "Listed on the page of")):
        (section,) = [
            part
            for part in site.page(f"practices/{slug}/").root.iter("section")
            if part.get("aria-labelledby") == "presented"
        ]
        assert any("".join(item.itertext()).startswith(f"{words} 16th") for item in section.iter("li")), slug
