"""The cards of practices in a frame of another site, and the other forms of a practice page."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from tests.site.conftest import serving
from tests.site.pages import SITE_URL, Page, Site, is_foreign, told
from tests.site.tabs import SCHEMES, Scheme, Tabs

LIMIT = 30_000
"""Bytes of a card with all that it loads."""

SLUG = "troubled-families"


def loaded(card: Page) -> list[str]:
    """The files that a card loads."""
    links = [link for element, link in card.links() if element.rel == "stylesheet"]
    return [card.path, *(card.target(link) or "" for link in links)]


def test_every_practice_has_a_small_card_without_a_script(site: Site) -> None:
    practices = [path for path in site.files if re.fullmatch(r"data/practices/[^/.]+\.json", path)]
    assert len(site.cards) == len(practices) > 80
    for card in site.cards.values():
        assert not card.objections(), (card.path, card.objections())
        assert sum((site.folder / path).stat().st_size for path in loaded(card)) < LIMIT
        assert not list(card.root.iter("script"))
        assert not [element for element in card.root.iter() if "style" in element.attrib or element.tag == "style"]
        assert card.meta("robots") == ["noindex"]
        assert card.canonical() == [f"{SITE_URL}{card.address.removesuffix('card/')}"]
        [policy] = card.policies()
        assert policy == "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'"


def test_every_link_of_a_card_leads_somewhere_and_out_of_the_frame(site: Site) -> None:
    wrong = []
    for card in site.cards.values():
        for element, link in card.links():
            if element.tag == "a" and (element.target, "noopener" in (element.rel or "")) != ("_blank", True):
                wrong.append(f"{card.path}: {link} stays in the frame")
            if (
                not is_foreign(link)
                and not link.startswith("#")
                and not site.file_at((card.target(link) or "").rstrip("/"))
            ):
                wrong.append(f"{card.path}: {link} leads nowhere")
    assert not wrong, told(wrong)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_another_site_can_frame_it(site: Site, browser: Browser, address: str, tmp_path: Path, scheme: Scheme) -> None:
    code = json.loads((site.folder / f"practices/{SLUG}/oembed.json").read_text(encoding="utf-8"))["html"]
    host = f"<!doctype html><title>Host</title>{code.replace(SITE_URL, address)}"
    (tmp_path / "index.html").write_text(host, encoding="utf-8")
    context = browser.new_context(color_scheme=scheme)
    faults: list[str] = []
    with serving(tmp_path) as other:
        page = context.new_page()
        page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
        page.goto(other, wait_until="load")
        frame = page.frame_locator("iframe")
        assert frame.locator("h1").inner_text() == site.page(f"practices/{SLUG}/").root.findtext(".//h1")
        colour = {"light": "rgb(251, 250, 246)", "dark": "rgb(20, 25, 28)"}[scheme]
        expect(frame.locator("body")).to_have_css("background-color", colour)
        with context.expect_page() as opened:
            frame.locator("h1 a").click()
        opened.value.wait_for_load_state()
        assert opened.value.url == f"{address}practices/{SLUG}/"
    context.close()
    assert [fault for fault in faults if "favicon" not in fault and "404" not in fault] == []


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", [280, 480])
def test_it_has_no_barriers_and_fits_narrow_frames(tabs: Tabs, scheme: Scheme, width: int) -> None:
    page = tabs.open(f"practices/{SLUG}/card/", width=width, scheme=scheme)
    assert page.evaluate("() => document.documentElement.scrollWidth") <= width
    assert Axe().run(page).response["violations"] == []


def test_the_practice_page_offers_the_code_and_the_other_forms(site: Site, tabs: Tabs) -> None:
    page = tabs.open(f"practices/{SLUG}/")
    shown = page.locator(".embed")
    shown.locator("summary").click()
    code = shown.locator("[data-copy-text]")
    assert code.inner_text() == json.loads((site.folder / f"practices/{SLUG}/oembed.json").read_text())["html"]
    assert shown.get_by_role("button", name="Copy the code").is_visible()
    forms = {
        link.get("type"): link.get("href", "")
        for link in site.page(f"practices/{SLUG}/").root.iter("link")
        if link.get("rel") == "alternate"
    }
    assert forms["application/json+oembed"] == f"{SITE_URL}practices/{SLUG}/oembed.json"
    assert site.page(f"practices/{SLUG}/").target(forms["text/markdown"]) == f"practices/{SLUG}/index.md"
    assert forms.keys() >= {"application/json"}


def test_the_guide_names_only_what_is_there(site: Site) -> None:
    links = re.findall(r"\]\((.*?)\)", (site.folder / "llms.txt").read_text(encoding="utf-8"))
    assert len(links) > 15
    missing = [link for link in links if not site.file_at(link.removeprefix(SITE_URL).rstrip("/"))]
    assert not missing, told(missing)
