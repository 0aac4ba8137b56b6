"""Check: entries and events become problems. Pure: nothing is read, written or printed here."""

from __future__ import annotations

from scripts.check.collection import Clean, check_collection, note_clean
from scripts.check.problems import GUIDE, Level, Problem, has_errors
from scripts.check.rules import RULES, Rule

__all__ = ["GUIDE", "RULES", "Clean", "Level", "Problem", "Rule", "check_collection", "has_errors", "note_clean"]
