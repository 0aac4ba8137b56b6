from __future__ import annotations

from pathlib import Path

import pytest

from tests.repository import Repository


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """Two entries by two people: the first was written and then changed, the second came with the change."""
    repository = Repository(tmp_path / "toys")
    repository.write("a", "name: A\n")
    repository.commit("First teapot", "2026-01-01", "Ann")
    repository.write("a", "name: A two\n")
    repository.write("b", "name: B\n")
    repository.commit("Second teapot", "2026-02-02", "Bob")
    return repository
