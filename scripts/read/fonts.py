"""Reads the site's own type, in which the pictures are lettered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from scripts.read.faults import ProjectFault

FOLDER = "docs/assets/fonts"

FACES: Mapping[str, str] = {"serif": "source-serif-4-{}-600-normal.woff2", "sans": "source-sans-3-{}-400-normal.woff2"}
"""By face the name of its files."""

SUBSETS = ("latin", "latin-ext")
"""Each face has a file of the common Latin letters and one of the others."""


def load_fonts(root: Path) -> Mapping[str, Sequence[bytes]]:
    """The font files of each face, the common letters first.

    Raises:
        ProjectFault: If one cannot be read.
    """
    try:
        return {
            face: [(root / FOLDER / name.format(subset)).read_bytes() for subset in SUBSETS]
            for face, name in FACES.items()
        }
    except OSError as error:
        raise ProjectFault(
            f"{FOLDER} must hold the type of the site, but {Path(error.filename).name} cannot be read "
            f"({error.strerror}). The pictures for social media are lettered in it."
        ) from error
