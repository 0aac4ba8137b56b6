"""Does the same to many things in two processes, where the system can fork."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

BATCH = 500
"""Items for one second process. It copies what memory it touches, so that one for all would soon have a copy of all."""

_shared: tuple[Callable[[Any], Any], Sequence[Any]] | None = None
"""What the second process works on; it inherits this by the fork, so that only the results need be sent."""


def in_halves(work: Callable[[Item], Result], items: Sequence[Item], *, worth_from: int) -> list[Result]:
    """Returns ``[work(item) for item in items]``; second processes, one after another, take every other item.

    Args:
        work: What to do with one item; its result must be picklable.
        items: The items.
        worth_from: With fewer items one process does it all, since a second one costs more than it saves.
    """
    if len(items) < worth_from or not hasattr(os, "fork") or (os.cpu_count() or 1) < 2:
        return [work(item) for item in items]

    return [result for start in range(0, len(items), BATCH) for result in _in_two(work, items[start : start + BATCH])]


def _in_two(work: Callable[[Item], Result], items: Sequence[Item]) -> list[Result]:
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    global _shared  # noqa: PLW0603 - see there
    _shared = (work, items)
    results: list[Any] = [None] * len(items)
    try:
        with ProcessPoolExecutor(max_workers=1, mp_context=multiprocessing.get_context("fork")) as helper:
            other_half = helper.submit(_half, 1)
            results[0::2] = _half(0)
            results[1::2] = other_half.result()
    finally:
        _shared = None
    return results


def _half(first: int) -> list[Any]:
    assert _shared is not None
    work, items = _shared
    return [work(item) for item in items[first::2]]
