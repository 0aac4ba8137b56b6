"""The full-text index: made by Pagefind from small documents, kept for as long as no text changes."""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from scripts.publish.swap import remove_left_by_dead_processes
from scripts.read.faults import ProjectFault

FOLDER = "search/engine"
"""Where the index lies in the site. Further parts lie in folders named 2, 3, … below it."""

PART = 1200
"""The most documents in one part of the index. Pagefind needs about a quarter of a megabyte of memory for each."""

BUILDING = "building-"
COMMAND = [sys.executable, "-m", "pagefind", "--site", "documents", "--output-path", "output", "--silent"]
ONE_BY_ONE = Path(__file__).with_name("index_parts.py")
SHIPPED = ("pagefind.js", "pagefind-worker.js", "pagefind-entry.json", "*.pf_meta", "wasm.*", "index/*", "fragment/*")
"""What a browser needs of Pagefind's output; the rest is interfaces that this site does not use."""

Documents = Mapping[str, str]
"""By address, the document that the search is to know of that page."""


class SearchFault(ProjectFault):
    """The index could not be made; the message holds what Pagefind printed."""


class IndexJob:
    """Makes the full-text index beside other work: Pagefind is a process of its own.

    A part of the index is taken from the cache if no document in it changed. The others are made one after another, so
    that memory is needed for one at a time.
    """

    def __init__(self, cache: Path, documents: Callable[[], Documents]) -> None:
        """Begins.

        Args:
            cache: Where indexes are kept.
            documents: Gives all that is searched. It is not kept, since that would be a good part of all memory.
        """
        self._folder = cache / "search"
        self._documents = documents
        self._work = self._folder / f"{BUILDING}{os.getpid()}"
        remove_left_by_dead_processes(self._folder, BUILDING)
        self._begin()

    def publish(self, site: Path) -> None:
        """Waits for the index and puts it into a site.

        Raises:
            SearchFault: If Pagefind is missing or fails.
        """
        self._finish()
        while not all(made.exists() for made in self._parts):  # another build has removed a part meanwhile
            self._begin()
            self._finish()
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
        if self._process:
            _kill(self._process)
        shutil.rmtree(self._work, ignore_errors=True)

    def _begin(self) -> None:
        """Begins to make the parts that are missing."""
        parts = {self._folder / _key(part): part for part in _in_parts(self._documents())}
        self._parts = list(parts)
        missing = [made for made in parts if not made.exists()]
        self._process: subprocess.Popen[bytes] | None = None
        if not missing:
            return
        shutil.rmtree(self._work, ignore_errors=True)
        for made in missing:
            for address, document in parts[made].items():
                folder = f"{self._work}/parts/{made.name}/documents/{address}"
                os.makedirs(folder, exist_ok=True)  # noqa: PTH103 - Path objects take longer than the folders
                with open(f"{folder}/index.html", "w", encoding="utf-8") as file:  # noqa: PTH123
                    file.write(document)
        command = [sys.executable, str(ONE_BY_ONE), str(self._work / "parts"), *COMMAND]
        with (self._work / "printed").open("w") as printed:
            self._process = subprocess.Popen(command, stdout=printed, stderr=subprocess.STDOUT, start_new_session=True)

    def _finish(self) -> None:
        if self._process is None:
            return
        status = self._process.wait()
        self._process = None
        if status != 0:
            printed = (self._work / "printed").read_text(encoding="utf-8", errors="replace").strip()
            raise SearchFault(f"The full-text index could not be made:\n{printed}")
        for part in (self._work / "parts").iterdir():
            for pattern in SHIPPED:
                for path in (part / "output").glob(pattern):
                    target = part / "index" / path.relative_to(part / "output")
                    target.parent.mkdir(parents=True, exist_ok=True)
                    path.rename(target)
            if not (self._folder / part.name).exists():  # another build may have made the same
                (part / "index").rename(self._folder / part.name)


def _kill(process: subprocess.Popen[bytes]) -> None:
    """Ends a process with those that it has begun, where the system can."""
    if hasattr(os, "killpg"):
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.wait()


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
