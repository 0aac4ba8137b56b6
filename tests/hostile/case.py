"""What a hostile case is, and how most of them are made from a good entry."""

from __future__ import annotations

from dataclasses import dataclass

from tests.toy import TOY

HARMLESS = ""
"""The outcome of a case that has no error and does no harm when it is rendered."""

GOOD = (TOY / "practices" / "lantern-path.yml").read_text(encoding="utf-8").replace("aliases:\n  - lamp-trail\n", "")
LEAD = "lead: Toyville Town Council\n"


@dataclass(frozen=True, slots=True)
class Case:
    """One file that somebody could send.

    Attributes:
        name: What is hostile about it.
        content: Its bytes.
        outcome: A piece of the line that the check must print about it, or `HARMLESS`.
        file: Its name below practices/, or below docs/events/ if it ends in .md.
    """

    name: str
    content: bytes
    outcome: str
    file: str = "hostile.yml"


def file(name: str, content: str | bytes, outcome: str, file: str = "hostile.yml") -> Case:
    """A case with a content of its own."""
    return Case(name, content if isinstance(content, bytes) else content.encode(), outcome, file)


def line(name: str, yaml: str, outcome: str) -> Case:
    """A good entry in which the line of the field ``lead`` is another one."""
    assert LEAD in GOOD
    return file(name, GOOD.replace(LEAD, f"{yaml}\n", 1), outcome)


def lead(name: str, value: str, outcome: str) -> Case:
    """A good entry with another value of the field ``lead``, written in YAML."""
    return line(name, f"lead: {value}", outcome)


def prose(name: str, text: str, outcome: str) -> Case:
    """A good entry with a text added to ``approach``, where CommonMark is rendered."""
    start = "approach: |\n"
    assert start in GOOD
    body = "".join(f"  {row}\n" if row else "\n" for row in text.split("\n"))
    return file(name, GOOD.replace(start, f"{start}{body}\n", 1), outcome)


def swap(name: str, old: str, new: str, outcome: str) -> Case:
    """A good entry with one piece replaced."""
    assert old in GOOD, old
    return file(name, GOOD.replace(old, new, 1), outcome)
