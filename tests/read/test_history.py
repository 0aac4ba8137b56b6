"""Revisions keep their number: through renames, removals and whatever else happens to a file."""

from __future__ import annotations

from scripts.read.entries import load_entries
from scripts.read.events import load_events
from scripts.read.git_log import list_edited, load_steps
from scripts.read.history import History, trace_histories
from tests.repository import Repository


def histories(repository: Repository) -> dict[str, History]:
    root = repository.root
    return trace_histories(load_entries(root), load_events(root), load_steps(root, {})["steps"], list_edited(root))


def told(history: History) -> list[tuple[int, str, str, bool]]:
    """Number, date, name and whether there is a text, of each revision."""
    return [(item.number, item.date, item.name, bool(item.text)) for item in history.past]


def test_revisions_are_numbered_from_the_first(repository: Repository) -> None:
    found = histories(repository)
    assert set(found) == {"a", "b"}
    a = found["a"]
    assert (a.created, a.changed, a.revisions, a.edited) == ("2026-01-01", "2026-02-02", 2, False)
    assert a.commit == repository.git("rev-parse", "HEAD") == a.past[-1].commit
    assert a.commit.startswith(a.past[-1].short)
    assert [(item.authors, item.messages) for item in a.past] == [
        (("Ann",), ("First teapot",)),
        (("Bob",), ("Second teapot",)),
    ]
    assert told(found["b"]) == [(1, "2026-02-02", "b", True)]


def test_a_renamed_file_goes_on_where_its_former_name_left_off(repository: Repository) -> None:
    repository.git("mv", "practices/a.yml", "practices/c.yml")
    repository.write("c", "name: C, quite another text\naliases: [a]\n")
    repository.commit("Renamed", "2026-03-03")
    repository.write("c", "name: C two\naliases: [a]\n")
    repository.commit("Changed", "2026-04-04")
    assert told(histories(repository)["c"]) == [
        (1, "2026-01-01", "a", True),
        (2, "2026-02-02", "a", True),
        (3, "2026-03-03", "c", True),
        (4, "2026-04-04", "c", True),
    ]


def test_without_the_former_name_a_file_begins_anew(repository: Repository) -> None:
    repository.git("mv", "practices/a.yml", "practices/c.yml")
    repository.commit("Renamed", "2026-03-03")
    assert told(histories(repository)["c"]) == [(1, "2026-03-03", "c", True)]


def test_a_file_that_was_taken_away_and_came_back_keeps_its_numbers(repository: Repository) -> None:
    (repository.root / "practices" / "a.yml").unlink()
    repository.commit("Away", "2026-03-03")
    assert "a" not in histories(repository)
    repository.write("a", "name: A again\n")
    assert histories(repository)["a"].edited
    repository.commit("Back", "2026-04-04")
    assert told(histories(repository)["a"])[2:] == [(3, "2026-03-03", "a", False), (4, "2026-04-04", "a", True)]


def test_a_change_of_the_files_permissions_is_no_revision(repository: Repository) -> None:
    (repository.root / "practices" / "a.yml").chmod(0o755)
    repository.commit("Executable")
    assert histories(repository)["a"].revisions == 2


def test_numbers_stay_when_work_from_before_is_merged(repository: Repository) -> None:
    repository.git("checkout", "-b", "side", "HEAD~1")
    repository.write("a", "name: A\nlead: Cup\n")
    repository.commit("Lead", "2026-01-15", "Cat")
    repository.git("checkout", "main")
    before = histories(repository)["a"].past
    repository.git("merge", "--no-ff", "-X", "ours", "-m", "Merge", "side", day="2026-05-05", author="Eve")
    repository.write("a", "name: A two\nlead: Cup\n")
    repository.git("add", "-A")
    repository.git("commit", "--amend", "--no-edit", day="2026-05-05", author="Eve")
    after = histories(repository)["a"].past
    assert after[:2] == before
    assert (after[2].number, after[2].authors, after[2].messages) == (3, ("Cat",), ("Lead",))


def test_a_change_that_is_not_committed_is_no_revision(repository: Repository) -> None:
    repository.write("a", "name: Not yet\n")
    repository.write("new", "name: New\n")
    found = histories(repository)
    assert (found["a"].edited, found["b"].edited) == (True, False)
    assert found["a"].revisions == 2
    assert "new" not in found


def test_a_rename_that_is_not_committed_leaves_the_history(repository: Repository) -> None:
    (repository.root / "practices" / "a.yml").unlink()
    repository.write("c", "name: A two\naliases: [a]\n")
    found = histories(repository)["c"]
    assert (found.revisions, found.edited) == (2, True)


def test_events_have_a_history_of_their_own(repository: Repository) -> None:
    folder = repository.root / "docs" / "events"
    folder.mkdir(parents=True)
    for name in ("a", "tea"):
        (folder / f"{name}.md").write_text(f"---\ntitle: {name}\n---\n", encoding="utf-8")
    repository.commit("Two events", "2026-03-03")
    (folder / "tea.md").write_text("---\ntitle: Tea again\n---\n", encoding="utf-8")
    repository.commit("Tea", "2026-04-04")
    (folder / "a.md").write_text("---\ntitle: Not yet told\n---\n", encoding="utf-8")
    found = histories(repository)
    assert set(found) == {"a", "b", "events/a", "events/tea"}
    assert (found["a"].revisions, found["a"].edited) == (2, False)
    assert (found["events/a"].revisions, found["events/a"].edited) == (1, True)
    tea = found["events/tea"]
    assert (tea.created, tea.changed, tea.revisions) == ("2026-03-03", "2026-04-04", 2)
