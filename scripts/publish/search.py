"""The full-text index: made by Pagefind from small documents, kept for as long as no text changes."""

from __future__ import annotations

import hashlib
import importlib.metadata
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from scripts.publish.swap import remove_left_by_dead_processes
from scripts.read.faults import ProjectFault

FOLDER = "search/engine"
"""Where the index lies in the site."""

BUILDING = "building-"
COMMAND = [sys.executable, "-m", "pagefind", "--site", "documents", "--output-path", "output", "--silent"]
SHIPPED = ("pagefind.js", "pagefind-worker.js", "pagefind-entry.json", "*.pf_meta", "wasm.*", "index/*", "fragment/*")
"""What a browser needs of Pagefind's output; the rest is interfaces that this site does not use."""


class SearchFault(ProjectFault):
    """The index could not be made; the message holds what Pagefind printed."""


def publish_index(site: Path, cache: Path, documents: Mapping[str, str]) -> None:
    """Puts the full-text index of a site into it, made anew only if a document changed.

    Args:
        site: The folder of the site.
        cache: Where indexes are kept.
        documents: By address, the document that the search is to know of that page.

    Raises:
        SearchFault: If Pagefind is missing or fails.
    """
    folder = cache / "search"
    made = folder / _key(documents)
    if not made.exists():
        remove_left_by_dead_processes(folder, BUILDING)
        work = folder / f"{BUILDING}{os.getpid()}"
        try:
            _make(work, documents)
            for old in folder.iterdir():
                if old != work:
                    shutil.rmtree(old, ignore_errors=True)
            (work / "index").rename(made)
        finally:
            shutil.rmtree(work, ignore_errors=True)
    shutil.copytree(made, site / FOLDER)


def _key(documents: Mapping[str, str]) -> str:
    digest = hashlib.blake2b(importlib.metadata.version("pagefind").encode(), digest_size=16)
    for address, document in sorted(documents.items()):
        digest.update(f"\0{address}\0{document}".encode())
    return digest.hexdigest()


def _make(work: Path, documents: Mapping[str, str]) -> None:
    for address, document in documents.items():
        folder = work / "documents" / address
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "index.html").write_text(document, encoding="utf-8")
    done = subprocess.run(COMMAND, cwd=work, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SearchFault(f"The full-text index could not be made:\n{(done.stdout + done.stderr).strip()}")
    for pattern in SHIPPED:
        for path in (work / "output").glob(pattern):
            target = work / "index" / path.relative_to(work / "output")
            target.parent.mkdir(parents=True, exist_ok=True)
            path.rename(target)
