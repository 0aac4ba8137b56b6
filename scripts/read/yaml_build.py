"""Builds plain data from the events of a YAML parser, refusing what entries do not use."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from typing import Any

from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from scripts.read.yaml_fault import YamlFault

MAX_NESTING = 12

# Control characters, byte-order marks, unusual line ends, marks that turn the direction of writing, and what hides in a
# word without being seen. The two joiners, U+200C and U+200D, stay: some scripts need them.
INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\ud800-\udfff\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"
)
_NOT_TEXT = re.compile(r"(?:true|false|null|~|-?(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?|)\Z", re.ASCII)
_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}


def _fault(event: Any, message: str, hint: str) -> YamlFault:
    return YamlFault(event.start_mark.line + 1, event.start_mark.column + 1, message, hint, "use")


def build(events: Iterator[Any]) -> Any:
    """Returns the data of one document; building from events is faster than from nodes, and never recursive.

    Raises:
        YamlFault: If the document uses what entries do not: see `load_yaml`.
    """
    top: list[Any] = []
    container: Any = top
    key: str | None = None  # the key that waits for its value, in a mapping
    lines: dict[str, int] | None = None  # where each key of the open mapping stands; None in a list
    outer: list[tuple[Any, dict[str, int] | None]] = []
    documents = 0
    for event in events:
        kind = type(event)
        if kind is ScalarEvent or kind is MappingStartEvent or kind is SequenceStartEvent or kind is AliasEvent:
            if kind is AliasEvent or event.anchor is not None or event.tag is not None:
                raise _special(event)
            if lines is not None and key is None:
                key = _key(event, lines)
                lines[key] = event.start_mark.line + 1
                continue
            value = _scalar(event) if kind is ScalarEvent else _empty(event, len(outer))
            if lines is None:
                container.append(value)
            else:
                container[key] = value
                key = None
            if kind is not ScalarEvent:
                outer.append((container, lines))
                container = value
                lines = {} if kind is MappingStartEvent else None
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            container, lines = outer.pop()
        elif kind is DocumentStartEvent:
            documents += 1
            if documents > 1:
                raise _fault(event, "A second document begins here.", "Remove the line with ---.")
    return top[0] if top else None


def _special(event: Any) -> YamlFault:
    if isinstance(event, AliasEvent):
        sign, use = "*", "a reference"
    elif event.anchor is not None:
        sign, use = "&", "a label for references"
    else:
        sign, use = "!", "a tag"
    return _fault(
        event,
        f"A value that begins with {sign} would be {use}, which entries do not use.",
        f'Put the text in quotes: "{sign} like this".',
    )


def _key(event: Any, lines: dict[str, int]) -> str:
    if not isinstance(event, ScalarEvent):
        raise _fault(
            event,
            "A field name must be a word.",
            "If a text begins with [ or {, put it in quotes.",
        )
    name = sys.intern(event.value)  # one text for all entries: less memory, and faster to save and load
    if name == "":
        raise _fault(event, "A field name is missing before the colon.", "Write name: value.")
    if name == "<<":
        raise _fault(event, "Merging with << is not used in entries.", "Write the fields out.")
    if name in lines:
        raise _fault(
            event,
            f'The field "{name[:60]}" stands here a second time; the first is on line {lines[name]}.',
            "Keep one of them.",
        )
    return name


def _empty(event: Any, depth: int) -> dict[str, Any] | list[Any]:
    if depth >= MAX_NESTING:
        raise _fault(event, f"Fields are nested deeper than {MAX_NESTING} levels.", "Write it flatter.")
    return [] if isinstance(event, SequenceStartEvent) else {}


def _scalar(event: Any) -> Any:
    text: str = event.value
    if event.implicit[0]:
        if _NOT_TEXT.match(text) is None:
            return text if " " in text else sys.intern(text)
        if text in _WORDS:
            return _WORDS[text]
        number = float(text)
        return int(number) if number.is_integer() else number
    if INVISIBLE.search(text):
        raise _fault(
            event,
            "The text in quotes stands for an invisible control character.",
            "Remove the backslash code.",
        )
    return text
