import pytest

from vanban.forward.numerals import in_the_style_of, number_of, roman


@pytest.mark.parametrize("number", range(1, 40))
def test_every_ordinal_of_a_congress_is_read_back(number):
    assert number_of(roman(number)) == number


@pytest.mark.parametrize(
    ("printed", "number", "new"),
    [
        ("XIII", 14, "XIV"),
        ("16", 17, "17"),
        ("05", 6, "06"),
        ("09", 10, "10"),
        ("nhất", 2, "hai"),
        ("tư", 5, "năm"),
        ("mười", 11, None),
    ],
)
def test_a_number_keeps_the_way_it_was_printed(printed, number, new):
    assert in_the_style_of(printed, number) == new


@pytest.mark.parametrize("printed", ["IIII", "VX", "abc"])
def test_what_is_no_numeral_has_no_number(printed):
    assert number_of(printed) is None
