"""What a reader's browser fetches and how long it works, at a site that is being served."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser, Page

VISITS = 9
"""How often a page is opened anew, with nothing stored from before."""

FIRST_LOAD = "catalogue, first load"
READY = "catalogue, until the filters work"
QUERY = "a choice with all counts, script"
FRAME = "a choice, to the painted frame"
WORDS_LOAD = "words, fetched and indexed"
WORDS = "words, one query"
SEARCH_LOAD = "search in the header, first load"
SEARCH = "search in the header, to its first results"

TEXT = (".html", ".css", ".js", ".json", ".svg")
"""Files that servers compress; the others are compressed in themselves."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A figure of several runs, in one unit."""

    runs: list[float]
    unit: str

    @property
    def median(self) -> float:
        """The run in the middle."""
        return median(self.runs)


@dataclass(frozen=True, slots=True)
class Visitor:
    """Visits a site.

    Attributes:
        browser: The browser.
        address: Where the site is served, with a final slash.
        site: Its folder.
        names: Names of practices, to search for.
        tell: Is told what is being measured.
    """

    browser: Browser
    address: str
    site: Path
    names: list[str]
    tell: Callable[[str], object]

    def measure(self) -> Mapping[str, Measured]:
        """Every figure by name."""
        self.tell("opening the catalogue")
        loads = [self._first_load() for _ in range(VISITS)]
        self.tell("choosing")
        with self._page() as page:
            self._open_catalogue(page)
            queries = page.evaluate("(root) => measure.query(root)", self.address)
            frames = page.evaluate("() => measure.frame()")
        self.tell("searching")
        texts = self._texts()
        words = [self._words(texts) for _ in range(3)]
        searches = [self._search(text) for text in texts[:VISITS]]
        return {
            FIRST_LOAD: Measured([size / 1000 for size, _ in loads], "kB"),
            READY: Measured([time for _, time in loads], "ms"),
            QUERY: Measured(queries, "ms"),
            FRAME: Measured(frames, "ms"),
            WORDS_LOAD: Measured([one["loaded"] for one in words], "ms"),
            WORDS: Measured([time for one in words for time in one["found"]], "ms"),
            SEARCH_LOAD: Measured([size / 1000 for size, _ in searches], "kB"),
            SEARCH: Measured([time for _, time in searches], "ms"),
        }

    def _texts(self) -> list[str]:
        """What readers might type: a word of a name, its beginning, two words, a word with a slip."""
        texts = []
        for name in self.names[:: max(len(self.names) // 8, 1)][:8]:
            first, second, *_ = [*name.split(), "practice"]
            texts += [first, first[:3], f"{first} {second}", first[:-2] + first[-1:]]
        return texts

    def _first_load(self) -> tuple[int, float]:
        with self._page() as page:
            sizes = self._sizes(page)
            self._open_catalogue(page)
            page.wait_for_load_state("networkidle")
            return sum(sizes.values()), page.evaluate("() => measure.ready()")

    def _words(self, texts: list[str]) -> dict[str, Any]:
        with self._page() as page:
            self._open_catalogue(page)
            result: dict[str, Any] = page.evaluate(
                "([root, texts]) => measure.words(root, texts)", [self.address, texts]
            )
            return result

    def _search(self, text: str) -> tuple[int, float]:
        with self._page() as page:
            page.goto("about/")
            sizes = self._sizes(page)
            page.keyboard.press("/")
            page.locator("[data-search-dialog] input:focus").wait_for()
            time = page.evaluate("(text) => measure.search(text)", text)
            return sum(sizes.values()), time

    def _open_catalogue(self, page: Page) -> None:
        page.goto("practices/")
        page.locator("[data-catalogue][data-ready]").wait_for()

    @contextmanager
    def _page(self) -> Iterator[Page]:
        """An empty page of a browser that has nothing stored from before."""
        context = self.browser.new_context(base_url=self.address, viewport={"width": 1440, "height": 900})
        context.add_init_script(path=Path(__file__).with_suffix(".js"))
        yield context.new_page()
        context.close()

    def _sizes(self, page: Page) -> dict[str, int]:
        """The size of each file that the page fetches from now on, by address."""
        sizes: dict[str, int] = {}

        def note(url: str) -> None:
            path = self.site / url.removeprefix(self.address).partition("?")[0]
            sizes[url] = size_on_the_way(path / "index.html" if path.is_dir() else path)

        page.on("response", lambda response: note(response.url))
        return sizes


def size_on_the_way(path: Path) -> int:
    """Bytes of a file as servers send it: text compressed, the rest as it is."""
    content = path.read_bytes()
    return len(gzip.compress(content)) if path.suffix in TEXT else len(content)
