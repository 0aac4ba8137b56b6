"""The commands and options of the command line, with the help that ``--help`` prints."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from scripts.commands import check, explain, links, new, site

_DESCRIPTION = """\
Common Thread: checks the practices, builds the site from them, and shows it on this machine.

New here? These three are enough:
  python -m scripts new     asks questions and writes a new practice
  python -m scripts check   says what is wrong in the files, where, and what to do
  python -m scripts serve   shows the site and follows your changes
"""
_EPILOG = "More on one command: python -m scripts COMMAND --help"

_CHECK = """\
Checks every practice and event, or only the files named, and prints every problem at once.
Changes nothing, unless you ask for --fix.

Each message tells the file, the line and the column, what is wrong and what to do. It ends
with the name of a rule, such as [ends-after-start]; python -m scripts explain ends-after-start
tells why the rule exists.

Ends with status 1 if there is an error; warnings alone do no harm."""
_CHECK_EXAMPLES = """\
examples:
  python -m scripts check                              everything
  python -m scripts check practices/maia.yml           one practice
  python -m scripts check --fix practices/maia.yml     mends order, spaces and line ends
  python -m scripts check --format json                for a program: see README.md"""


def make_parser() -> argparse.ArgumentParser:
    """Returns the parser; each command sets ``run`` to its function."""
    parser = argparse.ArgumentParser(
        prog="python -m scripts",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    _add_new(commands)
    _add_check(commands)
    _add_explain(commands)
    _add_build(commands)
    _add_serve(commands)
    _add_archive(commands)
    _add_links(commands)
    _add_schema(commands)
    return parser


def _add_new(commands: Any) -> None:
    parser = commands.add_parser(
        "new",
        help="ask questions about a practice and write its file",
        description="Asks about a practice, question by question, and writes practices/<name>.yml after the last one. "
        "Terms are found by part of their name. A file that is there is never touched. Ctrl-C writes nothing.",
    )
    parser.set_defaults(run=new.run_new)


def _add_check(commands: Any) -> None:
    parser = commands.add_parser(
        "check",
        help="check practices and events; says what is wrong, where, and what to do",
        description=_CHECK,
        epilog=_CHECK_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("files", nargs="*", metavar="FILE", help="a file such as practices/maia.yml (default: all)")
    parser.add_argument(
        "--format",
        choices=("text", "json", "github"),
        help="text for people, json for programs, github for notes beside the lines of a pull request, which is "
        "the default where GitHub runs the check (otherwise: text)",
    )
    parser.add_argument(
        "--fix",
        action="store_true",
        help="first mend in practices what is safe: the first line, the order of fields, spaces at the ends of lines, "
        "line ends; shows what it changed, and never changes what an entry says",
    )
    parser.set_defaults(run=check.run_check)


def _add_explain(commands: Any) -> None:
    parser = commands.add_parser(
        "explain",
        help="tell why a rule of the check exists",
        description="Tells what a rule says and why it exists. Each message of the check ends with the name of its "
        "rule. Without a name, lists all rules.",
    )
    parser.add_argument("rule", nargs="?", metavar="RULE", help="a rule such as ends-after-start (default: list all)")
    parser.set_defaults(run=explain.run_explain)


def _add_build(commands: Any) -> None:
    parser = commands.add_parser(
        "build",
        help="check everything, then build the site",
        description="Checks everything and builds the site. If anything is wrong, the last good site stays as it is.",
    )
    parser.add_argument(
        "--out", type=Path, default=Path("site"), metavar="DIR", help="folder of the site (default: site)"
    )
    parser.add_argument(
        "--engine",
        choices=("mkdocs", "zensical"),
        default="mkdocs",
        help="program that builds the hand-written pages (default: mkdocs)",
    )
    parser.set_defaults(run=site.run_build)


def _add_serve(commands: Any) -> None:
    parser = commands.add_parser(
        "serve",
        help="build the site, show it at http://127.0.0.1:8000 and rebuild on every change",
        description="Builds the site and serves it on this machine. Changes to practices, docs, schema or scripts are "
        "built at once; a change with an error is reported and the last good site stays. Stop with Ctrl-C.",
    )
    parser.add_argument("--port", type=_port, default=8000, metavar="N", help="port to serve on (default: 8000)")
    parser.set_defaults(run=site.run_serve)


def _add_archive(commands: Any) -> None:
    parser = commands.add_parser(
        "archive",
        help="build the site and pack it with its data and its sources into one dated file",
        description="Builds the site into site/ and packs it with its data, its sources, checksums "
        "and a README.txt into one .zip file, to be kept on another disk, in a library or on Zenodo. The file can be "
        "unpacked and served without this program. With git, commit your changes first: the sources are those of the "
        "latest commit. A checksum lies beside the file, with .sha256 at its end.",
    )
    parser.add_argument(
        "--out", type=Path, metavar="FILE", help="the file to write (default: common-thread-DATE.zip in this folder)"
    )
    parser.set_defaults(run=site.run_archive)


def _add_links(commands: Any) -> None:
    parser = commands.add_parser(
        "links",
        help="ask the address of every source whether it still leads somewhere",
        description="Asks the address of every source, politely, and writes links.md and links.json. A dead address "
        "is no fault of the command: it ends with status 0. Needs the network.",
    )
    parser.add_argument(
        "--out", type=Path, default=Path(".cache"), metavar="DIR", help="folder of the report (default: .cache)"
    )
    parser.set_defaults(run=links.run_links)


def _add_schema(commands: Any) -> None:
    parser = commands.add_parser(
        "schema",
        help="write schema/terms.schema.json anew after a change to a vocabulary",
        description="Writes the list of terms that editors read, schema/terms.schema.json, from schema/vocabularies/.",
    )
    parser.set_defaults(run=site.run_schema)


def _port(text: str) -> int:
    if text.isdecimal() and int(text) < 2**16:
        return int(text)
    raise argparse.ArgumentTypeError(f'"{text}" is not a port; choose a number from 0 to 65535')
