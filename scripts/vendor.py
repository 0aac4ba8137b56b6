"""Fetches the third-party files that are kept in this repository, as ``scripts/vendor.json`` records them.

``python -m scripts.vendor`` gets each package with ``npm pack`` and puts the recorded files, unmodified, in their
places. A file whose SHA-256 differs from the record is refused and nothing is written; with ``--accept``, for a new
version or a new file, it is written and its hash recorded. The build itself never fetches anything.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
RECORD = "scripts/vendor.json"
FIELDS = frozenset({"package", "version", "licence", "file", "target", "sha256"})
FOLDERS = ("docs/assets/vendor", "scripts/read/atlas", "tests/data/dictionary")
"""Where vendored files lie: what the browser loads, what only the build reads, and what only the tests read."""

Item = Mapping[str, str]


class VendorFault(Exception):
    """A package or the record cannot be used; the message says why."""


def main(arguments: Sequence[str] | None = None, root: Path = ROOT) -> int:
    """Fetches every recorded file; returns 0, or 1 if anything was refused."""
    parser = argparse.ArgumentParser(prog="python -m scripts.vendor", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--accept", action="store_true", help="take files that differ and record their hashes")
    options = parser.parse_args(arguments)
    try:
        record = load_record(root)
        contents = _fetch(record)
        new = update(root, record, contents, accept=options.accept)
    except (VendorFault, OSError) as fault:
        print(f"error: {fault}", file=sys.stderr)
        return 1
    print(f"{len(record)} files are as recorded." if not new else f"Recorded anew: {', '.join(new)}.")
    return 0


def load_record(root: Path) -> list[Item]:
    """Reads the record.

    Raises:
        VendorFault: If it is not a list of items with the fields of `FIELDS` as text, or a target lies elsewhere.
    """
    try:
        record: Any = json.loads((root / RECORD).read_text(encoding="utf-8"))
    except ValueError as error:
        raise VendorFault(f"{RECORD} is not JSON: {error}") from error
    for item in record if isinstance(record, list) else [record]:
        texts = isinstance(item, dict) and all(isinstance(value, str) for value in item.values())
        if not texts or item.keys() != FIELDS:
            raise VendorFault(f"{RECORD}: each item needs, as text, {', '.join(sorted(FIELDS))}")
        if Path(item["target"]).parent.as_posix() not in FOLDERS:
            raise VendorFault(f"{RECORD}: {item['target']} must lie in {' or '.join(FOLDERS)}")
    return list(record)


def update(root: Path, record: Sequence[Item], contents: Sequence[bytes], *, accept: bool) -> list[str]:
    """Writes the files, and the record if hashes are new; returns the targets with a new hash.

    Args:
        root: The project's root.
        record: The items as loaded.
        contents: The bytes of each item's file as fetched.
        accept: True to take files whose hash is not the recorded one.

    Raises:
        VendorFault: If a hash differs and that is not accepted; then nothing is written.
    """
    hashes = [hashlib.sha256(content).hexdigest() for content in contents]
    new = [item["target"] for item, sha256 in zip(record, hashes, strict=True) if item["sha256"] != sha256]
    if new and not accept:
        raise VendorFault(f"not as recorded: {', '.join(new)}. See what changed, then run again with --accept.")
    for item, content in zip(record, contents, strict=True):
        target = root / item["target"]
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    if new:
        updated = [{**item, "sha256": sha256} for item, sha256 in zip(record, hashes, strict=True)]
        (root / RECORD).write_text(json.dumps(updated, indent=2) + "\n", encoding="utf-8")
    return new


def _fetch(record: Sequence[Item]) -> list[bytes]:
    """The bytes of each item's file; every package is fetched once."""
    with tempfile.TemporaryDirectory() as folder:
        packages = {(item["package"], item["version"]) for item in record}
        archives = {package: _pack(*package, Path(folder)) for package in sorted(packages)}
        return [_member(archives[item["package"], item["version"]], item["file"]) for item in record]


def _pack(package: str, version: str, folder: Path) -> Path:
    command = ["npm", "pack", "--ignore-scripts", "--silent", f"{package}@{version}"]
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)
    except FileNotFoundError as error:
        raise VendorFault("npm is needed to fetch packages, and is not installed here") from error
    if done.returncode != 0:
        raise VendorFault(f"npm could not fetch {package} {version}: {done.stderr.strip()}")
    return folder / done.stdout.strip().splitlines()[-1]


def _member(archive: Path, name: str) -> bytes:
    with tarfile.open(archive) as tar:
        try:
            member = tar.extractfile(f"package/{name}")
        except KeyError:
            member = None
        if member is None:
            raise VendorFault(f"{archive.name} holds no file {name}")
        return member.read()


if __name__ == "__main__":
    sys.exit(main())
