"""The archive: whole, checked, the same every time, and its site can be served."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import zipfile
from pathlib import Path
from urllib.request import urlopen

import pytest
import yaml

from scripts.read.citation import load_citation
from scripts.read.faults import ProjectFault
from scripts.read.sources import load_sources
from scripts.render.archive import render_zenodo
from tests.publish.project import run
from tests.site.conftest import serving
from tests.toy import ROOT, TODAY

NAME = f"common-thread-{TODAY}"


@pytest.fixture
def packed(project: Path) -> Path:
    """A project without git and its archive."""
    for name in ("CITATION.cff", "LICENSE", "README.md"):
        shutil.copy(ROOT / name, project)
    done = run(project, "archive")
    assert done.returncode == 0, done.stderr
    assert f"into {NAME}.zip; its checksum is in {NAME}.zip.sha256" in done.stdout
    return project


@pytest.fixture
def unpacked(packed: Path, tmp_path: Path) -> Path:
    with zipfile.ZipFile(packed / f"{NAME}.zip") as archive:
        assert archive.testzip() is None
        archive.extractall(tmp_path / "unpacked")
    [folder] = (tmp_path / "unpacked").iterdir()
    assert folder.name == NAME
    return folder


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_every_file_has_its_checksum_and_so_has_the_archive(packed: Path, unpacked: Path) -> None:
    lines = [line.split("  ", 1) for line in (unpacked / "SHA256SUMS").read_text(encoding="utf-8").splitlines()]
    assert {name: sha256(unpacked / name) for _, name in lines} == {name: told for told, name in lines}
    files = {path.relative_to(unpacked).as_posix() for path in unpacked.rglob("*") if path.is_file()}
    assert {name for _, name in lines} == files - {"SHA256SUMS"}
    told = (packed / f"{NAME}.zip.sha256").read_text(encoding="utf-8")
    assert told == f"{sha256(packed / f'{NAME}.zip')}  {NAME}.zip\n"


def test_the_site_inside_can_be_served(packed: Path, unpacked: Path) -> None:
    with serving(unpacked / "site") as address:
        for path in ("", "practices/lantern-path/", "data/practices.csv", "practices/lantern-path/index.md"):
            with urlopen(f"{address}{path}") as answer:
                assert answer.status == 200
                name = f"{path}index.html" if path in ("", "practices/lantern-path/") else path
                assert answer.read() == (packed / "site" / name).read_bytes()


def test_the_sources_are_there_without_what_was_made_from_them(unpacked: Path) -> None:
    sources = unpacked / "sources"
    assert (sources / "practices" / "lantern-path.yml").exists()
    assert (sources / "mkdocs.yml").exists()
    assert not [path for path in sources.rglob("*") if path.name in (".cache", "site") or ".zip" in path.suffixes]
    readme = (unpacked / "README.txt").read_text(encoding="utf-8")
    named = ("site", "sources", ".zenodo.json", "SHA256SUMS", "sources/README.md", "sources/LICENSE", "site/data")
    assert all(name in readme and (unpacked / name).exists() for name in named)
    assert TODAY in readme


def test_the_same_project_gives_the_same_bytes(packed: Path) -> None:
    first = (packed / f"{NAME}.zip").read_bytes()
    assert run(packed, "archive", "--out", "kept/again.zip").returncode == 0
    assert (packed / "kept" / "again.zip").read_bytes() == first


def test_with_git_the_sources_are_those_of_the_latest_commit(packed: Path) -> None:
    (packed / ".gitignore").write_text(".cache/\n/site/\n*.zip*\n", encoding="utf-8")
    author = ["-c", "user.name=Toy", "-c", "user.email=toy@toys.example"]
    for command in (["init", "-q"], ["add", "."], [*author, "commit", "-qm", "Toys"]):
        subprocess.run(["git", *command], cwd=packed, check=True)
    committed = (packed / "README.md").read_bytes()
    (packed / "README.md").write_text("Not yet committed\n", encoding="utf-8")
    (packed / "new.txt").write_text("New\n", encoding="utf-8")
    sources = load_sources(packed)
    assert sources["README.md"] == committed
    assert "new.txt" not in sources
    done = run(packed, "archive")
    assert done.returncode == 0
    assert "warning: the sources in the archive lack what is not committed: README.md, new.txt" in done.stderr


@pytest.mark.parametrize("out", [".", "archive.tar"])
def test_a_wrong_name_is_told_in_words(packed: Path, out: str) -> None:
    done = run(packed, "archive", "--out", out)
    assert done.returncode == 1
    assert f"{out} is no name for the archive; give a file that ends with .zip" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (None, "cannot be read"),
        ("title: x\n", "lacks what an archive must tell: abstract"),
        ("a: [", r"CITATION\.cff:"),
    ],
)
def test_a_broken_citation_file_is_told_in_words(tmp_path: Path, text: str | None, message: str) -> None:
    if text is not None:
        (tmp_path / "CITATION.cff").write_text(text, encoding="utf-8")
    with pytest.raises(ProjectFault, match=message):
        load_citation(tmp_path)


def test_zenodo_is_told_what_the_citation_file_says() -> None:
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    told = json.loads(render_zenodo(load_citation(ROOT), TODAY))
    assert (told["title"], told["version"], told["keywords"]) == (
        citation["title"],
        citation["version"],
        citation["keywords"],
    )
    assert told["creators"] == [{"name": "Common Thread editors"}]
    assert told["license"] == "cc-by-4.0"
    assert told["upload_type"] == "dataset"
    assert told["description"] == " ".join(citation["abstract"].split())


def test_a_person_is_told_with_family_name_first_and_orcid() -> None:
    person = {"family-names": "Pebble", "given-names": "Ada", "orcid": "https://orcid.org/0000-0002-1825-0097"}
    told = json.loads(render_zenodo({**load_citation(ROOT), "authors": [person]}, TODAY))
    assert told["creators"] == [{"name": "Pebble, Ada", "orcid": "0000-0002-1825-0097"}]
