from datetime import date

import pytest

from vanban.language.dates import dates_in, impossible_dates, last_day, periods_in

SCHOOL_YEAR = (2025, 2026)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("ngày 15 tháng 01 năm 2024", date(2024, 1, 15)),
        ("Hòa Bình, ngày 04 tháng 01 năm 2022", date(2022, 1, 4)),
        ("15/01/2024", date(2024, 1, 15)),
        ("ngày 24/9/2021", date(2021, 9, 24)),
        ("3/2/2022", date(2022, 2, 3)),
        ("tháng 01/01/2022", date(2022, 1, 1)),
        ("28.7.2009", date(2009, 7, 28)),
        ("2-9-2024", date(2024, 9, 2)),
        ("2024-01-15", date(2024, 1, 15)),
        ("29/02/2024", date(2024, 2, 29)),
    ],
)
def test_a_date_in_every_habit(text, day):
    assert [found.date for found in dates_in(text)] == [day]


@pytest.mark.parametrize(
    "text", ["số 30/2020/NĐ-CP", "tháng 01/2024", "ngày 20/11", "2018-2023", "1.2.3", "24/7"]
)
def test_what_is_no_complete_date(text):
    assert dates_in(text) == []


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("từ tháng 01/2024 đến 31/7/2024", date(2024, 1, 1), date(2024, 7, 31)),
        ("Từ tháng 1/01 - 30/6/2022", date(2022, 1, 1), date(2022, 6, 30)),
        ("Từ 1/7 - 31/12/2022", date(2022, 7, 1), date(2022, 12, 31)),
        ("Từ tháng 01/01/2022 đến 30/4/2022", date(2022, 1, 1), date(2022, 4, 30)),
        ("từ 15/9 đến 30/5/2024", date(2023, 9, 15), date(2024, 5, 30)),
        ("từ tháng 9/2023 đến hết tháng 5 năm 2024", date(2023, 9, 1), date(2024, 5, 31)),
        ("từ tháng 01 đến tháng 6/2024", date(2024, 1, 1), date(2024, 6, 30)),
        ("từ 01/11/2023 đến 28/02", date(2023, 11, 1), date(2024, 2, 28)),
        ("Tháng 5/2026", date(2026, 5, 1), date(2026, 5, 31)),
        ("trong tháng 2 năm 2024", date(2024, 2, 1), date(2024, 2, 29)),
        ("quý IV/2026", date(2026, 10, 1), date(2026, 12, 31)),
        ("đến hết ngày 30/6/2026", None, date(2026, 6, 30)),
        (
            "từ ngày 05 tháng 9 năm 2023 đến ngày 15 tháng 01 năm 2024",
            date(2023, 9, 5),
            date(2024, 1, 15),
        ),
    ],
)
def test_a_stretch_of_time(text, start, end):
    period = periods_in(text)[0]

    assert (period.start, period.end) == (start, end)


def test_a_year_that_is_not_printed_comes_from_the_plan():
    period = periods_in("từ 05/9 đến 16/01", SCHOOL_YEAR)[0]

    assert (period.start, period.end) == (date(2025, 9, 5), date(2026, 1, 16))
    assert period.guessed


def test_from_now_on_starts_today_when_today_is_known():
    text = "từ nay đến 31/12/2026"

    assert periods_in(text, today=date(2026, 2, 5))[0].start == date(2026, 2, 5)
    assert periods_in(text)[0].start is None


def test_spans_of_a_stretch_point_at_its_ends():
    text = "Đợt 1: Từ tháng 1/01 - 30/6/2022."
    period = periods_in(text)[0]

    assert text[slice(*period.start_span)] == "tháng 1/01"
    assert text[slice(*period.end_span)] == "30/6/2022"


@pytest.mark.parametrize(
    "text", ["31/04/2022", "29/02/2023", "ngày 31 tháng 4 năm 2022", "32/1/2022", "1/13/2022"]
)
def test_a_date_that_does_not_exist_is_reported_and_not_read(text):
    assert impossible_dates(text) == [((0, len(text)), text)]
    assert dates_in(text) == []


def test_without_a_year_only_what_looks_like_a_day_and_month_is_judged():
    assert [text for _, text in impossible_dates("từ 31/04 đến 30/6, đạt 15/20 điểm")] == ["31/04"]


def test_the_last_day_of_a_month():
    assert (last_day(2024, 2), last_day(2024, 13)) == (date(2024, 2, 29), None)
