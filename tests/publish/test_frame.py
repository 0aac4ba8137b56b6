from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.publish import frame as module
from scripts.publish.frame import Frame, FrameFault, FrameJob, frame_key, tidy_page
from tests.publish.project import edit, tree


def build_frame(root: Path, engine: str = "mkdocs") -> Frame:
    return FrameJob(root, root / ".cache", engine).result()


def frames(project: Path) -> list[str]:
    return sorted(path.name for path in (project / ".cache" / "frames").iterdir())


def test_the_shell_keeps_its_block_marks(built: Path) -> None:
    frame = build_frame(built)
    for block in ("title", "describe", "head", "article"):
        assert f"[% block {block} %][% endblock %]" in frame.shell


def test_files_of_the_engine_that_are_not_part_of_the_site_are_left_out(built: Path) -> None:
    frame = build_frame(built)
    files = {path.as_posix() for path in frame.files()}
    assert {"404.html", "about/index.html", "assets/scripts/site.js"} <= files
    first = {name.partition("/")[0] for name in files}
    assert not first & {"shell", "templates", "partials", "events", "search", "sitemap.xml", "sitemap.xml.gz"}
    assert not any(name.startswith("assets/javascripts/") for name in files)
    assert frame.files() == sorted(frame.files())


def test_an_unchanged_frame_is_not_built_again(project: Path) -> None:
    mark = project / ".cache" / "frames" / frames(project)[0] / "mark.txt"
    mark.write_text("kept", encoding="utf-8")
    (project / "docs" / "events" / "tea.md").write_text("An event is not part of the frame.\n", encoding="utf-8")
    assert mark.parent == build_frame(project).folder
    assert mark.exists()


def test_a_changed_page_is_built_again_and_the_old_frame_goes(project: Path) -> None:
    before = frames(project)
    page = project / "docs" / "about" / "index.md"
    page.write_text(f"{page.read_text(encoding='utf-8')}\nTea is served at four.\n", encoding="utf-8")
    frame = build_frame(project)
    assert "Tea is served at four." in (frame.folder / "about" / "index.html").read_text(encoding="utf-8")
    assert frames(project) == [frame.folder.name] != before


@pytest.mark.parametrize("name", ["mkdocs.yml", "docs/templates/main.html", "docs/assets/mark.svg"])
def test_the_key_is_made_from_all_that_the_engine_reads(built: Path, tmp_path: Path, name: str) -> None:
    for part in ("mkdocs.yml", "docs"):
        copy = shutil.copytree if (built / part).is_dir() else shutil.copy
        copy(built / part, tmp_path / part)
    before = frame_key(tmp_path, "mkdocs")
    assert before == frame_key(built, "mkdocs") != frame_key(built, "zensical")
    path = tmp_path / name
    path.write_bytes(path.read_bytes() + b"\n")
    assert frame_key(tmp_path, "mkdocs") != before


def test_a_missing_engine_is_told_clearly(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(module.ENGINES, "kettle", (("no-such-kettle",), ["no_such_kettle"]))
    before = frames(project)
    with pytest.raises(FrameFault, match="kettle is not installed; install it with: pip install kettle"):
        build_frame(project, "kettle")
    assert frames(project) == before


def test_a_job_that_is_stopped_leaves_nothing(project: Path) -> None:
    before = frames(project)
    edit(project / "mkdocs.yml", "site_name: Common Thread", "site_name: Common Teapot")
    job = FrameJob(project, project / ".cache", "mkdocs")
    assert len(frames(project)) == 2
    job.stop()
    assert frames(project) == before
    assert "Common Teapot" in build_frame(project).shell


def test_stopping_after_the_end_does_no_harm(project: Path) -> None:
    edit(project / "mkdocs.yml", "site_name: Common Thread", "site_name: Common Teapot")
    job = FrameJob(project, project / ".cache", "mkdocs")
    frame = job.result()
    job.stop()
    assert (frame.folder / "shell" / "index.html").exists()


def test_a_link_to_nowhere_is_told_with_its_page(project: Path) -> None:
    page = project / "docs" / "about" / "index.md"
    page.write_text("# About\n\nSee [the teapot](teapot.md).\n", encoding="utf-8")
    before = tree(project / ".cache" / "frames")
    with pytest.raises(FrameFault) as caught:
        build_frame(project)
    message = str(caught.value)
    assert message.startswith("mkdocs could not build the pages in docs/:\n")
    assert "about/index.md" in message
    assert "teapot.md" in message
    assert str(project) not in message
    assert "INFO" not in message
    assert tree(project / ".cache" / "frames") == before


def test_a_broken_template_is_told_and_nothing_of_the_work_is_left(project: Path) -> None:
    (project / "docs" / "templates" / "main.html").write_text("{% block teapot", encoding="utf-8")
    before = tree(project / ".cache" / "frames")
    with pytest.raises(FrameFault, match=r"mkdocs could not build the pages in docs/:\n(.|\n)*main\.html"):
        build_frame(project)
    assert tree(project / ".cache" / "frames") == before
    assert not [name for name in frames(project) if name.startswith("building-")]


def test_a_frame_without_a_shell_is_no_frame(project: Path) -> None:
    (project / "docs" / "shell.md").unlink()
    with pytest.raises(FrameFault):
        build_frame(project)


def test_the_engine_does_not_touch_the_project(project: Path) -> None:
    edit(project / "mkdocs.yml", "site_name: Common Thread", "site_name: Common Teapot")
    before = {name: content for name, content in tree(project).items() if not name.startswith(".cache/")}
    frame = build_frame(project)
    assert "Common Teapot" in frame.shell
    after = {name: content for name, content in tree(project).items() if not name.startswith(".cache/")}
    assert after == before


def test_tidy_page_takes_the_attribute_from_the_theme_s_checkboxes_only() -> None:
    page = (
        '<input class="md-toggle" type="checkbox" id="a" autocomplete="off">\n'
        '<input type="search" name="q" autocomplete="off">\n'
    )
    assert tidy_page(page) == (
        '<input class="md-toggle" type="checkbox" id="a">\n<input type="search" name="q" autocomplete="off">\n'
    )


def test_leftover_of_a_killed_build_is_removed(project: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as dead:
        dead.wait()
    left = project / ".cache" / "frames" / f"building-{dead.pid}"
    shutil.copytree(project / "docs", left)
    edit(project / "mkdocs.yml", "site_name: Common Thread", "site_name: Common Teapot")
    build_frame(project)
    assert not left.exists()


def test_a_damaged_frame_is_built_again(project: Path) -> None:
    (project / ".cache" / "frames" / frames(project)[0] / "shell" / "index.html").unlink()
    assert "[% block article %]" in build_frame(project).shell


def test_an_empty_frame_has_no_files(tmp_path: Path) -> None:
    assert Frame(tmp_path, "").files() == []
