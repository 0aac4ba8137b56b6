"""Puts a finished site in the place of the old one, so that a failed or killed build leaves the old one whole."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def new_site(out: Path) -> Iterator[Path]:
    """Gives an empty folder to write to; when the block ends well, it becomes ``out``.

    If the block fails, ``out`` stays as it was. The two renames at the end are not one step: should the machine stop
    between them, the old site lies beside ``out`` and the next build puts it back first.

    Raises:
        FileExistsError: If ``out`` is a folder that holds something other than a site.
    """
    out = out.absolute()
    old = out.with_name(f".{out.name}.old")
    refuse_foreign_folder(out)
    if old.exists() and not out.exists():
        old.rename(out)
    shutil.rmtree(old, ignore_errors=True)
    remove_left_by_dead_processes(out.parent, f".{out.name}.new-")
    new = out.with_name(f".{out.name}.new-{os.getpid()}")
    shutil.rmtree(new, ignore_errors=True)
    new.mkdir(parents=True)
    try:
        yield new
        if out.exists():
            out.rename(old)
        new.rename(out)
    finally:
        shutil.rmtree(new, ignore_errors=True)
    shutil.rmtree(old, ignore_errors=True)


def refuse_foreign_folder(out: Path) -> None:
    """A build replaces its output folder whole, so it must not be a folder of anything else.

    Raises:
        FileExistsError: If it is one.
    """
    if out.exists() and (not out.is_dir() or (any(out.iterdir()) and not (out / "practices" / "index.html").exists())):
        raise FileExistsError(f"{out} holds something that is not a built site; choose an empty or new folder")


def remove_left_by_dead_processes(folder: Path, prefix: str) -> None:
    """Removes the working folders, named by a prefix and the number of their process, whose process is gone."""
    for left in folder.glob(f"{prefix}*"):
        process = left.name.removeprefix(prefix)
        if process.isdecimal() and not _runs(int(process)):
            shutil.rmtree(left, ignore_errors=True)


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
