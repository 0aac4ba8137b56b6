from __future__ import annotations

from xml.etree.ElementTree import Element

import pytest

from scripts.render.gap_maps import render_gap_maps
from tests.derive.invented import collect, entry, finding, integration
from tests.render.view import classed, pages_of, parse, text
from tests.toy import vocabularies

SVG = "{http://www.w3.org/2000/svg}"
COLLECTION = collect(
    [
        entry("tried", findings=[finding(design="randomised-trial"), finding(domain="cost", direction="none")]),
        entry("told", target_groups=["young-people"], integration=integration("pooled-budget", "case-management")),
    ]
)
PAGES = {address: parse(page) for address, page in render_gap_maps(pages_of(COLLECTION))}


def rows(page: Element) -> dict[str, list[Element]]:
    """The cells of each row below the row's name."""
    (body,) = page.iter("tbody")
    return {text(row[0][0] if len(row[0]) else row[0]): list(row)[1:] for row in body}


def test_each_map_has_its_address_and_leads_to_the_others() -> None:
    assert list(PAGES) == [
        "evidence/",
        "evidence/outcomes-by-kind/",
        "evidence/target-groups-by-mechanism/",
        "evidence/outcomes-by-mechanism/",
    ]
    for address, page in PAGES.items():
        (choice,) = classed(page, "gaps__choice")
        root = "../" * address.count("/")
        assert [link.get("href") for link in choice.iter("a")] == [f"{root}{other}" for other in PAGES]
        (current,) = [link for link in choice.iter("a") if link.get("aria-current") == "page"]
        assert current.get("href") == f"{root}{address}"


def test_a_cell_tells_its_practices_level_and_directions_and_leads_to_them() -> None:
    page = PAGES["evidence/"]
    cell = rows(page)["Carers"][list(vocabularies()["integration_kinds"]).index("access-and-guidance")]
    (link,) = cell.iter("a")
    assert link.get("href") == "../practices/?target_group=carers&kind=access-and-guidance"
    (words,) = classed(cell, "visually-hidden")
    assert text(cell).startswith("1")
    assert text(words) == "practice, surest finding randomised; findings: 1 better, 1 no difference"
    assert [use.get("href") for use in cell.iter(f"{SVG}use")] == ["#mark-L4", "#sign-positive", "#sign-none"]
    young = rows(page)["Young people"][list(vocabularies()["integration_kinds"]).index("money")]
    assert text(young) == "1 practice, no findings"
    assert not list(young.iter(f"{SVG}svg"))


def test_empty_cells_say_so() -> None:
    page = PAGES["evidence/"]
    cells = rows(page)["Jobseekers"]
    assert [text(cell) for cell in cells] == ["none"] * 6 + ["No practice at all"]
    assert text(rows(page)["Carers"][-1]).startswith("No practice: structure and governance, professionals working")


def test_unused_terms_are_named_without_a_link() -> None:
    page = PAGES["evidence/"]
    heads = [head for head in page.iter("th") if head.get("scope") == "col"]
    assert [text(head) for head in heads if head.find("a") is not None] == ["Money", "Access and guidance"]
    (body,) = page.iter("tbody")
    linked = {text(row[0][0]) for row in body if row[0].find("a") is not None}
    assert linked == {"Carers", "Young people"}


def test_outcomes_are_crossed_with_the_findings_on_them() -> None:
    page = PAGES["evidence/outcomes-by-mechanism/"]
    cell = rows(page)["Cost"][list(vocabularies()["mechanisms"]).index("case-management")]
    (link,) = cell.iter("a")
    assert link.get("href") == "../../practices/?outcome=cost&mechanism=case-management"
    assert "surest finding compared; findings: 1 no difference" in text(cell)


def test_mechanisms_stand_under_their_kind() -> None:
    page = PAGES["evidence/target-groups-by-mechanism/"]
    bands = [head for head in page.iter("th") if head.get("scope") == "colgroup"]
    assert [text(head) for head in bands] == [kind.label for kind in vocabularies()["integration_kinds"].values()]
    assert sum(int(head.get("colspan", "")) for head in bands) == len(vocabularies()["mechanisms"])


@pytest.mark.parametrize("address", PAGES)
def test_every_row_has_a_cell_for_every_column(address: str) -> None:
    page = PAGES[address]
    columns = sum(head.get("scope") == "col" for head in page.iter("th"))
    assert columns >= 6
    for cells in rows(page).values():
        assert len([cell for cell in cells if cell.get("class") != "gaps__missing"]) == columns


def test_the_first_page_has_the_wanted_list_and_every_level() -> None:
    page = PAGES["evidence/"]
    (wanted,) = classed(page, "wanted")
    assert [text(item) for item in wanted.iter("li")] == [
        "Young people Access and guidance 1 practice, without findings, among 1 for this group and 2 of this type. "
        "Add one: Young people, access and guidance",
        "Young people Money 1 practice, without findings, among 1 for this group and 1 of this type. "
        "Add one: Young people, money",
        "Carers Money No practice, among 1 for this group and 1 of this type. Add one: Carers, money",
    ]
    (ladder,) = classed(page, "ladder")
    levels = list(ladder.iter("li"))
    assert len(levels) == len(vocabularies()["evidence_levels"])
    assert {link.get("href") for item in levels for link in item.iter("a")} == {"../evidence/l4/", "../evidence/l3/"}


def test_without_practices_nothing_is_wanted() -> None:
    page = parse(dict(render_gap_maps(pages_of(collect([]))))["evidence/"])
    assert not classed(page, "wanted")
    assert not classed(page, "gap")
