"""A picture is drawn anew only if something on it has changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.derive.collection import Collection
from scripts.publish.cache import Cache
from scripts.publish.manifest import Manifest
from scripts.publish.pictures import publish_pictures
from scripts.read.fonts import load_fonts
from scripts.render.picture import Painter
from tests.derive.invented import collect, entry
from tests.render.view import SETTINGS, pages_of
from tests.toy import ROOT

PAINTER = Painter(load_fonts(ROOT), SETTINGS.name)
ENTRIES = (entry("one"), entry("two"))


class Site:
    """A folder in which one build after another publishes pictures."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.out = root / "site"

    def build(self, collection: Collection, shell: str = "shell") -> set[str]:
        """Publishes and gives the slugs whose picture was drawn."""
        before = {path.parent.name: path.stat().st_ino for path in self.out.rglob("picture.png")}
        new = self.root / "new"
        for practice in collection.practices:
            (new / "practices" / practice.slug).mkdir(parents=True)
        manifest = Manifest(self.out, Cache(self.root / "cache", "print"), shell)
        publish_pictures(new, pages_of(collection), manifest, PAINTER)
        manifest.save()
        drawn = {
            path.parent.name for path in new.rglob("picture.png") if before.get(path.parent.name) != path.stat().st_ino
        }
        if self.out.exists():
            self.out.rename(self.root / f"old-{len(list(self.root.iterdir()))}")
        new.rename(self.out)
        return drawn


@pytest.fixture
def site(tmp_path: Path) -> Site:
    site = Site(tmp_path)
    assert site.build(collect(ENTRIES)) == {"one", "two"}
    return site


def test_unchanged_pictures_are_taken_over_even_into_another_frame(site: Site) -> None:
    assert site.build(collect(ENTRIES), "another shell") == set()


def test_another_text_leaves_the_picture_but_another_name_does_not(site: Site) -> None:
    assert site.build(collect((entry("one", summary="Other words. " * 9), entry("two", name="Renamed")))) == {"two"}


def test_a_picture_changed_by_hand_is_drawn_anew(site: Site) -> None:
    (site.out / "practices" / "one" / "picture.png").write_bytes(b"painted over")
    assert site.build(collect(ENTRIES)) == {"one"}
