"""Reads one file of text with its digest, and tells in plain words why it cannot be read."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path, PurePosixPath
from stat import S_ISREG

from scripts.read.yaml_text import MAX_BYTES, YamlFault, decode


@dataclass(frozen=True, slots=True)
class TextFile:
    """The text of a file, empty if it could not be read.

    Attributes:
        path: Path relative to the root, with forward slashes.
        slug: File name without its extension.
        text: The text; line ends are kept as they are.
        digest: BLAKE2b of the bytes, in hexadecimal.
        faults: Why the file could not be read, if so.
    """

    path: str
    slug: str
    text: str
    digest: str
    faults: tuple[YamlFault, ...]


def load_text(root: Path, path: Path) -> TextFile:
    """Reads one file below ``root``; links and files over 256 KiB are not followed or read."""
    name = path.relative_to(root).as_posix()
    try:
        if not S_ISREG(path.lstat().st_mode):
            raise YamlFault(1, 1, "This is not an ordinary file.", "Put the text itself here, not a link.", "text")
        with path.open("rb") as file:
            return as_text(name, file.read(MAX_BYTES + 1))
    except OSError as error:
        fault = YamlFault(1, 1, f"The file cannot be opened ({error.strerror}).", "See its permissions.", "text")
    except YamlFault as caught:
        fault = caught
    return TextFile(name, path.stem, "", _digest(b""), (fault,))


def as_text(name: str, raw: bytes) -> TextFile:
    """The text that some bytes hold, under the path of their file."""
    slug = PurePosixPath(name).stem
    try:
        return TextFile(name, slug, decode(raw), _digest(raw), ())
    except YamlFault as fault:
        return TextFile(name, slug, "", _digest(raw), (fault,))


def _digest(raw: bytes) -> str:
    return blake2b(raw, digest_size=20).hexdigest()
