"""``new`` as people use it: in a real terminal, and with answers from a pipe."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from scripts.read.entries import load_entry
from scripts.render.entry_yaml import render_entry
from tests.commands.terminal import converse
from tests.publish.project import LIMIT, environment, run, tree
from tests.toy import schemas

SUMMARY = [
    "Teapot Bureau is an invented practice in the invented town of Toyville. An adviser with a teapot visits people",
    "at home, asks what they need, and brings the nurse and the housing office to one table. An invented survey",
    "found that people were content with the tea.",
]
ANSWERS = [
    *("Teapot Büreau", "nor", "2", "swe", ""),
    *("Toyville", "", "2011", "pilot", "1", "Toyville Town Council"),
    *("carers", "older pe", "1", "", "health", "hous", ""),
    *("An adviser brings tea to older people at home.", "", *SUMMARY, ""),
    *("Nobody knew whom to ask about tea at home.", "", "", "An adviser comes with a teapot.", "", "And cups.", "", ""),
    *("news", "A teapot for all", "Toyville Gazette", "2012", "www.toyville", "https://toyville.example/tea", ""),
    *("coord", "?", "co-loc", "case man", ""),
    *("Toy editors", ""),
]
"""One at each prompt; some are wrong and are asked again."""

PLAIN = [
    answer for answer in ANSWERS if answer not in ("An adviser brings tea to older people at home.", "www.toyville")
]


def piped(root: Path, text: bytes) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "scripts", "new"],
        cwd=root,
        env=environment(root),
        input=text,
        capture_output=True,
        check=False,
        timeout=LIMIT,
    )


def lines(answers: list[str]) -> bytes:
    return "".join(f"{answer}\n" for answer in answers).encode()


@pytest.fixture(scope="module")
def conversation(built: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A project in which somebody has answered every question in a terminal, and what was shown."""
    root = tmp_path_factory.mktemp("new") / "project"
    for part in ("schema", "practices", "docs/events"):
        (root / part).parent.mkdir(parents=True, exist_ok=True)
        (root / part).symlink_to(built / part)
    (root / "practices").unlink()
    (root / "practices").mkdir()
    for path in (built / "practices").iterdir():
        (root / "practices" / path.name).write_bytes(path.read_bytes())
    (root / "mkdocs.yml").symlink_to(built / "mkdocs.yml")
    status, shown = converse(root, [f"{answer}\n" for answer in ANSWERS], "new")
    assert status == 0, shown
    return root, shown


def test_the_file_is_what_was_answered(conversation: tuple[Path, str]) -> None:
    root, _ = conversation
    entry = load_entry(root, root / "practices" / "teapot-bureau.yml")
    data = entry.data
    assert data is not None
    assert (data["name"], data["countries"], data["started"]) == ("Teapot Büreau", ["NO", "SE"], 2011)
    assert data["places"] == [{"name": "Toyville", "level": "local"}]
    assert data["life_cycle"] == "pilot"
    assert (data["target_groups"], data["sectors"]) == (["carers", "older-people"], ["health", "housing"])
    assert data["summary"] == " ".join(SUMMARY)
    assert data["problem"] == "Nobody knew whom to ask about tea at home."
    assert data["approach"] == "An adviser comes with a teapot.\n\nAnd cups.\n"
    assert data["integration"] == {
        "degree": "coordination",
        "mechanisms": [
            {"type": "co-location", "sources": ["toyville-gazette-2012"]},
            {"type": "case-management", "sources": ["toyville-gazette-2012"]},
        ],
    }
    assert data["sources"]["toyville-gazette-2012"]["url"] == "https://toyville.example/tea"
    assert data["review"] == {"status": "draft", "date": "2026-11-22", "by": "Toy editors"}
    assert render_entry(data, schemas()["practice"]) == entry.text


def test_the_check_accepts_it(conversation: tuple[Path, str]) -> None:
    root, _ = conversation
    done = run(root, "check", "--fix", "practices/teapot-bureau.yml")
    assert (done.returncode, done.stdout) == (0, "1 file checked: no problems.\n")


def test_wrong_answers_are_explained_and_asked_again(conversation: tuple[Path, str]) -> None:
    _, shown = conversation
    told = " ".join(shown.split())
    assert "The summary has 9 words; it needs 40 to 90." in told
    assert '"www.toyville" is not a valid value here.' in told
    assert "words so far." in told
    assert "1. North Macedonia 2. Norway Type a number, or more of the name." in told
    assert "= Case management" in told


def test_it_says_what_to_do_next(conversation: tuple[Path, str]) -> None:
    _, shown = conversation
    assert "Wrote practices/teapot-bureau.yml." in shown
    assert "python -m scripts check practices/teapot-bureau.yml" in shown


@pytest.mark.parametrize("after", [0, 3, 18, len(ANSWERS) - 1])
@pytest.mark.parametrize(("key", "status"), [("\x03", 130), ("\x04", 1)], ids=["ctrl-c", "ctrl-d"])
def test_stopping_writes_nothing(project: Path, after: int, key: str, status: int) -> None:
    before = tree(project)
    ended, shown = converse(project, [*(f"{answer}\n" for answer in ANSWERS[:after]), key], "new")
    assert ended == status
    assert "Nothing was written. To begin again: python -m scripts new" in shown
    assert "Traceback" not in shown
    assert tree(project) == before


def test_answers_from_a_pipe(project: Path) -> None:
    done = piped(project, lines(PLAIN))
    assert (done.returncode, done.stderr) == (0, b"")
    assert run(project, "check", "practices/teapot-bureau.yml").returncode == 0


@pytest.mark.parametrize("text", [b"", b"Teapot\n", b"\xff\xfe\n", b"\x00\x1b[31m\n", "\u202e\n".encode()])
def test_a_pipe_that_ends_too_soon_or_holds_no_text(project: Path, text: bytes) -> None:
    before = tree(project)
    done = piped(project, text)
    assert done.returncode == 1
    assert b"Nothing was written." in done.stderr
    assert b"Traceback" not in done.stderr
    assert tree(project) == before


def test_a_file_that_is_there_is_never_touched(project: Path) -> None:
    taken = project / "practices" / "teapot-bureau.yml"
    taken.write_text("mine", encoding="utf-8")
    names = ["", "teapot-bureau", "Tea Pot", "../../tea", "index", "lamp-trail", "tea-bureau"]
    done = piped(project, lines([*PLAIN[:-1], *names]))
    assert done.returncode == 0, done.stderr
    shown = " ".join(done.stdout.decode().split())
    assert "There is a file practices/teapot-bureau.yml already." in shown
    assert '"lamp-trail" is a former address of lantern-path.' in shown
    assert "Use small letters, digits and hyphens: tea-pot." in shown
    assert "Use small letters, digits and hyphens: tea." in shown
    assert "is taken by a page of the site" in shown
    assert taken.read_text(encoding="utf-8") == "mine"
    assert (project / "practices" / "tea-bureau.yml").is_file()


def test_a_link_that_leads_nowhere_is_a_file_too(project: Path) -> None:
    link = project / "practices" / "teapot-bureau.yml"
    link.symlink_to(project / "elsewhere.yml")
    piped(project, lines(PLAIN))
    assert not (project / "elsewhere.yml").exists()
    assert link.is_symlink()


def test_an_answer_that_does_not_fit_a_later_one_is_asked_again(project: Path) -> None:
    answers = list(PLAIN)
    answers[answers.index("Nobody knew whom to ask about tea at home.")] = "Nobody knew whom to ask [@tea-1999]."
    done = piped(project, lines([*answers[:-1], "Nobody knew whom to ask about tea.", "", "", ""]))
    assert done.returncode == 0, done.stderr
    assert "One answer does not fit the others." in done.stdout.decode()
    assert run(project, "check", "practices/teapot-bureau.yml").returncode == 0
