"""The form in a real browser: a sketch filled with the keyboard alone becomes a file that the checker accepts."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from scripts.read.entries import load_entry
from scripts.render.form_steps import STEPS
from tests.site.building import PARTS, ROOT
from tests.site.form import FORM, open_form
from tests.site.tabs import Tabs

NAME_OF_FOCUS = """
() => {
  const at = document.activeElement;
  const label = at.labels?.[0] ?? at;
  const own = (at.getAttribute("aria-label") ?? label.innerText).split("\\n")[0].replace(" (optional)", "").trim();
  return own;
}
"""
SUMMARY = " ".join(["Teapots and kettles of Toyville meet each week."] * 6)


class Keyboard:
    """Somebody who has no pointer: goes from control to control with Tab, and reads what each is called."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def to(self, name: str) -> None:
        for _ in range(400):
            self.page.keyboard.press("Tab")
            if self.page.evaluate(NAME_OF_FOCUS) == name:
                return
        pytest.fail(f"no way with Tab to {name!r}")

    def write(self, name: str, text: str) -> None:
        self.to(name)
        self.page.keyboard.type(text)

    def press(self, name: str, key: str = "Enter") -> None:
        self.to(name)
        self.page.keyboard.press(key)

    def choose(self, name: str, beginning: str) -> None:
        """Chooses in a list by typing how the term begins."""
        self.to(name)
        self.page.keyboard.type(beginning)

    def go_on(self) -> None:
        before = self.page.url
        self.press("Continue")
        self.page.wait_for_url(lambda url: url != before)


def sketch(keys: Keyboard) -> None:
    keys.write("Name", "Teapot Path")
    keys.press("Norway", "Space")
    keys.write("Name of the place", "Toyville")
    keys.press("Local", "Space")
    keys.write("Lead organisation", "City of Toyville")
    keys.choose("Life cycle", "Pilot")
    keys.go_on()
    keys.write("Summary", SUMMARY)
    keys.press("Older people", "Space")
    keys.press("Health", "Space")
    keys.press("Social services", "Space")
    keys.go_on()
    keys.choose("Type of source", "News")
    keys.write("Title", "A path: with teapots")
    keys.write("Organisation", "Toyville Gazette")
    keys.write("Year", "2019")
    keys.go_on()
    keys.write("The problem", "Nobody knew where the kettle was.")
    keys.choose("Source to cite in: The problem", "A path")
    keys.press("Cite it here")
    keys.write("How it works", "A guide walks along with each teapot.")
    keys.press("Linkage", "Space")
    keys.choose("Type of mechanism", "Case management")
    keys.go_on()
    keys.write("Name", "Tilda Teapot")
    keys.press("The sketch is done: check and send it")


@pytest.fixture
def checked(tmp_path: Path) -> Path:
    """A project without practices, to run the checker in."""
    for part in PARTS:
        if part not in ("practices", "docs"):
            (tmp_path / part).symlink_to(ROOT / part)
    (tmp_path / "practices").mkdir()
    (tmp_path / "docs" / "events").mkdir(parents=True)
    return tmp_path


def check(root: Path) -> str:
    command = [sys.executable, "-m", "scripts", "check"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_a_sketch_by_keyboard_passes_the_check(tabs: Tabs, checked: Path) -> None:
    page = open_form(tabs)
    keys = Keyboard(page)
    sketch(keys)
    expect(page.locator("[data-verdict]")).to_have_text("The check accepts this file.")
    with page.expect_download() as download:
        keys.press("Download the file")
    download.value.save_as(checked / "practices" / download.value.suggested_filename)
    assert "no problems" in check(checked).lower() or "0 errors" in check(checked)
    data: dict[str, Any] = load_entry(checked, checked / "practices" / "teapot-path.yml").data or {}
    assert data["problem"] == "Nobody knew where the kettle was [@toyville-gazette-2019]."
    assert data["countries"] == ["NO"]
    assert data["integration"]["mechanisms"] == [{"type": "case-management", "sources": ["toyville-gazette-2019"]}]
    assert data["review"]["by"] == "Tilda Teapot"


def test_continue_says_what_is_missing_and_leads_there(tabs: Tabs) -> None:
    page = open_form(tabs)
    page.get_by_role("button", name="Continue").click()
    summary = page.locator("#practice [data-errors]")
    expect(summary).to_be_focused()
    expect(summary.get_by_role("heading")).to_have_text("There is a problem")
    summary.get_by_role("link", name="Place 1, Name of the place: This field is missing.").click()
    place = page.get_by_label("Name of the place")
    expect(place).to_be_focused()
    expect(place).to_have_attribute("aria-invalid", "true")
    expect(place).to_have_accessible_description(
        "Town, region or country. For example: Tampere Error: This field is missing."
    )
    place.fill("Toyville")
    expect(summary.get_by_role("link", name="Place 1, Name of the place")).to_have_count(0)
    expect(place).to_have_attribute("aria-invalid", "false")


def test_the_browsers_back_button_goes_through_the_steps(tabs: Tabs) -> None:
    page = open_form(tabs)
    page.get_by_role("link", name="Findings", exact=True).click()
    expect(page.get_by_role("heading", name="Findings", level=2).last).to_be_focused()
    page.get_by_role("link", name="Sources", exact=True).click()
    page.go_back()
    expect(page.locator("#findings")).to_be_visible()
    expect(page.locator("[data-step]:visible")).to_have_count(1)
    page.go_back()
    expect(page.locator("#practice")).to_be_visible()


def test_the_level_follows_from_the_design(tabs: Tabs) -> None:
    page = open_form(tabs, "#findings")
    page.get_by_role("button", name="Add a finding").click()
    expect(page.locator("#f-findings-0")).to_be_focused()
    trace = page.locator("[data-trace]")
    expect(trace).to_contain_text("follows from the study design")
    page.get_by_label("Study design").select_option("randomised-trial")
    expect(trace).to_contain_text("L4 because: randomised trial; not raised")
    expect(page.get_by_label("What the review pools")).to_be_hidden()
    page.get_by_label("Study design").select_option("systematic-review")
    page.get_by_label("What the review pools").select_option("mixed")
    expect(trace).to_contain_text("L3 because: systematic review of studies with and without a comparison group")


def test_a_source_keeps_its_citations_when_its_key_follows_the_year(tabs: Tabs) -> None:
    page = open_form(tabs, "#sources")
    page.get_by_label("Title", exact=True).fill("Kettles")
    page.get_by_role("textbox", name="Organisation (optional)", exact=True).fill("Toyville Gazette")
    page.get_by_role("link", name="How it works").click()
    page.get_by_label("Source to cite in: How it works").select_option(label="Kettles (toyville-gazette)")
    page.get_by_role("button", name="Cite it here").last.click()
    page.get_by_role("link", name="Sources", exact=True).click()
    page.get_by_label("Year (optional)").fill("2020")
    page.get_by_label("Title", exact=True).focus()
    expect(page.locator("[data-key-told]")).to_have_text("Cited in the text as [@toyville-gazette-2020]")
    assert page.locator("#f-approach").input_value() == "[@toyville-gazette-2020]"
    assert page.locator("#f-integration-mechanisms-0-sources input:checked").input_value() == "toyville-gazette-2020"


def test_a_problem_leads_from_the_last_step_to_its_field(tabs: Tabs) -> None:
    page = open_form(tabs, "#send")
    expect(page.locator("[data-verdict]")).to_contain_text("The check would refuse this file: ")
    page.get_by_role("link", name="Lead organisation: This field is missing.").click()
    expect(page.get_by_label("Lead organisation")).to_be_focused()
    assert page.url.endswith("#practice")
    page.get_by_role("link", name="Skip to content").press("Enter")
    expect(page.locator("#practice")).to_be_visible()


def test_a_practice_leads_to_its_entry_in_the_form(tabs: Tabs) -> None:
    page = tabs.open("practices/maia/")
    page.get_by_role("link", name="Edit in the form").click()
    expect(page.locator("h1")).to_contain_text("Edit: ")


def test_it_works_below_any_path(sub_path_tabs: Tabs) -> None:
    page = open_form(sub_path_tabs, "?practice=kotitori#send")
    expect(page.locator("[data-verdict]")).to_have_text("The check accepts this file.")
    assert sub_path_tabs.faults == []


def test_without_javascript_the_questions_can_be_read(tabs: Tabs) -> None:
    page = tabs.open(FORM, javascript=False)
    expect(page.get_by_text("The form needs JavaScript")).to_be_visible()
    assert page.get_by_role("button").locator("visible=true").count() == 0
    for step in STEPS:
        expect(page.get_by_role("heading", name=step.title, level=2).last).to_be_visible()
    expect(page.get_by_text("In doubt choose the weaker design")).to_be_visible()
    assert page.locator("#f-name").is_disabled()
