from __future__ import annotations

from scripts.render.lists import PER_PAGE, in_parts, render_catalogue_pages, render_term, term_path
from tests.derive.invented import collect, entry
from tests.render.view import cards_of, classed, pages_of, parse, text

MANY = collect([entry(f"toy-{number:03}", name=f"Toy {number:03}") for number in range(PER_PAGE * 2 + 7)])


def test_a_long_list_is_divided_into_pages_without_loss() -> None:
    parts = list(in_parts("practices/", MANY.listed))
    assert [len(part.practices) for part in parts] == [PER_PAGE, PER_PAGE, 7]
    assert [practice for part in parts for practice in part.practices] == list(MANY.listed)
    assert [part.path_of(part.number) for part in parts] == ["practices/", "practices/page/2/", "practices/page/3/"]
    assert [part.first for part in parts] == [1, PER_PAGE + 1, 2 * PER_PAGE + 1]


def test_an_empty_list_has_one_page() -> None:
    (part,) = in_parts("practices/", ())
    assert (part.number, part.of, part.path_of(1)) == (1, 1, "practices/")


def test_the_pages_of_the_catalogue_lead_to_each_other() -> None:
    pages = pages_of(MANY)
    rendered = dict(render_catalogue_pages(pages, cards_of(pages)))
    assert list(rendered) == ["practices/", "practices/page/2/", "practices/page/3/"]
    middle = parse(rendered["practices/page/2/"])
    (pager,) = classed(middle, "pager")
    assert {link.get("rel"): link.get("href") for link in pager.iter("a")} == {
        "prev": "../../../practices/",
        "next": "../../../practices/page/3/",
    }
    assert f"{PER_PAGE + 1}–{2 * PER_PAGE} · page 2 of 3" in text(pager)
    assert middle.findtext("head/title") == "Practices, page 2 of 3 · Toy Thread"
    assert f"{len(MANY.listed)} practices" in text(middle)
    shown = [card.get("data-slug") for page in rendered.values() for card in classed(parse(page), "card")]
    assert shown == [practice.slug for practice in MANY.listed]


def test_a_long_term_has_pages_too() -> None:
    pages = pages_of(MANY)
    use = MANY.uses["sector"][0]
    parts = list(in_parts(term_path(use), use.practices))
    assert [part.path_of(part.number) for part in parts][2:] == [f"{term_path(use)}page/3/"]
    last = classed(parse(render_term(pages, use, parts[2], cards_of(pages))), "card")
    assert [card.find(".//a").get("href") for card in last][:1] == ["../../../../practices/toy-100/"]  # type: ignore[union-attr]
