from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.publish.project import build, make_project
from tests.shared import shared


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begins with the tests in the browser, whose files take long, so that no process is left with one at the end."""
    items.sort(key=lambda item: "tests/site/" not in item.path.as_posix())


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with its site, to look at."""
    return shared(tmp_path_factory, "built", lambda root: build(make_project(root)))


@pytest.fixture
def project(built: Path, tmp_path: Path) -> Path:
    """A project with its site, to change. The copy keeps the cached frame, so that the engine need not run."""
    return Path(shutil.copytree(built, tmp_path / "project"))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Tells what tests have measured but do not assert, such as the time that the worst file took."""
    for report in terminalreporter.getreports("passed"):
        for name, told in report.user_properties:
            if name == "measured":
                terminalreporter.write_line(f"measured: {told}")
