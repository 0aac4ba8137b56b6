"""The past of entries in a real repository: every revision keeps its page, and none is made twice."""

from __future__ import annotations

import subprocess
from pathlib import Path

from tests.publish.past import NAME, SLUG, dead_links_of_the_desk, page
from tests.site.pages import Site


def test_every_revision_that_can_be_read_has_a_page(told: Path) -> None:
    numbers = sorted(path.name for path in (told / "site" / "practices" / "honey-desk" / "v").iterdir())
    assert numbers == ["1", "2", "3", "5", "6"]
    for number, name in (("1", NAME), ("2", "The Jam Desk"), ("5", "The Honey Desk"), ("6", "The Honey Desk")):
        assert f"<h1>{name}</h1>" in page(told, f"honey-desk/v/{number}")
    for other in ("lantern-path", "pebble-house"):
        assert sorted(path.name for path in (told / "site" / "practices" / other / "v").iterdir()) == ["1"]


def test_an_old_version_says_so_and_leads_to_the_newest_and_to_the_differences(told: Path) -> None:
    old = page(told, "honey-desk/v/2")
    assert "This is an old version: revision 2 of 2 February 2026 (" in old
    assert '<a href="../../../../practices/honey-desk/">Read the newest version</a>' in old
    assert '<a href="../../../../practices/honey-desk/history/">What has changed since</a>' in old
    assert '<meta name="robots" content="noindex">' in old
    assert '<link rel="canonical" href="https://common-thread.example/practices/honey-desk/">' in old
    assert "practices/honey-desk/v/2/</p>" in old, "the citation gives the address of this version"
    assert "Revision 2 of 2 February 2026" in old
    assert "shortlist-button>" not in old


def test_the_newest_version_has_its_own_address_too(told: Path) -> None:
    newest = page(told, "honey-desk/v/6")
    assert "This is revision 6 of 5 May 2026 (" in newest
    assert "It is the newest" in newest
    assert "old version" not in newest


def test_the_page_of_the_entry_tells_its_revision(told: Path) -> None:
    commit = subprocess.run(["git", "rev-parse", "HEAD"], cwd=told, capture_output=True, text=True, check=True).stdout
    entry = page(told, "honey-desk")
    assert f"Revision 6 of 5 May 2026 ({commit[:7]})." in entry
    assert '<a href="../../practices/honey-desk/history/">History and earlier versions</a>' in entry
    assert "noindex" not in entry
    assert ">History</a>" in page(told, "lantern-path")


def test_the_history_tells_who_changed_what_and_when(told: Path) -> None:
    history = page(told, "honey-desk/history")
    order = [history.index(f'id="revision-{number}"') for number in (6, 5, 4, 3, 2, 1)]
    assert order == sorted(order)
    second = history[order[4] : order[5]]
    assert "2 February 2026" in second
    assert "By Bob Cup, commit " in second
    assert "<q>Jam, not marmalade</q>" in second
    assert "Name reworded" in second
    assert "The <del>Marmalade</del> <ins>Jam</ins> Desk" in second
    assert "The file was renamed from <b>marmalade-desk</b> to <b>honey-desk</b>" in history[order[0] : order[1]]
    assert "Former address added" in history[order[0] : order[1]]
    assert "The first version." in history[order[5] :]


def test_an_invalid_revision_is_shown_field_by_field(told: Path) -> None:
    history = page(told, "honey-desk/history")
    third = history[history.index('id="revision-3"') : history.index('id="revision-2"')]
    assert "It does not pass the checks of today, so it is shown field by field. The reason: " in third
    assert "Life of the desk added" in third
    assert "The author gave no name" in third
    assert "<q>A slip &lt;script&gt;</q>" in third
    assert "example.org" not in history
    typed = page(told, "honey-desk/v/3")
    assert "so it is shown field by field, as it was typed" in typed
    assert "<dt>Summary</dt>" in typed
    assert "honey-desk/v/3/</span>" in typed


def test_an_unreadable_revision_is_listed_without_a_page(told: Path) -> None:
    history = page(told, "honey-desk/history")
    fourth = history[history.index('id="revision-4"') : history.index('id="revision-3"')]
    assert "This revision has no page of its own." in fourth
    assert "v/4/" not in history
    fifth = history[history.index('id="revision-5"') : history.index('id="revision-4"')]
    assert "Compared with revision 3" in fifth


def test_former_addresses_lead_to_what_lay_there(told: Path) -> None:
    for below, root in (("", "../../"), ("history/", "../../../"), ("v/1/", "../../../../"), ("v/3/", "../../../../")):
        assert f'url={root}practices/honey-desk/{below}"' in page(told, f"{SLUG}/{below}")
    assert not (told / "site" / "practices" / SLUG / "v" / "4").exists()
    assert not (told / "site" / "practices" / SLUG / "v" / "6").exists(), "never an address of the former name"


def test_no_link_is_dead_and_every_page_is_html(told: Path) -> None:
    site = Site(told / "site")
    assert dead_links_of_the_desk(site) == []
    assert [error for page in site.pages.values() for error in page.objections()] == []


def test_the_past_is_in_no_list(told: Path) -> None:
    for name in ("sitemap.xml", "changes/feed.xml", "practices/index.html", "changes/index.html", "data/practices.csv"):
        content = (told / "site" / name).read_text(encoding="utf-8")
        assert "/v/" not in content, name
        assert "/history/" not in content, name
        assert "Jam Desk" not in content, name
