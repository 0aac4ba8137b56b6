"""Check: entries and events become problems. Pure: nothing is read, written or printed here."""

from __future__ import annotations

from scripts.check.collection import check_collection
from scripts.check.problems import GUIDE, Level, Problem
from scripts.check.rules import RULES, Rule

__all__ = ["GUIDE", "RULES", "Level", "Problem", "Rule", "check_collection"]
