"""Each practice prints as a handout of two pages: whole, legible, with a QR code that leads to its page."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element

import pytest
import zxingcpp
from playwright.sync_api import Page as Tab
from pypdf import PdfReader

from tests.site.collection import Record, own_findings
from tests.site.pages import SITE_URL, Site, told
from tests.site.tabs import KINDS, Tabs
from tests.site.test_practice_page import entry, with_class
from tests.site.trees import plain, text_of

A4 = (595, 842)
"""Points."""

PIXELS = """
async (svg) => {
  const picture = new Image();
  picture.src = "data:image/svg+xml," + encodeURIComponent(svg);
  await picture.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width: 300, height: 300 });
  const brush = canvas.getContext("2d");
  brush.drawImage(picture, 0, 0, 300, 300);
  return Array.from(brush.getImageData(0, 0, 300, 300).data.filter((_, at) => at % 4 === 0));
}
"""

BEYOND = """
() => {
  const sheets = [...document.querySelectorAll(".sheet")];
  const inside = (part, sheet) => part.right <= sheet.right + 1 && part.bottom <= sheet.bottom + 1;
  return sheets.flatMap((sheet) => [...sheet.querySelectorAll("p, dd, dt, th, li, .qr, .weave")]
    .filter((part) => !inside(part.getBoundingClientRect(), sheet.getBoundingClientRect()))
    .map((part) => part.outerHTML.slice(0, 80)));
}
"""


def read_qr(tab: Tab, svg: str) -> str:
    """What a reader of QR codes sees in a picture."""
    pixels = memoryview(bytes(tab.evaluate(PIXELS, svg))).cast("B", shape=[300, 300])
    (code,) = zxingcpp.read_barcodes(pixels)
    assert code.ec_level == "M"
    return code.text


def print_all(tabs: Tabs, slugs: list[str]) -> Iterator[tuple[str, Tab, PdfReader]]:
    tab = tabs.open("about/", javascript=False)
    tab.set_viewport_size({"width": 673, "height": 990})
    tab.emulate_media(media="print")
    for slug in slugs:
        tab.goto(f"practices/{slug}/")
        yield slug, tab, PdfReader(io.BytesIO(tab.pdf(prefer_css_page_size=True)))


def sheet(site: Site, slug: str, number: int) -> Element:
    return with_class(site.page(f"practices/{slug}/").root, "sheet")[number]


def squeezed(text: str) -> str:
    """Text without the spaces and hyphens that a line's end on paper may add or take."""
    return re.sub(r"[\s\u00ad-]+", "", text)


def test_every_practice_prints_on_two_pages_and_within_their_margins(tabs: Tabs, practices: list[Record]) -> None:
    problems = []
    for slug, tab, pdf in print_all(tabs, [practice["slug"] for practice in practices]):
        if len(pdf.pages) != 2:
            problems.append(f"{slug}: {len(pdf.pages)} pages")
        problems += [f"{slug}: beyond the page: {part}" for part in tab.evaluate(BEYOND)]
    assert problems == [], told(problems)


def test_what_the_handout_says_is_on_paper(tabs: Tabs, site: Site, practices: list[Record]) -> None:
    for slug, _, pdf in print_all(tabs, [practice["slug"] for practice in practices[::14]]):
        assert [round(float(side)) for side in pdf.pages[0].mediabox[2:]] == list(A4)
        front, back = (squeezed(page.extract_text()) for page in pdf.pages)
        typed = entry(slug)
        for words in (typed["name"], typed["lead"], "How services are woven together", typed["summary"]):
            assert squeezed(words) in front, slug
        statements = [text_of(item) for item in with_class(sheet(site, slug, 1), "handout__statement")]
        for words in ("Did it help?", *statements, f"{SITE_URL}practices/{slug}/", "Not studied"):
            assert squeezed(words) in back, slug


def test_the_handout_tells_findings_in_proportion_and_counts_the_others(site: Site, practices: list[Record]) -> None:
    for practice in practices:
        own = Counter(finding["direction"] for finding in own_findings(practice))
        page = sheet(site, practice["slug"], 1)
        shown = [text_of(item) for item in with_class(page, "handout__statement")]
        directions = {plain(finding["statement"]): finding["direction"] for finding in own_findings(practice)}
        tally = Counter(directions[statement] for statement in shown)
        assert tally.keys() == own.keys(), practice["slug"]
        left = own - tally
        (line,) = [text_of(item) for item in with_class(page, "handout__left") if "findings" in text_of(item)] or [""]
        assert sum(map(int, re.findall(r"\d+", line))) == left.total(), practice["slug"]


@pytest.mark.parametrize("slug", ["troubled-families", "flexible-assertive-community-treatment"])
def test_the_qr_code_leads_to_the_page_and_is_at_least_two_centimetres_wide(tabs: Tabs, slug: str) -> None:
    tab = tabs.open(f"practices/{slug}/")
    tab.emulate_media(media="print")
    code = tab.get_by_role("img", name=f"QR code of {SITE_URL}practices/{slug}/")
    svg = code.locator("svg").evaluate("(svg) => new XMLSerializer().serializeToString(svg)")
    assert read_qr(tab, svg) == f"{SITE_URL}practices/{slug}/"
    modules = int(re.findall(r'viewBox="0 0 (\d+)', svg)[0])
    box = code.bounding_box()
    assert box is not None
    assert box["width"] * 25.4 / 96 * (modules - 8) / modules >= 20


def test_the_handout_is_neither_seen_nor_read_out_on_the_screen(tabs: Tabs) -> None:
    tab = tabs.open(KINDS["practice"])
    assert tab.locator(".handout").is_hidden()
    assert tab.get_by_role("heading", level=1).count() == 1


def test_the_whole_page_prints_for_those_who_ask_for_it(tabs: Tabs, site: Site) -> None:
    tab = tabs.open(KINDS["practice"])
    tab.get_by_role("link", name="follow this link").click()
    tab.emulate_media(media="print")
    assert tab.locator(".handout").is_hidden()
    printed = plain(tab.locator("body").inner_text())
    for statement in with_class(site.page(KINDS["practice"]).root, "finding__statement"):
        assert plain("".join(statement.itertext())).rstrip("0123456789, ") in printed
    assert tab.locator("form:visible").count() == 0, "no search form on paper"
    reader = PdfReader(io.BytesIO(tab.pdf(format="A4", tagged=True, outline=True)))
    on_paper = " ".join("".join(page.extract_text() for page in reader.pages).split())
    for words in ("Did it help?", "How it works", "Sources", entry("troubled-families")["summary"].split(".")[0]):
        assert words in on_paper


def test_practices_of_any_size_print_on_two_pages(many_tabs: Tabs, many: list[Record]) -> None:
    slugs = [practice["slug"] for practice in many[::20]]
    numbers = {slug: len(pdf.pages) for slug, _, pdf in print_all(many_tabs, slugs)}
    assert set(numbers.values()) == {2}, numbers
