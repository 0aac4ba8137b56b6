"""Every link, source and anchor inside the site leads somewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from urllib.parse import parse_qsl, urlsplit
from xml.etree.ElementTree import Element

import pytest

from tests.site.collection import FACETS, Record, found, matches, own_findings
from tests.site.pages import Page, Site, dead_links, is_foreign, told
from tests.site.trees import text_of

GAP_MAPS = (
    "evidence/",
    "evidence/outcomes-by-kind/",
    "evidence/target-groups-by-mechanism/",
    "evidence/outcomes-by-mechanism/",
)
DIRECTIONS = {
    "positive": "better",
    "mixed": "mixed",
    "none": "no difference",
    "negative": "worse",
    "unclear": "unclear",
}


def test_every_internal_link_resolves(site: Site) -> None:
    dead = dead_links(site)
    assert dead == [], told(dead)


def test_ids_are_unique_in_each_page(site: Site) -> None:
    twice = [(page.path, id) for page in site.pages.values() for id in set(page.ids) if page.ids.count(id) > 1]
    assert twice == [], told(twice)


def test_what_is_named_by_id_exists(site: Site) -> None:
    dangling = [
        (page.path, name, id)
        for page in site.pages.values()
        for name, id in page.facts.references
        if id not in page.ids
    ]
    assert dangling == [], told(dangling)


def test_the_masthead_leads_home_from_every_page(site: Site) -> None:
    for page in own_pages(site):
        (home,) = [link for element, link in page.links() if (element.tag, element.kind) == ("a", "masthead__name")]
        assert page.target(home) == "", page.path


def test_every_page_can_be_reached_from_the_home_page(site: Site) -> None:
    reached = {"index.html"}
    new = ["index.html"]
    while new:
        page = site.pages[new.pop()]
        for element, link in page.links():
            target = None if element.tag != "a" or is_foreign(link) else page.target(link)
            file = None if target is None else site.file_at(target)
            if file in site.pages and file not in reached:
                reached.add(file)
                new.append(file)
    lost = {page.path for page in own_pages(site)} - reached
    assert lost == {"404.html"}


def test_links_into_the_catalogue_ask_for_choices_that_it_has(site: Site) -> None:
    catalogue = site.page("practices/")
    choices: dict[str, set[str]] = {}
    for box in catalogue.root.iter():
        if "data-facet" in box.attrib:
            choices.setdefault(box.attrib["data-facet"], set()).update(
                item.attrib["data-term"] for item in box.iter("li") if "data-term" in item.attrib
            )
    links = [(page, link) for page in site.pages.values() for _, link in page.links() if urlsplit(link).query]
    asked = [(page, link) for page, link in links if not urlsplit(link).path.endswith("contribute/form/")]
    asked = [(page, link) for page, link in asked if not is_foreign(link)]
    assert asked
    for page, link in asked:
        query = parse_qsl(urlsplit(link).query)
        for facet in {facet for facet, _ in query}:
            assert facet in FACETS, (page.path, link)
            assert {term for key, term in query if key == facet} & choices[facet], (page.path, link)


@pytest.mark.parametrize("address", ["", *GAP_MAPS])
def test_a_gap_map_counts_what_its_links_show(site: Site, practices: list[Record], address: str) -> None:
    cells = [link for cell in cells_of(site.page(address)) for link in cell.iter("a")]
    assert len(cells) > 50
    for cell in cells:
        chosen = chosen_by(cell)
        assert cell.findtext("b") == str(len(found(practices, chosen))), cell.attrib["href"]


@pytest.mark.parametrize("address", GAP_MAPS)
def test_a_gap_map_tells_the_findings_that_the_catalogue_finds(
    site: Site, practices: list[Record], address: str
) -> None:
    for cell in cells_of(site.page(address)):
        for link in cell.iter("a"):
            chosen = chosen_by(link)
            findings = [
                finding
                for practice in practices
                if matches(practice, chosen)
                for finding in own_findings(practice)
                if finding["domain"] in chosen.get("outcome", {finding["domain"]})
            ]
            level = max((finding["level"] for finding in findings), default="none")
            assert cell.attrib["class"].split()[-1] == f"gap--{level}", link.attrib["href"]
            tally = Counter(finding["direction"] for finding in findings)
            words = ", ".join(f"{tally[key]} {word}" for key, word in DIRECTIONS.items() if tally[key])
            assert text_of(link).endswith(f"findings: {words}" if words else "no findings"), link.attrib["href"]


def test_the_wanted_list_names_gaps_of_the_map_and_leads_to_the_guide(site: Site, practices: list[Record]) -> None:
    page = site.page("evidence/")
    (section,) = [part for part in page.root.iter("section") if part.get("class") == "wanted"]
    assert list(section.iter("li"))
    for item in section.iter("li"):
        *asked, guide = item.iter("a")
        assert page.target(guide.attrib["href"]) == "contribute/fields"
        for link in asked:
            fitting = [practice for practice in practices if matches(practice, chosen_by(link))]
            assert text_of(link).split()[0] == str(len(fitting))
            assert {finding["level"] for practice in fitting for finding in own_findings(practice)} <= {"L0", "L1"}


def cells_of(page: Page) -> list[Element]:
    return [cell for cell in page.root.iter("td") if "gap" in cell.get("class", "").split()]


def chosen_by(link: Element) -> dict[str, set[str]]:
    """What a link asks the catalogue for."""
    chosen: dict[str, set[str]] = {}
    for facet, term in parse_qsl(urlsplit(link.attrib["href"]).query):
        chosen.setdefault(facet, set()).add(term)
    return chosen


def own_pages(site: Site) -> Iterator[Page]:
    """All pages but those at former addresses, which have no frame."""
    return (page for page in site.pages.values() if not page.moved)
