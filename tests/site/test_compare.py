"""Practices side by side: what the table says is what the published data says."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.site.building import ROOT
from tests.site.collection import Record, own_findings
from tests.site.pages import plain
from tests.site.reader import with_list
from tests.site.tabs import Tabs

CHOSEN = (
    ("maia", "troubled-families"),
    ("kotitori", "maia", "trieste-community-mental-health"),
    ("uk-home-teams", "aarhus-recovery", "kotitori", "malta-mental-health-strategy"),
)

TABLE = """
(table) => ({
  heads: [...table.tHead.rows[0].cells].slice(1).map((cell) => cell.querySelector("a").textContent),
  rows: [...table.querySelectorAll("[data-row]")].map((row) => ({
    id: row.dataset.row,
    head: (row.cells[0].firstElementChild ?? row.cells[0]).firstChild.textContent.trim(),
    mark: row.querySelector(".compare__mark")?.textContent ?? "",
    differs: row.dataset.differs,
    cells: [...row.cells].slice(1).map((cell) => ({
      text: cell.innerText,
      items: [...cell.querySelectorAll("li")].map((item) => item.innerText),
      signs: [...cell.querySelectorAll(".compare__found li")].map((item) =>
        [...item.querySelectorAll("use")].map((use) => use.getAttribute("href")).join(" ")),
    })),
  })),
})
"""


def vocabulary(name: str) -> dict[str, Any]:
    terms: dict[str, Any] = yaml.safe_load((ROOT / "schema" / "vocabularies" / f"{name}.yml").read_text("utf-8"))
    return terms


def label(name: str, term: str) -> str:
    return str(vocabulary(name)[term]["label"]["en"])


TERMS: dict[str, tuple[str, Callable[[Record], list[str]]]] = {
    "countries": ("countries", lambda practice: practice["countries"]),
    "life_cycle": ("life_cycle", lambda practice: [practice["life_cycle"]]),
    "target_groups": ("target_groups", lambda practice: practice["target_groups"]),
    "degree": ("degrees", lambda practice: [practice["integration"]["degree"]]),
    "sectors": ("sectors", lambda practice: practice["sectors"]),
    "integration_kinds": ("integration_kinds", lambda practice: practice["derived"]["integration_kinds"]),
}
POINTS = [
    "workforce",
    "training",
    "tools",
    "funding",
    "scale",
    "user_involvement",
    "enablers",
    "barriers",
    "lessons",
    "transfer",
    "contradictions",
]


def in_words(number: int, of: int) -> str:
    if number < of:
        return f"{number} of {of}"
    return "both" if of == 2 else f"all {of}"


def compare(tabs: Tabs, slugs: tuple[str, ...], *, width: int = 1440) -> Page:
    return tabs.ready(f"compare/?p={','.join(slugs)}", width=width)


def read(page: Page) -> dict[str, Any]:
    table: dict[str, Any] = page.locator("table.compare").evaluate(TABLE)
    return table


@pytest.fixture(params=CHOSEN, ids=len)
def slugs(request: pytest.FixtureRequest) -> tuple[str, ...]:
    found: tuple[str, ...] = request.param
    return found


@pytest.fixture
def compared(practices: list[Record], slugs: tuple[str, ...]) -> list[Record]:
    by_slug = {practice["slug"]: practice for practice in practices}
    return [by_slug[slug] for slug in slugs]


def test_a_column_for_each_with_its_terms(tabs: Tabs, slugs: tuple[str, ...], compared: list[Record]) -> None:
    table = read(compare(tabs, slugs))
    assert table["heads"] == [practice["name"] for practice in compared]
    rows = {row["id"]: row for row in table["rows"]}
    for id, (name, of) in TERMS.items():
        same = len({frozenset(of(practice)) for practice in compared}) == 1
        assert rows[id]["differs"] == str(not same).lower(), id
        assert rows[id]["mark"] == ("same" if same else "differs")
        for practice, cell in zip(compared, rows[id]["cells"], strict=True):
            expected = []
            for term in of(practice):
                number = sum(term in of(other) for other in compared)
                shared = f" · {in_words(number, len(compared))}" if number > 1 and not same else ""
                expected.append(label(name, term) + shared)
            assert cell["items"] == expected, id
    for id in ("summary", "lead"):
        assert [cell["text"] for cell in rows[id]["cells"]] == [practice[id] for practice in compared]


def test_the_mechanisms_stand_in_rows_with_how_many_share_each(
    tabs: Tabs, slugs: tuple[str, ...], compared: list[Record]
) -> None:
    table = read(compare(tabs, slugs))
    rows = [row for row in table["rows"] if row["id"] == "mechanisms"]
    used = [{item["type"]: item.get("note") for item in practice["integration"]["mechanisms"]} for practice in compared]
    number = Counter(kind for types in used for kind in types)
    assert {row["head"] for row in rows} == {label("mechanisms", kind) for kind in number}
    assert len(rows) == len(number)
    by_label = {label("mechanisms", kind): kind for kind in number}
    shares = [number[by_label[row["head"]]] for row in rows]
    assert shares == sorted(shares, reverse=True), "the most shared first"
    for row in rows:
        kind = by_label[row["head"]]
        same = number[kind] == len(compared)
        assert row["mark"] == f"{in_words(number[kind], len(compared))} · {'same' if same else 'differs'}"
        expected = [(types[kind] or "Yes") if kind in types else "Not named" for types in used]
        assert [plain(cell["text"]) for cell in row["cells"]] == [plain(text) for text in expected]


def test_findings_stand_in_one_table_by_outcome(tabs: Tabs, slugs: tuple[str, ...], compared: list[Record]) -> None:
    page = compare(tabs, slugs)
    rows = [row for row in read(page)["rows"] if row["id"] == "findings"]
    studied = {finding["domain"] for practice in compared for finding in own_findings(practice)}
    order = [domain for domain in vocabulary("outcome_domains") if domain in studied]
    assert [row["head"] for row in rows] == [label("outcome_domains", domain) for domain in order]
    for row, domain in zip(rows, order, strict=True):
        for practice, cell in zip(compared, row["cells"], strict=True):
            found = [finding for finding in own_findings(practice) if finding["domain"] == domain]
            groups = Counter(f"#sign-{finding['direction']} #mark-{finding['level']}" for finding in found)
            assert sorted(cell["signs"]) == sorted(groups), (practice["slug"], domain)
            levels = [sign[-1] for sign in cell["signs"]]
            assert levels == sorted(levels, reverse=True), "the surest first"
            if not found:
                assert cell["text"] == "Not studied"
            for sign, text in zip(cell["signs"], cell["items"], strict=False):
                assert (f"{groups[sign]} findings" in text) == (groups[sign] > 1)
    unstudied = [label("outcome_domains", domain) for domain in vocabulary("outcome_domains") if domain not in studied]
    expect(page.locator("[data-unstudied-list]")).to_have_text(", ".join(unstudied))


def test_what_it_takes_and_what_helped(tabs: Tabs, slugs: tuple[str, ...], compared: list[Record]) -> None:
    rows = {row["id"]: row for row in read(compare(tabs, slugs))["rows"]}
    for field in POINTS:
        told = [[plain(point["text"]) for point in practice.get(field, ())] for practice in compared]
        assert (field in rows) == any(told), field
        if any(told):
            assert [[plain(item) for item in cell["items"]] for cell in rows[field]["cells"]] == told, field


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
