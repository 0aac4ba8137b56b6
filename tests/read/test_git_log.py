"""What git tells of the entries: the line of first parents, with who wrote what its merges brought."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from scripts.read.git_log import EVERYBODY, list_edited, load_steps, load_texts
from tests.repository import Repository


def told(repository: Repository) -> list[tuple[str, dict[str, list[tuple[str, str]]]]]:
    return [(day, who) for _, day, _, who in load_steps(repository.root, {})["steps"]]


def test_each_commit_with_its_day_author_message_and_texts(repository: Repository) -> None:
    log = load_steps(repository.root, {})
    assert log["head"] == repository.git("rev-parse", "HEAD")
    first, second = log["steps"]
    assert first[1:2] + first[3:] == ("2026-01-01", {EVERYBODY: [("Ann", "First teapot")]})
    assert second[0] == log["head"]
    assert set(second[2]) == {"a", "b"}
    texts = load_texts(repository.root, [first[2]["a"], second[2]["a"], second[2]["b"], "f" * 40])
    assert list(texts.values()) == [b"name: A\n", b"name: A two\n", b"name: B\n"]


def test_commits_that_change_no_entry_are_no_steps(repository: Repository) -> None:
    (repository.root / "README.md").write_text("Tea.\n", encoding="utf-8")
    repository.commit("Tea")
    assert len(load_steps(repository.root, {})["steps"]) == 2


def merge_side_work(repository: Repository) -> None:
    """Two people work on a branch, on two days, while the main branch goes on; then it is merged."""
    repository.git("checkout", "-b", "side")
    repository.write("a", "name: A two\nlead: Cup\n")
    repository.commit("Lead of A", "2026-02-10", "Cat")
    repository.write("a", "name: A two\nlead: Cups\n")
    repository.commit("Lead of A mended", "2026-02-11", "Dan")
    repository.git("checkout", "main")
    repository.write("b", "name: B two\n")
    repository.commit("B meanwhile", "2026-02-20", "Bob")
    repository.git("checkout", "side")
    repository.git("merge", "--no-ff", "-m", "Main into side", "main", day="2026-02-21", author="Dan")
    repository.git("checkout", "main")
    repository.git("merge", "--no-ff", "-m", "Merge request 12", "side", day="2026-03-01", author="Eve")


def test_a_merge_is_one_step_told_by_those_who_wrote_it(repository: Repository) -> None:
    merge_side_work(repository)
    assert [day for day, _ in told(repository)] == ["2026-01-01", "2026-02-02", "2026-02-20", "2026-03-01"]
    assert told(repository)[-2:] == [
        ("2026-02-20", {EVERYBODY: [("Bob", "B meanwhile")]}),
        ("2026-03-01", {"a": [("Cat", "Lead of A"), ("Dan", "Lead of A mended")]}),
    ]


def test_what_is_known_is_not_read_again_and_gives_the_same(repository: Repository) -> None:
    known = load_steps(repository.root, {})
    assert load_steps(repository.root, known) == known
    merge_side_work(repository)
    marked = {**known, "steps": [("seen before", *known["steps"][0][1:]), *known["steps"][1:]]}
    later = load_steps(repository.root, marked)
    assert later["steps"][0][0] == "seen before"
    assert later["steps"][1:] == load_steps(repository.root, {})["steps"][1:]


@pytest.mark.parametrize("known", ["f" * 40, "HEAD~0"])
def test_a_line_that_was_rewritten_is_read_from_its_beginning(repository: Repository, known: str) -> None:
    old = load_steps(repository.root, {})
    head = repository.git("rev-parse", known) if known == "HEAD~0" else known
    repository.git("reset", "--hard", "HEAD~1")
    repository.write("a", "name: Another A\n")
    repository.commit("Another second teapot", "2026-02-03")
    fresh = load_steps(repository.root, {})
    assert load_steps(repository.root, {**old, "head": head}) == fresh
    assert len(fresh["steps"]) == 2


def test_names_and_messages_hold_no_mail_address_and_nothing_invisible(repository: Repository) -> None:
    repository.write("a", "name: A three\n")
    repository.commit("Asked by ann@example.org\u202e to\u2028 do so", author="ann@example.org")
    assert told(repository)[-1] == ("2026-01-01", {EVERYBODY: [("", "Asked by to do so")]})


def test_a_mailmap_gives_the_name_that_somebody_wants(repository: Repository) -> None:
    known = load_steps(repository.root, {})
    (repository.root / ".mailmap").write_text("Anna Lamp <toy@example.org> Ann <toy@example.org>\n", encoding="utf-8")
    assert told(repository)[0][1] == {EVERYBODY: [("Anna Lamp", "First teapot")]}
    assert load_steps(repository.root, known) == load_steps(repository.root, {})


def test_a_link_in_place_of_a_file_has_no_text(repository: Repository) -> None:
    (repository.root / "practices" / "a.yml").unlink()
    (repository.root / "practices" / "a.yml").symlink_to("b.yml")
    repository.commit("A link")
    assert load_steps(repository.root, {})["steps"][-1][2] == {"a": ""}


def test_files_that_differ_from_the_newest_commit(repository: Repository) -> None:
    assert list_edited(repository.root) == set()
    repository.write("a", "name: Not yet\n")
    (repository.root / "practices" / "b.yml").rename(repository.root / "practices" / "c.yml")
    assert list_edited(repository.root) == {"a", "b"}


def test_a_folder_within_a_repository(repository: Repository) -> None:
    inner = repository.root / "sub"
    (inner / "practices").mkdir(parents=True)
    (inner / "practices" / "d.yml").write_text("name: D\n", encoding="utf-8")
    repository.commit("Below", "2026-05-05")
    assert [list(files) for _, _, files, _ in load_steps(inner, {})["steps"]] == [["d"]]
    (inner / "practices" / "d.yml").write_text("name: D two\n", encoding="utf-8")
    assert list_edited(inner) == {"d"}


def test_a_shallow_clone_tells_nothing(repository: Repository, tmp_path: Path) -> None:
    subprocess.run(["git", "clone", "--depth", "1", repository.root.as_uri(), tmp_path / "shallow"], check=True)
    assert load_steps(tmp_path / "shallow", {}) == {}
    assert load_steps(tmp_path / "shallow", load_steps(repository.root, {})) == {}


def test_without_git_outside_a_repository_or_before_its_first_commit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert load_steps(tmp_path, {}) == {}
    Repository(tmp_path / "empty")
    assert load_steps(tmp_path / "empty", {}) == {}
    monkeypatch.setenv("PATH", "")
    assert load_steps(tmp_path, {}) == {}
