"""Practices side by side, as a reader uses them: by mouse and keyboard, on a phone and on paper."""

from __future__ import annotations

import io

from playwright.sync_api import expect
from pypdf import PdfReader

from tests.site.collection import Record, own_findings
from tests.site.comparison import CHOSEN, compare, read
from tests.site.reader import with_list
from tests.site.tabs import Tabs
from tests.site.trees import plain


def test_marks_look_as_everywhere(tabs: Tabs) -> None:
    page = tabs.open("practices/troubled-families/")
    look = "(mark) => mark.outerHTML"
    on_its_page = {mark.evaluate(look) for mark in page.locator(".finding .level, .finding .direction").all()}
    page.goto("compare/?p=troubled-families,maia")
    page.locator("[data-ready]").wait_for()
    cells = page.locator("[data-row=findings] td:nth-child(2)").locator(".level, .direction")
    assert {mark.evaluate(look) for mark in cells.all()} <= on_its_page


def test_findings_can_be_read_in_words(tabs: Tabs, practices: list[Record]) -> None:
    page = compare(tabs, CHOSEN[0])
    (maia,) = [practice for practice in practices if practice["slug"] == "maia"]
    cell = page.locator("[data-row=findings] td:nth-child(2):has(details)").first
    cell.locator("summary").press("Enter")
    statement = plain(cell.locator("details li").first.inner_text())
    assert statement in {plain(finding["statement"]) for finding in own_findings(maia)}


def test_only_the_differences_and_back(tabs: Tabs) -> None:
    page = compare(tabs, ("maia", "kotitori"))
    table = read(page)
    same = [row["head"] for row in table["rows"] if row["differs"] == "false"]
    assert same
    shown = page.locator("[data-row]:visible")
    expect(shown).to_have_count(len(table["rows"]))
    expect(page.locator("[data-count]")).to_have_text(
        f"{len(table['rows']) - len(same)} of {len(table['rows'])} rows differ"
    )
    page.get_by_label("Show only differences").press("Space")
    expect(shown).to_have_count(len(table["rows"]) - len(same))
    expect(page.locator("[data-differs=false]:visible")).to_have_count(0)
    assert page.url == f"{tabs.address}compare/?p=maia,kotitori&only=differences"
    expect(page.locator("[data-address]")).to_have_text(page.url)
    page.reload()
    page.locator("[data-ready]").wait_for()
    expect(page.get_by_label("Show only differences")).to_be_checked()
    expect(shown).to_have_count(len(table["rows"]) - len(same))
    page.get_by_label("Show only differences").uncheck()
    expect(shown).to_have_count(len(table["rows"]))
    assert page.url == f"{tabs.address}compare/?p=maia,kotitori"


def test_a_practice_can_be_taken_out(tabs: Tabs) -> None:
    page = compare(tabs, ("maia", "kotitori", "troubled-families"))
    page.get_by_role("link", name="Remove Kotitori").click()
    page.wait_for_url("**/compare/?p=maia,troubled-families")
    expect(page.locator("table.compare thead th")).to_have_count(2)
    page.get_by_role("link", name="Show as a list").click()
    page.wait_for_url("**/shortlist/?p=maia,troubled-families")


def test_from_the_catalogue_to_a_comparison_by_keyboard_alone(tabs: Tabs) -> None:
    page = tabs.catalogue()
    for slug in ("maia", "kotitori", "troubled-families"):
        page.locator(f".card[data-slug={slug}] .card__name a").focus()
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
    page.locator("[data-shortlist-link]").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/shortlist/")
    page.locator("[data-ready]").wait_for()
    boxes = page.get_by_role("checkbox")
    boxes.first.focus()
    for _ in range(2):
        page.keyboard.press("Space")
        while not page.evaluate("() => document.activeElement.matches('input:not(:checked), [type=submit]')"):
            page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Compare the 2 chosen")).to_be_visible()
    while not page.evaluate("() => document.activeElement.matches('[type=submit]')"):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/compare/?p=maia,kotitori")
    expect(page.locator("table.compare thead th")).to_have_count(2)


def test_the_shortlist_says_which_can_be_compared(tabs: Tabs) -> None:
    five = ["maia", "kotitori", "troubled-families", "aarhus-recovery", "uk-home-teams"]
    page = with_list(tabs, five)
    expect(page.get_by_role("button", name="Compare the first 4")).to_be_visible()
    boxes = page.get_by_role("checkbox")
    boxes.first.check()
    page.get_by_role("button", name="Compare the 1 chosen").click()
    expect(page.get_by_role("alert")).to_have_text("One is chosen. Choose one to three more to put beside it.")
    for box in boxes.all():
        box.check()
    expect(page.get_by_role("alert").filter(visible=True)).to_have_count(0)
    page.get_by_role("button", name="Compare the 5 chosen").click()
    expect(page.get_by_role("alert")).to_have_text("5 are chosen, and 4 fit side by side. Take away 1.")
    boxes.nth(1).uncheck()
    page.get_by_role("button", name="Compare the 4 chosen").click()
    page.wait_for_url("**/compare/?p=maia,troubled-families,aarhus-recovery,uk-home-teams")


def test_on_a_phone_each_cell_names_its_practice(tabs: Tabs) -> None:
    page = compare(tabs, CHOSEN[1], width=390)
    row = page.locator("[data-row=summary]")
    names = read(page)["heads"]
    expect(row.locator(".compare__who:visible")).to_have_text(names)
    boxes = [cell.bounding_box() for cell in row.locator("td").all()]
    assert all(box is not None and box["width"] > 300 for box in boxes)
    page.set_viewport_size({"width": 1440, "height": 900})
    expect(page.locator(".compare__who:visible")).to_have_count(0)


def test_it_prints_on_landscape_sheets_with_its_address(tabs: Tabs) -> None:
    page = compare(tabs, CHOSEN[2])
    page.emulate_media(media="print")
    sheets = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    assert all(sheet.mediabox.width > sheet.mediabox.height for sheet in sheets)
    on_paper = plain(" ".join(sheet.extract_text() for sheet in sheets))
    assert "Did it help?" in plain(sheets[0].extract_text() + on_paper)
    address = page.locator("[data-address]").inner_text()
    assert address == f"{tabs.address}compare/?p={','.join(CHOSEN[2])}"
    assert address.split("?p=")[0] in on_paper.replace(" ", "")
    assert page.get_by_role("main").locator("button:visible, input:visible, summary:visible").count() == 0
    expect(page.locator("table.compare thead th:visible")).to_have_count(4)


SHIFTS = """
async () => {
  let sum = 0;
  const add = (entries) => { for (const entry of entries) sum += entry.value; };
  const observer = new PerformanceObserver((list) => add(list.getEntries()));
  observer.observe({type: "layout-shift", buffered: true});
  await new Promise((done) => setTimeout(done, 100));
  add(observer.takeRecords());
  return sum;
}
"""


def test_the_foot_does_not_jump_while_the_table_is_filled(tabs: Tabs) -> None:
    page = tabs.ready("compare/?p=troubled-families,maia,kotitori", width=390)
    assert page.evaluate(SHIFTS) < 0.1
