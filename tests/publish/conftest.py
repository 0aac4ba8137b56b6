from __future__ import annotations

from pathlib import Path

import pytest

from tests.publish.past import make_past
from tests.shared import shared


@pytest.fixture(scope="session")
def told(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of toys. One has six revisions: the third is invalid, the fourth unreadable, the last renames it."""
    return shared(tmp_path_factory, "told", lambda root: make_past(built, root))
