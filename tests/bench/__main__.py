"""The command line: ``python -m tests.bench 1000``."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from tests.bench.folders import lay_out
from tests.bench.report import render_report
from tests.bench.rounds import BenchFault, Builder, hugo_binary

ROOT = Path(__file__).parents[2]
ONE_ROUND_FROM = 5000
"""So many pages take minutes a build, so that one round must do."""


def main() -> int:
    """Makes the practices, runs the rounds and prints the report; 1 if a build fails."""
    number = read_number(
        "tests.bench",
        "Builds N synthetic practices with Common Thread, MkDocs Material and Hugo, in turn, and prints "
        f"seconds, memory and size. Three rounds; one from {ONE_ROUND_FROM} practices on.",
    )
    try:
        hugo_binary()
        with tempfile.TemporaryDirectory(prefix="common-thread-bench-") as folder:
            lay_out(ROOT, Path(folder), number, lambda made: tell(f"{made} of {number} practices made"))
            builder = Builder(ROOT, Path(folder), number, tell)
            rounds = [builder.round(index) for index in range(1 if number >= ONE_ROUND_FROM else 3)]
    except BenchFault as fault:
        tell(str(fault))
        return 1
    print(render_report(number, rounds), end="")
    return 0


def read_number(module: str, description: str) -> int:
    """The number of practices on the command line of a module."""
    parser = argparse.ArgumentParser(prog=f"python -m {module}", description=description)
    parser.add_argument("number", type=int, metavar="N", help="number of practices, such as 1000")
    number: int = parser.parse_args().number
    if number < 10:
        parser.error("N must be 10 or more")
    return number


def tell(message: str) -> None:
    """Prints a message beside the report."""
    print(message, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
