from __future__ import annotations

import json
from pathlib import Path

import pytest

from scripts.read.schemas import load_schemas, terms_schema
from scripts.read.vocabularies import VocabularyFault
from tests.toy import ROOT, schemas, vocabularies


def test_vocabularies_become_enums() -> None:
    sectors = schemas()["practice"]["properties"]["sectors"]["items"]
    assert sectors["enum"] == list(vocabularies()["sectors"])
    assert sectors["x-vocabulary"] == "sectors"
    assert sectors["title"] == "Sector"


@pytest.mark.parametrize("name", ["practice", "event"])
def test_schemas_stand_on_their_own(name: str) -> None:
    text = json.dumps(schemas()[name])
    assert ".schema.json#" not in text
    assert "date" in schemas()[name]["$defs"]


def test_terms_schema_explains_each_term() -> None:
    definitions = terms_schema(vocabularies())["$defs"]
    assert set(definitions) == set(vocabularies())
    degrees = definitions["degrees"]
    assert degrees["enum"] == list(vocabularies()["degrees"])
    assert len(degrees["enumDescriptions"]) == len(degrees["markdownEnumDescriptions"]) == len(degrees["enum"])


def test_unknown_vocabulary() -> None:
    with pytest.raises(VocabularyFault, match=r"schema/vocabularies/\w+\.yml does not exist"):
        load_schemas(ROOT, {})


def test_missing_terms_file_is_empty(tmp_path: Path) -> None:
    (tmp_path / "schema").mkdir()
    for name in ("practice", "event"):
        (tmp_path / "schema" / f"{name}.schema.json").write_text('{"$defs": {}}', encoding="utf-8")
    assert load_schemas(tmp_path, {})["terms"] == {}
