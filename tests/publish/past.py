"""Toys with a past, and what their pages show of it."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.publish.project import build, edit
from tests.repository import Repository
from tests.site.pages import Site, dead_links

SLUG = "marmalade-desk"

NAME = "The Marmalade Desk"


def make_past(built: Path, root: Path) -> None:
    """Copies a project and gives one entry six revisions, a slip and a change of name among them; then builds."""
    shutil.copytree(built, root)
    (root / ".gitignore").write_text("site/\n.cache/\n", encoding="utf-8")
    repository = Repository(root)
    repository.commit("All the toys", "2026-01-01", "Ann Lamp")
    entry = root / "practices" / f"{SLUG}.yml"
    edit(entry, NAME, "The Jam Desk")
    repository.commit("Jam, not marmalade", "2026-02-02", "Bob Cup")
    good = entry.read_text(encoding="utf-8")
    edit(entry, "life_cycle:", "life_of_the_desk:")
    repository.commit("A slip <script>", "2026-03-03", "ann@example.org")
    entry.write_text("name: [\n", encoding="utf-8")
    repository.commit("Another slip", "2026-03-04")
    entry.write_text(good.replace("The Jam Desk", "The Honey Desk"), encoding="utf-8")
    repository.commit("Mended", "2026-04-04", "Bob Cup")
    entry.rename(root / "practices" / "honey-desk.yml")
    edit(root / "practices" / "honey-desk.yml", "\nreview:", f"\naliases: [{SLUG}]\nreview:")
    repository.commit("Renamed", "2026-05-05", "Bob Cup")
    build(root)


def page(root: Path, address: str) -> str:
    return (root / "site" / "practices" / address / "index.html").read_text(encoding="utf-8")


def dead_links_of_the_desk(site: Site) -> list[str]:
    """Other pages lead to real practices, and to levels that no toy has."""
    return [link for link in dead_links(site) if link.startswith(("practices/honey-desk/", f"practices/{SLUG}/"))]
