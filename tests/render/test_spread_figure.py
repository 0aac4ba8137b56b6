from __future__ import annotations

from scripts.derive.knowledge import Known
from scripts.render.lists import in_parts, render_term, term_path
from scripts.render.spread_figure import LONGEST, Chart, draw_spread
from tests.derive.invented import collect, entry, finding
from tests.render.view import cards_of, classed, pages_of, parse, text
from tests.toy import vocabularies

SPREAD = Known((("L4", 1), ("L1", 4), ("", 2)), (("positive", 300), ("none", 1)))


def draw(known: Known = SPREAD, facet: str = "sector") -> list[Chart]:
    return list(draw_spread(known, facet, vocabularies()))


def test_bars_stand_under_each_other_as_long_as_their_numbers() -> None:
    levels, directions = draw()
    assert [(bar.word, bar.number) for bar in levels.bars] == [("randomised", 1), ("reported", 4), ("no findings", 2)]
    assert [bar.length for bar in levels.bars] == [LONGEST // 4, LONGEST, LONGEST // 2]
    heights = [bar.y for bar in levels.bars]
    assert heights == sorted({*heights})
    assert heights[-1] < levels.height
    assert levels.left + LONGEST < levels.width
    assert directions.bars[1].length > 0, "a small number can be seen beside a large one"


def test_what_the_term_itself_says_is_not_drawn() -> None:
    assert [chart.heading for chart in draw()] == ["Practices by surest finding", "Findings by direction"]
    assert [chart.heading for chart in draw(facet="outcome")] == [
        "Practices by surest finding on this outcome",
        "Findings on this outcome by direction",
    ]
    assert [chart.heading for chart in draw(facet="direction")] == ["Practices by their surest such finding"]
    assert [chart.heading for chart in draw(facet="level")] == ["Such findings by direction"]


def test_one_practice_or_one_finding_needs_no_figure() -> None:
    assert draw(Known((("L3", 1),), (("mixed", 1),))) == []
    assert draw(Known((("", 1),), ())) == []


def test_the_page_of_a_term_has_its_figure_in_words_too() -> None:
    entries = [entry("tried", findings=[finding(), finding(direction="none")]), entry("told")]
    pages = pages_of(collect(entries))
    use = pages.collection.uses["sector"][0]
    page = render_term(pages, use, next(in_parts(term_path(use), use.practices)), cards_of(pages))
    levels, directions = classed(parse(page), "spread")
    assert text(levels.find("figcaption")) == "Practices by surest finding"
    assert levels[1].get("aria-label") == "1 compared, 1 no findings"
    assert directions[1].get("aria-label") == "1 better, 1 no difference"
    assert page.index('<h2 class="visually-hidden">') - page.index('<div class="spreads">') < 2000


def test_only_the_first_page_of_a_long_list_has_the_figure() -> None:
    pages = pages_of(collect([entry(f"toy-{number:02}") for number in range(51)]))
    use = pages.collection.uses["sector"][0]
    parts = in_parts(term_path(use), use.practices)
    first, second = (parse(render_term(pages, use, part, cards_of(pages))) for part in parts)
    assert len(classed(first, "spread")) == 1
    assert not classed(second, "spread")
