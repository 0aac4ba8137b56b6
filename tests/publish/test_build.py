from __future__ import annotations

import json
import re
from pathlib import Path

from scripts.publish.progress import STAGES
from scripts.publish.stages import Stages
from scripts.render.data import FORMAT
from tests.publish.project import build, differences, edit, tree


def test_two_builds_of_the_same_are_identical(built: Path, project: Path) -> None:
    again = build(project, PYTHONHASHSEED="7", TZ="Asia/Tokyo", LC_ALL="C")
    assert differences(tree(built / "site"), tree(project / "site")) == []
    assert "Built 3 practices and 1 events" in again.stdout


def test_pages_that_follow_from_the_toys_are_there(built: Path) -> None:
    site = tree(built / "site")
    pages = {
        "index.html",
        "404.html",
        "about/index.html",
        "practices/index.html",
        "practices/lantern-path/index.html",
        "practices/lamp-trail/index.html",
        "countries/no/index.html",
        "evidence/l5/index.html",
        "mechanisms/co-location/index.html",
        "events/index.html",
        "events/toyville-congress-2018/index.html",
        "contribute/fields/index.html",
        "contribute/rules/index.html",
        "compare/index.html",
        "shortlist/index.html",
        "practices/catalogue.json",
        "practices/moved.json",
        "data/practices.json",
        "data/practices/lantern-path.bib",
        "data/practices/lantern-path.ris",
        "data/practices/lantern-path.csl.json",
        "data/events/toyville-congress-2018.bib",
        "data/countries/no.ris",
        "data/list-of-practices.csl.json",
        "data/practices/lantern-path.yml",
        "contribute/form/index.html",
        "contribute/form/form.json",
        "data/definitions.json",
        "data/labels.json",
        "robots.txt",
        "sitemap.xml",
    }
    assert pages <= site.keys()
    assert not any(name.startswith(("shell/", "templates/", "search/search_index", "events/index.md")) for name in site)
    assert "countries/se/index.html" not in site


def test_every_page_is_made_from_the_shell(built: Path) -> None:
    for name, content in tree(built / "site").items():
        if name.endswith(".html") and name != "practices/lamp-trail/index.html":
            page = content.decode()
            assert "Content-Security-Policy" in page, name
            assert not re.search(r"\[%|%\]|\[\[|\]\]|\x00", page), name


def test_all_practices_in_one_document(built: Path) -> None:
    document = json.loads((built / "site" / "data" / "practices.json").read_bytes())
    assert document["format"] == FORMAT
    assert [item["slug"] for item in document["practices"]] == ["lantern-path", "marmalade-desk", "pebble-house"]
    alone = json.loads((built / "site" / "data" / "practices" / "pebble-house.json").read_bytes())
    assert alone == document["practices"][2]


def test_sitemap_and_robots(built: Path) -> None:
    sitemap = (built / "site" / "sitemap.xml").read_text(encoding="utf-8")
    assert "<loc>https://common-thread.example/practices/lantern-path/</loc><lastmod>2026-11-01</lastmod>" in sitemap
    assert "<loc>https://common-thread.example/</loc>" in sitemap
    assert "<loc>https://common-thread.example/about/</loc>" in sitemap
    assert "lamp-trail" not in sitemap
    for address in re.findall("<loc>https://common-thread.example/(.*?)</loc>", sitemap):
        assert (built / "site" / address / "index.html").exists(), address
    robots = (built / "site" / "robots.txt").read_text(encoding="utf-8")
    assert "Sitemap: https://common-thread.example/sitemap.xml" in robots


def test_a_withdrawn_practice_keeps_its_page_and_leaves_the_sitemap(project: Path) -> None:
    path = project / "practices" / "marmalade-desk.yml"
    edit(path, "  by: Toy editors\n", "  by: Toy editors\nwithdrawn:\n  date: 2026-11-12\n  reason: It was eaten.\n")
    build(project)
    site = tree(project / "site")
    assert b"It was eaten." in site["practices/marmalade-desk/index.html"]
    assert b"marmalade-desk" not in site["sitemap.xml"]
    assert b"marmalade-desk" not in site["practices/index.html"]
    assert "countries/fi/index.html" not in site
    assert b'"withdrawn"' in site["data/practices.json"]


def test_a_collection_without_practices(project: Path) -> None:
    for path in (*(project / "practices").iterdir(), project / "docs" / "events" / "toyville-congress-2018.md"):
        path.unlink()
    build(project)
    assert json.loads((project / "site" / "data" / "practices.json").read_bytes())["practices"] == []


def test_stages_add_up_and_tell_their_names() -> None:
    told: list[str] = []
    stages = Stages(told.append)
    for name in ("read", "check", "read"):
        with stages.stage(name):
            pass
    assert told == ["read", "check", "read"]
    assert list(stages.seconds) == ["read", "check"]
    with Stages().stage("read"):
        pass


def test_a_build_goes_through_every_stage(project: Path) -> None:
    told = re.search(r"\((.*)\)", build(project).stdout)
    assert told
    assert tuple(part.split()[0] for part in told[1].split(", ")) == STAGES


def test_nothing_is_left_beside_the_site(built: Path) -> None:
    names = {path.name for path in built.iterdir()}
    assert names == {".cache", "docs", "mkdocs.yml", "practices", "schema", "site"}
    assert len(list((built / ".cache" / "frames").iterdir())) == 1
