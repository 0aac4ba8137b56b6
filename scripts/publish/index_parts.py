"""Runs a command in each of some folders, one after another, until one fails or nobody waits any more.

It stands alone, so that it starts at once.

Called as a program: ``index_parts.py FOLDER COMMAND ...``, where FOLDER holds the folders.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


def main() -> int:
    """Returns the status of the last command."""
    _, folder, *command = sys.argv
    whoever_waits = os.getppid()
    for place in sorted(Path(folder).iterdir()):
        status = subprocess.call(command, cwd=place)
        if status != 0 or os.getppid() != whoever_waits:
            return status
    return 0


if __name__ == "__main__":
    sys.exit(main())
