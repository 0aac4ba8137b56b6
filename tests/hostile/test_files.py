"""Files that are no files, and names that are no names, as the command line meets them."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from tests.publish.project import build, run, tree

NOT_ORDINARY = "This is not an ordinary file."


def refused(project: Path, told: str) -> None:
    """The check tells it with a place, the build builds nothing, and nothing else happens."""
    before = tree(project / "site")
    for form in ("text", "json", "github"):
        done = run(project, "check", "--fix", "--format", form)
        assert done.returncode == 1
        assert told in done.stdout
        assert done.stderr == ""
    done = run(project, "build")
    assert done.returncode == 1
    assert "Traceback" not in done.stdout + done.stderr
    assert tree(project / "site") == before


@pytest.mark.parametrize("target", ["/etc/passwd", "lantern-path.yml", "nowhere", "hostile.yml", "/dev/zero", ".."])
def test_links_are_not_followed(project: Path, target: str) -> None:
    (project / "practices" / "hostile.yml").symlink_to(target)
    refused(project, NOT_ORDINARY)


def test_a_folder_a_pipe_and_a_socket_are_no_entries(project: Path) -> None:
    folder = project / "practices"
    (folder / "folder.yml").mkdir()
    os.mkfifo(folder / "pipe.yml")
    place = Path.cwd()
    os.chdir(folder)  # the name of a socket may not be long
    try:
        with socket.socket(socket.AF_UNIX) as server:
            server.bind("socket.yml")
            refused(project, NOT_ORDINARY)
            told = run(project, "check").stdout
    finally:
        os.chdir(place)
    for name in ("folder", "pipe", "socket"):
        assert f"practices/{name}.yml:1:1: error: {NOT_ORDINARY}" in told


def test_a_file_that_may_not_be_read(project: Path) -> None:
    path = project / "practices" / "lantern-path.yml"
    path.chmod(0)
    done = run(project, "check")
    if os.access(path, os.R_OK):  # the administrator may read everything
        assert done.stdout == "4 files checked: no problems.\n"
    else:
        assert "practices/lantern-path.yml:1:1: error: The file cannot be opened (Permission denied)." in done.stdout


def test_a_name_that_is_no_text(project: Path) -> None:
    (project / "practices" / os.fsdecode(b"tea-\xff.yml")).write_bytes(b"name: x\n")
    refused(project, "cannot be an address")


def test_names_that_differ_only_in_capitals(project: Path) -> None:
    text = (project / "practices" / "lantern-path.yml").read_bytes()
    (project / "practices" / "Lantern-Path.yml").write_bytes(text)
    refused(project, "cannot be an address")


def test_an_event_that_is_a_link(project: Path) -> None:
    (project / "docs" / "events" / "tea.md").symlink_to("/etc/passwd")
    refused(project, "docs/events/tea.md")


def test_a_page_that_javascript_knows_by_name(project: Path) -> None:
    text = (project / "practices" / "pebble-house.yml").read_text(encoding="utf-8")
    (project / "practices" / "constructor.yml").write_text(text, encoding="utf-8")
    build(project)
    assert (project / "site" / "practices" / "constructor" / "index.html").is_file()
