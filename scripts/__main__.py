"""The command line: ``python -m scripts COMMAND``; see `scripts.commands.parser` for the commands."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from scripts.commands.parser import make_parser
from scripts.commands.say import fail
from scripts.read.faults import ProjectFault


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command.

    Returns:
        0 if all is well or there are only warnings, 1 if something is wrong, 2 if the call itself is.
    """
    options = make_parser().parse_args(arguments)
    root = Path.cwd()
    if not (root / "mkdocs.yml").exists() or not (root / "schema").is_dir():
        return fail("Run this in the project's own folder, the one that holds mkdocs.yml and schema/.")
    try:
        return int(options.run(root, options))
    except (ProjectFault, OSError) as fault:
        return fail(f"error: {fault}")
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    status = main()
    with suppress(BrokenPipeError):  # whoever read the output has left
        sys.stdout.flush()
    os._exit(status)  # taking ten thousand entries out of memory one by one would only cost time
