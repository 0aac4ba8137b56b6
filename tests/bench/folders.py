"""Lays out three folders with the same practices: for our own build, for MkDocs and for Hugo."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from scripts.read.vocabularies import load_vocabularies
from tests.bench.entries import write_practices
from tests.bench.markdown import make_writer

HERE = Path(__file__).parent


def lay_out(root: Path, place: Path, number: int, tell: Callable[[int], None]) -> None:
    """Fills ``place/ours``, ``place/mkdocs`` and ``place/hugo``.

    Args:
        root: The project.
        place: An empty folder.
        number: How many practices to make.
        tell: Is told now and then how many there are.
    """
    ours, mkdocs, hugo = place / "ours", place / "mkdocs", place / "hugo"
    shutil.copytree(root / "docs", ours / "docs", ignore=_without_events)
    shutil.copytree(root / "schema", ours / "schema")
    shutil.copy(root / "mkdocs.yml", ours)
    shutil.copytree(HERE / "hugo", hugo)
    folders = ours / "practices", mkdocs / "docs" / "practices", hugo / "content" / "practices"
    for folder in folders:
        folder.mkdir(parents=True)
    shutil.copy(HERE / "mkdocs.yml", mkdocs)
    write_markdown = make_writer(load_vocabularies(root))
    links = []
    for index, (slug, practice) in enumerate(write_practices(root, number, folders[0])):
        page = write_markdown(practice)
        for folder in folders[1:]:
            (folder / f"{slug}.md").write_text(page, encoding="utf-8")
        links.append(f"- [{practice['name']}](practices/{slug}.md)\n")
        if index % 500 == 0:
            tell(index)
    (mkdocs / "docs" / "index.md").write_text("# Practices\n\n" + "".join(links), encoding="utf-8")


def _without_events(folder: str, names: list[str]) -> list[str]:
    return ["events"] if Path(folder).name == "docs" and "events" in names else []


def change_one(practices: Path, number: int) -> str:
    """Changes a sentence in one practice and returns its slug."""
    path = sorted(practices.glob("*.yml"))[number]
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("approach: |\n  ", f"approach: |\n  Changed {number}. ", 1), encoding="utf-8")
    return path.stem


def measure_output(folder: Path) -> tuple[int, int]:
    """The size of a finished site in bytes and the number of its files."""
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return sum(sizes), len(sizes)
