"""The form and files: drafts in the browser, entries opened, changed and saved, and what reaches the forge."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect

from scripts.read.yaml_text import load_yaml
from tests.site.building import ROOT
from tests.site.form import open_form, run
from tests.site.tabs import Tabs


def test_the_draft_stays_in_the_browser_until_it_is_deleted(tabs: Tabs) -> None:
    page = open_form(tabs)
    page.get_by_role("textbox", name="Name", exact=True).fill("Teapot Path")
    page.wait_for_function("() => localStorage.getItem('entry:')?.includes('Teapot Path')")
    page.reload()
    expect(page.locator("[data-told]")).to_contain_text("This is your draft of")
    expect(page.get_by_role("textbox", name="Name", exact=True)).to_have_value("Teapot Path")
    page.get_by_text("Your draft: keep it").click()
    page.get_by_role("button", name="Delete the draft").click()
    expect(page.get_by_role("textbox", name="Name", exact=True)).to_have_value("")
    assert page.evaluate("() => localStorage.getItem('entry:')") is None


def test_an_entry_is_edited_and_saved_and_opened(tabs: Tabs, tmp_path: Path) -> None:
    page = open_form(tabs, "?practice=maia")
    before = (ROOT / "practices" / "maia.yml").read_text(encoding="utf-8")
    expect(page.locator("h1")).to_contain_text("Edit: ")
    page.get_by_label("Lead organisation").fill("Teapots of Toyville")
    page.get_by_text("Your draft: keep it").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save to a file").click()
    assert download.value.suggested_filename == "maia.yml"
    download.value.save_as(tmp_path / "kettle.yml")
    expected = {**load_yaml(before), "lead": "Teapots of Toyville"}
    assert load_yaml((tmp_path / "kettle.yml").read_text(encoding="utf-8")) == expected
    page.get_by_role("button", name="Delete the draft").click()
    expect(page.get_by_label("Lead organisation")).to_have_value(load_yaml(before)["lead"])
    page.locator("#form-file").set_input_files(tmp_path / "kettle.yml")
    expect(page.get_by_label("Lead organisation")).to_have_value("Teapots of Toyville")
    expect(page.locator("h1")).to_have_text("Propose a practice")
    (tmp_path / "broken.yml").write_text("name: [\n", encoding="utf-8")
    page.locator("#form-file").set_input_files(tmp_path / "broken.yml")
    expect(page.locator("[data-told]")).to_contain_text("The file could not be opened. Line")
    expect(page.get_by_label("Lead organisation")).to_have_value("Teapots of Toyville")


def test_hostile_text_is_shown_as_text(tabs: Tabs, tmp_path: Path) -> None:
    hostile = "<img src=x onerror=document.title='taken'><script>document.title='taken'</script>"
    text = (ROOT / "practices" / "maia.yml").read_text(encoding="utf-8")
    lines = [f'"{hostile}"'.join(("name: ", "")) if line.startswith("name:") else line for line in text.splitlines()]
    (tmp_path / "hostile.yml").write_text("\n".join(lines), encoding="utf-8")
    page = open_form(tabs)
    page.locator("#form-file").set_input_files(tmp_path / "hostile.yml")
    page.get_by_role("link", name="Check and send").click()
    expect(page.locator("[data-card]")).to_contain_text(hostile)
    expect(page.locator("#send [data-errors]")).to_contain_text("Raw HTML is not allowed")
    assert page.title() == "Propose a practice · Common Thread"


def test_a_field_without_a_question_is_kept_and_told(tabs: Tabs, tmp_path: Path) -> None:
    text = (ROOT / "practices" / "maia.yml").read_text(encoding="utf-8")
    (tmp_path / "odd.yml").write_text(f"{text}teapots: 3\n", encoding="utf-8")
    page = open_form(tabs)
    page.locator("#form-file").set_input_files(tmp_path / "odd.yml")
    page.get_by_role("link", name="Check and send").click()
    expect(page.locator("#send [data-errors]")).to_contain_text('"teapots" is not a field that can stand here')
    expect(page.locator("[data-verdict]")).to_contain_text("1 thing to mend")
    expect(page.locator("[data-yaml]")).to_contain_text("teapots: 3")


def test_a_browser_that_keeps_nothing_is_told_of(tabs: Tabs) -> None:
    page = open_form(tabs)
    page.evaluate("() => { Storage.prototype.setItem = () => { throw new Error('full'); }; }")
    page.get_by_label("Lead organisation").fill("Toyville")
    expect(page.get_by_role("alert").filter(has_text="cannot keep your draft")).to_be_visible()


WAYS = """
  const { waysToSend } = await load("form-send");
  const link = (file, edits) => {
    const place = document.createElement("div");
    place.append(...waysToSend("https://forge.example/toys", "teapot-path", file, { edits, errors: 0 }));
    return place.querySelector("a").href;
  };
  return [link("name: Tea & kettle\\n", false), link("é".repeat(3000), false), link("", true)];
"""


def test_the_forge_gets_the_file_or_an_empty_one_if_it_is_too_long(tabs: Tabs) -> None:
    short, long, edit = run(open_form(tabs), WAYS, None)
    new = "https://forge.example/toys/new/main?filename=practices%2Fteapot-path.yml"
    assert short == f"{new}&value=name%3A%20Tea%20%26%20kettle%0A"
    assert long == new
    assert edit == "https://forge.example/toys/edit/main/practices/teapot-path.yml"
