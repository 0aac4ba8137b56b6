"""What the form does for somebody new to it: it takes what people paste, and tells what they may have meant."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.site.building import ROOT
from tests.site.form import open_form, run
from tests.site.tabs import Tabs


def leave(page: Page, label: str, typed: str) -> str:
    """Types into a field, leaves it, and returns what stands there then."""
    control = page.locator("[data-current]").get_by_label(label)
    control.fill(typed)
    control.blur()
    return control.input_value()


@pytest.mark.parametrize("before", ["https://doi.org/", "http://dx.doi.org/", "doi: "])
def test_a_doi_may_be_pasted_as_an_address(tabs: Tabs, before: str) -> None:
    assert leave(open_form(tabs, "#sources"), "DOI", f"{before}10.99999/Tea.7") == "10.99999/Tea.7"


def test_an_address_may_be_pasted_without_its_beginning(tabs: Tabs) -> None:
    page = open_form(tabs, "#sources")
    assert leave(page, "Address (optional)", " www.toyville.example/tea ") == "https://www.toyville.example/tea"
    assert leave(page, "Address (optional)", "http://toyville.example") == "http://toyville.example"


def test_a_position_may_have_a_decimal_comma(tabs: Tabs) -> None:
    page = open_form(tabs)
    assert leave(page, "Latitude", "61,4978") == "61.4978"
    assert leave(page, "Longitude", "-23,5") == "-23.5"
    assert leave(page, "Latitude", "61,4978° N") == "61,4978° N"


def test_the_only_source_is_chosen_by_itself_but_not_among_several(tabs: Tabs) -> None:
    page = open_form(tabs, "#sources")
    page.get_by_label("Title", exact=True).fill("Kettles")
    ticked = page.locator("#f-integration-mechanisms-0-sources input:checked")
    expect(ticked).to_have_count(1)
    page.get_by_role("button", name="Add another source").click()
    expect(ticked).to_have_count(0)
    page.locator("#f-sources-1").get_by_role("button", name="Remove").click()
    expect(ticked).to_have_count(1)
    page.get_by_role("link", name="How it works").click()
    ticked.click()
    page.locator("#f-integration-mechanisms-0-sources input").check()
    page.get_by_role("link", name="Sources", exact=True).click()
    page.get_by_role("button", name="Add another source").click()
    expect(ticked).to_have_count(1)


def test_marks_that_meet_become_one(tabs: Tabs) -> None:
    page = open_form(tabs, "#sources")
    page.get_by_label("Title", exact=True).fill("Kettles")
    page.locator("#f-sources-0-organisation").fill("Tea")
    page.get_by_role("button", name="Add another source").click()
    page.locator("#f-sources-1").get_by_label("Title", exact=True).fill("Pots")
    page.locator("#f-sources-1-organisation").fill("Pot")
    page.get_by_role("link", name="How it works").click()
    text = page.locator("#f-problem")
    text.fill("Nobody knew.")
    for title in ("Kettles (tea)", "Pots (pot)", "Kettles (tea)"):
        page.get_by_label("Source to cite in: The problem").select_option(label=title)
        page.get_by_role("button", name="Cite it here").first.click()
    expect(text).to_have_value("Nobody knew [@tea; @pot].")


@pytest.mark.parametrize(("label", "typed"), [("Name", "Kotitori (of Tampere)"), ("Local name", "tampereen kotitori")])
def test_a_practice_that_is_here_is_named_at_once(tabs: Tabs, label: str, typed: str) -> None:
    page = open_form(tabs)
    known = page.locator("[data-known]")
    expect(known).to_be_hidden()
    page.get_by_role("textbox", name=f"{label} (optional)" if label == "Local name" else label, exact=True).fill(typed)
    known.get_by_role("link").click()
    expect(page.locator("h1")).to_contain_text("Edit: Kotitori")
    expect(known).to_be_hidden()


HINTS = """
  const { EntryCheck } = await load("form-check");
  const around = { slug: "tea", slugs: new Set(), moved: {}, today: "2026-11-22" };
  return new EntryCheck(data).problems(given, around).map(({ path, hint }) => `${path.join(".")}: ${hint}`);
"""


def test_a_slip_is_answered_with_what_may_be_meant(tabs: Tabs) -> None:
    given: dict[str, Any] = {
        "summery": "Tea",
        "life_cycle": "pillot",
        "sectors": ["Social Services", "qqq"],
        "sources": {"toyville-gazette-2019": {}},
        "problem": "Nobody knew [@toyville-gazete-2019; @z].",
    }
    hints = "\n".join(run(open_form(tabs), HINTS, given))
    assert 'summery: Did you mean "summary"?' in hints
    assert 'life_cycle: Did you mean "pilot"?' in hints
    assert 'sectors.0: Did you mean "social-services"?' in hints
    assert "sectors.1: Allowed: health" in hints
    assert 'problem: Did you mean "toyville-gazette-2019"?' in hints
    assert "problem: Add it under sources, or correct the key." in hints


def test_an_opened_file_with_a_slip_is_told_with_what_may_be_meant(tabs: Tabs, tmp_path: Path) -> None:
    text = (ROOT / "practices" / "maia.yml").read_text(encoding="utf-8")
    (tmp_path / "slip.yml").write_text(text.replace("\nlead:", "\nleed:"), encoding="utf-8")
    page = open_form(tabs)
    page.locator("#form-file").set_input_files(tmp_path / "slip.yml")
    page.get_by_role("link", name="Check and send").click()
    expect(page.locator("#send [data-errors]")).to_contain_text('Did you mean "lead"?')
