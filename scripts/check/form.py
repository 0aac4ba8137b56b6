"""The rules about form, which the reader of files and the schema hold: their words only, no functions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

READING: Mapping[str, tuple[str, str, str]] = {
    "text": (
        "file-is-plain-text",
        "A file is ordinary text in UTF-8, at most 256 KiB, without invisible control characters.",
        "Other encodings turn letters such as é into signs. Invisible characters can make a text look different from "
        "what it says, and a file that is a link or is huge is not an entry.",
    ),
    "yaml": (
        "file-is-yaml",
        "A file must be readable as YAML that consists of fields.",
        "If one sign is missing, nobody can tell where a field ends. The whole file stays out until it is mended.",
    ),
    "use": (
        "yaml-is-simple",
        "Entries use simple YAML: no references, tags, repeated fields, merges or second documents.",
        "These are for programmers. They make a small file large or hide a value, and somebody who reads the file "
        "does not see what it says.",
    ),
}
"""Id, rule and reason by the kind of a `YamlFault`."""

SCHEMA: Mapping[str, tuple[str, str]] = {
    "fields-are-there": (
        "A required field must be there.",
        "Pages, lists and comparisons count on these fields. Without one of them an entry cannot be found, or cannot "
        "be judged.",
    ),
    "fields-are-known": (
        "A field must have one of the names that the schema gives, at the place where it belongs.",
        "A field under a misspelt name would be passed over in silence, and its content would be lost.",
    ),
    "terms-are-known": (
        "A term must be one of its vocabulary.",
        "Only if all entries use the same terms can practices be filtered, compared and counted. A new term is "
        "possible: it is added to schema/vocabularies/ with its definition.",
    ),
    "values-have-their-kind": (
        "A value must be of the kind that its field asks for: text, a number, a list, or a block of fields.",
        'A year such as "2009?" cannot be sorted, and a list that is written as one text cannot be counted. Doubt '
        "belongs into a note.",
    ),
    "values-have-their-form": (
        "A value must have the form and the size that its field asks for.",
        "Addresses must open, dates must be sorted and names must fit on a page.",
    ),
    "fields-go-together": (
        "Fields that belong together stand together.",
        "A latitude without a longitude is no place, and a source that names neither person nor organisation cannot "
        "be cited.",
    ),
    "items-differ": (
        "A list holds nothing twice.",
        "What is named twice would be counted twice.",
    ),
}
"""Rule and reason by id."""

BY_KEYWORD: Mapping[str, str] = {
    "required": "fields-are-there",
    "additionalProperties": "fields-are-known",
    "enum": "terms-are-known",
    "type": "values-have-their-kind",
    "dependentRequired": "fields-go-together",
    "anyOf": "fields-go-together",
    "uniqueItems": "items-differ",
}
"""Id of the rule by the keyword of the schema; a rule about the form of values stands for the others."""


def rule_of(keyword: str, schema: Any) -> str:
    """Returns the id of the rule behind a keyword of the schema; ``schema`` is False where it forbids a field."""
    if schema is False:
        return "fields-go-together"
    return BY_KEYWORD.get(keyword, "values-have-their-form")
