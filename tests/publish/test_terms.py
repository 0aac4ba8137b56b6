from __future__ import annotations

import json
from pathlib import Path

from scripts.publish.terms import write_terms_schema
from scripts.read.schemas import terms_schema
from tests.toy import ROOT, vocabularies


def test_writes_every_vocabulary(tmp_path: Path) -> None:
    (tmp_path / "schema").mkdir()
    path = write_terms_schema(tmp_path, vocabularies())
    assert path == tmp_path / "schema" / "terms.schema.json"
    text = path.read_text(encoding="utf-8")
    assert json.loads(text) == terms_schema(vocabularies())
    assert text.endswith("}\n")


def test_the_committed_file_is_what_would_be_written(tmp_path: Path) -> None:
    (tmp_path / "schema").mkdir()
    committed = (ROOT / "schema" / "terms.schema.json").read_bytes()
    assert write_terms_schema(tmp_path, vocabularies()).read_bytes() == committed
