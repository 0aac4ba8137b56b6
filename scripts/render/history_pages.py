"""The history of an entry, and the page of each of its revisions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from scripts.derive.practices import Practice
from scripts.derive.versions import Version
from scripts.read.history import Revision
from scripts.render.field_names import FieldNames
from scripts.render.pages import Pages
from scripts.render.parts import Meta, short
from scripts.render.told_changes import Told, tell_changes
from scripts.render.words import series


@dataclass(frozen=True, slots=True)
class Notice:
    """What the page of a revision says of itself.

    Attributes:
        slug: The entry's slug.
        number: The number of the revision.
        date: Its date.
        short: Its short commit.
        newest: True if no later one is published.
        typed: True if it is shown field by field.
        reason: Why it does not pass the checks of today, or "".
        withdrawn: When and why the entry was withdrawn later, or nothing.
    """

    slug: str
    number: int
    date: str
    short: str
    newest: bool
    typed: bool
    reason: str
    withdrawn: Mapping[str, Any]


def history_path(practice: Practice) -> str:
    """The address of an entry's history below the root."""
    return f"practices/{practice.slug}/history/"


def version_path(practice: Practice, revision: Revision) -> str:
    """The permanent address of a revision below the root."""
    return f"practices/{practice.slug}/v/{revision.number}/"


def history_page(pages: Pages, names: FieldNames, practice: Practice, versions: Sequence[Version]) -> str:
    """The history of an entry: each revision with what it changed, the newest first."""
    name = practice.data["name"]
    meta = Meta(
        history_path(practice),
        f"History of {name} · {pages.settings.name}",
        f"History of {name}",
        short(f"Who changed what in the entry on {name}, and when."),
        listed=False,
    )
    told = reversed(list(_told(names, versions)))
    return pages.page("history.html", meta, practice=practice, versions=list(told), series=series)


def version_page(pages: Pages, names: FieldNames, practice: Practice, version: Version) -> str:
    """The page of one revision of an entry.

    Args:
        pages: What pages are made from.
        names: The names of fields.
        practice: The entry as it stands.
        version: The revision; one that can be read.
    """
    notice = _notice(practice, version)
    if version.practice:
        return pages.practice(version.practice, version=notice)
    data = version.data or {}
    name = str(data.get("name") or practice.data["name"])
    meta = Meta(
        version_path(practice, version.revision),
        f"{name}, revision {notice.number} · {pages.settings.name}",
        name,
        short(f"Revision {notice.number} of the entry on {name}, as it was typed."),
        canonical=f"practices/{practice.slug}/",
        listed=False,
    )
    fields = [
        (names.name((field,)).title, [names.tell((field,), item, _sources(data)) for item in _as_list(value)])
        for field, value in data.items()
    ]
    return pages.page("version-typed.html", meta, version=notice, fields=fields)


def _told(names: FieldNames, versions: Sequence[Version]) -> Iterator[tuple[Version, str, list[Told]]]:
    """Each revision with the former name of its file, if it was renamed then, and its changes in words."""
    name = ""
    by_number = {version.revision.number: version for version in versions}
    for version in versions:
        renamed = name if name != version.revision.name else ""
        name = version.revision.name
        before = by_number[version.before].data if version.before else None
        told = tell_changes(version.changes, names, _sources(before), _sources(version.data))
        yield version, renamed, told


def _notice(practice: Practice, version: Version) -> Notice:
    revision = version.revision
    return Notice(
        slug=practice.slug,
        number=revision.number,
        date=revision.date,
        short=revision.short,
        newest=revision.number == len(practice.past),
        typed=version.form == "typed",
        reason=version.reason,
        withdrawn=practice.data.get("withdrawn", {}) if "withdrawn" not in (version.data or {}) else {},
    )


def _sources(data: Mapping[str, Any] | None) -> Mapping[str, Any]:
    sources = (data or {}).get("sources")
    return sources if isinstance(sources, Mapping) else {}


def _as_list(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return [{name: item} for name, item in value.items()]
    return value if isinstance(value, list) else [value]
