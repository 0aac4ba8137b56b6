"""Reads how the whole collection is cited, from ``CITATION.cff``."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from scripts.read.faults import ProjectFault
from scripts.read.yaml_text import YamlFault, load_yaml

FILE = "CITATION.cff"
NEEDED = ("title", "abstract", "authors", "version", "date-released", "license", "keywords")


def load_citation(root: Path) -> Mapping[str, Any]:
    """The fields of the file.

    Raises:
        ProjectFault: If it cannot be read or lacks a field that an archive needs.
    """
    try:
        data = load_yaml((root / FILE).read_text(encoding="utf-8"))
    except YamlFault as fault:
        raise ProjectFault(f"{FILE}:{fault}") from fault
    except OSError as error:
        raise ProjectFault(f"{FILE} cannot be read ({error.strerror}). It says who made the collection.") from error
    missing = [name for name in NEEDED if not isinstance(data, dict) or not data.get(name)]
    if missing:
        raise ProjectFault(f"{FILE} lacks what an archive must tell: {', '.join(missing)}.")
    found: Mapping[str, Any] = data
    return found
