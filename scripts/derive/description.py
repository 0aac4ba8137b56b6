"""How fully an entry describes its practice: the nine items of TIDieR-PHP.

TIDieR-PHP is the Template for Intervention Description and Replication for Population Health and Policy interventions:
Campbell, Katikireddi, Hoffmann, Armstrong, Waters and Craig, BMJ 2018;361:k1079, https://doi.org/10.1136/bmj.k1079.
It lists what a reader must be told about a change in services to understand it and to do it again. Which of our fields
answer which item is our own reading of it. The measure says how much is told, never how good the practice is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Item:
    """One item of the template.

    Attributes:
        id: Its name in the data.
        label: Its name in a sentence.
        asks: What it asks for, as a question.
        needs: The fields that answer it: of each group at least one must be there.
        domain: The outcome domain on which there must be a finding about this practice, or "".
    """

    id: str
    label: str
    asks: str
    needs: tuple[tuple[str, ...], ...] = ()
    domain: str = ""


ITEMS = (
    Item("name", "name", "By what name do people know it?", (("name",),)),
    Item("why", "why", "What was the problem, and why should this help?", (("problem",),)),
    Item("materials", "materials", "Which tools, forms, places or benefits belong to it?", (("tools",),)),
    Item(
        "what-and-how",
        "what is done and how",
        "How was it planned and set up, and what is done, step by step?",
        (("approach",),),
    ),
    Item(
        "who",
        "who provides it",
        "Who runs it, with which staff and which training?",
        (("lead",), ("workforce", "training")),
    ),
    Item("where", "where", "In which places does it run?", (("places",),)),
    Item("when-and-how-much", "when and how much", "Since when, and for how many people?", (("started",), ("scale",))),
    Item("variation", "variation", "Where was it done in another way, and on what does it depend?", (("transfer",),)),
    Item("how-well", "how well it was put in place", "Was it put in place as planned?", domain="implementation"),
)
"""The items in the order of the template."""


def described_items(data: Mapping[str, Any]) -> tuple[str, ...]:
    """The ids of the items that an entry describes, in the order of the template."""
    return tuple(item.id for item in ITEMS if _is_described(item, data))


def missing_items(described: tuple[str, ...]) -> tuple[Item, ...]:
    """The items that are not among those described."""
    return tuple(item for item in ITEMS if item.id not in described)


def _is_described(item: Item, data: Mapping[str, Any]) -> bool:
    if item.domain:
        return any(
            finding["domain"] == item.domain and finding.get("about", "this-practice") == "this-practice"
            for finding in data["findings"]
        )
    return all(any(data.get(field) for field in group) for group in item.needs)
