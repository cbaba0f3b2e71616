from datetime import date

import pytest

from thidua.core.days import next_working_day, weekday


@pytest.mark.parametrize(
    ("day", "after"),
    [
        (date(2024, 1, 15), date(2024, 1, 16)),
        (date(2024, 3, 15), date(2024, 3, 18)),
        (date(2024, 3, 16), date(2024, 3, 18)),
        (date(2024, 12, 31), date(2025, 1, 1)),
    ],
)
def test_the_next_working_day_skips_the_week_end(day, after):
    assert next_working_day(day) == after


def test_days_are_named_in_words():
    assert [weekday(date(2024, 3, 18 + n)) for n in (0, 4, 6)] == [
        "Thứ Hai",
        "Thứ Sáu",
        "Chủ nhật",
    ]
