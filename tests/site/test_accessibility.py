"""axe-core finds nothing on any kind of page, on an office screen and on a phone, light and dark.

Colours are all that light and dark change and size is all that the width changes, so every rule is asked on a light
screen and on a dark phone, and the two other pairs are asked for contrast only.
"""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.site.pages import told
from tests.site.tabs import KINDS, Scheme, Tabs, settle

AXE = Axe()
OPEN_ALL = "() => document.querySelectorAll('details').forEach((part) => { part.open = true; })"
RUN = "(options) => axe.run(document, {resultTypes: ['violations'], ...options}).then((results) => results.violations)"
EVERY_RULE: dict[str, object] = {}
CONTRAST: dict[str, object] = {"runOnly": ["color-contrast"]}
LOOKS: tuple[tuple[int, Scheme, dict[str, object]], ...] = (
    (1440, "light", EVERY_RULE),
    (1440, "dark", CONTRAST),
    (390, "light", CONTRAST),
    (390, "dark", EVERY_RULE),
)


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(tabs: Tabs, kind: str) -> None:
    page = tabs.open(KINDS[kind])
    settle(page)
    page.evaluate(OPEN_ALL)
    page.evaluate(AXE.axe_script)
    found = []
    for width, scheme, options in LOOKS:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        for rule in page.evaluate(RUN, options):
            nodes = [f"{node['target']} {node['html'][:120]} {node['failureSummary'][:250]}" for node in rule["nodes"]]
            found.append(f"{width} px, {scheme}: {rule['id']} at {len(nodes)} places, the first: {nodes[0]}")
    assert found == [], told(found)
