"""axe-core finds nothing on any kind of page, on an office screen and on a phone, light and dark."""

from __future__ import annotations

from itertools import product

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.site.pages import told
from tests.site.tabs import KINDS, SCHEMES, Tabs, settle

AXE = Axe()
OPEN_ALL = "() => document.querySelectorAll('details').forEach((part) => { part.open = true; })"
RUN = "() => axe.run(document, {resultTypes: ['violations']}).then((results) => results.violations)"


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(tabs: Tabs, kind: str) -> None:
    page = tabs.open(KINDS[kind])
    settle(page)
    page.evaluate(OPEN_ALL)
    page.evaluate(AXE.axe_script)
    found = []
    for width, scheme in product((1440, 390), SCHEMES):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        for rule in page.evaluate(RUN):
            nodes = [f"{node['target']} {node['html'][:120]} {node['failureSummary'][:250]}" for node in rule["nodes"]]
            found.append(f"{width} px, {scheme}: {rule['id']} at {len(nodes)} places, the first: {nodes[0]}")
    assert found == [], told(found)
