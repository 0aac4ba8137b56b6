"""The full-text index: made by Pagefind from small documents, kept for as long as no text changes."""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from scripts.publish.swap import remove_left_by_dead_processes
from scripts.read.faults import ProjectFault

FOLDER = "search/engine"
"""Where the index lies in the site. Further parts lie in folders named 2, 3, … below it."""

PART = 1200
"""The most documents in one part of the index. Pagefind needs about a quarter of a megabyte of memory for each."""

BUILDING = "building-"
COMMAND = [sys.executable, "-m", "pagefind", "--site", "documents", "--output-path", "output", "--silent"]
SHIPPED = ("pagefind.js", "pagefind-worker.js", "pagefind-entry.json", "*.pf_meta", "wasm.*", "index/*", "fragment/*")
"""What a browser needs of Pagefind's output; the rest is interfaces that this site does not use."""

Documents = Mapping[str, str]
"""By address, the document that the search is to know of that page."""


class SearchFault(ProjectFault):
    """The index could not be made; the message holds what Pagefind printed."""


class IndexJob:
    """Makes the full-text index beside other work: Pagefind is a process of its own.

    A part of the index is taken from the cache if no document in it changed. The first part that must be made anew is
    begun at once, the others one after another when the index is published.
    """

    def __init__(self, cache: Path, documents: Documents) -> None:
        """Begins.

        Args:
            cache: Where indexes are kept.
            documents: All that is searched.
        """
        self._folder = cache / "search"
        self._parts = {self._folder / _key(part): part for part in _in_parts(documents)}
        self._work = self._folder / f"{BUILDING}{os.getpid()}"
        remove_left_by_dead_processes(self._folder, BUILDING)
        self._begun = self._begin()

    def publish(self, site: Path) -> None:
        """Waits for the index and puts it into a site.

        Raises:
            SearchFault: If Pagefind is missing or fails.
        """
        self._begun = self._begun or self._begin()  # another build may have removed a part meanwhile
        while self._begun:
            self._finish(*self._begun)
            self._begun = self._begin()
        for old in self._folder.iterdir():
            if old not in self._parts and not old.name.startswith(BUILDING):
                shutil.rmtree(old, ignore_errors=True)
        for number, made in enumerate(self._parts, 1):
            shutil.copytree(made, site / part_folder(number), dirs_exist_ok=True)
        (site / FOLDER / "parts.json").write_text(json.dumps({"parts": len(self._parts)}) + "\n", encoding="utf-8")

    def __enter__(self) -> IndexJob:
        return self

    def __exit__(self, *_fault: object) -> None:
        """Gives up what is not done, for when something else has failed."""
        if self._begun:
            _, process = self._begun
            process.kill()
            process.wait()
        shutil.rmtree(self._work, ignore_errors=True)

    def _begin(self) -> tuple[Path, subprocess.Popen[bytes]] | None:
        """Begins the first part that is missing, and returns where it will lie; None if none is."""
        made = next((made for made in self._parts if not made.exists()), None)
        if made is None:
            return None
        shutil.rmtree(self._work, ignore_errors=True)
        for address, document in self._parts[made].items():
            folder = f"{self._work}/documents/{address}"
            os.makedirs(folder, exist_ok=True)  # noqa: PTH103 - thousands of Path objects take longer than the folders
            with open(f"{folder}/index.html", "w", encoding="utf-8") as file:  # noqa: PTH123
                file.write(document)
        with (self._work / "printed").open("w") as printed:
            return made, subprocess.Popen(COMMAND, cwd=self._work, stdout=printed, stderr=subprocess.STDOUT)

    def _finish(self, made: Path, process: subprocess.Popen[bytes]) -> None:
        if process.wait() != 0:
            printed = (self._work / "printed").read_text(encoding="utf-8", errors="replace").strip()
            raise SearchFault(f"The full-text index could not be made:\n{printed}")
        for pattern in SHIPPED:
            for path in (self._work / "output").glob(pattern):
                target = self._work / "index" / path.relative_to(self._work / "output")
                target.parent.mkdir(parents=True, exist_ok=True)
                path.rename(target)
        if not made.exists():  # another build may have made the same
            (self._work / "index").rename(made)


def part_folder(number: int) -> str:
    """The folder of a part of the index, counted from 1, below the site's."""
    return FOLDER if number == 1 else f"{FOLDER}/{number}"


def _in_parts(documents: Documents) -> Sequence[Documents]:
    """The documents in as few parts as may be; a document stays in its part while the number of parts is the same."""
    number = max(1, -(-len(documents) // PART))
    parts: list[dict[str, str]] = [{} for _ in range(number)]
    for address, document in sorted(documents.items()):
        parts[int.from_bytes(hashlib.blake2b(address.encode(), digest_size=4).digest()) % number][address] = document
    return [part for part in parts if part] or [{}]


def _key(documents: Documents) -> str:
    digest = hashlib.blake2b(importlib.metadata.version("pagefind").encode(), digest_size=16)
    for address, document in documents.items():
        digest.update(f"\0{address}\0{document}".encode())
    return digest.hexdigest()
