"""Writes the list of terms that editors read beside the schemas."""

from __future__ import annotations

import json
from pathlib import Path

from scripts.read.schemas import terms_schema
from scripts.read.vocabularies import Vocabularies


def write_terms_schema(root: Path, vocabularies: Vocabularies) -> Path:
    """Writes ``schema/terms.schema.json`` from the vocabularies and returns its path."""
    path = root / "schema" / "terms.schema.json"
    path.write_text(json.dumps(terms_schema(vocabularies), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return path
