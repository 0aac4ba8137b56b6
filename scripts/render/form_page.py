"""The page with the form: every question of an entry as a real HTML control, step by step."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from scripts.render.form_questions import ask
from scripts.render.form_steps import LAST, STEPS
from scripts.render.parts import Meta, Parts

PATH = "contribute/form/"


def form_page(pages: Parts, schema: Mapping[str, Any]) -> str:
    """The page, from the composed schema of practices."""
    questions = ask(schema, pages.terms)
    meta = Meta(
        PATH,
        f"Propose a practice · {pages.settings.name}",
        "Propose a practice",
        "Describe a practice of integrated care step by step, with help and checks while you write. No account needed.",
    )
    return pages.page(
        "form.html",
        meta,
        steps=[(step, [questions[field] for field in step.fields]) for step in STEPS],
        last=LAST,
        pattern=pages.collection.listed[0].slug if pages.collection.listed else "",
        parts=list(dict.fromkeys(step.part for step in STEPS)),
    )
