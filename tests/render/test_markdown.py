"""A practice as plain text: complete, and harmless whoever renders it."""

from __future__ import annotations

import pytest
from markdown_it import MarkdownIt
from markupsafe import Markup

from scripts.render.markdown import plain, render_guide, render_markdown, shown
from tests.derive.invented import collect
from tests.render.test_pages_hostile import poison_entry
from tests.render.view import pages_of, toys
from tests.toy import toy_entries

SLUGS = [practice.slug for practice in toys().practices]


def written(slug: str) -> str:
    pages = pages_of(toys())
    return render_markdown(pages, next(practice for practice in toys().practices if practice.slug == slug))


@pytest.mark.parametrize("slug", SLUGS)
def test_it_tells_everything(slug: str) -> None:
    practice = next(practice for practice in toys().practices if practice.slug == slug)
    html = MarkdownIt().render(written(slug))
    flat = " ".join(written(slug).replace("\\", "").split())
    data = practice.data
    for finding in practice.findings:
        assert " ".join(finding.data["statement"].split()) in flat
        assert f"{toys().vocabularies['directions'][finding.data['direction']].label}, {finding.level.id}" in flat
    for source in data["sources"].values():
        assert source["title"] in flat
    assert " ".join(data["summary"].split()) in flat
    assert f"https://toys.example/practices/{slug}/" in flat
    assert "CC BY 4.0" in flat
    assert html.count("<h1>") == 1
    assert "[@" not in written(slug)


def test_texts_stay_texts_whoever_renders_them() -> None:
    collection = collect([poison_entry(entry) for entry in toy_entries()], [])
    for practice in collection.practices:
        tokens = MarkdownIt("commonmark", {"html": True}).parse(render_markdown(pages_of(collection), practice))
        inside = [child.type for token in tokens for child in token.children or ()]
        kinds = {*inside, *(token.type for token in tokens)}
        assert not {"html_block", "html_inline", "image", "code_block", "fence"} & kinds


@pytest.mark.parametrize(
    "text",
    ["# no heading", "1. no list", "1) no list", "- no list", "+ no list", "*no* _stress_ `x`", "[no](link)", "<b>"],
)
def test_no_text_is_taken_for_markdown(text: str) -> None:
    [_, inline, _] = MarkdownIt().parse(plain(text))
    assert "".join(child.content for child in inline.children or ()) == text
    assert shown(Markup(text)) == text


@pytest.mark.parametrize("text", ["2011-2013", "2+ years", "1.5 years", "(a) one"])
def test_a_text_that_looks_like_no_list_stays_as_it_was_typed(text: str) -> None:
    assert plain(text) == text


def test_the_guide_names_the_parts_by_their_full_address() -> None:
    guide = render_guide(pages_of(toys()))
    assert guide.startswith("# Toy Thread\n\n> An invented collection.\n")
    tokens = MarkdownIt().parse(guide)
    links = [child.attrGet("href") for token in tokens for child in token.children or () if child.type == "link_open"]
    assert len(links) > 15
    assert all(str(link).startswith("https://toys.example/") for link in links)
