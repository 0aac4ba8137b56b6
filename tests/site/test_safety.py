"""No page runs or fetches anything that is not the site's own file, and each says so to the browser."""

from __future__ import annotations

import re

from tests.site.pages import Page, Site, is_foreign, told
from tests.site.trees import LINKING, SVG

FETCHING = ("link", "script", "img", "iframe", "source", "video", "audio", "object", "embed", "use", "image")
NOT_FETCHED = {"canonical", "license", "alternate"}
"""Relations of a link element that name an address without fetching it."""


def test_no_inline_style_handler_or_script(site: Site) -> None:
    found = []
    for page in site.pages.values():
        for element in page.root.iter():
            tag = element.tag.removeprefix(SVG)
            handlers = [name for name in element.attrib if name.startswith("on") or name == "style"]
            found += [f"{page.path}: <{tag} {name}=…>" for name in handlers]
            if tag == "style":
                found.append(f"{page.path}: <style>")
            if tag == "script" and "src" not in element.attrib and is_code(element.get("type", "")):
                found.append(f"{page.path}: <script> with code")
            if any(element.attrib.get(name, "").lower().startswith("javascript:") for name in LINKING):
                found.append(f"{page.path}: <{tag}> with a javascript: address")
    assert found == [], told(found)


def test_nothing_is_fetched_from_another_host(site: Site) -> None:
    found = []
    for page in site.pages.values():
        for element, link in page.links():
            fetched = element.tag.removeprefix(SVG) in FETCHING and element.rel not in NOT_FETCHED
            if fetched and is_foreign(link):
                found.append(f"{page.path}: <{element.tag}> {link}")
            if element.tag == "form" and is_foreign(link):
                found.append(f"{page.path}: a form to {link}")
    assert found == [], told(found)


def test_style_sheets_fetch_only_the_sites_own_files(site: Site) -> None:
    sheets = [path for path in site.files if path.endswith(".css")]
    assert sheets
    linked = {page.target(link) for page in site.pages.values() for _, link in page.links() if link.endswith(".css")}
    for sheet in linked:
        assert sheet is not None
        text = (site.folder / sheet).read_text(encoding="utf-8")
        addresses = re.findall(r"""(?:url\(|@import)\s*["']?([^"')\s]+)""", text)
        foreign = [address for address in addresses if is_foreign(address) and not address.startswith("data:")]
        assert not foreign, (sheet, foreign)


FURTHER = {"img-src": {"data:"}, "script-src": {"'wasm-unsafe-eval'"}}
"""What else a policy may allow: Pagefind, the full-text search, is WebAssembly, which this lets run; never eval."""


def test_every_page_carries_a_strict_policy(site: Site) -> None:
    for page in site.pages.values():
        assert problems_of_policy(page) == [], page.path


def problems_of_policy(page: Page) -> list[str]:
    policies = page.policies()
    if len(policies) != 1:
        return [f"{len(policies)} policies"]
    rules = {rule.split()[0]: rule.split()[1:] for rule in policies[0].split(";") if rule.strip()}
    problems = [] if rules.get("default-src") == ["'none'"] else ["default-src is not 'none'"]
    for name, values in rules.items():
        allowed = {"'none'", "'self'", *FURTHER.get(name, ())}
        hashes = {value for value in values if value.startswith("'sha256-")}
        problems += [f"{name} allows {value}" for value in sorted({*values} - allowed - hashes)]
    return problems


def is_code(type: str) -> bool:
    return type in ("", "module", "text/javascript", "application/javascript")
