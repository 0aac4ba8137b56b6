from __future__ import annotations

from scripts.check import RULES


def test_ids_are_unique_and_every_rule_is_one_sentence() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)
    for rule in RULES:
        assert rule.text.endswith("."), rule.id
        assert "\n" not in rule.text, rule.id
        assert rule.why.endswith("."), rule.id
        assert rule.why != rule.text
