from __future__ import annotations

import re
from collections.abc import Sequence

import pytest

from scripts.render.prose import Citations, Mark, in_plain_words, render_line, render_prose
from tests.render.view import classed, pages_of, parse, text, toys

SOURCES = {
    "lamp-2018": {"title": 'Walking with "lanterns" & <b>lamps</b>'},
    "wick-2019": {"title": "Three towns"},
    "jar-2020": {"title": "Jars"},
}


def plain() -> Citations:
    """Citations that are drawn as bare numbers."""
    return Citations(SOURCES, lambda marks: f"({','.join(str(mark.number) for mark in marks)})")


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "Tea <b onclick='alert(1)'>now</b>",
        "<!-- comment -->",
        "<iframe src='https://evil.example'></iframe>\n\ntea",
        "[tea](javascript:alert(1))",
        "[tea](JaVaScRiPt:alert(1))",
        "[tea](&#106;avascript:alert(1))",
        "[tea]( javascript:alert(1) )",
        "[tea](data:text/html;base64,PHNjcmlwdD4=)",
        "[tea](vbscript:x)",
        "[tea](file:///etc/passwd)",
        "[tea](//evil.example/)",
        "[tea](/practices/)",
        "[tea](../../)",
        "[tea](#content)",
        "<javascript:alert(1)>",
        "[tea][pot]\n\n[pot]: javascript:alert(1)",
        '[tea](<javascript:"x">)',
    ],
)
def test_nothing_but_text_comes_of_raw_html_and_of_other_links(hostile: str) -> None:
    page = parse(f"<!doctype html><title>t</title>{render_prose(hostile, plain())}")
    assert {element.tag for element in page.iter() if isinstance(element.tag, str)} <= {
        *("html", "head", "title", "body", "p")
    }


def test_raw_html_is_shown_as_text() -> None:
    assert render_prose("a <b>c</b>", plain()) == "<p>a &lt;b&gt;c&lt;/b&gt;</p>\n"


@pytest.mark.parametrize("address", ["https://toys.example/a", "http://toys.example/", "mailto:tea@toys.example"])
def test_safe_links(address: str) -> None:
    linked = f'<p><a href="{address}">tea</a></p>\n'
    assert render_prose(f"[tea]({address})", plain()) == linked
    assert render_prose(f"[tea][pot]\n\n[pot]: {address}", plain()) == linked


def test_quotes_in_a_link_stay_inside_it() -> None:
    html = render_prose("[tea](https://toys.example/?a=%22onclick=x \"a 'title' <i>\")", plain())
    (link,) = parse(f"<!doctype html><title>t</title>{html}").iter("a")
    assert set(link.keys()) == {"href", "title"}
    assert link.get("title") == "a 'title' <i>"


def test_images_are_off() -> None:
    html = render_prose("![tea](https://evil.example/pixel.png)", plain())
    assert "<img" not in html
    assert 'href="https://evil.example/pixel.png"' in html


def test_marks_of_the_templates_are_only_text() -> None:
    assert render_prose("[[ root ]] [% raw %] {{ x }} {% y %} [# z #]", plain()) == (
        "<p>[[ root ]] [% raw %] {{ x }} {% y %} [# z #]</p>\n"
    )


def test_commonmark() -> None:
    html = render_prose("**Tea** and *milk*\n\n- one\n- two\n\n> said", plain())
    assert "<strong>Tea</strong> and <em>milk</em>" in html
    assert "<li>one</li>" in html
    assert "<blockquote>" in html


@pytest.mark.parametrize("heading", ["# Tea", "Tea\n===", "## Tea", "Tea\n---"])
def test_a_heading_in_prose_does_not_break_the_order_of_headings(heading: str) -> None:
    html = render_prose(heading, plain())
    assert not re.search("<h[123]", html)


def test_sources_are_numbered_in_the_order_in_which_they_are_first_cited() -> None:
    page = plain()
    first = render_prose("Tea [@wick-2019]. Milk [@lamp-2018; @wick-2019].", page)
    assert first == "<p>Tea(1). Milk(2,1).</p>\n"
    assert render_line("Jam [@jar-2020] and [@lamp-2018]", page) == "Jam(3) and(2)"
    assert page.numbers == {"wick-2019": 1, "lamp-2018": 2, "jar-2020": 3}
    assert [(number, key) for number, key, _, _ in page.listed()] == [
        (1, "wick-2019"),
        (2, "lamp-2018"),
        (3, "jar-2020"),
    ]


def test_uncited_sources_are_not_listed() -> None:
    page = plain()
    render_line("[@wick-2019]", page)
    assert [key for _, key, _, _ in page.listed()] == ["wick-2019"]


def test_every_place_has_an_anchor_of_its_own() -> None:
    seen: list[Mark] = []

    def draw(marks: Sequence[Mark]) -> str:
        seen.extend(marks)
        return ""

    page = Citations(SOURCES, draw)
    page.cite(["lamp-2018", "wick-2019"])
    page.cite(["lamp-2018"])
    assert [(mark.number, mark.place) for mark in seen] == [(1, "cite-1-1"), (2, "cite-2-1"), (1, "cite-1-2")]
    assert page.listed() == [
        (1, "lamp-2018", SOURCES["lamp-2018"], ("cite-1-1", "cite-1-2")),
        (2, "wick-2019", SOURCES["wick-2019"], ("cite-2-1",)),
    ]


def test_numbers_link_to_the_sources_and_back() -> None:
    pages = pages_of(toys())
    sources = {key: {"type": "news", "organisation": "Toyville", **source} for key, source in SOURCES.items()}
    page = pages.citations(sources)
    html = render_prose("Tea [@lamp-2018; @wick-2019]. Milk [@lamp-2018].", page)
    root = parse(f"<!doctype html><title>t</title>{html}{pages.sources(page)}")
    forth = [link for mark in classed(root, "cite") for link in mark.iter("a")]
    assert [(link.get("href"), link.get("id"), link.text) for link in forth] == [
        ("#source-1", "cite-1-1", "1"),
        ("#source-2", "cite-2-1", "2"),
        ("#source-1", "cite-1-2", "1"),
    ]
    first, second = root.iter("li")
    assert (first.get("id"), second.get("id")) == ("source-1", "source-2")
    back = [[link.get("href") for link in item.iter("a")] for item in (first, second)]
    assert back == [["#cite-1-1", "#cite-1-2"], ["#cite-2-1"]]
    assert 'Walking with "lanterns" & <b>lamps</b>' in text(first)
    assert not list(root.iter("b"))


def test_a_citation_follows_its_word_closely() -> None:
    assert render_line("Tea [@lamp-2018] and milk [@wick-2019].", plain()) == "Tea(1) and milk(2)."
    for space in (" ", "\n"):
        assert render_prose(f"Tea{space}[@lamp-2018] and milk", plain()) == "<p>Tea(1) and milk</p>\n"


def test_code_and_escaped_brackets_do_not_cite() -> None:
    page = plain()
    assert render_prose("`[@lamp-2018]` and \\[@lamp-2018]", page) == (
        "<p><code>[@lamp-2018]</code> and [@lamp-2018]</p>\n"
    )
    assert page.numbers == {}


@pytest.mark.parametrize(
    "near", ["[@]", "[@Lamp-2018]", "[lamp-2018]", "[@lamp-2018", "@lamp-2018", "[@lamp-2018, p. 3]"]
)
def test_what_only_looks_like_a_citation_stays_text(near: str) -> None:
    page = plain()
    assert near in render_prose(f"Tea {near} now", page)
    assert near in render_line(f"Tea {near} now", page)
    assert page.numbers == {}


def test_a_line_is_escaped_and_holds_no_markdown() -> None:
    assert render_line('<b> & "tea" *now* [a](https://b.example)', plain()) == (
        "&lt;b&gt; &amp; &#34;tea&#34; *now* [a](https://b.example)"
    )


def test_plain_words_have_neither_citations_nor_markdown() -> None:
    prose = "A *new* team [@lamp-2018; @jar-2020]. See\n[three towns](https://towns.example).\n\n- first\n- **second**"
    assert in_plain_words(prose) == "A new team. See three towns. first second"
