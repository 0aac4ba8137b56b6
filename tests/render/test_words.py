from __future__ import annotations

from typing import Any

import pytest

from scripts.render.words import counted, long_date, long_dates, series, years


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ({"started": 2009, "ended": 2022}, "2009–2022"),
        ({"started": 2009, "ended": 2009}, "2009"),
        ({"started": 2009}, "2009–"),
        ({"ended": 2022}, "until 2022"),
        ({}, ""),
    ],
)
def test_years(data: dict[str, Any], expected: str) -> None:
    assert years(data) == expected


@pytest.mark.parametrize(
    ("iso", "expected"), [("2026-11-22", "22 November 2026"), ("2026-02-01T10:00:00", "1 February 2026")]
)
def test_long_date(iso: str, expected: str) -> None:
    assert long_date(iso) == expected


@pytest.mark.parametrize(
    ("starts", "ends", "expected"),
    [
        ("2015-11-05", "2015-11-05", "5 November 2015"),
        ("2015-11-05", "2015-11-06", "5–6 November 2015"),
        ("2015-10-31", "2015-11-01", "31 October – 1 November 2015"),
        ("2015-12-31", "2016-01-01", "31 December 2015 – 1 January 2016"),
        ("2015-11-05", "2016-11-06", "5 November 2015 – 6 November 2016"),
    ],
)
def test_long_dates(starts: str, ends: str, expected: str) -> None:
    assert long_dates(starts, ends) == expected


@pytest.mark.parametrize(
    ("number", "words", "expected"),
    [
        (0, ("finding",), "0 findings"),
        (1, ("finding",), "1 finding"),
        (2, ("finding",), "2 findings"),
        (1, ("country", "countries"), "1 country"),
        (3, ("country", "countries"), "3 countries"),
        (1234, ("practice",), "1,234 practices"),
    ],
)
def test_counted(number: int, words: tuple[str, ...], expected: str) -> None:
    assert counted(number, *words) == expected


@pytest.mark.parametrize(
    ("items", "expected"),
    [([], ""), (["tea"], "tea"), (["tea", "milk"], "tea and milk"), (["tea", "milk", "jam"], "tea, milk and jam")],
)
def test_series(items: list[str], expected: str) -> None:
    assert series(items) == expected
    assert series(["tea", "milk"], "or") == "tea or milk"
