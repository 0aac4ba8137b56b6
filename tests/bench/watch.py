"""Runs a command in a process of its own and says how long it took and how much memory it needed.

Called as a program, so that nothing but the command and its children counts: ``watch.py RESULT COMMAND ...``.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from pathlib import Path
from threading import Event, Thread

EVERY = 0.1
"""Seconds between two looks at the memory."""


def main() -> int:
    """Writes seconds, seconds of processor, peak bytes, status and output of the command to the result file."""
    result, *command = sys.argv[1:]
    output = Path(result).with_suffix(".output")
    peaks = [0]
    done = Event()
    with output.open("wb") as file:
        started = time.perf_counter()
        process = subprocess.Popen(command, stdout=file, stderr=subprocess.STDOUT)
        watcher = Thread(target=_watch, args=(process.pid, done, peaks))
        watcher.start()
        status = process.wait()
        seconds = time.perf_counter() - started
    done.set()
    watcher.join()
    unit = 1 if sys.platform == "darwin" else 1024
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    text = output.read_text(encoding="utf-8", errors="replace")
    figures = {
        "seconds": seconds,
        "processor": used.ru_utime + used.ru_stime,
        "peak": max(used.ru_maxrss * unit, *peaks),
        "status": status,
        "output": text,
    }
    Path(result).write_text(json.dumps(figures), encoding="utf-8")
    return 0


def _watch(process: int, done: Event, peaks: list[int]) -> None:
    while not done.wait(EVERY):
        peaks.append(sum(_memory(one) for one in _tree(process)))


def _tree(process: int) -> list[int]:
    """A process with its children and theirs; alone where the system has no /proc."""
    found = [process]
    for file in Path(f"/proc/{process}/task").glob("*/children"):
        try:
            children = file.read_text().split()
        except OSError:
            continue
        for child in children:
            found += _tree(int(child))
    return found


def _memory(process: int) -> int:
    """The memory of a process; what it shares with others is divided among them."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))


if __name__ == "__main__":
    sys.exit(main())
