"""The past of entries in a real repository: every revision keeps its page, and none is made twice."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.publish.project import build, differences, edit, tree
from tests.repository import Repository
from tests.site.pages import Site, dead_links

SLUG = "marmalade-desk"
NAME = "The Marmalade Desk"


@pytest.fixture(scope="module")
def told(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of toys. One has six revisions: the third is invalid, the fourth unreadable, the last renames it."""
    root = Path(shutil.copytree(built, tmp_path_factory.mktemp("told") / "project"))
    (root / ".gitignore").write_text("site/\n.cache/\n", encoding="utf-8")
    repository = Repository(root)
    repository.commit("All the toys", "2026-01-01", "Ann Lamp")
    entry = root / "practices" / f"{SLUG}.yml"
    edit(entry, NAME, "The Jam Desk")
    repository.commit("Jam, not marmalade", "2026-02-02", "Bob Cup")
    good = entry.read_text(encoding="utf-8")
    edit(entry, "life_cycle:", "life_of_the_desk:")
    repository.commit("A slip <script>", "2026-03-03", "ann@example.org")
    entry.write_text("name: [\n", encoding="utf-8")
    repository.commit("Another slip", "2026-03-04")
    entry.write_text(good.replace("The Jam Desk", "The Honey Desk"), encoding="utf-8")
    repository.commit("Mended", "2026-04-04", "Bob Cup")
    entry.rename(root / "practices" / "honey-desk.yml")
    edit(root / "practices" / "honey-desk.yml", "\nreview:", f"\naliases: [{SLUG}]\nreview:")
    repository.commit("Renamed", "2026-05-05", "Bob Cup")
    build(root)
    return root


@pytest.fixture
def living(told: Path, tmp_path: Path) -> Path:
    """The same, to change; the files keep their times, so that the build may take them over."""
    return Path(shutil.copytree(told, tmp_path / "project", copy_function=shutil.copy2, symlinks=True))


def page(root: Path, address: str) -> str:
    return (root / "site" / "practices" / address / "index.html").read_text(encoding="utf-8")


def pages_of_the_past(root: Path) -> dict[str, int]:
    """The inode of every page of the past, by its address."""
    practices = root / "site" / "practices"
    found = [*practices.glob("*/v/*/index.html"), *practices.glob("*/history/index.html")]
    return {path.parent.relative_to(practices).as_posix(): path.stat().st_ino for path in found}


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


def dead_links_of_the_desk(site: Site) -> list[str]:
    """Other pages lead to real practices, and to levels that no toy has."""
    return [link for link in dead_links(site) if link.startswith(("practices/honey-desk/", f"practices/{SLUG}/"))]


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


def test_a_build_from_nothing_gives_the_same_bytes(living: Path) -> None:
    before = tree(living / "site")
    shutil.rmtree(living / "site")
    shutil.rmtree(living / ".cache")
    build(living)
    assert differences(tree(living / "site"), before) == []


def test_pages_of_the_past_are_taken_over(living: Path) -> None:
    build(living)  # in its own folder, to which the copied notes do not belong
    before = pages_of_the_past(living)
    edit(living / "practices" / "honey-desk.yml", "The Honey Desk", "The Syrup Desk")
    Repository(living).commit("Syrup", "2026-06-06", "Cat Pot")
    build(living)
    after = pages_of_the_past(living)
    made = {address for address, inode in after.items() if before.get(address) != inode}
    assert {address for address in made if not address.startswith((SLUG, "lamp-trail"))} == {
        "honey-desk/history",
        "honey-desk/v/6",
        "honey-desk/v/7",
    }
    assert "This is an old version: revision 6" in page(living, "honey-desk/v/6")
    warm = tree(living / "site")
    shutil.rmtree(living / ".cache")
    build(living)
    assert differences(tree(living / "site"), warm) == []


def test_a_missing_page_of_the_past_is_made_anew(living: Path) -> None:
    build(living)
    before = tree(living / "site")
    (living / "site" / "practices" / "honey-desk" / "v" / "2" / "index.html").unlink()
    build(living)
    assert differences(tree(living / "site"), before) == []


def test_a_change_that_is_not_committed_is_shown_as_not_yet_published(living: Path) -> None:
    edit(living / "practices" / "honey-desk.yml", "The Honey Desk", "The Syrup Desk")
    build(living)
    entry = page(living, "honey-desk")
    assert "<h1>The Syrup Desk</h1>" in entry
    assert "Changed since revision 6 of 5 May 2026 (" in entry
    assert "and not yet published" in entry
    assert "revision 6, " not in entry, "the citation claims no revision"
    assert "<h1>The Honey Desk</h1>" in page(living, "honey-desk/v/6")
    assert "Syrup" not in page(living, "honey-desk/v/6")


def test_a_withdrawn_entry_is_marked_on_all_its_pages_and_leaves_the_lists(living: Path) -> None:
    path = living / "practices" / "honey-desk.yml"
    withdrawn = "withdrawn:\n  date: 2026-11-20\n  reason: The desk was told twice.\n"
    path.write_text(f"{path.read_text(encoding='utf-8').rstrip()}\n{withdrawn}", encoding="utf-8")
    Repository(living).commit("Withdrawn", "2026-11-20")
    event = living / "docs" / "events" / "toyville-congress-2018.md"
    edit(event, "practices:\n", "practices:\n  - honey-desk\n")
    build(living)
    assert "The desk was told twice." in (
        living / "site" / "events" / "toyville-congress-2018" / "index.html"
    ).read_text(encoding="utf-8")
    for address in ("", "history", "v/1", "v/3", "v/6", "v/7"):
        assert "withdrawn on 20 November 2026" in page(living, f"honey-desk/{address}"), address
    assert dead_links_of_the_desk(Site(living / "site")) == []
    site = living / "site"
    changes = (site / "changes" / "feed.xml").read_text(encoding="utf-8")
    assert "Withdrawn: The desk was told twice." in changes, "who follows the changes is told"
    told = {"changes", "events", "practices/honey-desk", f"practices/{SLUG}", "data"}
    for file in site.rglob("*"):
        name = file.relative_to(site).as_posix()
        if file.suffix in (".html", ".xml", ".json") and not name.startswith(tuple(told)):
            assert "honey-desk/" not in file.read_text(encoding="utf-8"), name


def without_git(root: Path) -> Path:
    shutil.rmtree(root / ".git")
    return root


def shallow_clone(root: Path) -> Path:
    target = root.parent / "shallow"
    subprocess.run(["git", "clone", "--quiet", "--depth", "1", root.as_uri(), target], check=True)
    return target


@pytest.mark.parametrize("copy", [without_git, shallow_clone])
def test_without_its_history_a_site_says_less(
    living: Path, copy: Callable[[Path], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(living.parent))
    root = copy(living)
    shutil.rmtree(root / "site", ignore_errors=True)
    build(root)
    entry = page(root, "honey-desk")
    assert "First written" in entry
    assert "evision 1" not in entry
    assert "history/" not in entry
    assert pages_of_the_past(root) == {}
    assert 'url=../../practices/honey-desk/"' in page(root, SLUG)
