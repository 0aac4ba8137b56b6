"""Packs the site, its data and its sources into one file that can be kept anywhere: the same input, the same bytes."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Mapping
from pathlib import Path

from scripts.read.citation import load_citation
from scripts.read.faults import ProjectFault
from scripts.read.settings import load_settings
from scripts.read.sources import load_sources
from scripts.render.archive import render_readme, render_zenodo

CHECKSUMS = "SHA256SUMS"
NAME = "common-thread"

_ORDINARY_FILE = 0o100644 << 16
_UNIX = 3


def archive_name(date: str) -> str:
    """The name of an archive of an ISO date, without its ending."""
    return f"{NAME}-{date}"


def write_archive(root: Path, site: Path, out: Path, date: str) -> int:
    """Writes the archive, and its checksum beside it.

    Args:
        root: The project's root.
        site: The finished site.
        out: The archive's file; what was there is replaced at the very end.
        date: The ISO date that the archive bears.

    Returns:
        The number of files in it.

    Raises:
        ProjectFault: If ``out`` is no place for it, or ``CITATION.cff`` or the settings cannot be used.
    """
    if out.is_dir() or out.suffix != ".zip":
        raise ProjectFault(f"{out} is no name for the archive; give a file that ends with .zip, or leave --out away.")
    citation = load_citation(root)
    files = {
        "README.txt": render_readme(citation, load_settings(root), date).encode(),
        ".zenodo.json": render_zenodo(citation, date).encode(),
        **{f"sources/{name}": content for name, content in load_sources(root).items()},
        **{f"site/{name}": content for name, content in _files(site).items()},
    }
    files[CHECKSUMS] = "".join(f"{_sha256(content)}  {name}\n" for name, content in sorted(files.items())).encode()
    out.parent.mkdir(parents=True, exist_ok=True)
    part = out.with_name(f"{out.name}.part")
    _zip(part, archive_name(date), files, date)
    part.replace(out)
    beside = out.with_name(f"{out.name}.sha256")
    beside.write_text(f"{_sha256(out.read_bytes())}  {out.name}\n", encoding="utf-8")
    return len(files)


def _zip(path: Path, folder: str, files: Mapping[str, bytes], date: str) -> None:
    """Writes the files in order, all with the same time, into a folder inside the archive."""
    year, month, day = (int(part) for part in date.split("-"))
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in sorted(files.items()):
            entry = zipfile.ZipInfo(f"{folder}/{name}", (max(year, 1980), month, day, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = _UNIX
            entry.external_attr = _ORDINARY_FILE
            archive.writestr(entry, content)


def _files(folder: Path) -> Mapping[str, bytes]:
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
