"""Each kind of page in a real browser: nothing from elsewhere, no error, nothing wider than the window."""

from __future__ import annotations

import pytest

from tests.site.tabs import KINDS, Tabs, settle

SURPLUS = """
() => {
  const width = document.documentElement.clientWidth;
  const clipped = (element) => {
    for (let box = element.parentElement; box && box !== document.body; box = box.parentElement) {
      if (getComputedStyle(box).overflowX !== "visible") return true;
    }
    return false;
  };
  const wide = [...document.body.querySelectorAll("*")].filter((element) => {
    const box = element.getBoundingClientRect();
    return box.width > 0 && box.right > width + 1 && element.checkVisibility() && !clipped(element);
  });
  return {
    scroll: document.documentElement.scrollWidth - width,
    wide: wide.slice(0, 5).map((element) => `${element.tagName.toLowerCase()}.${element.getAttribute("class")}`),
  };
}
"""


@pytest.mark.parametrize("kind", KINDS)
def test_no_error_and_no_request_to_another_host(tabs: Tabs, kind: str) -> None:
    page = tabs.open(KINDS[kind])
    page.wait_for_load_state("networkidle")
    assert page.locator("h1").count() == 1
    assert tabs.faults == []


def test_nothing_is_wider_than_the_window(tabs: Tabs) -> None:
    page = tabs.open()
    too_wide = {}
    for kind, path in KINDS.items():
        page.goto(path)
        settle(page)
        for width in (320, 390, 820, 1440):  # 320: an ordinary window at 400 %
            page.set_viewport_size({"width": width, "height": 900})
            surplus = page.evaluate(SURPLUS)
            if surplus["scroll"] > 0 or surplus["wide"]:
                too_wide[kind, width] = surplus
    assert too_wide == {}


READERS_STYLES = {
    1440: "* {line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important}",
    390: "* {line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important}",
    640: "html {font-size: 200% !important}",
}
"""By the width of the window: the spacing that WCAG asks to bear (1.4.12), and letters twice as large (1.4.4)."""

ADOPT = """
(rules) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  document.adoptedStyleSheets = [sheet];
  return document.documentElement.scrollWidth - document.documentElement.clientWidth;
}
"""


def test_a_reader_may_space_and_enlarge_the_letters(tabs: Tabs) -> None:
    page = tabs.open()
    too_wide = {}
    for kind, path in KINDS.items():
        page.goto(path)
        settle(page)
        for width, rules in READERS_STYLES.items():
            page.set_viewport_size({"width": width, "height": 900})
            surplus = page.evaluate(ADOPT, rules)
            if surplus > 0:
                too_wide[kind, width] = surplus
    assert too_wide == {}


def test_the_sites_own_fonts_are_used(tabs: Tabs) -> None:
    page = tabs.open(KINDS["practice"])
    settle(page)
    loaded = "() => [...document.fonts].filter((face) => face.status === 'loaded').map((face) => face.family)"
    families = {family.strip('"') for family in page.evaluate(loaded)}
    assert {"Source Sans 3", "Source Serif 4"} <= families


def test_a_missing_page_is_a_404_that_leads_on(tabs: Tabs) -> None:
    page = tabs.open(KINDS["missing"])
    answer = page.reload()
    assert answer is not None
    assert answer.status == 404
    page.get_by_role("main").get_by_role("link", name="catalogue").click()
    assert page.url == f"{tabs.address}practices/"
