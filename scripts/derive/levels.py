"""The level of evidence of each finding, computed from its design by a published rule.

The rule is the table in ``docs/about/evidence/index.md``. Its ladder follows the Nesta Standards of Evidence and the
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

Ranked = tuple[Mapping[str, Any], int]
"""A finding with the rank that follows from its design."""


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
    groups: dict[tuple[str, str], list[Ranked]] = {}
    for finding, (rank, _) in zip(findings, from_design, strict=True):
        groups.setdefault(_scope(finding), []).append((finding, rank))
    levels = []
    for finding, (rank, because) in zip(findings, from_design, strict=True):
        same = groups[_scope(finding)]
        agreeing, why_not = _agreement(finding, rank, same)
        if agreeing:
            level = "L5"
            trace = f"L5 because: {because} (L{rank}), raised: {agreeing} independent sources on this outcome agree"
        else:
            level = f"L{rank}"
            trace = f"{level} because: {because}{why_not}"
        levels.append(Level(level, trace, tuple(_flags(finding, same, sources, this_year))))
    return levels


def _level_from_design(finding: Mapping[str, Any], vocabularies: Vocabularies) -> tuple[int, str]:
    design = vocabularies["study_designs"][finding["design"]]
    words = design.inline
    if design.id != "systematic-review":
        return int(design.extra["level"][1]), words
    basis = vocabularies["review_bases"][finding["reviewed"]]
    rank = int(basis.extra["level"][1])
    words = f"{words} of {basis.inline}"
    if finding["direction"] == "unclear":
        return max(rank - 1, 0), f"{words}, one lower since it ends without a conclusion"
    return rank, words


def _scope(finding: Mapping[str, Any]) -> tuple[str, str]:
    return finding.get("about", "this-practice"), finding["domain"]


def _agreement(finding: Mapping[str, Any], rank: int, same: Sequence[Ranked]) -> tuple[int, str]:
    """Says whether independent L3 and L4 findings of different sources confirm a finding.

    All independent L3 and L4 findings on one outcome must point the same conclusive way and come from two or more
    different sources. One that points elsewhere prevents it for the whole outcome.

    Returns:
        The number of sources that agree, or 0 with the reason why the finding is not raised.
    """
    if rank not in (3, 4):
        return 0, ""
    if finding["evaluator"] != "independent":
        return 0, "; not raised, because the evaluator is not known to be independent"
    group = [other for other, rank in same if rank in (3, 4) and other["evaluator"] == "independent"]
    sources = {other["source"] for other in group}
    if len(sources) < 2:
        return 0, "; not raised, because one independent comparison only"
    directions = {other["direction"] for other in group}
    if len(directions) > 1 or not directions <= CONCLUSIVE:
        return 0, "; not raised, because the independent comparisons on this outcome do not agree"
    return len(sources), ""


def _flags(
    finding: Mapping[str, Any],
    same: Sequence[Ranked],
    sources: Mapping[str, Mapping[str, Any]],
    this_year: int,
) -> Iterable[str]:
    if finding["design"] == "not-stated":
        yield "design not stated"
    if len({other["source"] for other, _ in same}) == 1:
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
        other["direction"] in CONCLUSIVE and other["direction"] != finding["direction"] for other, _ in same
    ):
        yield "another finding on this outcome differs"
