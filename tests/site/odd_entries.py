"""Entries that the schema allows and nobody would write: with texts that YAML could mistake."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random
from typing import Any

Schema = Mapping[str, Any]

PIECES = (
    "no", "NO", "on", "y", "~", "null", "true", "1e3", "0x1F", "010", "1_000", "1:30", "2026-11-22", ".5", "5.", "+1",
    "-", "- a", "a: b", "a #b", "#", "@a", "`", "%", "&a", "*a", "!a", "|", ">", ">-", "[a", "{a}", "? a", ": a",
    "---", "...", "=", "<<", "'", '"', "\\", "\\n", "'a'", '"a"', "\n", "\n\n", "\n  a", "a\n- b", "  ", "\t", " a ",
    "é", "Łódź", "ἄ", "中文", "😀", "\u00ad", "\u200d",
    "word", "a longer run of words that has to be folded somewhere near the end of its line",
)  # fmt: skip
"""Pieces of texts: what YAML 1.1 or 1.2 takes for something else, signs, white space, letters of many kinds."""


def odd_entry(schema: Schema, number: int) -> dict[str, Any]:
    """One entry, which depends on its number alone. It is right by the schema and may be wrong by the further rules."""
    entry: dict[str, Any] = _Maker(schema, Random(f"odd-{number}")).value(schema)
    return entry


class _Maker:
    def __init__(self, schema: Schema, chance: Random) -> None:
        self.schema = schema
        self.chance = chance

    def value(self, node: Schema) -> Any:
        node = self.resolved(node)
        if "enum" in node:
            return self.chance.choice(node["enum"])
        make = {
            "object": self.record,
            "array": self.items,
            "string": self.text,
            "boolean": lambda _: self.chance.random() < 0.5,
            "integer": lambda node: self.chance.randint(node.get("minimum", 0), node.get("maximum", 10**6)),
            "number": self.number,
        }
        return make[node["type"]](node)

    def resolved(self, node: Schema) -> Schema:
        reference = node.get("$ref", "")
        return {**self.resolved(self.schema["$defs"][reference.rpartition("/")[2]]), **node} if reference else node

    def record(self, node: Schema) -> dict[str, Any]:
        if "properties" not in node:
            keys = {f"key-{self.chance.randrange(1000)}" for _ in range(self.chance.randint(1, 4))}
            return {
                key: self.value(node["additionalProperties"])
                for key in sorted(keys, key=lambda _: self.chance.random())
            }
        wanted = {name for name in node["properties"] if self.chance.random() < 0.6} | set(node["required"])
        if "anyOf" in node:
            wanted.add("organisation")
        for name, others in node.get("dependentRequired", {}).items():
            wanted |= set(others) if name in wanted else set()
        made = {name: self.value(described) for name, described in node["properties"].items() if name in wanted}
        if "if" in node and made["design"] != "systematic-review":
            made.pop("reviewed", None)
        elif "if" in node:
            made["reviewed"] = "mixed"
        return made

    def items(self, node: Schema) -> list[Any]:
        made = [self.value(node["items"]) for _ in range(self.chance.randint(node.get("minItems", 0), 4))]
        return (
            [item for place, item in enumerate(made) if item not in made[:place]] if node.get("uniqueItems") else made
        )

    def number(self, node: Schema) -> float:
        number = self.chance.uniform(node.get("minimum", 0), node.get("maximum", 10**6))
        return round(number, self.chance.choice((0, 1, 4)))

    def text(self, node: Schema) -> str:
        if "pattern" in node:
            return str(node["examples"][0]) if "examples" in node else "2026-11-22"
        text = ""
        while len(text) < max(node.get("minLength", 0), 1) or self.chance.random() < 0.6:
            text += self.chance.choice(PIECES) + self.chance.choice(("", " ", "\n"))
        return text[: node.get("maxLength", 600)]
