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


def refuse_wrong_name(out: Path) -> None:
    """The archive is one file whose name tells what it is.

    Raises:
        ProjectFault: If ``out`` is another name, or a folder.
    """
    if out.is_dir() or out.suffix != ".zip":
        raise ProjectFault(f"{out} is no name for the archive; give a file that ends with .zip, or leave --out away.")


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
        ProjectFault: If ``CITATION.cff`` or the settings cannot be used.
    """
    citation = load_citation(root)
    files: dict[str, bytes | Path] = {
        "README.txt": render_readme(citation, load_settings(root), date).encode(),
        ".zenodo.json": render_zenodo(citation, date).encode(),
        **{f"sources/{name}": content for name, content in load_sources(root).items()},
        **{f"site/{path.relative_to(site).as_posix()}": path for path in site.rglob("*") if path.is_file()},
    }
    out.parent.mkdir(parents=True, exist_ok=True)
    part = out.with_name(f"{out.name}.part")
    try:
        _zip(part, archive_name(date), files, date)
        part.replace(out)
    finally:
        part.unlink(missing_ok=True)
    with out.open("rb") as file:
        told = f"{hashlib.file_digest(file, 'sha256').hexdigest()}  {out.name}\n"
    out.with_name(f"{out.name}.sha256").write_text(told, encoding="utf-8")
    return len(files) + 1


def _zip(path: Path, folder: str, files: Mapping[str, bytes | Path], date: str) -> None:
    """Writes the files in order, all with the same time, into a folder inside the archive; then their checksums."""
    year, month, day = (int(part) for part in date.split("-"))
    sums = []
    with zipfile.ZipFile(path, "w") as archive:

        def write(name: str, content: bytes) -> None:
            entry = zipfile.ZipInfo(f"{folder}/{name}", (max(year, 1980), month, day, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = _UNIX
            entry.external_attr = _ORDINARY_FILE
            archive.writestr(entry, content)

        for name, source in sorted(files.items(), key=lambda item: item[0]):
            content = source.read_bytes() if isinstance(source, Path) else source
            sums.append(f"{hashlib.sha256(content).hexdigest()}  {name}\n")
            write(name, content)
        write(CHECKSUMS, "".join(sums).encode())
