"""Texts compared word by word."""

from __future__ import annotations

from scripts.render.word_diff import compare_words

MANY = " ".join(f"word{number}" for number in range(60))


def test_words_that_went_and_came() -> None:
    assert compare_words("one small red teapot", "one large red teapot  today") == (
        ("same", "one"),
        ("del", "small"),
        ("ins", "large"),
        ("same", "red teapot"),
        ("ins", "today"),
    )


def test_blank_space_does_not_count() -> None:
    assert compare_words("one\n two", "one two") == (("same", "one two"),)


def test_many_words_that_stayed_are_left_out() -> None:
    parts = compare_words(f"a {MANY} b {MANY} c d", f"x {MANY} y {MANY} c d")
    assert [mark for mark, _ in parts] == ["del", "ins", "same", "gap", "same", "del", "ins", "same", "gap"]
    assert parts[2] == ("same", " ".join(f"word{number}" for number in range(10)))
    assert parts[4] == ("same", " ".join(f"word{number}" for number in range(50, 60)))


def test_another_text_is_shown_whole_beside_the_old_one() -> None:
    assert compare_words("all about tea", "nothing but coffee here") == (
        ("del", "all about tea"),
        ("ins", "nothing but coffee here"),
    )
    assert compare_words("", "new words") == (("ins", "new words"),)
