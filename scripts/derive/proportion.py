"""Which findings to tell where there is no room for all: a fair part of them, or one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from scripts.derive.practices import Finding

LEAST_WELCOME_FIRST = ("negative", "none", "mixed", "unclear", "positive")
"""The order in which directions that have the same claim get their place."""


def surest_finding(findings: Sequence[Finding]) -> Finding | None:
    """The finding to tell where there is room for one: of those with the highest level, one of the commonest direction.

    Args:
        findings: Strongest first.
    """
    top = [item for item in findings if item.level.rank == findings[0].level.rank]
    tally = Counter(item.data["direction"] for item in top)
    commonest = max(LEAST_WELCOME_FIRST, key=lambda key: tally[key])
    return next((item for item in top if item.data["direction"] == commonest), None)


def in_proportion(findings: Sequence[Finding]) -> Iterator[Finding]:
    """Gives the findings in such an order that the first few of them are a fair part of them all.

    First comes the strongest finding of each direction, so that none is left out for others. Then each place goes to
    the direction with the strongest claim to it, by the rule of Sainte-Laguë, which parliaments share out seats with.

    Args:
        findings: Strongest first.
    """
    waiting = {key: [item for item in findings if item.data["direction"] == key] for key in LEAST_WELCOME_FIRST}
    waiting = {key: items for key, items in waiting.items() if items}
    sizes = {key: len(items) for key, items in waiting.items()}
    given: Counter[str] = Counter()
    for key, items in waiting.items():
        given[key] += 1
        yield items[0]
    while given.total() < len(findings):
        open_ones = [key for key in waiting if given[key] < sizes[key]]
        key = max(open_ones, key=lambda key: sizes[key] / (2 * given[key] + 1))
        given[key] += 1
        yield waiting[key][given[key] - 1]
