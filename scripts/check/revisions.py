"""Tells whether a past revision of an entry passes the checks of today."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from scripts.check.collection import faults_of
from scripts.check.document import Collection
from scripts.check.schema import SchemaCheck
from scripts.read.entries import Entry
from scripts.read.vocabularies import Vocabularies

ABOUT_OTHERS = frozenset({"file-name-is-an-address", "successor-exists", "aliases-are-free"})
"""Rules about an entry's place among the others, which a revision of former days no longer takes."""

NEVER = "9999-12-31"
"""Taken for today, so that no day of a revision lies ahead and what passes does not depend on the day of the build."""


class RevisionCheck:
    """The checks of today, ready for many revisions."""

    def __init__(self, schema: Mapping[str, Any], vocabularies: Vocabularies) -> None:
        self._schema = schema
        self._check = SchemaCheck(schema, vocabularies)
        self._collection = Collection(frozenset(), {}, vocabularies, NEVER)

    def reason_against(self, revision: Entry) -> str:
        """Why a revision does not pass, in a sentence; "" if it does. Warnings do not count."""
        for unreadable in revision.faults:
            return unreadable.message
        for rule, fault in faults_of(revision, None, self._schema, self._check, self._collection):
            if rule.level == "error" and rule.id not in ABOUT_OTHERS:
                return fault.message
        return ""
