"""Builds the site and notes how long Pagefind took in it and how much memory it needed.

Called as a program in the project to build: ``python -m tests.bench.watch_search RESULT``.
"""

from __future__ import annotations

import sys
from pathlib import Path

from scripts.__main__ import main
from scripts.publish import search
from tests.bench import watch

if __name__ == "__main__":
    search.COMMAND[:0] = [sys.executable, str(watch.__file__), str(Path(sys.argv[1]).absolute())]
    sys.exit(main(["build"]))
