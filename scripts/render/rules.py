"""Renders the rules of the check as text for a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

from scripts.check.rules import Rule

PAGE = "contribute/rules/"
"""The page of all rules; the id of a rule is its anchor there."""

_WIDTH = 80
_SUBJECTS = {
    ("practice", "event"): "practices and events",
    ("practice",): "practices",
    ("event",): "events",
    (): "the list of terms",
}


def applies_to(rule: Rule) -> str:
    """Returns in words what a rule is about: "practices and events"."""
    return _SUBJECTS[rule.subjects]


def explain_rule(rule: Rule) -> str:
    """Returns a rule, its reason, and where to read on."""
    kept = "Must be kept" if rule.level == "error" else "Should be kept; breaking it gives only a warning"
    paragraphs = (rule.text, f"Why: {rule.why}", f"{kept}. It is about {applies_to(rule)}.")
    told = "\n\n".join(textwrap.fill(paragraph, _WIDTH) for paragraph in paragraphs)
    return f"{rule.id}\n\n{told}\n\nSee {PAGE}#{rule.id}\n"


def list_rules(rules: Iterable[Rule]) -> str:
    """Returns all rules in the order of the alphabet, each with its id, and how to ask for more."""
    told = []
    for rule in sorted(rules, key=lambda rule: rule.id):
        level = " (warning)" if rule.level == "warning" else ""
        told.append(
            f"{rule.id}{level}\n{textwrap.fill(rule.text, _WIDTH, initial_indent='    ', subsequent_indent='    ')}\n"
        )
    return "".join(told) + "\nWhy a rule exists: python -m scripts explain RULE\n"
