"""The command ``links``, with a host on this machine in the place of the world."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.publish.answering import Host, answering
from tests.publish.project import BROKEN, run
from tests.toy import TODAY

ENTRY = "practices/lantern-path.yml"


@pytest.fixture
def host() -> Iterator[Host]:
    with answering() as host:
        yield host


@pytest.fixture
def sourced(project: Path, host: Host) -> Path:
    """The project of toys with addresses of the host, and without a DOI, since doi.org is elsewhere."""
    for name in ("marmalade-desk", "pebble-house"):
        (project / "practices" / f"{name}.yml").unlink()
    event = project / "docs" / "events" / "toyville-congress-2018.md"
    event.write_text(
        event.read_text(encoding="utf-8")
        .replace("  - pebble-house\n", "")
        .replace("https://toyville.example/congress/report", f"{host.address}/301/200")
        .replace("https://toyville.example/congress", f"{host.address}/200"),
        encoding="utf-8",
    )
    entry = project / ENTRY
    entry.write_text(
        entry.read_text(encoding="utf-8")
        .replace("https://toyville.example/lanterns", f"{host.address}/404")
        .replace("doi: 10.99999/invented.2018.1", f"url: {host.address}/403")
        .replace("doi: 10.99999/invented.2019.2", f"url: {host.address}/404/marked\n    dead: {TODAY}"),
        encoding="utf-8",
    )
    return project


def test_every_address_is_asked_and_dead_ones_are_no_failure(sourced: Path, host: Host) -> None:
    done = run(sourced, "links")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "Asked 4 addresses: 1 dead, 1 moved, 0 unreachable, 1 refused, 1 alive. The report is .cache/links.md.\n"
    )
    report = json.loads((sourced / ".cache" / "links.json").read_text(encoding="utf-8"))
    assert report["checked"] == TODAY
    assert report["counts"] == {"dead": 1, "moved": 1, "unreachable": 0, "refused": 1, "alive": 1}
    dead = next(item for item in report["addresses"] if item["status"] == "dead")
    assert dead == {
        "address": f"{host.address}/404",
        "status": "dead",
        "leads_to": "",
        "note": "404 Not Found",
        "named_in": [f"{ENTRY}: sources.toyville-2016.url"],
    }
    text = (sourced / ".cache" / "links.md").read_text(encoding="utf-8")
    assert f"- <{host.address}/301/200> leads to <{host.address}/200>: `docs/events/" in text
    assert not any("marked" in line for line in host.asked), "everybody knows that it is dead"
    assert all("Common Thread link check (+https://" in agent for agent in host.agents)


def test_the_report_can_go_elsewhere(sourced: Path) -> None:
    done = run(sourced, "links", "--out", "report/of/links")
    assert done.returncode == 0
    assert sorted(path.name for path in (sourced / "report" / "of" / "links").iterdir()) == ["links.json", "links.md"]


def test_nothing_is_asked_while_an_entry_is_broken(sourced: Path, host: Host) -> None:
    (sourced / ENTRY).write_text(BROKEN, encoding="utf-8")
    done = run(sourced, "links")
    assert done.returncode == 1
    assert done.stderr == "No address was asked. Mend the errors first.\n"
    assert f"{ENTRY}:" in done.stdout
    assert host.asked == []


def test_a_file_in_the_place_of_the_report_is_told_before_anybody_is_asked(sourced: Path, host: Host) -> None:
    done = run(sourced, "links", "--out", ENTRY)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("error: ")
    assert ENTRY in done.stderr
    assert host.asked == []
