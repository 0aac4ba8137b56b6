"""The comparison in a browser, as the tests of it read it."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

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


def compare(tabs: Tabs, slugs: tuple[str, ...], *, width: int = 1440) -> Page:
    return tabs.ready(f"compare/?p={','.join(slugs)}", width=width)


def read(page: Page) -> dict[str, Any]:
    table: dict[str, Any] = page.locator("table.compare").evaluate(TABLE)
    return table
