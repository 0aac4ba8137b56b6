from __future__ import annotations

import pytest

from scripts.read.citation_marks import CITATION, keys_in


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("[@a]", ["a"]),
        ("[@a; @b-1]", ["a", "b-1"]),
        ("[@a;@b  ;  @c]", ["a", "b", "c"]),
        ("[@a, @b]", []),
        ("[@a; b]", []),
        ("[@]", []),
    ],
)
def test_the_keys_of_a_citation(text: str, keys: list[str]) -> None:
    (inside,) = CITATION.findall(text)
    assert keys_in(inside) == keys


@pytest.mark.parametrize("text", ["[a]", "[@a", "@a", "a@b.example [x]"])
def test_what_is_no_citation(text: str) -> None:
    assert CITATION.findall(text) == []
