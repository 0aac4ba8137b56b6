"""``check`` as people use it: a process of its own in a project of toys."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.publish.project import BROKEN, add_entry, build, differences, edit, lines, run, run_code, tree

WITHOUT_ENGINE = """
import runpy, sys
for name in ("mkdocs", "material", "jinja2", "markdown_it", "zensical", "babel", "rich", "watchfiles"):
    sys.modules[name] = None
sys.argv = ["scripts", *sys.argv[1:]]
runpy.run_module("scripts", run_name="__main__")
"""


def test_check_of_all(built: Path) -> None:
    done = run(built, "check")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "4 files checked: no problems.\n"


@pytest.mark.parametrize(
    "name", ["practices/pebble-house.yml", "./practices/pebble-house.yml", "docs/events/toyville-congress-2018.md"]
)
def test_check_of_one_file(built: Path, name: str) -> None:
    done = run(built, "check", name)
    assert (done.returncode, lines(done), done.stderr) == (0, ["1 file checked: no problems."], "")
    assert run(built, "check", str(built / name)).stdout == done.stdout


def test_a_way_round_to_a_file_is_still_that_file(built: Path) -> None:
    done = run(built, "check", "docs/../practices/pebble-house.yml")
    assert lines(done) == ["1 file checked: no problems."]


def test_check_of_a_file_named_twice_counts_it_once(built: Path) -> None:
    name = "practices/pebble-house.yml"
    assert lines(run(built, "check", name, f"./{name}")) == ["1 file checked: no problems."]


def test_an_error_has_its_place_and_ends_with_1(project: Path) -> None:
    edit(project / "practices" / "pebble-house.yml", "life_cycle: replaced", "life_cycle: swallowed")
    done = run(project, "check")
    assert (done.returncode, done.stderr) == (1, "")
    first, last = lines(done)
    assert re.match(r'practices/pebble-house\.yml:\d+:13: error: life_cycle: .*"swallowed"', first)
    assert last == "1 error in 1 of 4 files."


def test_every_problem_of_every_file_in_one_run(project: Path) -> None:
    add_entry(project, "broken-kettle", BROKEN)
    add_entry(project, "no-colon", "name\n")
    edit(project / "practices" / "pebble-house.yml", "life_cycle: replaced", "life_cycle: swallowed")
    done = run(project, "check")
    assert done.returncode == 1
    paths = [line.split(":")[0] for line in lines(done)[:-1]]
    names = ("broken-kettle", "no-colon", "pebble-house")
    assert paths == sorted(paths)
    assert set(paths) == {f"practices/{name}.yml" for name in names}
    assert paths.count("practices/broken-kettle.yml") > 5


def test_only_the_files_named_are_told(project: Path) -> None:
    add_entry(project, "broken-kettle", BROKEN)
    assert run(project, "check", "practices/pebble-house.yml").returncode == 0
    assert run(project, "check", "practices/broken-kettle.yml").returncode == 1


def test_warnings_alone_do_no_harm(project: Path) -> None:
    edit(project / "practices" / "pebble-house.yml", "[health, housing, education]", "[health]")
    done = run(project, "check")
    assert done.returncode == 0
    assert ": warning: sectors: " in done.stdout
    assert lines(done)[-1] == "1 warning in 1 of 4 files."
    done = build(project)
    assert ": warning: sectors: " in done.stdout
    assert lines(done)[-1].startswith("Built 3 practices")


def test_github_gets_an_annotation_beside_the_text(project: Path) -> None:
    edit(project / "practices" / "pebble-house.yml", "life_cycle: replaced", "life_cycle: swallowed")
    done = run(project, "check", GITHUB_ACTIONS="true")
    assert done.returncode == 1
    annotation, text, count = lines(done)
    line = text.split(":")[1]
    assert annotation.startswith(f"::error file=practices/pebble-house.yml,line={line},col=13,title=life_cycle::")
    assert text.startswith(f"practices/pebble-house.yml:{line}:13: error: ")
    assert count == "1 error in 1 of 4 files."
    assert "::error" not in run(project, "check", GITHUB_ACTIONS="false").stdout


def test_github_gets_no_annotation_when_all_is_well(built: Path) -> None:
    assert lines(run(built, "check", GITHUB_ACTIONS="true")) == ["4 files checked: no problems."]


def test_files_that_do_not_exist(built: Path) -> None:
    done = run(built, "check", "practices/teapot.yml", "practices/pebble-house.yml", "practices/cup.yml")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "practices/cup.yml: error: there is no such file.\npractices/teapot.yml: error: there is no such file.\n"
    )
    assert run(built, "check", "practices").stderr == "practices: error: there is no such file.\n"


@pytest.mark.parametrize("name", ["mkdocs.yml", "docs/about/index.md", "docs/events/index.md"])
def test_files_that_are_no_entries(built: Path, name: str) -> None:
    done = run(built, "check", name)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"{name}: error: neither practices/*.yml nor docs/events/*.md.\n"


def test_a_broken_vocabulary_is_told_with_its_line(project: Path) -> None:
    edit(project / "schema" / "vocabularies" / "sectors.yml", "housing:\n", "housing: nothing\nroofs:\n")
    for command in ("check", "build", "schema"):
        done = run(project, command)
        assert (done.returncode, done.stdout) == (1, "")
        assert re.match(r"error: schema/vocabularies/sectors\.yml:\d+:1: the term \"housing\" needs", done.stderr)


def test_vocabularies_and_the_list_for_editors_must_agree(project: Path) -> None:
    edit(project / "schema" / "vocabularies" / "sectors.yml", '"Housing"', '"Roofs"')
    done = run(project, "check")
    assert "schema/terms.schema.json" in done.stdout
    assert "python -m scripts schema" in done.stdout
    written = run(project, "schema")
    assert (written.returncode, written.stdout) == (0, "Wrote schema/terms.schema.json.\n")
    assert "Roofs" in (project / "schema" / "terms.schema.json").read_text(encoding="utf-8")
    assert lines(run(project, "check")) == ["4 files checked: no problems."]


def test_check_needs_no_site_engine(project: Path) -> None:
    done = run_code(project, WITHOUT_ENGINE, "check")
    assert (done.returncode, lines(done), done.stderr) == (0, ["4 files checked: no problems."], "")
    add_entry(project, "broken-kettle", BROKEN)
    done = run_code(project, WITHOUT_ENGINE, "check")
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout == run(project, "check").stdout
    assert run_code(project, WITHOUT_ENGINE, "build").returncode == 1


def test_check_writes_nothing(project: Path) -> None:
    before = tree(project)
    run(project, "check")
    assert differences(before, tree(project)) == []
