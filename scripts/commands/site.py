"""The commands ``build``, ``serve`` and ``schema``."""

from __future__ import annotations

import argparse
import gc
from pathlib import Path

from scripts.commands.check import report
from scripts.commands.say import fail
from scripts.read.vocabularies import load_vocabularies


def run_build(root: Path, options: argparse.Namespace) -> int:
    """Builds the site, unless the check finds an error."""
    from scripts.publish.build import build
    from scripts.publish.progress import show_progress
    from scripts.publish.stages import Stages

    gc.disable()  # a build makes millions of small objects, keeps them, and ends: collecting would only cost time
    with show_progress() as begin:
        stages = Stages(begin)
        built = build(root, options.out, options.engine, stages)
    if built.problems:
        report(built.problems, built.files)
    if built.collection is None:
        return fail(f"Nothing was built. {options.out}/ is as it was.")
    print(
        f"Built {len(built.collection.practices)} practices and {len(built.collection.events)} events "
        f"into {options.out}/ in {sum(stages.seconds.values()):.2f} s ("
        + ", ".join(f"{name} {seconds:.2f}" for name, seconds in stages.seconds.items())
        + ")."
    )
    return 0


def run_serve(root: Path, options: argparse.Namespace) -> int:
    """Builds and serves the site until it is stopped."""
    from scripts.publish.server import serve

    try:
        serve(root, root / "site", options.port)
    except OSError as error:
        return fail(f"error: cannot serve on port {options.port}: {error.strerror}. Try another one: --port 8001")
    return 0


def run_schema(root: Path, _options: argparse.Namespace) -> int:
    """Writes the list of terms that editors read."""
    from scripts.publish.terms import write_terms_schema

    path = write_terms_schema(root, load_vocabularies(root))
    print(f"Wrote {path.relative_to(root)}.")
    return 0
