"""Reads the vocabularies, schema/vocabularies/*.yml: the only lists of terms."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scripts.read.entries import parse_fields
from scripts.read.faults import ProjectFault
from scripts.read.files import TextFile, load_text
from scripts.read.term_fields import reason_against
from scripts.read.yaml_text import YamlFault, positions

_FIELDS = ("label", "definition", "source", "broader", "maps_to")


@dataclass(frozen=True, slots=True)
class Term:
    """One term of a vocabulary.

    Attributes:
        id: The word that entries use.
        labels: Language code to label; English is always there.
        definitions: Language code to definition.
        source: Where the term comes from, or an empty text.
        broader: Id of the wider term in the same vocabulary, or None.
        maps_to: Name of another scheme to the code it uses for this term.
        extra: Whatever else the vocabulary says of the term, such as a mechanism's dimension.
    """

    id: str
    labels: Mapping[str, str]
    definitions: Mapping[str, str]
    source: str
    broader: str | None
    maps_to: Mapping[str, str]
    extra: Mapping[str, Any]

    @property
    def label(self) -> str:
        """The English label."""
        return self.labels["en"]

    @property
    def inline(self) -> str:
        """The English label inside a sentence: small at the beginning, unless it is a name."""
        return self.label if self.extra.get("name") else self.label[:1].lower() + self.label[1:]

    @property
    def definition(self) -> str:
        """The English definition, or an empty text."""
        return self.definitions.get("en", "")


Vocabularies = dict[str, dict[str, Term]]


class VocabularyFault(ProjectFault):
    """A vocabulary is broken; the message names file, line and reason."""


def load_vocabularies(root: Path) -> Vocabularies:
    """Reads every vocabulary below ``root/schema/vocabularies``; the terms keep their order.

    Raises:
        VocabularyFault: If a file cannot be read, or a term lacks its label or has a field of a wrong kind,
            or lacks a field from which other things follow.
    """
    paths = sorted((root / "schema" / "vocabularies").glob("*.yml"))
    vocabularies = {path.stem: load_vocabulary(root, path) for path in paths}
    for path in paths:
        for term in vocabularies[path.stem].values():
            reason = reason_against(path.stem, term.id, term.extra, vocabularies)
            if reason:
                raise _fault(load_text(root, path), term.id, reason)
    return vocabularies


def load_vocabulary(root: Path, path: Path) -> dict[str, Term]:
    """Reads one vocabulary.

    Raises:
        VocabularyFault: As for `load_vocabularies`.
    """
    file = load_text(root, path)
    parsed = file.faults[0] if file.faults else parse_fields(file.text)
    if isinstance(parsed, YamlFault):
        raise VocabularyFault(f"{file.path}:{parsed}")
    terms = {}
    for name, fields in parsed.items():
        reason = _reason(fields, parsed)
        if reason:
            raise _fault(file, name, reason)
        terms[name] = _term(name, fields)
    return terms


def _fault(file: TextFile, term: str, reason: str) -> VocabularyFault:
    line, column = positions(file.text).get((term, "<key>"), (1, 1))
    return VocabularyFault(f'{file.path}:{line}:{column}: the term "{term}" {reason}')


def _reason(fields: Any, terms: Mapping[str, Any]) -> str:
    """Returns why a term is broken, or an empty text."""
    if not isinstance(fields, dict):
        return "needs fields: label and definition."
    label, maps_to = fields.get("label"), fields.get("maps_to", {})
    broader = fields.get("broader")
    reasons = {
        "needs a label in English: label: {en: …}.": _is_texts(label) and "en" in fields["label"],
        "needs its definition by language: definition: {en: …}.": _is_texts(fields.get("definition", {})),
        "needs its source as text.": isinstance(fields.get("source", ""), str),
        f'names the broader term "{broader}", which is not there.': broader is None or broader in list(terms),
        "needs maps_to as pairs of scheme and code.": isinstance(maps_to, dict)
        and not any(isinstance(code, dict | list) for code in maps_to.values()),
    }
    return next((reason for reason, is_fine in reasons.items() if not is_fine), "")


def _is_texts(value: Any) -> bool:
    return isinstance(value, dict) and all(isinstance(text, str) for text in value.values())


def _term(name: str, fields: Mapping[str, Any]) -> Term:
    return Term(
        id=name,
        labels=fields["label"],
        definitions=fields.get("definition", {}),
        source=fields.get("source", ""),
        broader=fields.get("broader"),
        maps_to={scheme: str(code) for scheme, code in fields.get("maps_to", {}).items()},
        extra={key: value for key, value in fields.items() if key not in _FIELDS},
    )
