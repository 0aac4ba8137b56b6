"""A real terminal for a command: what it prints is read, what a person would type is typed."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Iterable
from pathlib import Path

from tests.publish.project import environment

PROMPT = b"> "
CTRL_C = b"\x03"
LIMIT = 60
"""Seconds after which a terminal that shows nothing counts as a failure."""


def converse(root: Path, answers: Iterable[str], *arguments: str) -> tuple[int, str]:
    """Runs ``python -m scripts`` in a terminal of its own and gives one answer at each prompt.

    Returns:
        The status with which it ended, and all that the terminal showed.
    """
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "scripts", *arguments],
        cwd=root,
        env=environment(root, TERM="dumb"),
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
        preexec_fn=_take_terminal,  # noqa: PLW1509 - so that Ctrl-C reaches it
    )
    os.close(theirs)
    shown = answer = ""
    try:
        for answer in answers:
            shown += _read_until(ours, PROMPT)
            os.write(ours, answer.encode())
        shown += _read_until(ours, None, again=CTRL_C if answer == CTRL_C.decode() else b"")
        return process.wait(LIMIT), shown.replace("\r\n", "\n")
    finally:
        process.kill()
        process.wait()
        os.close(ours)


def _take_terminal() -> None:
    """Makes the terminal the one whose keys count; what was begun in the background would not hear Ctrl-C."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _waits(terminal: int) -> bool:
    """Whether readline has taken over the keys: before that, Ctrl-D would mean the end of a line to the system."""
    return not termios.tcgetattr(terminal)[3] & termios.ICANON


def _read_until(terminal: int, mark: bytes | None, again: bytes = b"") -> str:
    """Reads until the terminal waits behind a mark, or without one until the command has ended.

    Ctrl-C in the instant in which readline begins to wait is lost, so a person presses it again: ``again``.
    """
    shown, end, patience = b"", time.monotonic() + LIMIT, time.monotonic() + 3
    while mark is None or not (shown.endswith(mark) and _waits(terminal)):
        ready, _, _ = select.select([terminal], [], [], 0.05)
        if again and time.monotonic() > patience:
            os.write(terminal, again)
            patience += 3
        if not ready and time.monotonic() < end:
            continue
        try:
            piece = os.read(terminal, 4096) if ready else b""
        except OSError:  # the other side is closed
            piece = b""
        if not piece:
            assert mark is None, f"no prompt came after: {shown.decode()}"
            break
        shown += piece
    return shown.decode()
