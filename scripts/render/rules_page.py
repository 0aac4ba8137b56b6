"""The page of the rules: one heading for each, so that a message can point to it."""

from __future__ import annotations

from scripts.check import RULES
from scripts.render.parts import Meta, Parts
from scripts.render.rules import PAGE, applies_to


def rules_page(parts: Parts) -> str:
    """The page of all rules in the order of the alphabet, with their reasons."""
    meta = Meta(
        PAGE,
        f"Rules of the check · {parts.settings.name}",
        "Rules of the check",
        "Every rule that an entry or an event has to keep, and why it exists.",
    )
    rules = sorted(RULES, key=lambda rule: rule.id)
    return parts.page("rules.html", meta, rules=rules, applies_to=applies_to)
