"""The handout of a practice: what of it has room on two pages of A4."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from markupsafe import Markup

from scripts.derive.practices import Finding, Practice
from scripts.derive.proportion import in_proportion
from scripts.read.vocabularies import Vocabularies
from scripts.render import words
from scripts.render.evidence_figure import EvidenceFigure, Line, draw_evidence
from scripts.render.field_labels import HELPED, TAKES
from scripts.render.prose import Citations, render_prose, uncited
from scripts.render.qr import inline_qr
from scripts.render.room import Points, Room, Type, choose_points
from scripts.render.weave import Weave, draw_weave

FURTHER = {**HELPED, "transfer": "Would it work here?", "contradictions": "Where sources disagree"}

PAGE = 260.0
"""Millimetres of height that each of the two pages is filled to; the paper between the margins has 263."""

WEAVE_SCALE = 0.72 * 25.4 / 96
"""Millimetres on paper to a pixel of the weave; the style sheet has the same scale."""

WEAVE_WIDTH = 933
"""Pixels for the weave and the notes beside it: 178 mm at that scale."""

NAME = Type(44, 8.7, 1.5)
LOCAL_NAME = Type(85, 5.6, 1.5)
NOTICE = Type(105, 4.6, 3.0)
SUMMARY = Type(58, 5.5)
FACT = Type(33, 4.2, 5.8)
POINT = Type(100, 4.3, 1.4)
STATEMENT = Type(84, 4.7, 2.7)
FINDING_LINE = Type(106, 3.9)
DOMAIN = Type(26, 4.1, 2.0)
UNSTUDIED = Type(138, 4.2, 4.0)
STORY = Type(52, 2.2, 1.2)
"""Stands in two columns, so that a line takes half its height."""

HEAD, BACK_HEAD, VERDICT, HEADING, FIGURE_HEAD, KEY, LEFT_LINE, FOOT = 13.0, 4.5, 12.0, 10.0, 9.5, 12.0, 5.5, 35.5
"""Millimetres of what has always the same height."""

SIGNS, SIGN = 5, 3.2
"""Signs in a line of a cell of the figure, and millimetres of such a line."""

NOTES_LEAVE = 40.0
"""The notes beside the threads stay away unless they leave so much for what the practice takes."""


@dataclass(frozen=True, slots=True)
class Handout:
    """What stands on the two pages.

    Attributes:
        facts: For whom, how closely, who leads, as (label, words).
        weave: The figure of the threads that have room.
        notes: Whether each thread has its note beside it.
        threads_left: How many threads had no room.
        takes: What it takes.
        takes_left: How many points of it had no room.
        evidence: The figure of all findings about this practice.
        findings: The findings that have room, strongest first: a fair part of all about this practice.
        findings_left: How many had no room, by direction.
        story: The first paragraphs on how it works, where there is room left.
        story_in_front: Whether they stand on the first page.
        story_left: Whether there are more.
        unstudied: Outcomes that no finding is about, in words.
        further: What helped and hindered and the like, where there is room left.
        further_left: How many points of it had no room.
        qr: The code of the page's address.
    """

    facts: Sequence[tuple[str, str]]
    weave: Weave
    notes: bool
    threads_left: int
    takes: Sequence[Points]
    takes_left: int
    evidence: EvidenceFigure
    findings: Sequence[Finding]
    findings_left: Sequence[tuple[str, int]]
    story: Markup
    story_in_front: bool
    story_left: bool
    unstudied: str
    further: Sequence[Points]
    further_left: int
    qr: Markup


def draw_handout(practice: Practice, vocabularies: Vocabularies, address: str) -> Handout:
    """Chooses what has room on two pages. ``address`` is the page's own, for the QR code."""
    data = practice.data
    facts = [
        ("For", ", ".join(vocabularies["target_groups"][id].label for id in data["target_groups"])),
        ("Degree of integration", vocabularies["degrees"][data["integration"]["degree"]].label),
        ("Lead", str(data["lead"])),
    ]
    front = Room(PAGE - HEAD - VERDICT)
    front.use(NAME.height(data["name"]) + LOCAL_NAME.height(data.get("local_name", "")))
    front.use(NOTICE.height(data["withdrawn"]["reason"]) + NOTICE.line if practice.withdrawn else 0)
    front.use(NOTICE.height("stale") if practice.stale else 0)
    front.use(max(SUMMARY.height(data["summary"]), sum(FACT.height(text) for _, text in facts)))
    weave, notes = _weave(data, vocabularies, front)
    takes, takes_left = choose_points(data, TAKES, front, HEADING + LEFT_LINE, POINT)

    evidence = draw_evidence(practice, vocabularies)
    studied = {line.domain for line in evidence.lines}
    unstudied = words.series(
        [term.inline for key, term in vocabularies["outcome_domains"].items() if key not in studied]
    )
    back = Room(PAGE - BACK_HEAD - HEADING - FOOT - UNSTUDIED.height(unstudied))
    if evidence.lines:
        back.use(FIGURE_HEAD + KEY + LEFT_LINE)
        back.use(sum(_row(line, vocabularies["outcome_domains"][line.domain].label) for line in evidence.lines))
    findings = _findings(practice, vocabularies, back)
    further, further_left = choose_points(data, FURTHER, back, LEFT_LINE, POINT)
    paragraphs = [paragraph for paragraph in uncited(data["approach"]).split("\n\n") if paragraph.strip()]
    story_in_front = front.left > back.left
    story = _story(paragraphs, front if story_in_front else back)
    left = Counter(practice.tally) - Counter(finding.data["direction"] for finding in findings)
    return Handout(
        facts=facts,
        weave=weave,
        notes=notes,
        threads_left=len(data["integration"]["mechanisms"]) - len(weave.threads),
        takes=takes,
        takes_left=takes_left,
        evidence=evidence,
        findings=findings,
        findings_left=[(key, left[key]) for key in vocabularies["directions"] if left[key]],
        story=render_prose("\n\n".join(story), Citations({}, str)),
        story_in_front=story_in_front,
        story_left=len(story) < len(paragraphs),
        unstudied=unstudied,
        further=further,
        further_left=further_left,
        qr=inline_qr(address),
    )


def _row(line: Line, label: str) -> float:
    """The height of a row of the figure: of its label, or of the signs in its fullest cell."""
    most = max(map(len, line.columns))
    return max(DOMAIN.height(label), math.ceil(most / SIGNS) * SIGN + 0.2)


def _weave(data: Mapping[str, Any], vocabularies: Vocabularies, room: Room) -> tuple[Weave, bool]:
    """The figure with the notes, or without, or without the last threads: the first of these that has room."""
    threads = [
        (item["type"], vocabularies["mechanisms"][item["type"]].extra["dimension"], item.get("note", ""))
        for item in data["integration"]["mechanisms"]
    ]
    room.use(HEADING)
    weave = draw_weave(data["sectors"], threads, WEAVE_WIDTH)
    if weave.height * WEAVE_SCALE + NOTES_LEAVE < room.left:
        room.use(weave.height * WEAVE_SCALE)
        return weave, True
    bare = [(mechanism, dimension, "") for mechanism, dimension, _ in threads]
    weave = draw_weave(data["sectors"], bare)
    while weave.height * WEAVE_SCALE > room.left and len(bare) > 1:
        bare.pop()
        weave = draw_weave(data["sectors"], bare)
    room.use(weave.height * WEAVE_SCALE)
    return weave, False


def _findings(practice: Practice, vocabularies: Vocabularies, room: Room) -> list[Finding]:
    """The findings that have room, in their own order; one without room makes way for the next of its kind."""
    chosen = []
    for finding in in_proportion(practice.own_findings):
        height = STATEMENT.height(finding.data["statement"])
        height += FINDING_LINE.height(finding_line(finding, practice, vocabularies))
        if room.fits(height):
            chosen.append(finding)
    return [finding for finding in practice.own_findings if finding in chosen]


def _story(paragraphs: Sequence[str], room: Room) -> list[str]:
    """The first paragraphs that have room."""
    room.use(HEADING + LEFT_LINE)
    heights = [sum(STORY.height(line) for line in paragraph.splitlines()) for paragraph in paragraphs]
    return [paragraph for paragraph, sofar in zip(paragraphs, accumulate(heights), strict=True) if sofar <= room.left]


def finding_line(finding: Finding, practice: Practice, vocabularies: Vocabularies) -> str:
    """What stands below a finding: the outcome, how it was studied, cautions, and the source."""
    domain = vocabularies["outcome_domains"][finding.data["domain"]].label
    design = vocabularies["study_designs"][finding.data["design"]].inline
    source = practice.data["sources"][finding.data["source"]]
    return " · ".join([domain, design, *finding.level.flags, source_in_short(source)])


def source_in_short(source: Mapping[str, Any]) -> str:
    """A source as a reader would ask for it: "Halloran and Lara Montero 2016", "European Social Network 2015"."""
    names = [str(name).split(",")[0] for name in source.get("authors", ())] or [str(source["organisation"])]
    who = f"{names[0]} and others" if len(names) > 2 else words.series(names)
    return f"{who} {source['year']}" if source.get("year") else who
