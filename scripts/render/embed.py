"""A practice on other sites: a small card for a frame, and what programs ask for to embed it (oEmbed)."""

from __future__ import annotations

import json

from scripts.derive.practices import Practice
from scripts.render import words
from scripts.render.parts import Parts
from scripts.render.picture import HEIGHT, WIDTH

CARD_WIDTH, CARD_HEIGHT = 480, 500
"""Pixels of the frame that is proposed; the card itself takes what it gets and scrolls."""


def card_address(parts: Parts, practice: Practice) -> str:
    """Where the card of a practice lies."""
    return f"{parts.settings.address}practices/{practice.slug}/card/"


def render_card(parts: Parts, practice: Practice) -> str:
    """The card: a page of its own without a script, which other sites may frame."""
    data = practice.data
    groups = [parts.terms["target_groups"][group].label for group in data["target_groups"]]
    return parts.environment.get_template("embed-card.html").render(
        practice=practice,
        root="../../../",
        address=f"{parts.settings.address}practices/{practice.slug}/",
        where=" · ".join(part for part in [parts.place_line(practice), words.years(data)] if part),
        groups=", ".join(groups),
        directions=[(key, practice.tally[key]) for key in parts.terms["directions"] if key in practice.tally],
    )


def embed_code(parts: Parts, practice: Practice) -> str:
    """The HTML that puts the card into another page."""
    return (
        parts.environment.get_template("embed-code.html")
        .render(
            title=f"{practice.data['name']} ({parts.settings.name})",
            address=card_address(parts, practice),
            width=CARD_WIDTH,
            height=CARD_HEIGHT,
        )
        .strip()
    )


def render_oembed(parts: Parts, practice: Practice) -> str:
    """The answer of an oEmbed provider for a practice page, as a file (oembed.com, version 1.0, type "rich")."""
    address = f"{parts.settings.address}practices/{practice.slug}/"
    answer = {
        "version": "1.0",
        "type": "rich",
        "title": practice.data["name"],
        "author_name": words.series([person["name"] for person in practice.data["contributors"]]),
        "provider_name": parts.settings.name,
        "provider_url": parts.settings.address,
        "html": embed_code(parts, practice),
        "width": CARD_WIDTH,
        "height": CARD_HEIGHT,
        "thumbnail_url": f"{address}picture.png",
        "thumbnail_width": WIDTH,
        "thumbnail_height": HEIGHT,
    }
    return json.dumps(answer, ensure_ascii=False, indent=1) + "\n"
