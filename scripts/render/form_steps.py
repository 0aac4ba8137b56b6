"""The steps of the form: which questions stand together, in the order in which somebody would answer them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its id and address, its heading, what it is good for, the part it belongs to, its fields."""

    id: str
    title: str
    lead: str
    part: str
    fields: tuple[str, ...]


STEPS = (
    Step(
        "practice",
        "The practice",
        "What it is called, where it is, and who runs it.",
        "Sketch",
        ("name", "local_name", "language", "countries", "nation", "places", "lead", "life_cycle"),
    ),
    Step(
        "people",
        "For whom",
        "What it is in a few sentences, for whom, and which sectors work together.",
        "Sketch",
        ("summary", "target_groups", "sectors"),
    ),
    Step(
        "sources",
        "Sources",
        "Everything that an entry says has a source. One is enough to begin with; a web page will do.",
        "Sketch",
        ("sources",),
    ),
    Step(
        "working",
        "How it works",
        "The problem, what is done about it, and what ties the services together.",
        "Sketch",
        ("problem", "approach", "integration"),
    ),
    Step(
        "you",
        "About this entry",
        "Your name, or that of your team, is published with the entry.",
        "Sketch",
        ("contributors", "review"),
    ),
    Step(
        "more",
        "More about it",
        "Names, years and partners. Leave out what you do not know.",
        "Description",
        (
            "acronym",
            "also_known_as",
            "started",
            "ended",
            "life_cycle_note",
            "successor",
            "partners",
            "aliases",
            "withdrawn",
        ),
    ),
    Step(
        "takes",
        "What it takes",
        "Staff, training, tools, money. Leave out what no source tells.",
        "Description",
        ("workforce", "training", "tools", "funding", "scale", "user_involvement"),
    ),
    Step(
        "learnt",
        "What was learnt",
        "What helped and what hindered, and what somebody elsewhere should know.",
        "Description",
        ("enablers", "barriers", "lessons", "transfer", "contradictions"),
    ),
    Step(
        "findings",
        "Findings",
        "What was found out about results, good or bad. No difference is a finding too.",
        "Findings",
        ("findings",),
    ),
)

LAST = Step("send", "Check and send", "", "Send", ())
"""The step without questions: what is still wrong, how it will look, and the file."""
