"""The past of one entry: what each revision said, in which form it can be shown, and what it changed."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from scripts.check.revisions import RevisionCheck
from scripts.derive.differences import Change, compare, with_levels
from scripts.derive.practices import Practice, derive_practice
from scripts.read.entries import Entry, parse_entry
from scripts.read.history import Revision, as_history
from scripts.read.vocabularies import Vocabularies

TAKEN_AWAY = "The entry was taken away."
LOST = "The text is missing from this copy of the history."


@dataclass(frozen=True, slots=True)
class Version:
    """One revision of an entry.

    Attributes:
        revision: When it was made and by whom.
        data: Its fields, or None if they cannot be read.
        practice: What follows from them, or None if the revision does not pass the checks of today.
        reason: Why it does not, in a sentence; "" if it does.
        before: The number of the revision with which it was compared, or None if there is nothing to compare.
        changes: What it changed since then.
    """

    revision: Revision
    data: Mapping[str, Any] | None
    practice: Practice | None
    reason: str
    before: int | None
    changes: tuple[Change, ...]

    @property
    def form(self) -> str:
        """How it is shown: "page" as any practice, "typed" field by field, "none" if it has no page of its own."""
        return "page" if self.practice else "none" if self.data is None else "typed"


def derive_versions(
    practice: Practice, texts: Mapping[str, bytes], check: RevisionCheck, vocabularies: Vocabularies
) -> list[Version]:
    """Derives every revision of an entry, the oldest first.

    Args:
        practice: The entry as it stands.
        texts: The texts of its revisions by hash.
        check: The checks of today, which decide whether a revision can be shown as any practice.
        vocabularies: For what follows from it.
    """
    versions: list[Version] = []
    last: Version | None = None  # the last one that can be read
    for revision in practice.past:
        entry = _read(practice, revision, texts)
        reason = _reason_against(entry, practice, check) if entry else LOST if revision.text else TAKEN_AWAY
        past = None if entry is None or reason else _derive(entry, practice.past[: revision.number], vocabularies)
        data = entry.data if entry else None
        changes = _compare(last, data, past) if last and data is not None else ()
        before = last.revision.number if last and data is not None else None
        versions.append(Version(revision, data, past, reason, before, changes))
        last = versions[-1] if data is not None else last
    return versions


def _read(practice: Practice, revision: Revision, texts: Mapping[str, bytes]) -> Entry | None:
    """The entry as it was; under its present name, since it is the same entry."""
    raw = texts.get(revision.text)
    return None if raw is None else parse_entry(f"practices/{practice.slug}.yml", raw, {practice.digest: practice.data})


def _reason_against(entry: Entry, practice: Practice, check: RevisionCheck) -> str:
    return "" if entry.data is practice.data else check.reason_against(entry)


def _derive(entry: Entry, past: Sequence[Revision], vocabularies: Vocabularies) -> Practice:
    """Ages are measured on the day of the revision, so that its page stays as it is."""
    day = datetime.date.fromisoformat(past[-1].date)
    return derive_practice(entry, vocabularies, as_history(tuple(past)), day, archived=True)


def _compare(last: Version, data: Mapping[str, Any], practice: Practice | None) -> tuple[Change, ...]:
    """Levels are compared only if both revisions have them: by the rule of today."""
    if last.practice and practice:
        return compare(with_levels(last.practice), with_levels(practice))
    return compare(last.data or {}, data)
