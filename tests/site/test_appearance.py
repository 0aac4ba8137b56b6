"""The appearance button turns the page dark or light, and the choice is kept."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.site.tabs import Scheme, Tabs

BRIGHTNESS = """
() => {
  for (const element of [document.body, document.documentElement]) {
    const [red, green, blue, alpha] = getComputedStyle(element).backgroundColor.match(/[\\d.]+/g).map(Number);
    if (alpha !== 0) return (red + green + blue) / 3;
  }
  return 255;
}
"""


def is_dark(page: Page) -> bool:
    return float(page.evaluate(BRIGHTNESS)) < 100


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_follows_the_system_until_the_button_is_used(tabs: Tabs, scheme: Scheme) -> None:
    page = tabs.open("practices/maia/", scheme=scheme)
    button = page.get_by_role("button", name="Dark appearance")
    system_dark = scheme == "dark"
    assert is_dark(page) == system_dark
    expect(button).to_have_attribute("aria-pressed", str(system_dark).lower())
    button.click()
    assert is_dark(page) != system_dark
    expect(button).to_have_attribute("aria-pressed", str(not system_dark).lower())
    page.reload()
    assert is_dark(page) != system_dark
    page.goto("about/")
    assert is_dark(page) != system_dark
    button.press("Enter")
    assert is_dark(page) == system_dark
