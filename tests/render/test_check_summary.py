from __future__ import annotations

from dataclasses import replace

from scripts.render.check_summary import SHOWN, render_summary
from tests.render.test_problems import ERROR


def test_without_problems_it_is_one_sentence() -> None:
    assert render_summary([], 3) == "## Check of the entries\n\n3 files checked: no problems.\n"


def test_each_problem_is_a_row() -> None:
    text = render_summary([replace(ERROR, path="practices/tea.yml", line=4, field="name", message="It is short.")], 1)
    assert "1 error in 1 of 1 file." in text
    assert "| practices/tea.yml:4 | error: name | It is short." in text


def test_contributed_text_stays_text() -> None:
    hostile = "x | y\n| <img src=x> [z](https://evil.example) `@all`"
    text = render_summary([replace(ERROR, message=hostile)], 1)
    assert "\\| y \\| \\<img src=x\\> \\[z\\]\\(https" in text
    assert len(text.splitlines()) == 7


def test_a_long_table_is_cut() -> None:
    text = render_summary([ERROR] * (SHOWN + 5), 1)
    assert text.count("\n| ") == SHOWN + 1
    assert text.endswith("\n5 more are in the log.\n")
