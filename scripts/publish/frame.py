"""Builds the frame: the hand-written pages, the theme's assets and the shell, by MkDocs or Zensical."""

from __future__ import annotations

import hashlib
import importlib.metadata
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from scripts.publish.swap import remove_left_by_dead_processes
from scripts.read.faults import ProjectFault

ENGINES = {
    "mkdocs": (("mkdocs", "mkdocs-material"), ["mkdocs", "build", "--strict"]),
    "zensical": (("zensical",), ["zensical", "build", "--clean", "--strict"]),
}
"""By engine: the packages whose versions decide the result, and the command that builds."""

NOT_OURS = ("shell", "templates", "partials", "events", "search", "assets/javascripts")
"""Folders of the engine's output that are not part of the site: the shell itself, template parts, scripts."""

AUTOCOMPLETE = ' autocomplete="off">'
"""The theme's hidden checkboxes carry an attribute that HTML does not allow there."""

SHELL = Path("shell", "index.html")
BUILDING = "building-"

CHATTER = re.compile(r"^INFO .*\n(?:  .*\n)*", re.MULTILINE)
"""What MkDocs says of itself when nothing is wrong, with the lists below it."""

SKIP_LINK = re.compile(r'<a href="[^"]*" class="md-skip">.*?</a>', re.DOTALL)


class FrameFault(ProjectFault):
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
            unused = inside.startswith(("sitemap.xml", "search.json")) or inside.endswith((".map", ".d.ts"))
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


class FrameJob:
    """Builds the frame beside other work: the engine is a process of its own.

    The frame is taken from the cache if nothing in it changed. The engine works on a copy of ``docs/`` and
    ``mkdocs.yml``, so that it never touches the project's ``site/``.
    """

    def __init__(self, root: Path, cache: Path, engine: str) -> None:
        """Begins.

        Raises:
            FrameFault: If the engine is missing.
        """
        try:
            self._folder = cache / "frames" / f"{engine}-{frame_key(root, engine)}"
        except importlib.metadata.PackageNotFoundError as error:
            raise FrameFault(f"{engine} is not installed; install it with: pip install {engine}") from error
        self._engine = engine
        self._work = cache / "frames" / f"{BUILDING}{os.getpid()}"
        self._process: subprocess.Popen[str] | None = None
        remove_left_by_dead_processes(self._folder.parent, BUILDING)
        if not (self._folder / SHELL).exists():
            shutil.rmtree(self._work, ignore_errors=True)
            self._work.mkdir(parents=True)
            shutil.copy(root / "mkdocs.yml", self._work)
            shutil.copytree(root / "docs", self._work / "docs", ignore=shutil.ignore_patterns("events"))
            with (self._work / "output").open("w") as output:
                self._process = subprocess.Popen(
                    [sys.executable, "-m", *ENGINES[engine][1]],
                    cwd=self._work,
                    env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
                    stdout=output,
                    stderr=subprocess.STDOUT,
                    text=True,
                )

    def result(self) -> Frame:
        """Waits for the engine and returns the frame.

        Raises:
            FrameFault: If the engine fails.
        """
        if self._process:
            status = self._process.wait()
            built = self._work / "site"
            if status != 0 or not (built / SHELL).exists():
                output = (self._work / "output").read_text(encoding="utf-8", errors="replace")
                shutil.rmtree(self._work, ignore_errors=True)
                told = CHATTER.sub("", output).strip().replace(f"{self._work}{os.sep}", "")
                raise FrameFault(f"{self._engine} could not build the pages in docs/:\n{told}")
            for old in self._folder.parent.glob(f"{self._engine}-*"):
                shutil.rmtree(old, ignore_errors=True)
            built.rename(self._folder)
            shutil.rmtree(self._work, ignore_errors=True)
        shell = tidy_page((self._folder / SHELL).read_text(encoding="utf-8"))
        if "[% block article %]" not in shell:
            raise FrameFault("the shell page has lost its block marks; see docs/templates/shell.html")
        return Frame(self._folder, shell)

    def stop(self) -> None:
        """Gives up the work, for when something else has failed."""
        if self._process and self._process.poll() is None:
            self._process.kill()
            self._process.wait()
        shutil.rmtree(self._work, ignore_errors=True)


def tidy_page(page: str) -> str:
    """Mends what the theme's base page gets wrong in HTML, and takes out its skip link: ours leads to the content."""
    return SKIP_LINK.sub(
        "",
        "\n".join(
            line.replace(AUTOCOMPLETE, ">") if 'class="md-toggle"' in line else line for line in page.split("\n")
        ),
    )
