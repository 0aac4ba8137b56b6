"""axe-core finds nothing in any step of the form, with an item of each list and with what is wrong told."""

from __future__ import annotations

from itertools import product

import pytest
from axe_playwright_python.sync_playwright import Axe

from scripts.render.form_steps import STEPS
from tests.site.form import open_form
from tests.site.pages import told
from tests.site.tabs import SCHEMES, Tabs

AXE = Axe()
RUN = "() => axe.run(document, {resultTypes: ['violations']}).then((results) => results.violations)"


@pytest.mark.parametrize("step", [*(step.id for step in STEPS), "send"])
def test_axe_finds_nothing_in_any_step_with_its_errors(tabs: Tabs, step: str) -> None:
    page = open_form(tabs, f"#{step}")
    for button in page.locator("[data-current] [data-add]").all():
        button.click()
    if step != "send":
        page.locator("[data-current] [data-continue]").click()
        page.evaluate("(step) => { location.hash = step; }", step)
    page.evaluate(AXE.axe_script)
    found = []
    for width, scheme in product((1440, 390), SCHEMES):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        for rule in page.evaluate(RUN):
            nodes = [f"{node['target']} {node['failureSummary'][:250]}" for node in rule["nodes"]]
            found.append(f"{width} px, {scheme}: {rule['id']} at {len(nodes)} places, the first: {nodes[0]}")
    assert found == [], told(found)
