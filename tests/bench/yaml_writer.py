"""Writes a practice as YAML text in the form that people write by hand."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterator, Mapping
from typing import Any

MODELINE = "# yaml-language-server: $schema=../schema/practice.schema.json"
WIDTH = 118

_PLAIN = re.compile(r"(?!(?:true|false|null)\Z)(?=.*[A-Za-z-])[A-Za-z0-9](?:[\w ,.()/;%<=+-]|:(?=\S))*", re.ASCII)


def write_yaml(practice: Mapping[str, Any]) -> str:
    """The text of a practice's file."""
    return "\n".join([MODELINE, *_fields(practice, "")]) + "\n"


def _fields(fields: Mapping[str, Any], indent: str) -> Iterator[str]:
    for name, value in fields.items():
        if isinstance(value, dict):
            yield f"{indent}{name}:"
            yield from _fields(value, indent + "  ")
        elif isinstance(value, list) and value:
            yield f"{indent}{name}:"
            for item in value:
                yield from _item(item, indent + "  ")
        else:
            yield from _scalar(f"{indent}{name}:", value, indent + "  ")


def _item(item: Any, indent: str) -> Iterator[str]:
    if isinstance(item, dict):
        first, *rest = _fields(item, indent + "  ")
        yield f"{indent}- {first.strip()}"
        yield from rest
    else:
        yield from _scalar(f"{indent}-", item, indent + "  ")


def _scalar(before: str, value: Any, indent: str) -> Iterator[str]:
    if not isinstance(value, str):
        yield f"{before} {json.dumps(value)}"
    elif "\n" in value:
        yield f"{before} |"
        for number, paragraph in enumerate(value.split("\n\n")):
            if number:
                yield ""
            yield from _wrapped(paragraph, indent)
    elif len(before) + len(value) + 3 > WIDTH and " " in value:
        yield f"{before} >-"
        yield from _wrapped(value, indent)
    else:
        yield f"{before} {value if _PLAIN.fullmatch(value) else json.dumps(value, ensure_ascii=False)}"


def _wrapped(text: str, indent: str) -> list[str]:
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
