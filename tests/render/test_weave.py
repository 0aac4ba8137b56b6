from __future__ import annotations

import re
from itertools import pairwise

import pytest

from scripts.render.weave import HEAD, ROWS, Thread, Weave, draw_weave

SECTORS = ("health", "housing", "education", "police", "justice", "employment", "employers")


def weave(sectors: int, mechanisms: int, note: str = "") -> Weave:
    return draw_weave(SECTORS[:sectors], [(f"m{number}", "clinical", note) for number in range(mechanisms)])


def points(thread: Thread) -> list[tuple[float, float]]:
    """The start of a path and the end of each of its curves."""
    numbers = [float(number) for number in re.findall(r"-?\d+(?:\.\d+)?", thread.path)]
    start, rest = numbers[:2], numbers[2:]
    assert len(rest) % 6 == 0
    return [(start[0], start[1]), *((rest[i + 4], rest[i + 5]) for i in range(0, len(rest), 6))]


def bends(thread: Thread) -> list[tuple[float, float]]:
    """The two handles of each curve."""
    numbers = [float(number) for number in re.findall(r"-?\d+(?:\.\d+)?", thread.path)][2:]
    starts = [start for curve in range(0, len(numbers), 6) for start in (curve, curve + 2)]
    return [(numbers[start], numbers[start + 1]) for start in starts]


@pytest.mark.parametrize("sectors", range(1, 8))
@pytest.mark.parametrize("mechanisms", [1, 2, 5])
def test_every_thread_crosses_every_line_over_and_under_in_turn(sectors: int, mechanisms: int) -> None:
    drawn = weave(sectors, mechanisms)
    lines = [x for _, x in drawn.sectors]
    assert len(drawn.threads) == mechanisms
    for number, thread in enumerate(drawn.threads):
        (start, first_y), *crossings, (end, last_y) = points(thread)
        assert [x for x, _ in crossings] == lines
        assert first_y == last_y == thread.y
        assert start < lines[0]
        assert end == drawn.end > lines[-1]
        over = [y < thread.y for _, y in crossings]
        assert over[0] is (number % 2 == 0)
        assert all(one is not other for one, other in pairwise(over))
        assert list(thread.under) == [point for point in crossings if point[1] > thread.y]


@pytest.mark.parametrize("sectors", range(1, 8))
def test_neighbouring_threads_pass_each_line_on_different_sides(sectors: int) -> None:
    for one, other in pairwise(weave(sectors, 4).threads):
        hidden, beside = ({x for x, _ in thread.under} for thread in (one, other))
        assert not hidden & beside
        assert len(hidden | beside) == sectors


def test_threads_run_smoothly_through_each_crossing() -> None:
    thread = weave(4, 1).threads[0]
    crossings, handles = points(thread), bends(thread)
    for number, (_, y) in enumerate(crossings[1:-1]):
        assert handles[2 * number + 1][1] == handles[2 * number + 2][1] == y


def test_lines_are_evenly_spaced_and_stand_inside_the_figure() -> None:
    for sectors in range(2, 8):
        drawn = weave(sectors, 2)
        gaps = {after - before for (_, before), (_, after) in pairwise(drawn.sectors)}
        assert len(gaps) == 1
        assert gaps.pop() >= 40
        assert 0 < drawn.sectors[0][1] < drawn.sectors[-1][1] < drawn.end < drawn.width
        assert [name for name, _ in drawn.sectors] == list(SECTORS[:sectors])


def test_threads_lie_below_each_other_inside_the_figure() -> None:
    drawn = draw_weave(SECTORS[:3], [("a", "clinical", "x" * length) for length in (0, 300, 5, 80)])
    heights = [thread.y for thread in drawn.threads]
    assert drawn.head == HEAD < heights[0]
    assert all(after - before >= ROWS[0] for before, after in pairwise(heights))
    assert heights[-1] < drawn.height


def test_a_longer_note_gets_more_lines_and_a_higher_row() -> None:
    lengths = (0, 10, 120, 300, 3000)
    drawn = draw_weave(SECTORS[:2], [("a", "clinical", "x" * length) for length in lengths])
    lines = [thread.lines for thread in drawn.threads]
    assert lines == sorted(lines)
    assert (lines[0], lines[1]) == (0, 1)
    assert max(lines) == len(ROWS) - 1
    for (one, other), lines_of_one in zip(pairwise(drawn.threads), lines, strict=False):
        assert other.y - one.y == ROWS[lines_of_one]


def test_more_sectors_leave_less_room_for_the_note() -> None:
    few, many = ([weave(sectors, 1, "x" * length).threads[0].lines for length in range(300)] for sectors in (2, 7))
    assert all(one <= other for one, other in zip(few, many, strict=True))
    assert sum(few) < sum(many)


def test_threads_keep_their_mechanism_and_dimension() -> None:
    drawn = draw_weave(SECTORS[:2], [("outreach", "clinical", ""), ("legal-duty", "system", "")])
    assert [(thread.type, thread.dimension) for thread in drawn.threads] == [
        ("outreach", "clinical"),
        ("legal-duty", "system"),
    ]
