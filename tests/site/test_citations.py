"""Every page that can be cited offers its citation: to read, to copy, to print, and as files."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware
from html5lib import parseFragment
from markdown_it import MarkdownIt
from playwright.sync_api import Page, expect

from tests.site.pages import SITE_URL, Site
from tests.site.tabs import KINDS, Tabs
from tests.site.trees import plain

CITED = ("practice", "event", "term", "catalogue")
STYLES = ("APA", "Harvard", "Chicago", "Vancouver", "Markdown")
ENDINGS = (".bib", ".ris", ".csl.json")
CLIPBOARD = """
async () => {
  const [item] = await navigator.clipboard.read();
  const forms = item.types.map(async (type) => [type, await (await item.getType(type)).text()]);
  return Object.fromEntries(await Promise.all(forms));
}
"""


def open_box(page: Page) -> None:
    if page.locator(".js [data-catalogue]").count():
        page.locator("[data-catalogue][data-ready]").wait_for()  # until then the page still moves
    if page.locator(".cite-list").count():
        page.locator(".cite-list summary").click()


def sentence(page: Page) -> str:
    """The one sentence that can be seen."""
    (text,) = page.locator(".citation__sentence:visible").all_text_contents()
    return plain(text)


def titles(bib: str, ris: str, csl: str) -> list[tuple[str, str, str]]:
    """Key, title and address of a work as told by each of its files."""
    library = parse_string(bib, append_middleware=[LatexDecodingMiddleware()])
    assert library.failed_blocks == []
    (entry,), (record,), (item,) = library.entries, rispy.loads(ris), json.loads(csl)
    return [
        (entry.key, entry["title"], parse_string(bib).entries[0]["url"]),  # LaTeX reads an address as it stands
        (record["id"], record["title"], record["urls"][0]),
        (item["id"], item["title"], item["URL"]),
    ]


@pytest.mark.parametrize("kind", CITED)
@pytest.mark.parametrize("javascript", [True, False])
def test_a_style_is_chosen_by_key_or_click(tabs: Tabs, kind: str, javascript: bool) -> None:
    page = tabs.open(KINDS[kind], javascript=javascript)
    open_box(page)
    assert sentence(page).startswith("Common Thread editors. (20")
    page.get_by_role("radio", name="APA").focus()
    seen = {sentence(page)}
    for style in STYLES[1:]:
        page.keyboard.press("ArrowRight")
        expect(page.get_by_role("radio", name=style)).to_be_checked()
        seen.add(sentence(page))
    assert len(seen) == len(STYLES)
    assert sentence(page).endswith(f"<{SITE_URL}{KINDS[kind]}>")
    assert page.get_by_role("button", name="Copy the citation").is_visible() == javascript


def test_what_is_shown_is_copied_as_text_and_as_html(tabs: Tabs) -> None:
    page = tabs.open(KINDS["practice"])
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    for style in STYLES:
        page.get_by_role("radio", name=style).check()
        page.get_by_role("button", name="Copy the citation").click()
        page.get_by_role("button", name="Copied").wait_for()
        copied = page.evaluate(CLIPBOARD)
        assert plain(copied["text/plain"]) == sentence(page)
        assert ("text/html" in copied) == (style != "Markdown")
        if style != "Markdown":
            assert plain("".join(parseFragment(copied["text/html"]).itertext())) == sentence(page)
            assert ("<i>" in copied["text/html"]) == (style != "Vancouver")
        page.get_by_role("button", name="Copy the citation").wait_for()


@pytest.mark.parametrize("kind", CITED)
def test_paper_has_one_plain_citation(tabs: Tabs, kind: str) -> None:
    page = tabs.open(f"{KINDS[kind]}#whole")  # without it a practice prints as its handout, which has a citation too
    page.emulate_media(media="print")
    assert page.locator(".citation input:visible, .citation a:visible, .citation button:visible").count() == 0
    apa = sentence(page)
    assert "*" not in apa
    page.emulate_media(media="screen")
    open_box(page)
    page.get_by_role("radio", name="Harvard").check()
    page.emulate_media(media="print")
    assert "Available at: " in sentence(page)
    page.emulate_media(media="screen")
    page.get_by_role("radio", name="Markdown").check()
    page.emulate_media(media="print")
    assert sentence(page) == apa


def test_every_page_that_can_be_cited_has_its_files(site: Site) -> None:
    works: dict[str, tuple[str, str, str]] = {}
    for page in site.pages.values():
        if "/v/" in page.path:
            continue  # a version has sentences to cite it, and no files
        boxes = [part for part in page.root.iter("div") if part.get("class") == "citation"]
        for box in boxes:
            links = [page.target(link.attrib["href"]) or "" for link in box.iter("a")]
            texts = [(site.folder / link).read_bytes().decode() for link in links]
            assert [link[link.index(".") :] for link in links] == list(ENDINGS)
            told = (box.attrib["data-key"], box.attrib["data-title"], box.attrib["data-address"])
            assert titles(texts[0], texts[1], texts[2]) == [told] * 3
            assert site.page(told[2].removeprefix(SITE_URL))
            assert works.setdefault(links[0], told) == told
    kinds = {address.split("/")[0] for address in (work[2].removeprefix(SITE_URL) for work in works.values())}
    assert {"practices", "events", "target-groups", "integration", "countries", "outcomes", "evidence"} <= kinds
    assert len({work[0] for work in works.values()}) == len(works), "each has a key of its own"
    assert {path for path in site.files if path.startswith("data/") and path.endswith(".csl.json")} == {
        link.removesuffix(".bib") + ".csl.json" for link in works
    }


def test_the_citation_of_a_list_follows_its_filters(tabs: Tabs) -> None:
    page = tabs.catalogue("?country=FI")
    open_box(page)
    count = page.locator("[data-count]").inner_text().split(" of ")[0]
    assert f" List of {count} practices (countries: Finland) (Version of " in sentence(page)
    assert sentence(page).endswith(f" {SITE_URL}practices/?country=FI")
    page.locator("input[name=target_group][value=older-people]").check()
    expect(page.locator(".citation__sentence:visible")).to_contain_text("target groups: Older people; countries: Finl")
    assert sentence(page).endswith(f" {SITE_URL}practices/?{urlsplit(page.url).query}")
    page.get_by_role("button", name="Remove filter: Older people").click()
    page.get_by_role("button", name="Remove filter: Finland").click()
    expect(page.locator(".citation__sentence:visible")).not_to_contain_text("Finland")
    assert sentence(page).endswith(f" {SITE_URL}practices/")


def test_a_file_that_does_not_load_makes_none(tabs: Tabs) -> None:
    page = tabs.catalogue("?q=list-of-practices")
    open_box(page)
    assert "(words: “list-of-practices”)" in sentence(page)
    page.route("**/data/list-of-practices.bib", lambda route: route.abort())
    page.get_by_role("link", name="BibTeX", exact=True).click()
    expect(page.get_by_role("alert").filter(has_text="The file could not be made")).to_be_visible()
    page.unroute("**/data/list-of-practices.bib")
    assert len(tabs.faults) == 1
    tabs.faults.clear()


HOSTILE = 'R&D <b>50%</b> {x} *y* _z_ $5 #1 \\ ~ ^ "so"'


def test_hostile_words_in_the_citation_of_a_list(tabs: Tabs) -> None:
    page = tabs.catalogue()
    page.locator("#filter-text").fill(HOSTILE)
    open_box(page)
    words = f"(words: “{HOSTILE}”)"
    expect(page.locator(".citation__sentence--apa")).to_contain_text(words)
    assert page.locator(".citation__sentence b").count() == 0
    address = sentence(page).split(" ")[-1]
    assert address.removeprefix(SITE_URL) == f"practices/?{urlsplit(page.url).query}"
    page.get_by_role("radio", name="Markdown").check()
    html = parseFragment(MarkdownIt("commonmark").renderInline(sentence(page)))
    assert words in "".join(html.itertext())
    texts = []
    for name in ("BibTeX", "RIS", "CSL-JSON"):
        with page.expect_download() as download:
            page.get_by_role("link", name=name, exact=True).click()
        texts.append(Path(download.value.path()).read_bytes().decode())
    bib, ris, csl = titles(*texts)
    assert ris == csl
    assert ris[1].endswith(words)
    assert (bib[0], bib[1].replace("ˆ", "^"), bib[2]) == ris, "the decoder has a sign of its own for a circumflex"
    assert ris[2] == address


def test_a_line_break_in_the_address_makes_no_line_of_a_file(tabs: Tabs) -> None:
    page = tabs.catalogue("?q=tea%0D%0AUR%20%20-%20https%3A%2F%2Fevil.example")
    open_box(page)
    with page.expect_download() as download:
        page.get_by_role("link", name="RIS", exact=True).click()
    (record,) = rispy.loads(Path(download.value.path()).read_bytes().decode())
    assert len(record["urls"]) == 1
    assert record["title"].endswith("(words: “tea UR - https://evil.example”)")
