"""Browser pages that are watched: an error, a missing file or a request to another host is a fault."""

from __future__ import annotations

from typing import Literal
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, Response

KINDS = {
    "home": "",
    "catalogue": "practices/",
    "practice": "practices/troubled-families/",
    "short practice": "practices/veneto-integrated-care/",
    "term": "target-groups/adults-with-mental-ill-health/",
    "terms": "mechanisms/",
    "gap map": "evidence/",
    "wide gap map": "evidence/target-groups-by-mechanism/",
    "event": "events/icic16-barcelona-2016/",
    "events": "events/",
    "map": "map/",
    "glossary": "glossary/",
    "endings": "pilotitis/",
    "comparison": "compare/?p=troubled-families,maia,kotitori",
    "shared list": "shortlist/?p=kotitori,maia,veneto-integrated-care",
    "about": "about/evidence/",
    "guide for organisers": "about/organisers/",
    "field guide": "contribute/fields/",
    "rules": "contribute/rules/",
    "wanted": "contribute/wanted/",
    "guide": "contribute/example/",
    "form": "contribute/form/",
    "search": "search/?q=case+manager",
    "changes": "changes/",
    "data": "data/",
    "missing": "no/such/page/",
}
"""An address of each kind of page."""

NO_SUCH = "no-such-practice"
"""A slug that no practice has; looking for its data is no fault."""

READY = "[data-catalogue], [data-compare], [data-shortlist], [data-form]"
"""The pages whose script says when it is done."""

POLICY_WATCH = """
addEventListener("securitypolicyviolation", (event) => {
  console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`);
});
"""

Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")


class Tabs:
    """Opens pages of one server and notes their faults.

    A new page costs the browser more than the page itself, so one page with JavaScript is kept from test to test and
    cleaned in between; every further one of a test has a context of its own.
    """

    def __init__(self, browser: Browser, address: str) -> None:
        self.address = address
        self.faults: list[str] = []
        self._browser = browser
        self._contexts: list[BrowserContext] = []
        self._kept: Page | None = None
        self._free = True
        self._missing = (f"{address}{KINDS['missing']}", f"{address}data/practices/{NO_SUCH}.json")

    def open(self, path: str = "", *, width: int = 1440, scheme: Scheme = "light", javascript: bool = True) -> Page:
        """Opens a page of the site with nothing stored from before."""
        if javascript and self._free:
            page = self._kept = self._kept or self._new_page(javascript=True)
            self._free = False
        else:
            page = self._new_page(javascript=javascript)
            self._contexts.append(page.context)
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme, media="screen", reduced_motion="reduce")
        page.goto(path)
        return page

    def ready(self, path: str, *, width: int = 1440) -> Page:
        """Opens a page and waits until its script is done."""
        page = self.open(path, width=width)
        settle(page)
        return page

    def catalogue(self, query: str = "", *, width: int = 1440) -> Page:
        """Opens the catalogue and waits until its filters work."""
        page = self.open(f"practices/{query}", width=width)
        page.locator("[data-catalogue][data-ready]").wait_for()
        return page

    def tidy(self) -> list[str]:
        """Closes and cleans after a test, and gives the faults that it saw."""
        while self._contexts:
            self._contexts.pop().close()
        if self._kept and not self._free:
            if self._kept.url.startswith(self.address):
                self._kept.evaluate("() => localStorage.clear()")
            self._kept.goto("about:blank")
            self._kept.context.clear_permissions()
            self._free = True
        faults, self.faults = self.faults, []
        return faults

    def close(self) -> None:
        if self._kept:
            self._kept.context.close()

    def _new_page(self, *, javascript: bool) -> Page:
        context = self._browser.new_context(base_url=self.address, java_script_enabled=javascript)
        context.set_default_timeout(10_000)
        if javascript:
            context.add_init_script(POLICY_WATCH)
        page = context.new_page()
        self._watch(page)
        return page

    def _watch(self, page: Page) -> None:
        def fault(words: str) -> None:
            self.faults.append(f"{page.url}: {words}")

        def console(message: ConsoleMessage) -> None:
            if message.type == "error" and message.location["url"] not in self._missing:
                fault(f"console: {message.text}")

        def request(request: Request) -> None:
            inside = request.url.startswith(self.address)
            if not inside and urlsplit(request.url).scheme not in ("data", "blob"):
                fault(f"asks for {request.url}, outside {self.address}")

        def response(response: Response) -> None:
            if response.status >= 400 and response.url not in self._missing:
                fault(f"{response.status} for {response.url}")

        page.on("console", console)
        page.on("pageerror", lambda error: fault(f"uncaught {error}"))
        page.on("request", request)
        page.on("response", response)


WHOLE_LIST = """
async () => {
  const more = document.querySelector("[data-more]");
  const drawn = () => new Promise((done) => setTimeout(done, 10));
  for (let turn = 0; turn < 500; turn++) {
    if (document.querySelector("[aria-busy], .card--coming")) await drawn();
    else if (more.checkVisibility()) { more.querySelector("button").click(); await drawn(); }
    else return;
  }
  throw new Error("the list does not come to an end");
}
"""


def show_whole_list(page: Page) -> None:
    """Presses "Show more" until the catalogue shows every result; an unfiltered list stays as the server made it."""
    page.evaluate(WHOLE_LIST)


def settle(page: Page) -> None:
    """Waits for the fonts and for the page's own script; opening a page has waited for its files."""
    page.evaluate("() => document.fonts.ready.then(() => null)")
    if page.locator(READY).count():
        page.locator("[data-ready]").wait_for()
