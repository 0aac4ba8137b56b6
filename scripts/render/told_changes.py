"""Changes between two revisions in plain words: "Summary reworded", "Finding added"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from scripts.derive.differences import MAIN, Change, main_text
from scripts.render.field_names import FieldNames, Sources
from scripts.render.word_diff import Part, compare_words


@dataclass(slots=True)
class Told:
    """One change, or all changes of one item.

    Attributes:
        heading: What happened to what: "Finding added".
        about: The words by which the item is known, if the lines do not tell them.
        lines: By title of a field, or "", what changed in it.
        facts: By title, the other fields of an item that came or went.
    """

    heading: str
    about: str = ""
    lines: list[tuple[str, tuple[Part, ...]]] = field(default_factory=list)
    facts: list[tuple[str, str]] = field(default_factory=list)


def tell_changes(changes: Iterable[Change], names: FieldNames, old: Sources, new: Sources) -> list[Told]:
    """Tells changes in words; those of one item, or of one block of fields, together.

    Args:
        changes: The changes.
        names: The names of the fields.
        old: The sources of the older revision, by which its citations are told.
        new: Those of the newer one.
    """
    told: list[Told] = []
    latest: Any = None
    for change in changes:
        if not change.block:
            told.append(_whole(change, names, old, new))
            latest = None
            continue
        within = id(change.item) if change.item is not None else change.block
        if latest is None or latest != within:
            told.append(_within(change, names, new))
        latest = within
        if change.path[-1] == _main_field(change.item):
            told[-1].about = ""
        told[-1].lines.append((names.name(change.path).title, _parts(change, names, old, new)))
    return told


def _whole(change: Change, names: FieldNames, old: Sources, new: Sources) -> Told:
    """A whole field, or a whole item of a list."""
    name = names.name(change.path)
    if change.kind == "moved":
        return Told(f"{name.title}: put in another order")
    value = change.new if change.kind == "added" else change.old
    if change.kind != "changed" and isinstance(value, dict):
        return _whole_item(change, value, names, new if change.kind == "added" else old)
    told = Told(f"{name.item} {_verb(change, name.vocabulary)}")
    told.lines.append(("", _parts(change, names, old, new)))
    return told


def _whole_item(change: Change, item: dict[str, Any], names: FieldNames, sources: Sources) -> Told:
    """An item, or a block of fields, that came or went."""
    told = Told(f"{names.name(change.path).item} {change.kind}")
    main = _main_field(item)
    if main:
        text = names.tell((*change.path, main), item[main], sources)
        told.lines.append(("", (("ins", text) if change.kind == "added" else ("del", text),)))
    told.facts = names.facts(change.path, {key: value for key, value in item.items() if key != main}, sources)
    return told


def _within(change: Change, names: FieldNames, sources: Sources) -> Told:
    """The beginning of what happened inside an item or a block of fields."""
    main = _main_field(change.item)
    about = names.tell((*change.block, main), main_text(change.item), sources) if main else ""
    return Told(f"{names.name(change.block).item} changed", about)


def _parts(change: Change, names: FieldNames, old: Sources, new: Sources) -> tuple[Part, ...]:
    before, after = names.tell(change.path, change.old, old), names.tell(change.path, change.new, new)
    if change.kind == "added":
        return (("ins", after),)
    if change.kind == "removed":
        return (("del", before),)
    if _is_text(change.old) and _is_text(change.new):
        return compare_words(before, after)
    return (("del", before), ("ins", after))


def _verb(change: Change, vocabulary: str) -> str:
    reworded = change.kind == "changed" and not vocabulary and _is_text(change.old) and _is_text(change.new)
    return "reworded" if reworded else change.kind


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and " " in value.strip()


def _main_field(item: Any) -> str:
    return next((name for name in MAIN if name in item), "") if isinstance(item, dict) else ""
