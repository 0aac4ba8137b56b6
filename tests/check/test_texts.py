from __future__ import annotations

import pytest

from scripts.check.document import Collection, Document, open_document
from scripts.check.texts import (
    link_targets,
    links_are_web_or_mail,
    texts_are_finished,
    texts_are_not_blank,
    texts_hold_no_html,
    texts_hold_no_images,
)
from scripts.check.wording import words


def document(text: str) -> Document:
    """A practice in which the text stands between others."""
    collection = Collection(frozenset(), {}, {}, "2026-11-22")
    data = {"name": "Tea", "problem": text, "sources": {"lamp": {"title": "Milk"}}}
    return open_document("practices/a.yml", data, first_line="", prose="", field_order=(), collection=collection)


@pytest.mark.parametrize("text", ["p < 0.0001", "3 < 5 > 2", "<https://a.example>", "a <- b", "<3"])
def test_signs_are_not_html(text: str) -> None:
    assert not list(texts_hold_no_html(document(text)))


@pytest.mark.parametrize(
    "text",
    ["<b>x", "</p>", "<br/>", '<a href="x">', "<!-- x", "<?php", "<script src=x", "<IMG SRC=x", "<svg/onload=x>"],
)
def test_html_is_found(text: str) -> None:
    assert list(texts_hold_no_html(document(text)))


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("[a](https://b.example/c)", ["https://b.example/c"]),
        ("[a](https://b.example/c_(d) 'title')", ["https://b.example/c_(d)"]),
        ("[a](<javascript:x>)", ["javascript:x"]),
        ("[a](\n javascript:x)", ["javascript:x"]),
        ("<data:text/html,x>", ["data:text/html,x"]),
        ("[a]: javascript:x", ["javascript:x"]),
        ("no link [@key] (here)", []),
    ],
)
def test_link_targets(text: str, targets: list[str]) -> None:
    assert link_targets(text) == targets


@pytest.mark.parametrize("target", ["https://a.example", "HTTP://a.example", "mailto:a@b.example"])
def test_allowed_links(target: str) -> None:
    assert not list(links_are_web_or_mail(document(f"[a]({target})")))


@pytest.mark.parametrize(
    "target", ["javascript:x", "JaVaScRiPt:x", "&#106;avascript:x", "//a.example", "../a", "ftp://a.example", "", "x:y"]
)
def test_refused_links(target: str) -> None:
    assert list(links_are_web_or_mail(document(f"[a]({target})")))


@pytest.mark.parametrize("text", ["![a](b)", "text ![a][b]", "![](b)"])
def test_images(text: str) -> None:
    assert list(texts_hold_no_images(document(text)))
    assert not list(texts_hold_no_images(document("Really![@key] And [a](https://b.example)")))


@pytest.mark.parametrize(
    "text", ["TODO", "TODO: ask", "It began in TODO.", "???", "n/a", "N/A", "...", "-", "Lorem ipsum x"]
)
def test_placeholders(text: str) -> None:
    assert list(texts_are_finished(document(text)))


@pytest.mark.parametrize(
    "text", ["Todo sobre mi madre", "Hacer de todo", "The XXXI congress", "Why?", "naan", "A TODOS"]
)
def test_words_that_only_look_like_placeholders(text: str) -> None:
    assert not list(texts_are_finished(document(text)))


def test_words_are_counted_without_signs() -> None:
    assert words("one – two & three-four 5") == 4


@pytest.mark.parametrize(
    ("text", "blank"), [("", True), (" \n\t", True), ("\u00a0", True), (".", False), (" x ", False)]
)
def test_blank_texts(text: str, blank: bool) -> None:
    assert bool(list(texts_are_not_blank(document(text)))) is blank
