"""The guide for contributors says what the program does: its example is checked, its levels are computed."""

from __future__ import annotations

import html
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt

from scripts.check import check_collection
from scripts.derive.description import ITEMS, described_items
from scripts.derive.levels import level_findings
from scripts.read.entries import load_entries
from scripts.read.yaml_text import load_yaml
from scripts.render.problems import render_text
from tests.language.readability import too_hard
from tests.toy import ROOT, TODAY, schemas, vocabularies

GUIDE = ROOT / "docs" / "contribute"
PAGES = sorted(GUIDE.rglob("index.md"))
EXAMPLE = GUIDE / "example" / "lantern-round.yml"
EVIDENCE = (GUIDE / "evidence" / "index.md").read_text(encoding="utf-8").partition("## Worked examples")[2]
WORKED = [part for part in re.split(r"^### ", EVIDENCE, flags=re.MULTILINE) if "```yaml" in part]
THIS_YEAR = int(TODAY[:4])


@pytest.fixture
def practices(tmp_path: Path) -> Path:
    """A project whose only practice is the example."""
    (tmp_path / "practices").mkdir()
    (tmp_path / "practices" / EXAMPLE.name).write_bytes(EXAMPLE.read_bytes())
    return tmp_path


def test_the_check_finds_nothing_wrong_with_the_example(practices: Path) -> None:
    problems = check_collection(load_entries(practices), [], vocabularies(), schemas(), today=TODAY)
    assert problems == [], render_text(problems, 1)


def test_the_example_is_whole_and_commented(practices: Path) -> None:
    (entry,) = load_entries(practices)
    data: Any = entry.data
    assert described_items(data) == tuple(item.id for item in ITEMS)
    levels = level_findings(data["findings"], data["sources"], vocabularies(), THIS_YEAR)
    assert [level.id for level in levels] == ["L3", "L3", "L2"]
    assert len(re.findall(r"^# ", entry.text, re.MULTILINE)) > 10
    assert not too_hard(data["summary"])


@pytest.mark.parametrize("worked", WORKED, ids=[part.splitlines()[0] for part in WORKED])
def test_a_worked_example_is_graded_as_the_page_says(worked: str) -> None:
    (block,) = re.findall(r"```yaml\n(.*?)```", worked, re.DOTALL)
    told = [line.removeprefix("> ") for line in worked.splitlines() if line.startswith("> ")]
    data: Any = load_yaml(block)
    computed = []
    for level in level_findings(data["findings"], data["sources"], vocabularies(), THIS_YEAR):
        computed += [level.trace, *([f"Flags: {'; '.join(level.flags)}"] if level.flags else [])]
    assert told == computed


def test_every_worked_example_is_found() -> None:
    assert len(WORKED) == EVIDENCE.count("```yaml") == 6


def test_every_direction_of_the_page_is_a_term() -> None:
    page = (GUIDE / "evidence" / "index.md").read_text(encoding="utf-8")
    terms = {id for vocabulary in vocabularies().values() for id in vocabulary}
    named = set(re.findall(r"`([a-z-]+)`", page)) - {"note", "about"}
    assert named <= terms, named - terms
    assert set(vocabularies()["directions"]) <= named
    assert set(vocabularies()["evaluators"]) <= named


@pytest.mark.parametrize("path", PAGES, ids=[path.parent.name for path in PAGES])
def test_a_page_of_the_guide_can_be_read(path: Path) -> None:
    tokens = MarkdownIt().enable("table").parse(path.read_text(encoding="utf-8").partition("\n---\n")[2])
    prose = [
        "".join(child.content if child.type == "text" else " " for child in token.children or [])
        for before, token in pairwise(tokens)
        if token.type == "inline" and before.type == "paragraph_open"
    ]
    text = " ".join(piece if piece.rstrip().endswith((".", "?", ":", "!")) else f"{piece.rstrip()}." for piece in prose)
    assert not too_hard(html.unescape(text)), too_hard(text)


@pytest.mark.parametrize("name", ["correct", "sources"])
def test_the_pieces_of_entries_in_the_guide_are_valid(name: str, practices: Path) -> None:
    (block,) = re.findall(r"```yaml\n(.*?)```", (GUIDE / name / "index.md").read_text(encoding="utf-8"), re.DOTALL)
    path = practices / "practices" / EXAMPLE.name
    text = path.read_text(encoding="utf-8")
    lines = block.removeprefix("sources:\n")
    if lines != block:  # one more source, which must be cited
        text = text.replace("sources:\n  lampville-2022:", f"sources:\n{lines}  lampville-2022:")
        text = text.replace("[@lampville-2022; @lamp-2023]", "[@lampville-2022; @lamp-2023; @town-2016]")
    else:
        text += block
    path.write_text(text, encoding="utf-8")
    problems = check_collection(load_entries(practices), [], vocabularies(), schemas(), today="2027-02-01")
    assert problems == [], render_text(problems, 1)
