import pytest

from checking.findings import found
from vanban.reading.model import Block, Reading


def outline(*lines):
    """Lines of (depth, marker); the text of each paragraph is the same."""
    blocks, text = [], ""
    for depth, marker in lines:
        start = len(text)
        text += f"{marker} Nội dung\n"
        blocks.append(Block(depth, marker, "Nội dung", span=(start, len(text) - 1)))
    return Reading(text=text, blocks=tuple(blocks))


def parts(*markers):
    return outline(*((1, marker) for marker in markers))


@pytest.mark.parametrize(
    ("markers", "marked", "fix"),
    [
        (("I.", "II.", "IV."), "IV", "III"),
        (("1.", "3."), "3", "2"),
        (("2.1.", "2.2.", "2.4."), "4", "3"),
        (("a)", "b)", "d)"), "d", "c"),
        (("I/", "III/"), "III", "II"),
        (("Điều 1.", "Điều 3."), "3", "2"),
        (("Đợt 1:", "Đợt 3:"), "3", "2"),
        (("VIII.", "IX.", "XI."), "XI", "X"),
    ],
)
def test_a_number_that_is_left_out(markers, marked, fix):
    assert found("numbering-gap", parts(*markers)) == [(marked, fix)]


def test_in_the_middle_of_a_list_no_single_number_repairs_it():
    assert found("numbering-gap", parts("1.", "3.", "4.")) == [("3", None)]


@pytest.mark.parametrize(
    "markers",
    [
        ("I.", "II.", "III."),
        ("1.", "2.", "1.", "2."),
        ("c)", "d)", "đ)", "e)", "g)", "h)", "i)", "k)"),
        ("d)", "e)"),
        ("-", "-", "+"),
        ("1.", "-", "2."),
        ("", ""),
    ],
)
def test_lists_in_order(markers):
    assert found("numbering-gap", parts(*markers)) == []
    assert found("numbering-repeat", parts(*markers)) == []


def test_each_part_counts_its_paragraphs_anew():
    reading = outline(
        (1, "I."), (2, "1."), (2, "2."), (1, "II."), (2, "1."), (2, "3."), (1, "III.")
    )

    assert found("numbering-gap", reading) == [("3", "2")]


def test_deeper_paragraphs_do_not_interrupt_a_list():
    reading = outline((2, "1."), (3, "-"), (3, "a)"), (2, "2."))

    assert found("numbering-gap", reading) == []


def test_a_number_used_twice():
    assert found("numbering-repeat", parts("1.", "2.", "2.")) == [("2", None)]


def test_a_list_that_lost_its_beginning():
    assert found("numbering-start", parts("II.", "III.")) == [("II", None)]


@pytest.mark.parametrize("markers", [("1.", "2."), ("12.",), ("2021.", "2022.")])
def test_lists_that_begin_well_or_are_none(markers):
    assert found("numbering-start", parts(*markers)) == []
