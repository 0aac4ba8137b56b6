"""One practice with everything that follows from its entry alone."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from scripts.derive.description import described_items
from scripts.derive.levels import Level, level_findings
from scripts.read.entries import Entry
from scripts.read.history import History, Revision
from scripts.read.vocabularies import Vocabularies

STALE_AFTER_DAYS = 3 * 365
"""An entry that nobody has checked for longer than this is marked as possibly out of date."""

WHAT_IT_TAKES = ("tools", "workforce", "training", "user_involvement", "funding", "scale")
"""The fields that together answer what it takes to run the practice."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding with its computed level. ``data`` is the finding as the entry holds it."""

    data: Mapping[str, Any]
    level: Level

    @property
    def about(self) -> str:
        """What the finding is about; this practice unless the entry says otherwise."""
        return str(self.data.get("about", "this-practice"))


@dataclass(frozen=True, slots=True)
class DomainProfile:
    """What is known about one outcome domain: highest level, every direction found, number of findings."""

    domain: str
    level: str
    directions: tuple[str, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Practice:
    """A valid entry and what follows from it.

    Attributes:
        slug: File name without ending: address and citation key.
        data: The entry's fields as typed.
        findings: All findings, strongest first; those about this practice before the others.
        own_findings: The findings about this practice itself, the only ones that count for its profile.
        tally: How many of its own findings point in each direction.
        profile: One item for each outcome domain studied in this practice, strongest first.
        level: The highest level of any finding about this practice, or None without findings.
        kinds: Integration kinds that follow from the mechanisms, in the vocabulary's order.
        dimensions: Dimensions of integration that follow from the mechanisms.
        rung: "sketch", "described" or "with-findings".
        described: The items of TIDieR-PHP that the entry describes.
        stale: True if the last review is older than three years.
        created: ISO date of the first version.
        changed: ISO date of the last change.
        revision: Number of revisions in git, or None without history.
        commit: Commit of the last change, or None without history.
        digest: Hash of the entry's file.
        past: Its revisions, the oldest first; empty without history. If ``revision`` is None nevertheless, the entry
            says something now that is no revision yet.
        archived: True if this is one revision at its own address, and not the entry as it stands.
    """

    slug: str
    data: Mapping[str, Any]
    findings: tuple[Finding, ...]
    own_findings: tuple[Finding, ...]
    tally: Mapping[str, int]
    profile: tuple[DomainProfile, ...]
    level: str | None
    kinds: tuple[str, ...]
    dimensions: tuple[str, ...]
    rung: str
    described: tuple[str, ...]
    stale: bool
    created: str
    changed: str
    revision: int | None
    commit: str | None
    digest: str
    past: tuple[Revision, ...] = ()
    archived: bool = False

    @property
    def path(self) -> str:
        """Its address below the root: that of the entry, or of the one revision."""
        return self.version_path if self.archived else f"practices/{self.slug}/"

    @property
    def version_path(self) -> str:
        """The permanent address, below the root, of exactly this revision; "" if it is none."""
        return f"practices/{self.slug}/v/{self.revision}/" if self.revision else ""

    @property
    def withdrawn(self) -> bool:
        """True if the entry was withdrawn: it keeps its page and leaves all lists."""
        return "withdrawn" in self.data

    @property
    def rank(self) -> tuple[int, int, str]:
        """Sort key: highest level, then number of findings, then name. It ranks certainty, not success."""
        level = int(self.level[1]) if self.level else -1
        return -level, -len(self.own_findings), str(self.data["name"]).casefold()


def derive_practice(
    entry: Entry,
    vocabularies: Vocabularies,
    history: History | None,
    today: datetime.date,
    *,
    archived: bool = False,
) -> Practice:
    """Derives all that follows from one valid entry.

    Args:
        entry: An entry without errors.
        vocabularies: For levels, kinds and dimensions.
        history: Its history in git, or None; then the dates come from the review.
        today: The day against which age is measured.
        archived: Whether this is one revision, the latest of its history, for an address of its own.
    """
    published = None if history is None or history.edited else history
    changed = published.changed if published else today.isoformat()
    data: Mapping[str, Any] = entry.data or {}
    levels = level_findings(data["findings"], data["sources"], vocabularies, today.year)
    findings = tuple(sorted(map(Finding, data["findings"], levels), key=_strongest_first))
    own = tuple(finding for finding in findings if finding.about == "this-practice")
    mechanisms = [vocabularies["mechanisms"][item["type"]] for item in data["integration"]["mechanisms"]]
    reviewed = str(data["review"]["date"])
    return Practice(
        slug=entry.slug,
        data=data,
        findings=findings,
        own_findings=own,
        tally=Counter(finding.data["direction"] for finding in own),
        profile=tuple(_profile(own)),
        level=max((finding.level.id for finding in own), default=None),
        kinds=_in_order(vocabularies["integration_kinds"], [term.extra["kind"] for term in mechanisms]),
        dimensions=_in_order(vocabularies["dimensions"], [term.extra["dimension"] for term in mechanisms]),
        rung=completeness(data),
        described=described_items(data),
        stale=(today - datetime.date.fromisoformat(reviewed)).days > STALE_AFTER_DAYS,
        created=history.created if history else reviewed,
        changed=changed if history else reviewed,
        revision=published.revisions if published else None,
        commit=published.commit if published else None,
        digest=entry.digest,
        past=history.past if history else (),
        archived=archived,
    )


def completeness(data: Mapping[str, Any]) -> str:
    """The rung of completeness: sketch, described (what it takes, two sources), or with findings."""
    if data["findings"]:
        return "with-findings"
    described = any(data.get(field) for field in WHAT_IT_TAKES) and len(data["sources"]) > 1
    return "described" if described else "sketch"


def _strongest_first(finding: Finding) -> tuple[int, int]:
    order = ("this-practice", "the-model", "wider-context")
    return order.index(finding.about), -finding.level.rank


def _profile(own: Sequence[Finding]) -> Iterator[DomainProfile]:
    by_domain: dict[str, list[Finding]] = {}
    for finding in own:
        by_domain.setdefault(finding.data["domain"], []).append(finding)
    strongest = sorted(by_domain.items(), key=lambda item: (-item[1][0].level.rank, -len(item[1]), item[0]))
    for domain, findings in strongest:
        yield DomainProfile(
            domain=domain,
            level=findings[0].level.id,
            directions=tuple(dict.fromkeys(finding.data["direction"] for finding in findings)),
            count=len(findings),
        )


def _in_order(vocabulary: Mapping[str, Any], used: Sequence[str]) -> tuple[str, ...]:
    return tuple(term for term in vocabulary if term in set(used))
