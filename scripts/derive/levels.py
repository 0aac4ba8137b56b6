"""The level of evidence of each finding, computed from its design by a published rule.

The rule is the table in ``docs/about/evidence.md``. Its ladder follows the Nesta Standards of Evidence and the
Maryland Scientific Methods Scale; a level says how sure we can be, never how large an effect is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from scripts.read.vocabularies import Vocabularies

SMALL_SAMPLE = 50
"""Fewer people (or other units) than this are flagged as a small sample."""

SHORT_FOLLOW_UP_MONTHS = 6
"""A shorter follow-up than this is flagged."""

OLD_AFTER_YEARS = 10
"""A source older than this is flagged."""

CONCLUSIVE = frozenset({"positive", "none", "negative"})
"""Directions that can agree or disagree with each other; *mixed* and *unclear* settle nothing."""


@dataclass(frozen=True, slots=True)
class Level:
    """The computed level of one finding.

    Attributes:
        id: "L0" to "L5".
        trace: Why this level, in words that a reader can check.
        flags: Cautions beside the level, in words.
    """

    id: str
    trace: str
    flags: tuple[str, ...]

    @property
    def rank(self) -> int:
        """The level as a number, 0 to 5."""
        return int(self.id[1])


def level_findings(
    findings: Sequence[Mapping[str, Any]],
    sources: Mapping[str, Mapping[str, Any]],
    vocabularies: Vocabularies,
    this_year: int,
) -> list[Level]:
    """Computes the level of every finding of one practice, in the order given.

    Args:
        findings: The findings as the entry holds them.
        sources: The entry's sources by key, for their years.
        vocabularies: For the level of each design and the basis of each review.
        this_year: The year against which the age of a source is measured.

    Returns:
        One Level for each finding.
    """
    from_design = [_level_from_design(finding, vocabularies) for finding in findings]
    confirmed = _confirmed_by_agreement(findings, [rank for rank, _ in from_design])
    levels = []
    for index, finding in enumerate(findings):
        rank, because = from_design[index]
        if index in confirmed:
            count = confirmed[index]
            trace = f"L5 because: {because} (L{rank}), raised: {count} independent sources on this outcome agree"
            rank = 5
        else:
            trace = f"L{rank} because: {because}{_why_not_raised(finding, findings, rank)}"
        levels.append(Level(f"L{rank}", trace, tuple(_flags(index, findings, sources, this_year))))
    return levels


def _level_from_design(finding: Mapping[str, Any], vocabularies: Vocabularies) -> tuple[int, str]:
    design = vocabularies["study_designs"][finding["design"]]
    words = design.label[:1].lower() + design.label[1:]
    if design.id != "systematic-review":
        return int(design.extra["level"][1]), words
    basis = vocabularies["review_bases"][finding["reviewed"]]
    rank = int(basis.extra["level"][1])
    words = f"{words} of {basis.label[:1].lower() + basis.label[1:]}"
    if finding["direction"] == "unclear":
        return max(rank - 1, 0), f"{words}, one lower since it ends without a conclusion"
    return rank, words


def _scope(finding: Mapping[str, Any]) -> tuple[str, str]:
    return finding.get("about", "this-practice"), finding["domain"]


def _confirmed_by_agreement(findings: Sequence[Mapping[str, Any]], ranks: Sequence[int]) -> dict[int, int]:
    """Finds the findings that independent L3 or L4 findings of other sources confirm.

    All independent L3 and L4 findings on one domain must point the same conclusive way, and come from two or more
    different sources. One that points elsewhere prevents it for the whole domain.

    Returns:
        Position of each confirmed finding, with the number of sources that agree.
    """
    by_scope: dict[tuple[str, str], list[int]] = {}
    for index, finding in enumerate(findings):
        if ranks[index] in (3, 4) and finding["evaluator"] == "independent":
            by_scope.setdefault(_scope(finding), []).append(index)
    confirmed = {}
    for group in by_scope.values():
        directions = {findings[index]["direction"] for index in group}
        sources = {findings[index]["source"] for index in group}
        if len(directions) == 1 and directions <= CONCLUSIVE and len(sources) > 1:
            confirmed.update(dict.fromkeys(group, len(sources)))
    return confirmed


def _why_not_raised(finding: Mapping[str, Any], findings: Sequence[Mapping[str, Any]], rank: int) -> str:
    if rank not in (3, 4):
        return ""
    if finding["evaluator"] != "independent":
        return "; not raised, because the evaluator is not known to be independent"
    others = {other["source"] for other in findings if _scope(other) == _scope(finding)}
    if len(others) < 2:
        return "; not raised, because one source only"
    return "; not raised, because no second independent comparison points the same way"


def _flags(
    index: int,
    findings: Sequence[Mapping[str, Any]],
    sources: Mapping[str, Mapping[str, Any]],
    this_year: int,
) -> Iterable[str]:
    finding = findings[index]
    same = [other for other in findings if _scope(other) == _scope(finding)]
    if finding["design"] == "not-stated":
        yield "design not stated"
    if len({other["source"] for other in same}) == 1:
        yield "single source"
    if finding.get("sample_size", SMALL_SAMPLE) < SMALL_SAMPLE:
        yield f"small sample (under {SMALL_SAMPLE})"
    if finding.get("follow_up_months", SHORT_FOLLOW_UP_MONTHS) < SHORT_FOLLOW_UP_MONTHS:
        yield "short follow-up (under six months)"
    if finding["evaluator"] == "internal":
        yield "not independent"
    elif finding["evaluator"] == "unknown":
        yield "independence not known"
    year = sources.get(finding["source"], {}).get("year")
    if year is not None and this_year - year > OLD_AFTER_YEARS:
        yield "older than ten years"
    if finding["direction"] in CONCLUSIVE and any(
        other["direction"] in CONCLUSIVE and other["direction"] != finding["direction"] for other in same
    ):
        yield "another finding on this outcome differs"
