"""Which numbers Word counts by itself, and which stay text."""

import pytest

from vanban.writing.lists import Level, Numbered, lists_of


def levels(*markers: tuple[str, int]) -> list[int | None]:
    """For each marker the number of its list."""
    return [place.list if place else None for place in lists_of(markers).places]


def test_parts_numbers_and_points_are_levels_of_one_list():
    planned = lists_of([("I.", 1), ("1.", 2), ("1.1.", 3), ("1.2.", 3), ("2.", 2), ("II.", 1)])

    assert planned.lists == (
        {
            0: Level("upperRoman", "%1."),
            1: Level("decimal", "%2."),
            2: Level("decimal", "%2.%3."),
        },
    )
    assert [place and place.level for place in planned.places] == [0, 1, 2, 2, 1, 0]


def test_points_below_a_roman_part_show_it_as_a_digit():
    planned = lists_of([("I.", 1), ("1.1.", 2), ("1.2.", 2)])

    assert planned.lists[0][1] == Level("decimal", "%1.%2.", legal=True)


def test_articles_count_with_their_word():
    planned = lists_of([("Điều 1.", 1), ("1.", 2), ("Điều 2.", 1), ("1.", 2)])

    assert planned.lists[0][0] == Level("decimal", "Điều %1.")
    assert levels(("Điều 1.", 1), ("1.", 2), ("Điều 2.", 1), ("1.", 2)) == [0, 0, 0, 0]


def test_a_gap_opens_a_list_that_begins_there():
    planned = lists_of([("I.", 1), ("II.", 1), ("IV.", 1), ("V.", 1)])

    assert [place.list for place in planned.places if place] == [0, 0, 1, 1]
    assert planned.lists[1][0] == Level("upperRoman", "%1.", start=4)


def test_numbers_that_begin_anew_without_a_part_between_open_a_list():
    assert levels(("1.", 1), ("2.", 1), ("1.", 1), ("2.", 1)) == [0, 0, 1, 1]


def test_dashes_among_numbers_have_a_list_of_their_own():
    planned = lists_of([("I.", 1), ("-", 2), ("II.", 1), ("1.", 2), ("-", 3)])

    assert [place.list for place in planned.places if place] == [0, 1, 0, 0, 0]
    assert planned.lists[1] == {1: Level("bullet", "-")}


def test_letters_count_until_word_would_leave_out_d_with_its_stroke():
    short = [(f"{letter})", 1) for letter in "abcd"]
    long = [(f"{letter})", 1) for letter in "abcdđe"]

    assert levels(*short) == [0] * 4
    assert levels(*long) == [None] * 6
    assert levels(*short, ("1.", 2), *long) == [0, 0, 0, 0, 0, *[None] * 6]


@pytest.mark.parametrize("marker", ["Phần thứ nhất", "%1.", "01.02.", "*", "•", ""])
def test_what_word_cannot_count_stays_text(marker):
    assert levels((marker, 1)) == [None]


def test_the_deepest_level_of_word_is_kept():
    assert levels(("-", 9), ("-", 10)) == [0, None]
    assert lists_of([("-", 9)]).places == (Numbered(0, 8),)
