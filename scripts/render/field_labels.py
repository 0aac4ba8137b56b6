"""What lists of points in an entry are called on the pages, in the order in which they stand there."""

from __future__ import annotations

TAKES = {
    "workforce": "Staff",
    "training": "Training",
    "tools": "Tools",
    "funding": "Money",
    "scale": "Scale",
    "user_involvement": "User involvement",
}
HELPED = {"enablers": "What helped", "barriers": "What hindered", "lessons": "Lessons"}
