"""Builds the frame: the hand-written pages, the theme's assets and the shell, by MkDocs or Zensical."""

from __future__ import annotations

import hashlib
import importlib.metadata
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ENGINES = {
    "mkdocs": (("mkdocs", "mkdocs-material"), ["mkdocs", "build", "--quiet", "--strict"]),
    "zensical": (("zensical",), ["zensical", "build", "--clean", "--strict"]),
}
"""By engine: the packages whose versions decide the result, and the command that builds."""

NOT_OURS = ("shell", "templates", "partials", "events", "search", "assets/javascripts")
"""Folders of the engine's output that are not part of the site: the shell itself, template parts, scripts."""

AUTOCOMPLETE = ' autocomplete="off">'
"""The theme's hidden checkboxes carry an attribute that HTML does not allow there."""


class FrameFault(Exception):
    """The engine could not build the hand-written pages; the message holds what it printed."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The built frame: folder of its files, and the HTML of the shell page."""

    folder: Path
    shell: str

    def files(self) -> list[Path]:
        """The files that belong to the site, relative to the folder, sorted."""
        found = []
        for path in sorted(self.folder.rglob("*")):
            relative = path.relative_to(self.folder)
            inside = relative.as_posix()
            of_ours = not any(inside.startswith(f"{folder}/") for folder in NOT_OURS)
            unused = inside.startswith(("sitemap.xml", "search.json")) or inside.endswith(".map")
            if path.is_file() and of_ours and not unused:
                found.append(relative)
        return found


def frame_key(root: Path, engine: str) -> str:
    """A hash of all that decides the frame: the files in docs/, mkdocs.yml, the engine and its version."""
    digest = hashlib.blake2b(digest_size=16)
    for package in ENGINES[engine][0]:
        digest.update(f"{package} {importlib.metadata.version(package)} {sys.version}".encode())
    for path in [root / "mkdocs.yml", *sorted((root / "docs").rglob("*"))]:
        if path.is_file() and path.parent.name != "events":
            digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def build_frame(root: Path, cache: Path, engine: str) -> Frame:
    """Builds the frame in the cache folder, or takes it from there if nothing in it changed.

    The engine works on a copy of ``docs/`` and ``mkdocs.yml``, so that it never touches the project's ``site/``.

    Raises:
        FrameFault: If the engine is missing or fails.
    """
    try:
        folder = cache / "frames" / f"{engine}-{frame_key(root, engine)}"
    except importlib.metadata.PackageNotFoundError as error:
        raise FrameFault(f"{engine} is not installed; install it with: pip install {engine}") from error
    if not folder.exists():
        work = cache / "frames" / f"building-{os.getpid()}"
        shutil.rmtree(work, ignore_errors=True)
        work.mkdir(parents=True)
        shutil.copy(root / "mkdocs.yml", work)
        shutil.copytree(root / "docs", work / "docs", ignore=shutil.ignore_patterns("events"))
        _run(engine, work)
        for old in folder.parent.glob(f"{engine}-*"):
            shutil.rmtree(old, ignore_errors=True)
        (work / "site").rename(folder)
        shutil.rmtree(work, ignore_errors=True)
    return Frame(folder, tidy_page((folder / "shell" / "index.html").read_text(encoding="utf-8")))


def tidy_page(page: str) -> str:
    """Mends what the theme's base page gets wrong in HTML."""
    lines = page.split("\n")
    return "\n".join(line.replace(AUTOCOMPLETE, ">") if 'class="md-toggle"' in line else line for line in lines)


def _run(engine: str, work: Path) -> None:
    command = [sys.executable, "-m", *ENGINES[engine][1]]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=work, env=environment, capture_output=True, text=True, check=False)
    if done.returncode != 0 or not (work / "site" / "shell" / "index.html").exists():
        output = (done.stdout + done.stderr).strip().replace(f"{work}{os.sep}", "")
        shutil.rmtree(work, ignore_errors=True)
        raise FrameFault(f"{engine} could not build the pages in docs/:\n{output}")
