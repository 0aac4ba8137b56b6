"""How a command says that it cannot go on."""

from __future__ import annotations

import sys


def fail(message: str) -> int:
    """Prints a message to the error output and returns 1, the status of a command that failed."""
    print(message, file=sys.stderr, flush=True)
    return 1
