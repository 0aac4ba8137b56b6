"""Everything that an entry says is on its page, and its citations lead to its sources and back."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

import pytest
import yaml
from playwright.sync_api import Page as Tab

from tests.site.building import ROOT
from tests.site.collection import Record, own_findings
from tests.site.pages import Page, Site
from tests.site.tabs import KINDS, Tabs
from tests.site.trees import plain, text_of

SLUGS = sorted(path.stem for path in (ROOT / "practices").glob("*.yml"))
WORDS = yaml.safe_load((ROOT / "schema/vocabularies/evidence_levels.yml").read_text(encoding="utf-8"))
DIRECTIONS = yaml.safe_load((ROOT / "schema/vocabularies/directions.yml").read_text(encoding="utf-8"))

DOMAINS = yaml.safe_load((ROOT / "schema/vocabularies/outcome_domains.yml").read_text(encoding="utf-8"))


def entry(slug: str) -> Any:
    """The entry as typed, every value as text."""
    return yaml.load((ROOT / "practices" / f"{slug}.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def with_class(root: Element, name: str) -> list[Element]:
    return [element for element in root.iter() if name in element.get("class", "").split()]


@pytest.mark.parametrize("slug", SLUGS)
def test_every_finding_is_there_with_its_level_and_direction(site: Site, practices: list[Record], slug: str) -> None:
    findings = [text_of(item) for item in with_class(site.page(f"practices/{slug}/").root, "finding")]
    (record,) = [practice for practice in practices if practice["slug"] == slug]
    level_of = {plain(item["statement"]): item["level"] for item in record["findings"]}
    typed = entry(slug)["findings"]
    assert len(findings) == len(typed)
    for finding in typed:
        statement = plain(finding["statement"])
        (shown,) = [text for text in findings if statement in text]
        assert WORDS[level_of[statement]]["short"]["en"] in shown.replace(statement, "")
        assert DIRECTIONS[finding["direction"]]["label"]["en"].lower() in shown.replace(statement, "").lower()
        for field in ("value", "comparator", "quote", "note", "sample"):
            assert plain(finding.get(field, "")) in shown, field


@pytest.mark.parametrize("slug", SLUGS)
def test_the_figure_has_one_sign_for_each_finding_in_its_row_and_column(
    site: Site, practices: list[Record], slug: str
) -> None:
    page = site.page(f"practices/{slug}/")
    (record,) = [practice for practice in practices if practice["slug"] == slug]
    drawn = []
    for figure in with_class(page.root, "evidence"):
        head, *rows = figure.iter("tr")
        for row in rows:
            for column, cell in zip(head, row, strict=True):
                signs = [link.attrib["href"] for link in cell.iter("a") if link.attrib["href"].startswith("#")]
                drawn += [(sign, text_of(row[0]), text_of(column)) for sign in signs]
    expected = [
        (f"#finding-{number}", DOMAINS[item["domain"]]["label"]["en"], WORDS[item["level"]]["label"]["en"])
        for number, item in enumerate(own_findings(record), 1)
    ]
    assert sorted(drawn) == sorted(expected)
    statements = {f"#{item.get('id')}": text_of(item) for item in with_class(page.root, "finding")}
    for (sign, *_), finding in zip(expected, own_findings(record), strict=True):
        assert plain(finding["statement"]) in statements[sign]


@pytest.mark.parametrize("slug", SLUGS)
def test_what_was_typed_is_there(site: Site, slug: str) -> None:
    page = text_of(site.page(f"practices/{slug}/").root)
    typed = entry(slug)
    lists = ("contradictions", "enablers", "barriers", "lessons", "transfer", "workforce", "funding", "scale", "tools")
    texts = [item["text"] for name in lists for item in typed.get(name, ())]
    texts += [typed["name"], typed["summary"], typed["lead"], typed.get("local_name", "")]
    texts += [mechanism.get("note", "") for mechanism in typed["integration"]["mechanisms"]]
    missing = [text for text in map(plain, texts) if text not in page]
    assert missing == []


@pytest.mark.parametrize("slug", SLUGS)
def test_every_source_is_listed_and_numbered_in_order(site: Site, slug: str) -> None:
    page = site.page(f"practices/{slug}/")
    (listed,) = with_class(page.root, "sources")
    items = [item for item in listed if item.tag == "li"]
    assert [item.get("id") for item in items] == [f"source-{number}" for number in range(1, len(items) + 1)]
    titles = [text_of(title) for item in items for title in with_class(item, "source__title")]
    assert sorted(titles) == sorted(plain(source["title"]) for source in entry(slug)["sources"].values())


@pytest.mark.parametrize("slug", SLUGS)
def test_every_citation_leads_to_its_source_and_back(site: Site, slug: str) -> None:
    page = site.page(f"practices/{slug}/")
    citations = citations_of(page)
    assert citations
    back: dict[str, list[str]] = {}
    for item in page.root.iter("li"):
        if item.get("id", "").startswith("source-"):
            back[f"#{item.attrib['id']}"] = [
                link.attrib["href"] for span in with_class(item, "source__back") for link in span.iter("a")
            ]
    there: dict[str, list[str]] = {}
    for link in citations:
        assert text_of(link) == link.attrib["href"].removeprefix("#source-")
        there.setdefault(link.attrib["href"], []).append(f"#{link.attrib['id']}")
    assert there == back
    assert list(there) == [f"#source-{number}" for number in range(1, len(there) + 1)]


def citations_of(page: Page) -> list[Element]:
    return [link for sup in page.root.iter("sup") if "cite" in sup.get("class", "") for link in sup.iter("a")]


def in_view(tab: Tab, id: str) -> bool:
    box = tab.locator(f"#{id}").bounding_box()
    return box is not None and -1 <= box["y"] < 900


def test_a_click_on_a_number_shows_the_source_and_leads_back(tabs: Tabs) -> None:
    tab = tabs.open(KINDS["practice"])
    number = tab.locator("sup.cite a[href='#source-3']").first
    place = number.get_attribute("id") or ""
    number.click()
    assert urlsplit(tab.url).fragment == "source-3"
    assert in_view(tab, "source-3")
    tab.locator("#source-3 .source__back a").first.click()
    assert urlsplit(tab.url).fragment == place
    assert in_view(tab, place)


def test_the_contents_list_leads_to_each_part(tabs: Tabs) -> None:
    tab = tabs.open(KINDS["practice"])
    for link in tab.locator("nav.contents a").all():
        link.click()
        assert in_view(tab, urlsplit(tab.url).fragment), tab.url
