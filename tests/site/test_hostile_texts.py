"""A real browser opens pages full of hostile texts, without the protection of the policy: none of them calls alert."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.derive.invented import collect
from tests.hostile.case import HARMLESS
from tests.hostile.cases_of_references import ADDRESSES
from tests.hostile.cases_of_texts import FIELDS, MARKUP, PROSE
from tests.publish.project import build, make_project
from tests.render.test_pages_hostile import poison_entry, poison_event
from tests.render.view import every_page, pages_of
from tests.site.conftest import serving
from tests.toy import TOY, schemas, toy_entries, toy_events

ATTACKS = [
    '" onmouseover="alert(1)" autofocus onfocus="alert(1)',
    "'); alert(1); //",
    "< script>alert(1)</ script>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "\\u003cscript\\u003ealert(1)\\u003c/script\\u003e",
    "javascript:alert(1)",
    "{{constructor.constructor('alert(1)')()}}",
    "${alert(1)} [[ 9091*7777 ]] [% include 'page.html' %]",
]
"""Texts that the check lets pass, because they are harmless as text."""

WATCH = """
window.alarms = [];
window.alert = (text) => window.alarms.push(`alert ${text}`);
"""


ROUSE = """() => {
  for (const element of document.querySelectorAll("main *, article *"))
    for (const kind of ["mouseover", "focus", "load", "error"]) element.dispatchEvent(new Event(kind));
}"""
PROTOCOLS = "all => all.map((link) => new URL(link.getAttribute('href'), location.href).protocol)"


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real build of entries with an attack in every free text, and of the harmless cases of the corpus."""
    root = make_project(tmp_path_factory.mktemp("hostile") / "project")
    text = (
        (TOY / "practices" / "lantern-path.yml").read_text(encoding="utf-8").replace("aliases:\n  - lamp-trail\n", "")
    )
    for number, attack in enumerate(ATTACKS):
        spoilt = text
        for name, at in FIELDS.items():
            if name != "acronym":
                start, _, rest = spoilt.partition(at)
                line, _, after = rest.partition("\n")
                key, colon, value = at.rpartition(": ") if ": " in at else at.partition("- ")
                plain = name not in ("note on the life cycle", "problem", "approach")
                told = json.dumps(f"{value}{line} {attack}") if plain else f"{value}{line} {attack}"
                spoilt = f"{start}{key}{colon}{told}\n{after}"
        (root / "practices" / f"attack-{number}.yml").write_text(spoilt, encoding="utf-8")
    for number, case in enumerate(case for case in (*MARKUP, *PROSE, *ADDRESSES) if case.outcome == HARMLESS):
        if len(case.content) < 20_000 and not case.name.startswith("template marks in"):  # those are in the attacks
            (root / "practices" / f"case-{number}.yml").write_bytes(case.content)
    build(root)
    return root / "site"


@pytest.fixture(scope="module")
def raw_pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every page as it would be if the check let raw HTML pass."""
    folder = tmp_path_factory.mktemp("raw")
    collection = collect(
        [poison_entry(entry) for entry in toy_entries()], [poison_event(event) for event in toy_events()]
    )
    for number, (name, page) in enumerate(every_page(pages_of(collection), schemas())):
        if not name.startswith("moved "):  # such a page sends its reader on at once
            (folder / f"{number:03}.html").write_text(page, encoding="utf-8")
    return folder


def alarms_in(browser: Browser, folder: Path, addresses: list[str], *, script: str = "") -> Iterator[str]:
    """What went off on pages that are opened without the protection of their policy."""
    context = browser.new_context(bypass_csp=True)
    context.add_init_script(WATCH)
    page = context.new_page()
    page.on("dialog", lambda dialog: dialog.dismiss())
    with serving(folder) as host:
        for address in addresses:
            page.goto(f"{host}{address}", wait_until="load")
            page.evaluate(ROUSE)
            if script:
                page.wait_for_timeout(300)
            yield from (f"{address}: {alarm}" for alarm in page.evaluate("window.alarms"))
            links = page.eval_on_selector_all("a[href]", PROTOCOLS)
            yield from (f"{address}: {link}" for link in sorted({*links} - {"http:", "https:", "mailto:"}))
            yield from (f"{address}: a template ran" for _ in range("70700707" in page.inner_text("body")))
    context.close()


def test_the_watch_would_notice(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<!doctype html><main><b onmouseover=alert(1)>x</b></main>", encoding="utf-8")
    (tmp_path / "b.html").write_text("<!doctype html><script>alert(2)</script>", encoding="utf-8")
    (tmp_path / "c.html").write_text("<!doctype html><a href='javascript:alert(3)'>x</a>", encoding="utf-8")
    found = list(alarms_in(browser, tmp_path, ["a.html", "b.html", "c.html"]))
    assert found == ["a.html: alert 1", "b.html: alert 2", "c.html: javascript:"]


def test_pages_of_the_site_run_nothing(browser: Browser, hostile_site: Path) -> None:
    slugs = sorted(path.name for path in (hostile_site / "practices").iterdir() if (path / "index.html").is_file())
    attacked = [f"practices/{slug}/" for slug in slugs if slug.startswith(("attack-", "case-"))]
    assert len(attacked) > 50
    assert list(alarms_in(browser, hostile_site, attacked)) == []


def test_pages_that_scripts_fill_run_nothing(browser: Browser, hostile_site: Path) -> None:
    some = ",".join(f"attack-{number}" for number in range(4))
    script = "%3Cimg%20src=x%20onerror=alert(1)%3E"
    addresses = [
        "",
        "practices/",
        "practices/?q=alert",
        f"practices/?q={script}",
        f"compare/?p={some}",
        f"shortlist/?p={some}",
    ]
    addresses += [
        f"shortlist/?p={script}",
        f"compare/?p={script},{script}",
        f"search/?q={script}",
        "search/?q=alert",
        "glossary/",
    ]
    assert list(alarms_in(browser, hostile_site, addresses, script="wait")) == []


def test_raw_html_runs_nothing_even_unchecked(browser: Browser, raw_pages: Path) -> None:
    addresses = sorted(path.name for path in raw_pages.iterdir())
    assert list(alarms_in(browser, raw_pages, addresses)) == []
