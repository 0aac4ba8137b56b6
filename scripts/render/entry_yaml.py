"""Writes an entry as the YAML text that people would write by hand."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterator, Mapping
from typing import Any

from scripts.check.files import MODELINE

WIDTH = 120

_PLAIN = re.compile(r"(?:[^\W_])(?:[\w ,.()/;%=+'’&–—-]|:(?=[^\s]))*")
_NOT_PLAIN = re.compile(r"(?:true|false|null|yes|no|on|off|y|n|\d(?!\d{3}-\d\d-\d\d\Z)\S*|.*\s)\Z", re.IGNORECASE)
"""What other readers of YAML might take for something else than text, or would shorten."""


def render_entry(data: Mapping[str, Any], schema: Mapping[str, Any]) -> str:
    """Returns the text of an entry's file: the line for editors, then the fields in the order of the schema.

    Reading the text gives the same data, if they hold only what the schema allows.
    """
    known = [name for name in schema["properties"] if name in data]
    others = [name for name in data if name not in known]
    fields = {name: data[name] for name in (*known, *others)}
    return "\n".join([MODELINE, *_fields(fields, "")]) + "\n"


def _fields(fields: Mapping[str, Any], indent: str) -> Iterator[str]:
    for name, value in fields.items():
        key = _text_on_one_line(name)
        if isinstance(value, dict) and value:
            yield f"{indent}{key}:"
            yield from _fields(value, indent + "  ")
        elif isinstance(value, list) and value:
            yield f"{indent}{key}:"
            for item in value:
                yield from _item(item, indent + "  ")
        else:
            yield from _scalar(f"{indent}{key}:", value, indent + "  ")


def _item(item: Any, indent: str) -> Iterator[str]:
    if isinstance(item, dict) and item:
        first, *rest = _fields(item, indent + "  ")
        yield f"{indent}- {first.strip()}"
        yield from rest
    else:
        yield from _scalar(f"{indent}-", item, indent + "  ")


def _scalar(before: str, value: Any, indent: str) -> Iterator[str]:
    if not isinstance(value, str):
        yield f"{before} {json.dumps(value, ensure_ascii=False)}"
    elif "\n" in value.strip() and _goes_in_lines(value):
        yield f"{before} {'|' if value.endswith(chr(10)) else '|-'}"
        yield from (f"{indent}{line}" if line else "" for line in value.removesuffix("\n").split("\n"))
    elif len(before) + 1 + len(value) > WIDTH and " ".join(value.split()) == value:
        yield f"{before} >-"
        yield from textwrap.wrap(
            value,
            WIDTH,
            initial_indent=indent,
            subsequent_indent=indent,
            break_long_words=False,
            break_on_hyphens=False,
        )
    else:
        yield f"{before} {_text_on_one_line(value)}"


def _goes_in_lines(text: str) -> bool:
    """Whether a text of several lines can be written line by line and read back as it was."""
    lines = text.removesuffix("\n").split("\n")
    return all(line.isprintable() for line in lines) and lines[0][:1].strip() != "" and lines[-1].strip() != ""


def _text_on_one_line(text: str) -> str:
    plain = _PLAIN.fullmatch(text) and not _NOT_PLAIN.match(text)
    return text if plain else json.dumps(text, ensure_ascii=False)
