from __future__ import annotations

import json

from scripts.publish.asking import STATUSES
from scripts.render.links_report import (
    SHOWN,
    WORDS,
    Asked,
    count_statuses,
    render_links_json,
    render_links_markdown,
)

DAY = "2026-11-22"


def asked(address: str = "https://tea.example/", status: str = "dead", leads_to: str = "", note: str = "") -> Asked:
    return Asked(address, status, leads_to, note, ("practices/tea.yml: sources.lamp-2018.url",))


def test_the_report_knows_every_status() -> None:
    assert tuple(WORDS) == STATUSES
    assert count_statuses([asked(), asked(status="alive"), asked()]) == {
        **dict.fromkeys(STATUSES, 0),
        "dead": 2,
        "alive": 1,
    }


def test_markdown_counts_all_and_names_what_needs_eyes() -> None:
    text = render_links_markdown([asked(note="404 Not Found"), asked("https://well.example/", "alive")], DAY)
    assert text.startswith("# Addresses of sources, 2026-11-22\n")
    assert "| Dead | 1 |" in text
    assert "| Moved for good | 0 |" in text
    assert "- <https://tea.example/> (404 Not Found): `practices/tea.yml: sources.lamp-2018.url`" in text
    assert "well.example" not in text
    assert "## Moved" not in text


def test_a_long_part_is_cut() -> None:
    text = render_links_markdown([asked(f"https://tea.example/{number}") for number in range(SHOWN + 2)], DAY)
    assert text.count("- <https://tea.example/") == SHOWN
    assert text.endswith("\n2 more are in links.json.\n")


def test_what_a_host_answers_cannot_become_markup() -> None:
    hostile = "https://evil.example/>**x**<img src=x>`\n# y"
    told = render_links_markdown([asked(status="moved", leads_to=hostile)], DAY)
    assert "<img" not in told
    assert "`\n# y" not in told
    assert len(told.splitlines()) == len(
        render_links_markdown([asked(status="moved", leads_to="https://a.example/")], DAY).splitlines()
    )
    assert "<img" not in render_links_json([asked(leads_to=hostile)], DAY)


def test_json_names_every_address() -> None:
    report = json.loads(render_links_json([asked("https://é.example/", "alive")], DAY))
    assert report["checked"] == DAY
    assert report["addresses"][0]["address"] == "https://é.example/"
