"""Lines and outlines on a plane."""

from __future__ import annotations

import pytest

from scripts.derive.lines import Point, area, clip, is_inside, middle, simplify

SQUARE: list[Point] = [(0, 0), (10, 0), (10, 10), (0, 10)]
BOX = (0.0, 0.0, 10.0, 10.0)


def test_points_on_the_way_are_left_out_and_both_ends_stay() -> None:
    assert simplify([(0, 0), (5, 0.5), (10, 0)], 1) == [(0, 0), (10, 0)]
    assert simplify([(0, 0), (5, 1.5), (10, 0)], 1) == [(0, 0), (5, 1.5), (10, 0)]
    assert simplify([(3, 4)], 1) == [(3, 4)]


def test_a_closed_line_keeps_its_shape() -> None:
    closed = [*SQUARE, SQUARE[0]]
    assert simplify(closed, 1) == closed


@pytest.mark.parametrize(
    ("ring", "expected"),
    [
        (SQUARE, {(0, 0), (10, 0), (10, 10), (0, 10)}),
        ([(5, 5), (15, 5), (15, 8), (5, 8)], {(5, 5), (10, 5), (10, 8), (5, 8)}),
        ([(-5, -5), (15, -5), (15, 15), (-5, 15)], {(0, 0), (10, 0), (10, 10), (0, 10)}),
        ([(20, 20), (30, 20), (30, 30)], set()),
        ([], set()),
    ],
)
def test_a_ring_is_cut_at_the_box(ring: list[Point], expected: set[Point]) -> None:
    assert set(clip(ring, BOX)) == expected


def test_area_and_middle_do_not_depend_on_the_direction() -> None:
    for ring in (SQUARE, SQUARE[::-1]):
        assert area(ring) == 100
        assert middle(ring) == (5, 5)
    assert area([]) == 0
    assert middle([(1, 2), (3, 4)]) == (2, 3)


def test_inside_a_country_but_not_in_its_hole() -> None:
    hole: list[Point] = [(4, 4), (6, 4), (6, 6), (4, 6)]
    assert is_inside((1, 1), [SQUARE, hole])
    assert not is_inside((5, 5), [SQUARE, hole])
    assert not is_inside((11, 5), [SQUARE, hole])
    assert not is_inside((5, 5), [])
