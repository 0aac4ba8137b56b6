"""Marks never cover each other unless there is no room at all."""

from __future__ import annotations

import math
from itertools import combinations

from scripts.derive.lines import Point, is_inside
from scripts.derive.outlines import HEIGHT, WIDTH
from scripts.derive.placing import Wish, place

APART = 50
SQUARE: list[Point] = [(400, 400), (800, 400), (800, 800), (400, 800)]


def test_a_mark_stays_where_it_belongs_if_it_can() -> None:
    (position,) = place([Wish((300, 200.4))], APART)
    assert (position.x, position.y, position.moved_from) == (300, 200, None)


def test_the_second_at_a_point_makes_room_and_says_where_it_belongs() -> None:
    first, second = place([Wish((300, 200)), Wish((300, 200))], APART)
    assert (first.x, first.y) == (300, 200)
    assert math.dist((second.x, second.y), (300, 200)) >= APART - 1
    assert second.moved_from == (300, 200)


def test_many_marks_at_one_point_keep_their_distance() -> None:
    positions = place([Wish((1000, 800))] * 20, APART)
    for one, other in combinations(positions, 2):
        assert math.dist((one.x, one.y), (other.x, other.y)) >= APART - 1.5


def test_the_mark_of_a_country_stays_inside_it() -> None:
    taken = [Wish((600, 600))]
    country = Wish((600, 600), [SQUARE])
    *_, position = place([*taken, country], APART)
    assert is_inside((position.x, position.y), [SQUARE])
    assert position.moved_from is None, "inside its country a mark needs no line to where it belongs"


def test_a_mark_outside_the_frame_comes_in() -> None:
    (position,) = place([Wish((WIDTH + 5, HEIGHT + 5))], APART)
    assert APART / 2 <= position.x <= WIDTH - APART / 2
    assert APART / 2 <= position.y <= HEIGHT - APART / 2


def test_without_any_room_it_covers_another() -> None:
    positions = place([Wish((5, 5))] * 200, 200)
    assert len(positions) == 200
