"""Turns YAML text into plain data, keeping as text whatever is not plainly a number, true, false or null."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from scripts.read.yaml_fault import YamlFault
from scripts.read.yaml_syntax import in_plain_words

__all__ = ["MAX_BYTES", "YamlFault", "decode", "load_yaml", "positions", "refuse_unreadable"]

MAX_BYTES = 256 * 1024
MAX_NESTING = 12

Path = tuple[str | int, ...]
Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# Control characters, byte-order marks, unusual line ends, and marks that turn the direction of writing.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
_NOT_TEXT = re.compile(r"(?:true|false|null|~|-?(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?|)\Z", re.ASCII)
_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}


def decode(raw: bytes) -> str:
    """Returns the text of a file.

    Raises:
        YamlFault: If the file is too large or is not UTF-8.
    """
    if len(raw) > MAX_BYTES:
        raise _too_large()
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        line = before.count(b"\n") + 1
        column = error.start - (before.rfind(b"\n") + 1) + 1
        raise YamlFault(
            line, column, "The file is not in UTF-8.", "Save it with the encoding UTF-8 in your editor."
        ) from None


def load_yaml(text: str) -> Any:
    """Returns the data of one YAML document.

    Only ``true``, ``false``, whole and decimal numbers, and ``null`` become something other than text:
    ``NO``, ``on``, ``010`` and ``2024-01-02`` stay text, and so does every key.

    Raises:
        YamlFault: If the text is not YAML, or uses what this collection does not allow: duplicate keys,
            anchors, aliases, tags, several documents, deep nesting, control characters.
    """
    refuse_unreadable(text)
    try:
        return _build(iter(Loader(text).get_event, None))
    except yaml.MarkedYAMLError as error:
        raise in_plain_words(error, text) from None
    except (yaml.YAMLError, RecursionError, ValueError):
        raise YamlFault(
            1, 1, "The file cannot be read as YAML.", "Compare it with another entry in practices/."
        ) from None


def positions(text: str) -> dict[Path, tuple[int, int]]:
    """Returns where each value and each key stands, as (line, column) counted from 1.

    A value is found under its path, such as ``("findings", 0, "design")``; the key that names it under the
    same path with ``"<key>"`` at the end. Text that cannot be read has no positions.
    """
    found: dict[Path, tuple[int, int]] = {}

    def visit(node: yaml.Node, path: Path) -> None:
        found[path] = (node.start_mark.line + 1, node.start_mark.column + 1)
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                visit(value, (*path, key.value))
                found[(*path, key.value, "<key>")] = (key.start_mark.line + 1, key.start_mark.column + 1)
        elif isinstance(node, yaml.SequenceNode):
            for index, item in enumerate(node.value):
                visit(item, (*path, index))

    try:
        load_yaml(text)
        root = yaml.compose(text, Loader=Loader)
    except (YamlFault, yaml.YAMLError):
        return found
    if root is not None:
        visit(root, ())
    return found


def _too_large() -> YamlFault:
    return YamlFault(
        1, 1, f"The file is larger than {MAX_BYTES // 1024} KiB.", "An entry holds text only: shorten it."
    )


def refuse_unreadable(text: str) -> None:
    """Raises YamlFault if a text is too large or holds invisible control characters."""
    if len(text) > MAX_BYTES:
        raise _too_large()
    invisible = _INVISIBLE.search(text)
    if invisible is None:
        return
    start = invisible.start()
    if start == 0 and invisible.group() == "\ufeff":
        raise YamlFault(
            1, 1, "The file begins with an invisible byte-order mark.", "Save it as UTF-8 without BOM."
        )
    line = text.count("\n", 0, start) + 1
    column = start - (text.rfind("\n", 0, start) + 1) + 1
    code = f"U+{ord(invisible.group()):04X}"
    raise YamlFault(
        line, column, f"There is an invisible control character ({code}) here.", "Delete it and save again."
    )


def _fault(event: Event, message: str, hint: str) -> YamlFault:
    return YamlFault(event.start_mark.line + 1, event.start_mark.column + 1, message, hint)


def _build(events: Iterator[Any]) -> Any:
    """Builds the data straight from the parser's events, which is faster than nodes and never recursive."""
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


def _key(event: Event, lines: dict[str, int]) -> str:
    if not isinstance(event, ScalarEvent):
        raise _fault(
            event,
            "A field name must be a word.",
            "If a text begins with [ or {, put it in quotes.",
        )
    name: str = event.value
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


def _empty(event: Event, depth: int) -> dict[str, Any] | list[Any]:
    if depth >= MAX_NESTING:
        raise _fault(event, f"Fields are nested deeper than {MAX_NESTING} levels.", "Write it flatter.")
    return [] if isinstance(event, SequenceStartEvent) else {}


def _scalar(event: Any) -> Any:
    text: str = event.value
    if event.implicit[0]:
        if _NOT_TEXT.match(text) is None:
            return text
        if text in _WORDS:
            return _WORDS[text]
        number = float(text)
        return int(number) if number.is_integer() else number
    if _INVISIBLE.search(text):
        raise _fault(
            event, "The text in quotes stands for an invisible control character.", "Remove the backslash code."
        )
    return text
