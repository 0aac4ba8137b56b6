"""The command ``links``: asks the addresses of all sources, and says how many are dead."""

from __future__ import annotations

import argparse
from pathlib import Path

from scripts.check import check_collection, has_errors
from scripts.commands.check import report
from scripts.commands.say import fail
from scripts.read.day import today
from scripts.read.entries import load_entries
from scripts.read.events import load_events
from scripts.read.schemas import load_schemas
from scripts.read.vocabularies import load_vocabularies


def run_links(root: Path, options: argparse.Namespace) -> int:
    """Asks and writes the report; 1 if an entry has an error, for then its sources cannot be trusted."""
    from scripts.publish.link_check import check_links
    from scripts.render.links_report import count_statuses

    vocabularies = load_vocabularies(root)
    entries, events = load_entries(root), load_events(root)
    schemas = load_schemas(root, vocabularies)
    problems = check_collection(entries, events, vocabularies, schemas, today=today().isoformat())
    if has_errors(problems):
        report(problems, len(entries) + len(events))
        return fail("No address was asked. Mend the errors first.")
    counts = count_statuses(check_links(root, [*entries, *events], options.out))
    told = ", ".join(f"{number} {status}" for status, number in counts.items())
    print(f"Asked {sum(counts.values())} addresses: {told}. The report is {options.out / 'links.md'}.")
    return 0
