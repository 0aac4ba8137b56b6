"""The form's own modules, run in the real browser on the page of the form."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

from tests.site.tabs import Tabs

FORM = "contribute/form/"

START = """
  const scripts = new URL("../../assets/scripts/", location.href).href;
  const load = (name) => import(`${scripts}${name}.js`);
  const data = await (await fetch("form.json")).json();
"""


def run(page: Page, body: str, argument: Any) -> Any:
    """Runs JavaScript with ``given``, ``load`` (which imports a module of the site) and ``data`` (form.json)."""
    return page.evaluate(f"async (given) => {{ {START} {body} }}", argument)


def open_form(tabs: Tabs, after: str = "", *, width: int = 1440) -> Page:
    """Opens the form and waits until it works."""
    page = tabs.open(f"{FORM}{after}", width=width)
    page.locator("[data-form][data-ready]").wait_for()
    return page
