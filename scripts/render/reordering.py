"""Puts the fields of an entry into the order of the schema by moving whole lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import yaml

Lines = list[str]
Schema = Mapping[str, Any]


class CommentFault(Exception):
    """A comment stands between two fields that would be moved apart.

    Attributes:
        line: Its line, counted from 1.
    """

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


def inside_texts(node: yaml.Node) -> set[int]:
    """Returns the numbers, from 0, of all lines that belong to a text of several lines."""
    if isinstance(node, yaml.ScalarNode):
        first, last = node.start_mark.line, node.end_mark.line
        begins = first + 1 if node.style in ("|", ">") else first
        return set(range(begins, last + (node.end_mark.column > 0))) if last > first else set()
    inner = node.value if isinstance(node, yaml.SequenceNode) else [part for pair in node.value for part in pair]
    return {line for part in inner for line in inside_texts(part)}


def reorder(lines: Lines, root: yaml.Node, schema: Schema, texts: set[int]) -> Lines:
    """Returns the lines of an entry with its fields, and the fields inside them, in the order of the schema.

    A block of fields stays as it is if one of its fields is unknown, or if it is written on one line.

    Args:
        lines: The lines of the file.
        root: What the YAML parser made from them.
        schema: The schema of a practice.
        texts: As `inside_texts` returns it.

    Raises:
        CommentFault: If a comment on a line of its own stands next to a field that must be moved.
    """
    return _Reordering(lines, schema, texts).part(root, schema, 0, len(lines))


class _Reordering:
    def __init__(self, lines: Lines, schema: Schema, texts: set[int]) -> None:
        self._lines = lines
        self._texts = texts
        self._schema = schema

    def part(self, node: yaml.Node, schema: Schema, start: int, end: int) -> Lines:
        """Returns the lines from ``start`` to before ``end``, which hold a node, with its fields in order."""
        schema = self._resolve(schema)
        if getattr(node, "flow_style", True):
            return self._lines[start:end]
        if isinstance(node, yaml.SequenceNode):
            items = schema.get("items", {})
            parts = [(item, items, item.start_mark.line) for item in node.value]
        else:
            keyed = schema.get("additionalProperties") or {}
            fields = schema.get("properties", {})
            parts = [(value, fields.get(key.value, keyed), key.start_mark.line) for key, value in node.value]
        begins = [line for *_, line in parts]
        if begins != sorted(set(begins)):  # two of them on one line
            return self._lines[start:end]
        ends = [*begins[1:], end]
        blocks = [self.part(value, inner, begin, stop) for (value, inner, begin), stop in zip(parts, ends, strict=True)]
        if isinstance(node, yaml.MappingNode):
            blocks = self._in_order(node, blocks, list(schema.get("properties", {})), (start, *ends))
        return [*self._lines[start : begins[0]], *(line for block in blocks for line in block)]

    def _in_order(
        self, node: yaml.MappingNode, blocks: list[Lines], order: list[str], edges: Sequence[int]
    ) -> list[Lines]:
        names = [key.value for key, _ in node.value]
        if not set(names) <= set(order):
            return blocks
        new = sorted(range(len(names)), key=lambda index: order.index(names[index]))
        if new == list(range(len(names))):
            return blocks
        first = node.value[0][0].start_mark
        self._refuse_comments(first.line, edges)
        before, margin = blocks[0][0][: first.column], " " * first.column
        blocks[0][0] = margin + blocks[0][0][first.column :]
        blocks = [blocks[index] for index in new]
        blocks[0][0] = before + blocks[0][0][first.column :]
        return blocks

    def _refuse_comments(self, begin: int, edges: Sequence[int]) -> None:
        """Raises CommentFault if a comment stands above the first field, or as the last line of a field.

        Args:
            begin: Number of the line of the first field.
            edges: Where all of them start, and before which line each of them ends.
        """
        start, *ends = edges
        above = range(max(start, 1), begin)  # the first line of the file is for editors
        for number in (*above, *map(self._last_line, ends)):
            if number not in self._texts and self._lines[number].lstrip().startswith("#"):
                raise CommentFault(number + 1)

    def _last_line(self, end: int) -> int:
        return next(number for number in range(end - 1, -1, -1) if self._lines[number].strip())

    def _resolve(self, schema: Any) -> Schema:
        if not isinstance(schema, dict):
            return {}
        if schema.get("$ref", "").startswith("#/"):
            target: Any = self._schema
            for step in schema["$ref"].removeprefix("#/").split("/"):
                target = target[step]
            return {**self._resolve(target), **schema}
        return schema
