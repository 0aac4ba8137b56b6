from __future__ import annotations

from pathlib import PurePosixPath
from xml.etree import ElementTree

from scripts.derive.collection import Collection
from scripts.render.pack import render_pack
from tests.derive.invented import collect, entry, event, finding
from tests.render.test_pages_hostile import HOSTILE, poison_entry, poison_event
from tests.render.view import pages_of, parse, text, toys
from tests.toy import toy_entries, toy_events


def pack(collection: Collection) -> dict[str, str]:
    files = render_pack(pages_of(collection), collection.events[0], "body{margin:0}")
    return {path: content.decode() for path, content in files}


def test_the_files_of_a_pack() -> None:
    slugs = ("lantern-path", "pebble-house")
    assert pack(toys()).keys() == {
        "README.txt",
        "toyville-congress-2018.ics",
        "handouts/handout.css",
        *(f"citations/toyville-congress-2018.{ending}" for ending in ("bib", "ris", "csl.json", "txt")),
        *(f"handouts/{slug}.html" for slug in slugs),
        *(f"qr/{slug}.svg" for slug in slugs),
        *(f"summaries/{slug}.txt" for slug in slugs),
    }


def test_the_readme_names_every_folder_and_the_event() -> None:
    files = pack(toys())
    readme = files["README.txt"]
    assert readme.startswith("First Toyville Congress of Lanterns\n2–4 May 2018, Toyville, Norway\n")
    for path in files.keys() - {"README.txt"}:
        assert path.split("/")[0] in readme
    assert "https://toys.example/events/toyville-congress-2018/" in readme


def test_a_summary_tells_a_finding_with_its_level_and_how_all_point() -> None:
    findings = [
        finding(),
        finding(direction="none", design="randomised-trial", statement="No fewer teapots broke here."),
    ]
    files = pack(collect([entry("tea", findings=findings)], [event("meeting", ["tea"])]))
    assert files["summaries/tea.txt"] == (
        "Teapot Round\nToyville, Norway. Society of Neighbours\n\n"
        "Neighbours of Toyville carry a teapot from door to door and ask who would like a cup.\n\n"
        "No fewer teapots broke here. (no difference; randomised)\nAll findings: 1 better, 1 no difference.\n\n"
        "Toy editors. (2026). Teapot Round (Version of 1 November 2026). Toy Thread. https://toys.example/practices/tea/\n"
        "CC BY 4.0\n"
    )


def test_a_handout_needs_only_the_style_sheet_beside_it() -> None:
    page = parse(pack(toys())["handouts/lantern-path.html"])
    assert [link.get("href") for link in page.iter("link")] == ["handout.css"]
    assert not list(page.iter("script"))
    assert "Lantern Path of Toyville" in text(page)


def test_hostile_texts_stay_texts() -> None:
    collection = collect([poison_entry(item) for item in toy_entries()], [poison_event(item) for item in toy_events()])
    files = pack(collection)
    for path, content in files.items():
        assert PurePosixPath(path).parts[0] != "/"
        assert ".." not in path
        if path.endswith(".html"):
            page = parse(content)
            assert not list(page.iter("script"))
            assert HOSTILE in text(page)
        if path.endswith(".svg"):
            ElementTree.fromstring(content)
