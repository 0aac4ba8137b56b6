"""Rules for citations: what the text cites and what the sources hold must agree."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.check.document import Document
from scripts.check.record import Fault
from scripts.check.wording import did_you_mean, shown
from scripts.read.citation_marks import CITATION, keys_in

_OPEN = re.compile(r"\[@[^\[\]]*(?=\[|\Z)")


def citations_are_closed(document: Document) -> Iterator[Fault]:
    """A citation that opens with [@ must close with ].

    Without its closing bracket a citation is printed as text, and the claim before it stands without a source.
    """
    if _OPEN.search(document.own_text):
        for path, text in document.own_words:
            for match in _OPEN.finditer(text):
                start = match.group().split()[0]
                yield Fault(path, f"The citation {shown(start)} is never closed.", "Write [@key].", start)


def citations_have_their_form(document: Document) -> Iterator[Fault]:
    """A citation is written [@key] or [@key; @other-key], without page numbers or other words.

    Each key becomes a link to its source. Page numbers and other words between the brackets would be taken for a
    key that does not exist.
    """
    if all(map(keys_in, CITATION.findall(document.own_text))):
        return
    for path, text in document.own_words:
        for match in CITATION.finditer(text):
            if not keys_in(match[1]):
                yield Fault(
                    path,
                    f"{shown(match[0])} is not written as a citation.",
                    "Write [@key] or [@key; @other-key], without page numbers or other words.",
                    match[0],
                )


def cited_sources_exist(document: Document) -> Iterator[Fault]:
    """Every key that is cited must stand among the sources of the same file.

    A citation that leads nowhere is worth nothing: the reader cannot look up what the claim rests on.
    """
    known = document.record.fields.get("sources")
    if not isinstance(known, dict) or document.cited_keys <= known.keys():
        return
    for path, key in document.cited:
        if key not in known and key.strip():
            hint = did_you_mean(key, known) or "Add it under sources, or correct the key."
            needle = f"@{key}" if path[-1] != "source" and path[-2:-1] != ("sources",) else ""
            yield Fault(path, f"{shown(key)} is not among the sources.", hint, needle)


def sources_are_cited(practice: Document) -> Iterator[Fault]:
    """Every source must be cited at least once.

    A source that no statement cites makes an entry look better founded than it is. Often its citation was
    forgotten.
    """
    for key in practice.record.record("sources").fields:
        if key not in practice.cited_keys:
            yield Fault(
                ("sources", key),
                f"{shown(key)} is never cited.",
                f"Cite it as [@{key}], or remove it.",
                on_key=True,
            )


def contradictions_have_two_sources(practice: Document) -> Iterator[Fault]:
    """A contradiction needs two different sources.

    Two sides are told, so that readers can judge for themselves. With one source there is only one side.
    """
    for contradiction in practice.record.records("contradictions"):
        if len({key for _, key in contradiction.texts("sources")}) == 1:
            yield contradiction.fault(
                "sources",
                "A contradiction needs two different sources; here is only one.",
                "Cite both sides.",
            )


def summary_cites_nothing(practice: Document) -> Iterator[Fault]:
    """The summary holds no citations, because cards and programmes print it as it stands.

    Cards, handouts and programmes have no list of sources to which a citation could lead. The claims of a summary
    are made, with their sources, in the rest of the entry.
    """
    if "[@" in practice.record.text("summary"):
        yield Fault(("summary",), "The summary holds a citation.", "Cite in problem and approach.", "[@")


def prose_of_event_is_there(event: Document) -> Iterator[Fault]:
    """An event page should say something below its front matter.

    Title and date alone do not say what there was to learn.
    """
    if not event.prose.strip():
        yield Fault((), "There is no text below the front matter.", "Say in a paragraph what the event was about.")
