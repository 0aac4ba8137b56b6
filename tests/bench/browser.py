"""Measures the catalogue and the search in a browser: ``python -m tests.bench.browser 1000``."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from tests.bench import visits
from tests.bench.__main__ import ROOT, read_number, tell
from tests.bench.folders import lay_out
from tests.bench.visits import Measured, Visitor
from tests.get_browser import WHAT_TO_INSTALL, find_browser, version_of
from tests.site.conftest import FLAGS, serving

INDEXING, PROCESSOR, MEMORY = "Pagefind, by the clock", "Pagefind, seconds of processor", "Pagefind, peak memory"

TARGETS: dict[str, dict[int, float]] = {
    visits.FIRST_LOAD: {1000: 200},
    visits.QUERY: {1000: 1, 10_000: 5},
    visits.FRAME: {10_000: 50},
    visits.SEARCH_LOAD: {1000: 250},
    INDEXING: {1000: 6},
    MEMORY: {1000: 300},
}
"""By figure and number of practices: at most so much."""


def main() -> int:
    """Makes and builds the practices, visits the site and prints the figures; 1 if the build fails."""
    number = read_number(
        "tests.bench.browser",
        "Builds N synthetic practices, opens the catalogue and the search in Chromium, and prints sizes and times "
        "beside their targets.",
    )
    path = find_browser()
    if path is None:
        tell(WHAT_TO_INSTALL)
        return 1
    with tempfile.TemporaryDirectory(prefix="common-thread-browser-") as folder:
        lay_out(ROOT, Path(folder), number, lambda made: tell(f"{made} of {number} practices made"))
        project = Path(folder) / "ours"
        index = _build(project)
        if index is None:
            return 1
        site = project / "site"
        names = json.loads((site / "practices" / "catalogue-names.json").read_text(encoding="utf-8"))["name"]
        with sync_playwright() as playwright, serving(site) as address:
            browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
            measured = {**Visitor(browser, address, site, names, tell).measure(), **index}
            browser.close()
    print("\n".join(_report(number, measured, version_of(path))))
    return 0


def _build(project: Path) -> dict[str, Measured] | None:
    """Builds, and gives what Pagefind needed for it; None if the build failed."""
    tell("building")
    result = project / "pagefind.json"
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "tests.bench.watch_search", str(result)]
    done = subprocess.run(command, cwd=project, env=environment, stdout=subprocess.DEVNULL, check=False)
    if done.returncode != 0:
        return None
    figures: Mapping[str, Any] = json.loads(result.read_text(encoding="utf-8"))
    return {
        INDEXING: Measured([figures["seconds"]], "s"),
        PROCESSOR: Measured([figures["processor"]], "s"),
        MEMORY: Measured([figures["peak"] / 1e6], "MB"),
    }


def _report(number: int, measured: Mapping[str, Measured], browser: str) -> Iterator[str]:
    yield f"{number:,} synthetic practices in {browser}"
    yield ""
    yield f"{'':44}{'median':>9}    {'least':>9}{'most':>9}{'runs':>6}{'target':>9}"
    for name, figure in measured.items():
        target = TARGETS.get(name, {}).get(number)
        spread = f"{figure.median:9.2f} {figure.unit:3}{min(figure.runs):9.2f}{max(figure.runs):9.2f}"
        yield f"{name:44}{spread}{len(figure.runs):6}{f'{target:9g}' if target else ''}"
    yield ""
    yield "kB and MB: thousands and millions of bytes, text as gzip makes it, other files as they are."
    yield "The painted frame is the second after the choice; without any work it comes after about 20 ms."
    yield "Search in the header: with the 0.12 s in which nothing more is typed."
    yield f"{os.cpu_count()} cores, load at the end: {os.getloadavg()[0]:.1f}"


if __name__ == "__main__":
    sys.exit(main())
