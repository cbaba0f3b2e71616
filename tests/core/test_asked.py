"""Numbers in addresses come from anybody."""

import pytest

from thidua.core.asked import asked_number


@pytest.mark.parametrize("typed", ["", "x", "-1", " 1", "1.5", "²", "٣", "9" * 19, "9" * 5000])
def test_what_is_no_number_of_a_row_is_none(typed):
    assert asked_number(typed) is None


def test_digits_are_a_number():
    assert (asked_number("0"), asked_number("2024")) == (0, 2024)
