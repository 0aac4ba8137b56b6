"""A real git repository for tests, with commits of chosen days and authors."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path


class Repository:
    """A repository in a folder; every commit is made by somebody invented, on a day of its own."""

    def __init__(self, root: Path) -> None:
        self.root = root
        root.mkdir(parents=True, exist_ok=True)
        if not (root / ".git").exists():
            self.git("init", "-b", "main")

    def git(self, *arguments: str, day: str = "2026-01-01", author: str = "Toy Author") -> str:
        stamp = f"{day}T12:00:00+00:00"
        environment = os.environ | {
            "GIT_AUTHOR_DATE": stamp,
            "GIT_COMMITTER_DATE": stamp,
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_SYSTEM": os.devnull,
        }
        person = ("-c", f"user.name={author}", "-c", "user.email=toy@example.org")
        done = subprocess.run(
            ["git", *person, *arguments], cwd=self.root, check=True, capture_output=True, env=environment, text=True
        )
        return done.stdout.strip()

    def write(self, name: str, text: str) -> None:
        path = self.root / "practices" / f"{name}.yml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def commit(self, message: str, day: str = "2026-01-01", author: str = "Toy Author") -> str:
        """Commits all that has changed and returns the hash."""
        self.git("add", "-A")
        self.git("commit", "--allow-empty", "-m", message, day=day, author=author)
        return self.git("rev-parse", "HEAD")
