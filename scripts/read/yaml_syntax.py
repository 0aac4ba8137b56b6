"""Explains a YAML parser's error in plain words, from the lines around it."""

from __future__ import annotations

import re

import yaml

from scripts.read.yaml_fault import YamlFault

_NO_SPACE = re.compile(r"^\s*(?:- )?[\w-]+:(?=[^\s/:])")
_COLON = re.compile(r":(?=\s|$)")
_DASH = re.compile(r"^\s*-[^\s-]")
_QUOTE_HINT = 'Put the whole text in quotes, or begin it on the next line after ">-".'
_UNCLOSED = (
    "The quotation mark that opens here is never closed.",
    "Close it at the end of the text; inside single quotes write '' for an apostrophe.",
)
_BY_PROBLEM = {
    "end of stream": _UNCLOSED,
    "document indicator": _UNCLOSED,
    "escape": ("A backslash in double quotes has a special meaning.", "Use single quotes."),
}
_BESIDE_BLOCK_SIGN = ("Text may not stand on the same line as > or |.", "Begin it on the next line.")
_OPEN_BRACKET = (
    "The bracket that opens here is not closed properly.",
    "Separate items by commas and close the bracket; a text that begins with a bracket needs quotes.",
)


def in_plain_words(error: yaml.MarkedYAMLError, text: str) -> YamlFault:
    """Returns the fault behind a parser's error, at the place where a person should look."""
    lines = re.split(r"\r\n|\n|\r", text)
    mark = error.problem_mark or error.context_mark
    row, column = (mark.line, mark.column) if mark else (0, 0)
    opening = error.context_mark or mark
    start_row, start_column = (opening.line, opening.column) if opening else (row, column)
    problem, context = error.problem or "", error.context or ""
    line = lines[row] if row < len(lines) else ""
    indent = line[: len(line) - len(line.lstrip())]

    if "\t" in indent:
        fault = YamlFault(row + 1, indent.index("\t") + 1, "This line is indented with a tab.", "Use spaces.")
    elif "could not find expected ':'" in problem:
        fault = _no_colon(start_row, start_column, lines[start_row])
    elif "mapping values" in problem:
        fault = _unexpected_colon(row, column, lines)
    elif "cannot start any token" in problem:
        fault = _bad_start(row, column, line)
    elif "alias" in context or "anchor" in context:
        fault = _bad_start(start_row, start_column, lines[start_row])
    elif words := _BY_PROBLEM.get(next((key for key in _BY_PROBLEM if key in problem), "")):
        fault = YamlFault(start_row + 1, start_column + 1, *words)
    elif "block scalar" in context:
        fault = YamlFault(row + 1, column + 1, *_BESIDE_BLOCK_SIGN)
    elif "flow" in context:
        fault = YamlFault(start_row + 1, start_column + 1, *_OPEN_BRACKET)
    else:
        fault = _out_of_line(row, column, line)
    return fault


def _no_colon(row: int, column: int, line: str) -> YamlFault:
    missing = _NO_SPACE.match(line)
    if missing:
        return _missing_space(row, missing.end(), ":")
    if _DASH.match(line):
        return _missing_space(row, line.index("-") + 1, "-")
    return YamlFault(
        row + 1,
        column + 1,
        "This line has no field name and does not continue the text above.",
        "Write it as name: value, or indent it under the field that it belongs to.",
    )


def _missing_space(row: int, column: int, mark: str) -> YamlFault:
    name = "colon" if mark == ":" else "hyphen"
    return YamlFault(row + 1, column + 1, f"A space is missing after the {name}.", f'Write "{mark} " with a space.')


def _unexpected_colon(row: int, column: int, lines: list[str]) -> YamlFault:
    line = lines[row]
    if _COLON.search(line[:column]):
        return YamlFault(row + 1, column + 1, "A colon followed by a space ends a field name.", _QUOTE_HINT)
    above = row - 1
    while above >= 0 and not lines[above].strip():
        above -= 1
    missing = _NO_SPACE.match(lines[above]) if above >= 0 else None
    if missing and not _COLON.search(lines[above]):
        return _missing_space(above, missing.end(), ":")
    return YamlFault(
        row + 1,
        len(line) - len(line.lstrip()) + 1,
        "This field is indented deeper than the one above it, which already has a value.",
        "Line it up with the fields it belongs to.",
    )


def _bad_start(row: int, column: int, line: str) -> YamlFault:
    character = line[column : column + 1]
    if character == "@" and line[:column].endswith("["):
        return YamlFault(row + 1, column, "A text that begins with a citation needs quotes.", _QUOTE_HINT)
    if character == "\t":
        return YamlFault(row + 1, column + 1, "There is a tab here.", "Use spaces.")
    return YamlFault(row + 1, column + 1, f"A text that begins with {character} needs quotes.", _QUOTE_HINT)


def _out_of_line(row: int, column: int, line: str) -> YamlFault:
    before = line[:column].rstrip()
    if before.endswith(('"', "'", "]", "}")):
        return YamlFault(
            row + 1,
            column + 1,
            f"There is more text after the closing {before[-1]}.",
            "Put the whole text in quotes (inside single quotes write '' for an apostrophe), "
            "and see whether a quotation mark is left open on a line above.",
        )
    if line.strip() and not before:
        return YamlFault(
            row + 1,
            column + 1,
            "This line does not line up with the fields above it.",
            "Indent it exactly as the other fields or items of the same list.",
        )
    return YamlFault(
        row + 1,
        column + 1,
        "This line cannot be read as YAML.",
        "Look for a missing quotation mark, a missing colon or a wrong indentation here or just above.",
    )
