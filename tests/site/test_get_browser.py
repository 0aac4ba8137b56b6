"""Which browser the tests take, and what happens if there is none."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests import get_browser


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine without a browser: an empty folder as PATH, no download of Playwright's, no named program."""
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.delenv("CHROME_PATH", raising=False)
    monkeypatch.setattr(get_browser, "_playwright_download", lambda: tmp_path / "download" / "chrome")
    monkeypatch.setattr(get_browser, "MAC", ())
    (tmp_path / "bin").mkdir()
    return tmp_path


def program(path: Path, says: str = "Toyium 1.2.3", status: int = 0) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"#!{sys.executable}\nprint({says!r})\nraise SystemExit({status})\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def test_a_named_program_comes_first(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(bare / "bin" / "chromium")
    named = program(bare / "mine" / "chrome")
    monkeypatch.setenv("CHROME_PATH", str(named))
    assert get_browser.find_browser() == str(named)


def test_a_named_program_that_does_not_run_is_told(
    bare: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CHROME_PATH", str(bare / "nowhere"))
    found = program(bare / "bin" / "google-chrome")
    assert get_browser.main() == 0
    told = capsys.readouterr()
    assert f"CHROME_PATH names {bare / 'nowhere'}" in told.err
    assert told.out == f"Browser for the tests: Toyium 1.2.3 ({found})\n"


def test_programs_on_the_path_come_in_order(bare: Path) -> None:
    program(bare / "bin" / "google-chrome-stable")
    assert get_browser.find_browser() == str(bare / "bin" / "google-chrome-stable")
    program(bare / "bin" / "google-chrome")
    assert get_browser.find_browser() == str(bare / "bin" / "google-chrome")
    program(bare / "bin" / "chromium", status=1)
    assert get_browser.find_browser() == str(bare / "bin" / "google-chrome"), "chromium does not run"


def test_playwrights_own_download_is_found(bare: Path) -> None:
    assert get_browser.find_browser() is None
    program(bare / "download" / "chrome")
    assert get_browser.find_browser() == str(bare / "download" / "chrome")


def test_no_browser_ends_with_status_1_and_says_what_to_install(
    bare: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    nothing = str(program(bare / "tools" / "nothing", status=1))
    monkeypatch.setattr(get_browser, "_ways_to_install", lambda: [[[nothing]], [[str(bare / "absent")]]])
    assert get_browser.main() == 1
    told = capsys.readouterr()
    assert f"Running: {nothing}" in told.out
    assert told.err.count("That did not work.") == 2
    assert "apt-get install chromium" in told.err
    assert "CHROME_PATH=" in told.err


def test_an_installed_browser_is_taken(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = bare / "bin" / "chromium"
    source = program(bare / "ready" / "chromium")
    link = [sys.executable, "-c", f"import os; os.symlink({str(source)!r}, {str(target)!r})"]
    monkeypatch.setattr(get_browser, "_ways_to_install", lambda: [[link]])
    assert get_browser.main() == 0
    assert get_browser.find_browser() == str(target)


def test_debians_package_comes_before_a_download(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (download,) = get_browser._ways_to_install()
    assert download[0][1:5] == ["-m", "playwright", "install", *download[0][4:5]]
    program(bare / "bin" / "apt-get")
    program(bare / "bin" / "sudo")
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    apt, download = get_browser._ways_to_install()
    assert apt[0][:2] == ["sudo", "-n"]
    assert apt[0][-2:] == ["apt-get", "update"]
    assert apt[1][-5:] == ["apt-get", "install", "-y", "--no-install-recommends", "chromium"]
    assert "--with-deps" not in download[0]
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    apt, download = get_browser._ways_to_install()
    assert "sudo" not in apt[0]
    assert "--with-deps" in download[0]
