"""Dates, numbers and names as Vietnamese papers write them."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from thidua.core.templatetags.vn import initials, vn_date, vn_date_long, vn_number


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (date(2024, 3, 15), "15/03/2024"),
        (date(1929, 7, 28), "28/07/1929"),
        (date(938, 1, 2), "02/01/938"),
        (datetime(2024, 3, 15, 9, 30), "15/03/2024"),  # noqa: DTZ001  a moment without a zone
        (None, ""),
        ("", ""),
    ],
)
def test_a_date_is_written_day_first(value, shown):
    assert vn_date(value) == shown


def test_a_moment_is_dated_by_the_calendar_of_the_installation():
    evening_in_london = datetime(2024, 3, 15, 18, 0, tzinfo=UTC)

    assert vn_date(evening_in_london) == "16/03/2024"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (date(2024, 3, 15), "ngày 15 tháng 3 năm 2024"),
        (date(2024, 8, 9), "ngày 09 tháng 8 năm 2024"),
        (date(2024, 1, 5), "ngày 05 tháng 01 năm 2024"),
        (date(2024, 2, 28), "ngày 28 tháng 02 năm 2024"),
        (date(2024, 12, 31), "ngày 31 tháng 12 năm 2024"),
        (None, ""),
    ],
)
def test_a_long_date_pads_days_and_the_first_two_months(value, shown):
    assert vn_date_long(value) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (0, "0"),
        (27, "27"),
        (1963, "1.963"),
        (56_000_000, "56.000.000"),
        (-1204, "-1.204"),
        (Decimal("95.90"), "95,9"),
        (Decimal("1963.00"), "1.963"),
        (1234.5, "1.234,5"),
        (None, ""),
        ("", ""),
    ],
)
def test_a_number_has_dots_and_a_comma(value, shown):
    assert vn_number(value) == shown


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Phạm Thu Hà", "PH"),
        ("Đinh Thị Lan", "ĐL"),
        ("ông Ích", "ÔÍ"),
        ("Hà", "H"),
        ("Lê Lê", "LL"),
        ("", ""),
        (None, ""),
    ],
)
def test_initials_are_those_of_family_and_given_name(name, letters):
    assert initials(name) == letters
