"""The commands ``build``, ``serve``, ``archive`` and ``schema``."""

from __future__ import annotations

import argparse
import gc
import sys
from pathlib import Path

from scripts.commands.check import report
from scripts.commands.say import fail
from scripts.read.day import today
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


def run_archive(root: Path, options: argparse.Namespace) -> int:
    """Builds the site and packs it with its data and its sources into one file."""
    from scripts.publish.archive import archive_name, refuse_wrong_name, write_archive
    from scripts.read.sources import uncommitted

    date = today().isoformat()
    out = options.out or Path(f"{archive_name(date)}.zip")
    refuse_wrong_name(out)
    status = run_build(root, argparse.Namespace(out=Path("site"), engine="mkdocs"))
    if status:
        return status
    changed = uncommitted(root)
    number = write_archive(root, root / "site", out, date)
    if changed:
        print(f"warning: the sources in the archive lack what is not committed: {', '.join(changed)}", file=sys.stderr)
    print(f"Packed {number} files into {out}; its checksum is in {out.name}.sha256.")
    return 0


def run_schema(root: Path, _options: argparse.Namespace) -> int:
    """Writes the list of terms that editors read."""
    from scripts.publish.terms import write_terms_schema

    path = write_terms_schema(root, load_vocabularies(root))
    print(f"Wrote {path.relative_to(root)}.")
    return 0
