from __future__ import annotations

from scripts.render.room import Points, Room, Type, choose_points

ROW = Type(characters=10, line=4, around=1)
FIELDS = {"tools": "Tools", "scale": "Scale", "funding": "Money"}


def points(*texts: str) -> list[dict[str, object]]:
    return [{"text": text, "sources": ["lamp-2018"]} for text in texts]


def test_a_text_is_as_high_as_its_lines() -> None:
    assert [ROW.height(text) for text in ("", "tea", "ten of tea", "eleven cups")] == [0, 5, 5, 9]


def test_room_gives_what_it_has() -> None:
    room = Room(10)
    assert [room.fits(height) for height in (6, 5, 4, 0.1)] == [True, False, True, False]


def test_all_points_stand_under_their_labels_where_there_is_room() -> None:
    data = {"scale": points("two", "three"), "tools": points("pot")}
    assert choose_points(data, FIELDS, Room(100), 10, ROW) == (
        (Points("Tools", ("pot",)), Points("Scale", ("two", "three"))),
        0,
    )


def test_the_first_of_each_field_comes_before_the_second_of_any() -> None:
    data = {"tools": points("pot", "pan", "lid"), "scale": points("two"), "funding": points("one")}
    chosen, left = choose_points(data, FIELDS, Room(10 + 4 * 5), 10, ROW)
    assert [(item.label, len(item.texts)) for item in chosen] == [("Tools", 2), ("Scale", 1), ("Money", 1)]
    assert left == 1


def test_a_point_without_room_makes_way_for_a_shorter_one_and_is_counted() -> None:
    data = {"tools": points("a pot of tea for forty"), "scale": points("two")}
    room = Room(10 + 6)
    assert choose_points(data, FIELDS, room, 10, ROW) == ((Points("Scale", ("two",)),), 1)
    assert room.left == 1


def test_no_point_takes_no_room() -> None:
    room = Room(12)
    assert choose_points({"tools": points("pot")}, FIELDS, room, 10, ROW) == ((), 1)
    assert room.left == 12
