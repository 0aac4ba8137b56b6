from __future__ import annotations

import io
import zipfile
from pathlib import Path

from scripts.publish.events import zip_files
from tests.publish.project import build

FILES = [("b/two.txt", b"2" * 500), ("a.txt", "tea für alle".encode())]


def test_a_zip_is_sorted_dated_alike_and_the_same_each_time() -> None:
    packed = zip_files(FILES)
    assert packed == zip_files(reversed(FILES))
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == ["a.txt", "b/two.txt"]
        assert {item.date_time[0] for item in archive.infolist()} == {1980}
        assert archive.read("a.txt").decode() == "tea für alle"


def test_a_pack_in_which_nothing_changed_is_taken_over(project: Path) -> None:
    build(project)
    (pack,) = (project / "site" / "events").glob("*/*-pack.zip")
    before = pack.stat().st_ino, pack.read_bytes()
    build(project)
    assert (pack.stat().st_ino, pack.read_bytes()) == before


def test_a_pack_follows_its_practices_and_the_style_of_the_handouts(project: Path) -> None:
    (pack,) = (project / "site" / "events").glob("*/*-pack.zip")
    with zipfile.ZipFile(pack) as archive:
        slug = next(name for name in archive.namelist() if name.startswith("summaries/"))[10:-4]
    entry = project / "practices" / f"{slug}.yml"
    entry.write_text(entry.read_text(encoding="utf-8").replace("\nlead: ", "\nlead: Toy ", 1), encoding="utf-8")
    style = project / "docs" / "assets" / "styles" / "handout.css"
    style.write_text("/* new */\n", encoding="utf-8")
    build(project)
    with zipfile.ZipFile(pack) as archive:
        assert "Toy " in archive.read(f"summaries/{slug}.txt").decode()
        assert archive.read("handouts/handout.css").decode().endswith("/* new */\n")
