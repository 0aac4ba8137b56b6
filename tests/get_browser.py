"""Finds a Chromium or Chrome for the tests, or gets one: ``python -m tests.get_browser``."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
"""Programs to look for on PATH, best first."""

MAC = (
    Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
    Path("/Applications/Chromium.app/Contents/MacOS/Chromium"),
)

WHAT_TO_INSTALL = """\
The tests need Chromium or Chrome, and none could be found or installed. Install one:
  Debian:  sudo apt-get install chromium
  Ubuntu:  .venv/bin/python -m playwright install --with-deps chromium   (as root)
  macOS:   brew install --cask google-chrome
or name the program yourself:
  CHROME_PATH=/path/to/chrome make test"""


def find_browser() -> str | None:
    """Returns the path of the first browser that runs, or None."""
    return next((path for path in _candidates() if version_of(path)), None)


def version_of(path: str) -> str:
    """What the browser says of itself, such as "Chromium 156.0.8078.73", or "" if it does not run."""
    try:
        done = subprocess.run([path, "--version"], capture_output=True, text=True, timeout=60, check=True)
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.strip()


def main() -> int:
    """Says which browser the tests use, after getting one if there is none.

    Returns:
        0 if there is a browser, 1 if there is none and none could be installed.
    """
    named = os.environ.get("CHROME_PATH")
    if named and not version_of(named):
        print(f"CHROME_PATH names {named}, which does not run; looking elsewhere.", file=sys.stderr)
    path = find_browser()
    for commands in () if path else _ways_to_install():
        for command in commands:
            print(f"No Chromium or Chrome found. Running: {' '.join(command)}", flush=True)
            if _run(command) != 0:
                print("That did not work.", file=sys.stderr, flush=True)
        path = find_browser()
        if path:
            break
    if not path:
        print(WHAT_TO_INSTALL, file=sys.stderr)
        return 1
    print(f"Browser for the tests: {version_of(path)} ({path})")
    return 0


def _candidates() -> Iterator[str]:
    if named := os.environ.get("CHROME_PATH"):
        yield named
    yield from filter(None, map(shutil.which, NAMES))
    downloaded = _playwright_download()
    if downloaded.exists():
        yield str(downloaded)
    if sys.platform == "darwin":
        yield from (str(path) for path in MAC if path.exists())


def _playwright_download() -> Path:
    """Where Playwright keeps its own Chromium, whether or not it is there."""
    with sync_playwright() as playwright:
        return Path(playwright.chromium.executable_path)


def _ways_to_install() -> Iterator[Sequence[Sequence[str]]]:
    """Each way is a list of commands: Debian's package if there is apt-get, then Playwright's download."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    if shutil.which("apt-get") and (root or shutil.which("sudo")):
        apt = [*([] if root else ["sudo", "-n"]), "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
        yield [[*apt, "update"], [*apt, "install", "-y", "--no-install-recommends", "chromium"]]
    yield [[sys.executable, "-m", "playwright", "install", *(["--with-deps"] if root else []), "chromium"]]


def _run(command: Sequence[str]) -> int:
    try:
        return subprocess.run(command, check=False, stdin=subprocess.DEVNULL).returncode
    except OSError as error:
        print(error, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
