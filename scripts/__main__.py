"""The command line: ``python -m scripts check``, ``build``, ``serve`` and ``schema``."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from scripts.check import check_collection, has_errors
from scripts.check.problems import Problem
from scripts.read.day import today
from scripts.read.entries import load_entries
from scripts.read.events import load_events
from scripts.read.faults import ProjectFault
from scripts.read.schemas import load_schemas
from scripts.read.vocabularies import load_vocabularies
from scripts.render.problems import render_github, render_text


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command.

    Returns:
        0 if all is well or there are only warnings, 1 if something is wrong, 2 if the call itself is.
    """
    options = _parser().parse_args(arguments)
    root = Path.cwd()
    if not (root / "mkdocs.yml").exists() or not (root / "schema").is_dir():
        return _fail("Run this in the project's own folder, the one that holds mkdocs.yml and schema/.")
    try:
        return int(options.run(root, options))
    except (ProjectFault, OSError) as fault:
        return _fail(f"error: {fault}")
    except KeyboardInterrupt:
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m scripts",
        description="Common Thread: checks the practices, builds the site from them, and serves it on this machine.",
    )
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")

    check = commands.add_parser(
        "check",
        help="check practices and events; says what is wrong, where, and what to do",
        description="Checks every practice and event, or only the files named, and prints every problem at once. "
        "Ends with status 1 if there is an error; warnings alone do no harm.",
    )
    check.add_argument("files", nargs="*", metavar="FILE", help="a file such as practices/maia.yml (default: all)")
    check.set_defaults(run=_check)

    build = commands.add_parser(
        "build",
        help="check everything, then build the site",
        description="Checks everything and builds the site. If anything is wrong, the last good site stays as it is.",
    )
    build.add_argument(
        "--out", type=Path, default=Path("site"), metavar="DIR", help="folder of the site (default: site)"
    )
    build.add_argument(
        "--engine",
        choices=("mkdocs", "zensical"),
        default="mkdocs",
        help="program that builds the hand-written pages (default: mkdocs)",
    )
    build.set_defaults(run=_build)

    serve = commands.add_parser(
        "serve",
        help="build the site, show it at http://127.0.0.1:8000 and rebuild on every change",
        description="Builds the site and serves it on this machine. Changes to practices, docs, schema or scripts are "
        "built at once; a change with an error is reported and the last good site stays. Stop with Ctrl-C.",
    )
    serve.add_argument("--port", type=_port, default=8000, metavar="N", help="port to serve on (default: 8000)")
    serve.set_defaults(run=_serve)

    schema = commands.add_parser(
        "schema",
        help="write schema/terms.schema.json anew after a change to a vocabulary",
        description="Writes the list of terms that editors read, schema/terms.schema.json, from schema/vocabularies/.",
    )
    schema.set_defaults(run=_schema)
    return parser


def _port(text: str) -> int:
    if text.isdecimal() and int(text) < 2**16:
        return int(text)
    raise argparse.ArgumentTypeError(f'"{text}" is not a port; choose a number from 0 to 65535')


def _check(root: Path, options: argparse.Namespace) -> int:
    wanted = {_inside(root, name) for name in options.files}
    missing = sorted(name for name in wanted if not (root / name).is_file())
    if missing:
        return _fail("\n".join(f"{name}: error: there is no such file." for name in missing))
    vocabularies = load_vocabularies(root)
    entries, events = load_entries(root), load_events(root)
    known = {entry.path for entry in entries} | {event.path for event in events}
    foreign = sorted(wanted - known)
    if foreign:
        return _fail("\n".join(f"{name}: error: neither practices/*.yml nor docs/events/*.md." for name in foreign))
    schemas = load_schemas(root, vocabularies)
    problems = check_collection(entries, events, vocabularies, schemas, today=today().isoformat(), only=wanted or None)
    _report(problems, len(wanted or known))
    return int(has_errors(problems))


def _build(root: Path, options: argparse.Namespace) -> int:
    from scripts.publish.build import build
    from scripts.publish.progress import show_progress
    from scripts.publish.stages import Stages

    gc.disable()  # a build makes millions of small objects, keeps them, and ends: collecting would only cost time
    with show_progress() as begin:
        stages = Stages(begin)
        built = build(root, options.out, options.engine, stages)
    if built.problems:
        _report(built.problems, built.files)
    if built.collection is None:
        return _fail(f"Nothing was built. {options.out}/ is as it was.")
    print(
        f"Built {len(built.collection.practices)} practices and {len(built.collection.events)} events "
        f"into {options.out}/ in {sum(stages.seconds.values()):.2f} s ("
        + ", ".join(f"{name} {seconds:.2f}" for name, seconds in stages.seconds.items())
        + ")."
    )
    return 0


def _serve(root: Path, options: argparse.Namespace) -> int:
    from scripts.publish.server import serve

    try:
        serve(root, root / "site", options.port)
    except OSError as error:
        return _fail(f"error: cannot serve on port {options.port}: {error.strerror}. Try another one: --port 8001")
    return 0


def _schema(root: Path, _options: argparse.Namespace) -> int:
    from scripts.publish.terms import write_terms_schema

    path = write_terms_schema(root, load_vocabularies(root))
    print(f"Wrote {path.relative_to(root)}.")
    return 0


def _report(problems: Sequence[Problem], files: int) -> None:
    if os.environ.get("GITHUB_ACTIONS") == "true":
        print(render_github(problems), end="")
    print(render_text(problems, files), end="", flush=True)


def _inside(root: Path, name: str) -> str:
    path = Path(os.path.normpath(Path(name).absolute()))
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else name


def _fail(message: str) -> int:
    print(message, file=sys.stderr, flush=True)
    return 1


if __name__ == "__main__":
    status = main()
    with suppress(BrokenPipeError):  # whoever read the output has left
        sys.stdout.flush()
    os._exit(status)  # taking ten thousand entries out of memory one by one would only cost time
