"""Tables as CSV: UTF-8, commas, CR LF, and no cell that a spreadsheet would take for a formula.

A text that a spreadsheet could compute gets an apostrophe in front of it, and so does a text that begins with an
apostrophe of its own. Whoever reads the file takes one apostrophe off where there is one, and has the text as it was.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TextIO

BETWEEN_TERMS = ";"
"""Stands between the terms of one cell; no term has it in its id."""

_GUARDED = re.compile(r"['\t\r\n]|[\s\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*[=+\-@＝＋－＠]")
"""The beginning of a text that a spreadsheet would take for a formula, or swallow: the signs in both widths, after
blank or invisible characters or not; a tab or a line break; and our own apostrophe."""

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Attributes:
        name: Its heading.
        kind: "string", "integer", "number", "boolean", "date", "uri"; "terms" for several terms in one cell; "array"
            for several texts, written as a JSON list.
        description: What it means; empty where the schema of an entry says it under the same name.
    """

    name: str
    kind: str = "string"
    description: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """One table.

    Attributes:
        name: Name of its file without the ending.
        title: What its rows are.
        part: Field of an entry that holds the rows, under which the schema describes the columns; "" for the entry.
        key: The columns that together tell one row from all others.
        leads_to: Columns that name a row of another table, with that table and its columns.
        columns: In order.
        rows: The rows that come from the published record of one practice.
    """

    name: str
    title: str
    part: str
    key: tuple[str, ...]
    leads_to: tuple[tuple[tuple[str, ...], str, tuple[str, ...]], ...]
    columns: tuple[Column, ...]
    rows: Callable[[Row], Iterable[Row]]


class CsvWriter:
    """Writes a table record by record, below a line of headings; empty cells say that nothing is known."""

    def __init__(self, file: TextIO, table: Table) -> None:
        """Takes a text file that leaves the ends of lines as they are."""
        self._rows = table.rows
        self._columns = [(column.name, column.kind) for column in table.columns]
        self._writer = csv.writer(file, lineterminator="\r\n")
        self._writer.writerow([name for name, _ in self._columns])

    def write(self, record: Row) -> None:
        """Writes the rows that come from the published record of one practice."""
        self._writer.writerows(
            [cell(row.get(name), kind) for name, kind in self._columns] for row in self._rows(record)
        )


def cell(value: Any, kind: str) -> str:
    """One value as the text of its cell."""
    if value is None:
        return ""
    if isinstance(value, str):
        return harmless(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if kind == "terms":
        return BETWEEN_TERMS.join(value)
    if kind == "array":
        return json.dumps(value, ensure_ascii=False)
    return str(value)


def harmless(text: str) -> str:
    """The text, with an apostrophe in front if a spreadsheet could take it for a formula or swallow its beginning."""
    return text if text[:1].isalnum() or not _GUARDED.match(text) else f"'{text}"
