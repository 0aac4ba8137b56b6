"""A whole entry, with two sources, mechanisms, what it takes and findings, written with the form on a phone."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from scripts.read.entries import load_entry
from tests.site.form import open_form
from tests.site.tabs import Tabs
from tests.site.test_form import SUMMARY, check, checked

__all__ = ["checked"]  # the fixture


class Writer:
    """Somebody with a phone, who goes by the words on the page."""

    def __init__(self, page: Page) -> None:
        self.page = page

    @property
    def step(self) -> Locator:
        return self.page.locator("[data-current]")

    def group(self, title: str) -> Locator:
        return self.step.locator(f'[data-title="{title}"]').first

    def add(self, title: str) -> Locator:
        self.group(title).locator(":scope > p > [data-add]").click()
        return self.group(title).locator(":scope > [data-items] > fieldset").last

    def write(self, label: str, text: str, item: Locator | None = None) -> None:
        (item or self.step).get_by_label(label).first.fill(text)

    def choose(self, label: str, term: str, item: Locator | None = None) -> None:
        (item or self.step).get_by_label(label).first.select_option(label=term)

    def tick(self, group: str, term: str, item: Locator | None = None) -> None:
        place = (item or self.step).locator(f'[data-title="{group}"]').last
        place.get_by_label(term, exact=True).check()

    def go_on(self) -> None:
        before = self.page.url
        self.step.get_by_role("button", name="Continue").click()
        self.page.wait_for_url(lambda url: url != before)
        assert self.page.evaluate("document.documentElement.scrollWidth") <= 390


def sources(writer: Writer) -> None:
    for number, title in enumerate(("Kettles", "Teapots")):
        item = writer.add("Sources") if number else writer.step.locator("#f-sources-0")
        writer.choose("Type of source", "News", item)
        writer.write("Title", title, item)
        writer.write("Organisation", f"{title} Gazette", item)
        writer.write("Year", "2019", item)
    writer.go_on()


def how_it_works(writer: Writer) -> None:
    writer.write("The problem", "Nobody knew where the kettle was [@kettles-gazette-2019].")
    writer.write("How it works", "A guide walks along.\n\nA kettle follows [@teapots-gazette-2019].")
    writer.tick("Degree of integration", "Coordination")
    for number, term in enumerate(("Case management", "Co-location")):
        item = writer.add("Mechanisms") if number else writer.step.locator("#f-integration-mechanisms-0")
        writer.choose("Type of mechanism", term, item)
        item.get_by_role("checkbox").nth(number).check()
    writer.go_on()


def findings(writer: Writer) -> None:
    for direction, design in (("Better", "Randomised trial"), ("No difference", "Before-and-after study")):
        item = writer.add("Findings")
        writer.write("Statement", f"{direction}: 9 of 10 kettles boiled, against 5 of 10 without a guide.", item)
        writer.choose("Outcome domain", "Quality of life", item)
        writer.tick("Direction", direction, item)
        writer.choose("Study design", design, item)
        writer.tick("Evaluator", "Independent", item)
        item.locator('[data-title="Source"] select').select_option(label="Teapots (teapots-gazette-2019)")
        writer.write("Quotation", "nine of ten kettles boiled", item)
    expect(writer.step.locator("[data-trace]")).to_contain_text(["L4 because", "L2 because"])
    writer.go_on()


def test_a_whole_entry_on_a_phone_passes_the_check(tabs: Tabs, checked: Path) -> None:
    page = open_form(tabs, width=390)
    writer = Writer(page)
    writer.write("Name", "Teapot Path")
    writer.tick("Countries", "Norway")
    writer.write("Name of the place", "Toyville")
    writer.tick("Level of the place", "Local")
    writer.write("Lead organisation", "City of Toyville")
    writer.choose("Life cycle", "Pilot")
    writer.go_on()
    writer.write("Summary", SUMMARY)
    for group, term in (("Target groups", "Older people"), ("Sectors", "Health"), ("Sectors", "Housing")):
        writer.tick(group, term)
    writer.go_on()
    sources(writer)
    how_it_works(writer)
    writer.write("Name", "Tilda Teapot")
    writer.go_on()
    writer.write("Started", "2012")
    writer.go_on()
    for group, text in (("Workforce", "Two guides"), ("Funding", "The city pays.")):
        item = writer.add(group)
        writer.write("Text", text, item)
        item.get_by_role("checkbox").first.check()
    writer.go_on()
    item = writer.add("Where sources disagree")
    writer.write("Text", "One tells of nine kettles, one of ten.", item)
    for box in item.get_by_role("checkbox").all():
        box.check()
    writer.go_on()
    findings(writer)
    expect(page.locator("[data-verdict]")).to_have_text("The check accepts this file.")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download the file").click()
    download.value.save_as(checked / "practices" / download.value.suggested_filename)
    check(checked)
    data = load_entry(checked, checked / "practices" / "teapot-path.yml").data or {}
    assert [mechanism["sources"] for mechanism in data["integration"]["mechanisms"]] == [
        ["kettles-gazette-2019"],
        ["teapots-gazette-2019"],
    ]
    assert [(finding["direction"], finding["design"]) for finding in data["findings"]] == [
        ("positive", "randomised-trial"),
        ("none", "before-after"),
    ]
    assert data["approach"] == "A guide walks along.\n\nA kettle follows [@teapots-gazette-2019]."
