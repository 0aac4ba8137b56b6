"""The real site, built once by the real command line, a large one beside it, and one browser for all tests."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from scripts.publish.search import PART
from scripts.publish.server import open_server
from tests.get_browser import WHAT_TO_INSTALL, find_browser
from tests.shared import shared
from tests.site.building import ROOT, build, copy_with_many
from tests.site.collection import Record, load_practices
from tests.site.pages import Site
from tests.site.tabs import Tabs

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def site_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return shared(tmp_path_factory, "real", lambda out: build(ROOT, out))


@pytest.fixture(scope="session")
def site(site_folder: Path) -> Site:
    return Site(site_folder)


@pytest.fixture(scope="session")
def practices(site_folder: Path) -> list[Record]:
    return load_practices(site_folder)


MANY = 300
"""Enough for six pages of the catalogue and fifteen pieces of cards."""


def build_many(root: Path) -> None:
    copy_with_many(root, MANY)
    code = root / "scripts" / "publish" / "search.py"
    code.write_text(code.read_text(encoding="utf-8").replace(f"PART = {PART}", f"PART = {MANY // 2}"), encoding="utf-8")
    build(root, root / "site")


@pytest.fixture(scope="session")
def many_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of many synthetic practices, with its full-text index in parts as that of thousands would be."""
    return shared(tmp_path_factory, "many", build_many) / "site"


@pytest.fixture(scope="session")
def many(many_folder: Path) -> list[Record]:
    return load_practices(many_folder)


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serves a folder and gives its address, with a final slash."""
    with open_server(folder, 0) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def address(site_folder: Path) -> Iterator[str]:
    with serving(site_folder) as address:
        yield address


@pytest.fixture(scope="session")
def sub_path_address(site_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The same site below /some/where/ of another server, which has nothing else."""
    folder = tmp_path_factory.mktemp("host")
    (folder / "some").mkdir()
    (folder / "some" / "where").symlink_to(site_folder)
    with serving(folder) as address:
        yield f"{address}some/where/"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = find_browser()
    if path is None:
        pytest.fail(WHAT_TO_INSTALL)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@contextmanager
def kept_tabs(browser: Browser, address: str) -> Iterator[Tabs]:
    """Pages at an address, for many tests."""
    tabs = Tabs(browser, address)
    try:
        yield tabs
    finally:
        tabs.close()


@contextmanager
def one_test(tabs: Tabs) -> Iterator[Tabs]:
    """Pages for one test, which fails if one of them had a fault."""
    try:
        yield tabs
    finally:
        faults = tabs.tidy()
    assert not faults, "\n".join(faults)


@pytest.fixture(scope="session")
def all_tabs(browser: Browser, address: str) -> Iterator[Tabs]:
    with kept_tabs(browser, address) as tabs:
        yield tabs


@pytest.fixture
def tabs(all_tabs: Tabs) -> Iterator[Tabs]:
    with one_test(all_tabs) as tabs:
        yield tabs


@pytest.fixture(scope="session")
def all_many_tabs(browser: Browser, many_folder: Path) -> Iterator[Tabs]:
    with serving(many_folder) as address, kept_tabs(browser, address) as tabs:
        yield tabs


@pytest.fixture
def many_tabs(all_many_tabs: Tabs) -> Iterator[Tabs]:
    """Pages of the site of many synthetic practices."""
    with one_test(all_many_tabs) as tabs:
        yield tabs


@pytest.fixture
def sub_path_tabs(browser: Browser, sub_path_address: str) -> Iterator[Tabs]:
    with kept_tabs(browser, sub_path_address) as tabs, one_test(tabs):
        yield tabs
