from __future__ import annotations

import html

from scripts.check import RULES
from scripts.render.rules import explain_rule, list_rules
from scripts.render.rules_page import rules_page
from tests.render.view import pages_of, toys


def test_a_rule_is_explained_with_its_reason() -> None:
    rule = next(rule for rule in RULES if rule.id == "ends-after-start")
    assert explain_rule(rule) == (
        "ends-after-start\n\nA practice must not end before it starts.\n\n"
        "Why: One of the years is wrong, and both are shown as facts.\n\n"
        "Must be kept. It is about practices.\n\nSee contribute/rules/#ends-after-start\n"
    )


def test_lines_are_short_enough_for_a_terminal() -> None:
    for text in (*map(explain_rule, RULES), list_rules(RULES)):
        assert max(map(len, text.splitlines())) <= 80


def test_the_list_has_every_rule_in_the_order_of_the_alphabet() -> None:
    ids = [line.removesuffix(" (warning)") for line in list_rules(RULES).splitlines() if line and line[0] != " "]
    assert ids[:-1] == sorted(rule.id for rule in RULES)


def test_the_page_has_one_heading_with_its_anchor_for_each_rule() -> None:
    page = html.unescape(rules_page(pages_of(toys())))
    for rule in RULES:
        assert page.count(f'id="{rule.id}"') == 1
        assert f"<h2>{rule.text}</h2>" in page
        assert f"<code>{rule.id}</code>" in page
        assert rule.why in page
