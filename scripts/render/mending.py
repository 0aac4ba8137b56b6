"""Mends an entry's text without changing what it says: first line, order of fields, spaces, line ends."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping
from typing import Any

import yaml

from scripts.check.files import MODELINE
from scripts.read.yaml_text import Loader, YamlFault, load_yaml
from scripts.render.reordering import CommentFault, inside_texts, reorder

_MODELINE = re.compile(r"# *yaml-language-server:")
_COMMENT = re.compile(r"(?:^|(?<=\s))#.*", re.MULTILINE)


class CannotMend(Exception):
    """A text cannot be mended safely; the message says why and what to do."""


def mend(text: str, schema: Mapping[str, Any]) -> str:
    """Returns the text of an entry in the form that all entries have; the same text if there is nothing to mend.

    The fields come into the order of the schema, their own fields too. Spaces at the ends of lines, empty lines at the
    end, foreign line ends and a missing last line end are mended, and so is the first line. Texts that go over several
    lines keep every space. Comments stay with the line that they stand on or above.

    Args:
        text: An entry that can be read as fields.
        schema: The schema of a practice, as `load_schemas` returns it.

    Raises:
        CannotMend: If a comment would lose its place, or the text would say something else.
        YamlFault: If the text cannot be read.
    """
    before = load_yaml(text)
    if not isinstance(before, dict):
        return text
    lines = _with_first_line(text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n").split("\n"))
    lines = _tidy(lines)
    root = _compose(lines)
    try:
        lines = reorder(lines, root, schema, inside_texts(root))
    except CommentFault as fault:
        raise CannotMend(
            f"The comment on line {fault.line} stands between two fields, and nobody can tell to which it belongs. "
            "Move the fields by hand, or write the comment at the end of a line."
        ) from None
    mended = "\n".join([*lines, ""])
    if not _is_same(before, mended) or _comments(text) != _comments(mended):
        raise CannotMend("The mended file would not say the same. Mend it by hand.")
    return mended


def _with_first_line(lines: list[str]) -> list[str]:
    return [MODELINE, *lines[1 if _MODELINE.match(lines[0]) else 0 :]]


def _tidy(lines: list[str]) -> list[str]:
    """Takes spaces from the ends of lines, except inside texts of several lines, and empty lines from the end."""
    kept = inside_texts(_compose(lines))
    tidy = [line if number in kept else line.rstrip(" \t") for number, line in enumerate(lines)]
    while not tidy[-1] and len(tidy) - 1 not in kept:
        tidy.pop()
    return tidy


def _compose(lines: list[str]) -> yaml.Node:
    root = yaml.compose("\n".join([*lines, ""]), Loader=Loader)
    assert root is not None
    return root


def _is_same(data: Any, text: str) -> bool:
    """Whether a text holds the same data, whatever the order of fields."""
    try:
        after = load_yaml(text)
    except YamlFault:
        return False
    return json.dumps(data, sort_keys=True) == json.dumps(after, sort_keys=True)


def _comments(text: str) -> Counter[str]:
    """Returns all that could be a comment, except the first line for editors."""
    lines = re.split(r"\r\n|\n|\r", text)
    found = _COMMENT.findall("\n".join(lines[1:] if _MODELINE.match(lines[0]) else lines))
    return Counter(comment.rstrip() for comment in found)
