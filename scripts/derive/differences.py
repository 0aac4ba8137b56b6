"""What changed between two texts of an entry, field by field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Literal

from scripts.derive.practices import Practice

MAIN = ("statement", "text", "title", "name", "type")
"""The fields by which people know an item of a list; the first that it has counts."""

SAME_FROM = 0.6
"""Two items are one and the same, reworded, if so much of their words agrees."""

HEAD_START = 0.3
"""Findings on one domain from one source need so much less."""

Path = tuple[str, ...]
Kind = Literal["added", "removed", "changed", "moved"]


@dataclass(frozen=True, slots=True)
class Change:
    """One change.

    Attributes:
        path: The names of the fields that lead there; places in lists and keys of sources are left out.
        kind: "moved" if a list has the same items in another order.
        old: What stood there, or None if nothing did.
        new: What stands there now, or None.
        block: The path of the block of fields, or of the list of items, to which the field belongs; empty if it is a
            field of the entry itself, or a whole item.
        item: That item as it is now; None outside of lists.
    """

    path: Path
    kind: Kind
    old: Any = None
    new: Any = None
    block: Path = ()
    item: Any = None


def compare(old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[Change, ...]:
    """Returns every change between the fields of two revisions, in the order of the newer one."""
    return tuple(_fields((), old, new, None))


def with_levels(practice: Practice) -> Mapping[str, Any]:
    """The fields of an entry with the computed level of each finding among them."""
    levels = {id(finding.data): finding.level.id for finding in practice.findings}
    findings = [{**finding, "level": levels[id(finding)]} for finding in practice.data["findings"]]
    return {**practice.data, "findings": findings}


def main_text(item: Any) -> str:
    """The words by which people know an item of a list."""
    if isinstance(item, Mapping):
        return next((str(item[name]) for name in MAIN if name in item), "")
    return str(item)


def _fields(path: Path, old: Mapping[str, Any], new: Mapping[str, Any], item: Any) -> Iterator[Change]:
    for name in (*new, *(name for name in old if name not in new)):
        yield from _values((*path, name), old.get(name), new.get(name), path, item)


def _values(path: Path, old: Any, new: Any, block: Path, item: Any) -> Iterator[Change]:
    if old == new:
        return
    if item is None:
        if path == ("sources",) and _all(dict, old or {}, new or {}):
            yield from _sources(path, old or {}, new or {})
            return
        if _all(list, old or [], new or []):
            yield from _items(path, old or [], new or [])
            return
    if _all(dict, old, new):
        yield from _fields(path, old, new, item)
    else:
        yield Change(path, _kind(old, new), old, new, block, item)


def _sources(path: Path, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Change]:
    for key in (*new, *(key for key in old if key not in new)):
        yield from _item(path, old.get(key), new.get(key))


def _items(path: Path, old: Sequence[Any], new: Sequence[Any]) -> Iterator[Change]:
    pairs = _pair(old, new)
    for place, item in enumerate(new):
        yield from _item(path, old[pairs[place]] if place in pairs else None, item)
    for place, item in enumerate(old):
        if place not in pairs.values():
            yield from _item(path, item, None)
    order = [pairs[place] for place in sorted(pairs)]
    if order != sorted(order):
        yield Change(path, "moved")


def _item(path: Path, old: Any, new: Any) -> Iterator[Change]:
    if old == new:
        return
    if _all(dict, old, new):
        yield from _fields(path, old, new, new)
    else:
        yield Change(path, _kind(old, new), old, new)


def _pair(old: Sequence[Any], new: Sequence[Any]) -> dict[int, int]:
    """The place in the old list by the place in the new one, for items that are in both, the same or reworded."""
    pairs: dict[int, int] = {}
    left = list(range(len(old)))
    for place, item in enumerate(new):
        same = next((other for other in left if old[other] == item), None)
        if same is not None:
            pairs[place] = same
            left.remove(same)
    scores = sorted(
        (-_likeness(old[other], new[place]), place, other)
        for place in range(len(new))
        if place not in pairs
        for other in left
    )
    for score, place, other in scores:
        if -score >= SAME_FROM and place not in pairs and other in left:
            pairs[place] = other
            left.remove(other)
    return pairs


def _likeness(old: Any, new: Any) -> float:
    if type(old) is not type(new):
        return 0
    likeness = likeness_of_words(main_text(old), main_text(new))
    if isinstance(old, dict) and all(name in old and old[name] == new.get(name) for name in ("source", "domain")):
        likeness += HEAD_START
    return likeness


def likeness_of_words(old: str, new: str) -> float:
    """How much of two texts is the same, from 0 to 1; single words are the same or not."""
    if old == new:
        return 1
    one, other = old.split(), new.split()
    if len(one) < 2 or len(other) < 2:
        return 0
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= SAME_FROM - HEAD_START else 0


def _kind(old: Any, new: Any) -> Kind:
    return "added" if old is None else "removed" if new is None else "changed"


def _all(kind: type, *values: Any) -> bool:
    return all(isinstance(value, kind) for value in values)
