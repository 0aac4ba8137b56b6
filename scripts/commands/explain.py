"""The command ``explain``: why a rule exists."""

from __future__ import annotations

import argparse
from pathlib import Path

from scripts.check import RULES
from scripts.check.wording import did_you_mean, shown
from scripts.commands.say import fail
from scripts.render.rules import explain_rule, list_rules


def run_explain(_root: Path, options: argparse.Namespace) -> int:
    """Prints one rule with its reason, or all rules; 1 if there is no such rule."""
    if options.rule is None:
        print(list_rules(RULES), end="")
        return 0
    name = options.rule.strip("[] ").lower()
    by_id = {rule.id: rule for rule in RULES}
    if name not in by_id:
        advice = did_you_mean(name, by_id) or "All rules: python -m scripts explain"
        return fail(f"error: there is no rule {shown(options.rule)}. {advice}")
    print(explain_rule(by_id[name]), end="")
    return 0
