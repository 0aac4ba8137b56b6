from __future__ import annotations

import json
from dataclasses import replace

from scripts.check import Problem
from scripts.render.problems import render_github, render_json, render_text

ERROR = Problem(
    "practices/a.yml", 12, 14, "lead", "Wrong: 50%, really.", "Mend it.", "error", "tea-first", "docs/x.md#lead"
)
WARNING = Problem("practices/b.yml", 1, 1, "", "Odd\x1b[31m\nname.", "", "warning", "a-name", "docs/x.md")


def test_text() -> None:
    assert render_text([ERROR, WARNING], 21) == (
        "practices/a.yml:12:14: error: lead: Wrong: 50%, really. Mend it. See docs/x.md#lead [tea-first]\n"
        "practices/b.yml:1:1: warning: Odd�[31m�name. See docs/x.md [a-name]\n"
        "1 error and 1 warning in 2 of 21 files.\n"
    )


def test_text_without_problems() -> None:
    assert render_text([], 21) == "21 files checked: no problems.\n"
    assert render_text([], 1) == "1 file checked: no problems.\n"


def test_github() -> None:
    assert render_github([ERROR, WARNING]) == (
        "::error file=practices/a.yml,line=12,col=14,title=lead::"
        "Wrong: 50%25, really. Mend it. See docs/x.md#lead [tea-first]\n"
        "::warning file=practices/b.yml,line=1,col=1,title=a-name::Odd\x1b[31m%0Aname. See docs/x.md [a-name]\n"
    )


def test_github_properties_are_escaped() -> None:
    problem = Problem("a,b:c%.yml", 1, 1, "x", "y", "", "error", "z", "g")
    assert "file=a%2Cb%3Ac%25.yml," in render_github([problem])


def test_json() -> None:
    told = json.loads(render_json([replace(ERROR, allowed=("tea", "cake")), WARNING], 21))
    assert told["files"] == 21
    assert told["problems"][0] == {
        "file": "practices/a.yml",
        "line": 12,
        "column": 14,
        "severity": "error",
        "rule": "tea-first",
        "field": "lead",
        "message": "Wrong: 50%, really.",
        "help": "Mend it.",
        "allowed": ["tea", "cake"],
        "guide": "docs/x.md#lead",
    }
    assert [problem["severity"] for problem in told["problems"]] == ["error", "warning"]
    assert told["problems"][1]["allowed"] == []
