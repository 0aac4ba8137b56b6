"""How large the real practices are: which fields they have, how many items and how many characters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

RAREST = 0.05
"""A field that no real practice has appears in this share of the synthetic ones."""


@dataclass(slots=True)
class Shape:
    """What was seen in the real practices, by the path of the field, such as ``findings.quote``."""

    parents: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    seen: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    counts: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    lengths: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))

    def share(self, path: str) -> float:
        """The share of the blocks around a field that have it."""
        parents = self.parents.get(path.rpartition(".")[0], 0)
        return max(self.seen.get(path, 0) / parents if parents else 0, RAREST)


def measure_shape(practices: Iterable[Mapping[str, Any]]) -> Shape:
    """Looks at every field of the real practices."""
    shape = Shape()
    for practice in practices:
        _look(practice, "", shape)
    return shape


def _look(value: Any, path: str, shape: Shape) -> None:
    if isinstance(value, dict):
        shape.parents[path] += 1
        if path == "sources":
            shape.counts[path].append(len(value))
        for name, item in value.items():
            inside = join(path, "*" if path == "sources" else name)
            shape.seen[inside] += 1
            _look(item, inside, shape)
    elif isinstance(value, list):
        shape.counts[path].append(len(value))
        for item in value:
            _look(item, path, shape)
    elif isinstance(value, str):
        shape.lengths[path].append(len(value.strip()))


def join(path: str, name: str) -> str:
    """The path of a field inside the block at ``path``."""
    return f"{path}.{name}" if path else name
