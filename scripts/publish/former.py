"""Puts what stands beside the page of a renamed practice at its former addresses too: no file leads on to another."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from scripts.derive.practices import Practice
from scripts.publish.pictures import picture_of
from scripts.publish.practices import files_of


def publish_former(folder: Path, practices: Sequence[Practice]) -> None:
    """Copies data, citations, card, text and picture of every practice with aliases, all of which must be there."""
    for practice in practices:
        for alias in practice.data.get("aliases", ()):
            for file, former in zip(_beside(practice.slug), _beside(alias), strict=True):
                (folder / former).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(folder / file, folder / former)


def _beside(slug: str) -> tuple[str, ...]:
    _page, *files = files_of(slug)
    return (*files, picture_of(slug))
