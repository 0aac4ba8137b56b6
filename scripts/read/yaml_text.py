"""Turns YAML text into plain data, keeping as text whatever is not plainly a number, true, false or null."""

from __future__ import annotations

from typing import Any

import yaml

from scripts.read.yaml_build import INVISIBLE, build
from scripts.read.yaml_fault import YamlFault
from scripts.read.yaml_syntax import in_plain_words

__all__ = ["MAX_BYTES", "YamlFault", "decode", "load_yaml", "positions", "refuse_unreadable"]

MAX_BYTES = 256 * 1024

Path = tuple[str | int, ...]
Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


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
            line, column, "The file is not in UTF-8.", "Save it with the encoding UTF-8 in your editor.", "text"
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
        return build(iter(Loader(text).get_event, None))
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
        1, 1, f"The file is larger than {MAX_BYTES // 1024} KiB.", "An entry holds text only: shorten it.", "text"
    )


def refuse_unreadable(text: str) -> None:
    """Raises YamlFault if a text is too large or holds invisible control characters."""
    if len(text) > MAX_BYTES:
        raise _too_large()
    invisible = INVISIBLE.search(text)
    if invisible is None:
        return
    start = invisible.start()
    if start == 0 and invisible.group() == "\ufeff":
        raise YamlFault(
            1, 1, "The file begins with an invisible byte-order mark.", "Save it as UTF-8 without BOM.", "text"
        )
    line = text.count("\n", 0, start) + 1
    column = start - (text.rfind("\n", 0, start) + 1) + 1
    code = f"U+{ord(invisible.group()):04X}"
    raise YamlFault(
        line, column, f"There is an invisible control character ({code}) here.", "Delete it and save again.", "text"
    )
