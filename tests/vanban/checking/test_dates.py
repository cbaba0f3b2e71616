import datetime as dt

import pytest

from checking.findings import found, messages, said
from vanban.checking.check import check
from vanban.reading.model import Phase


def plan(*phases, year="2022"):
    days = [(dt.date.fromisoformat(start), dt.date.fromisoformat(end)) for start, end in phases]
    return said(
        "",
        year,
        phases=tuple(Phase(f"Đợt {n}", *both) for n, both in enumerate(days, start=1)),
    )


def rules(reading):
    return [finding.rule for finding in check(reading) if finding.rule.startswith("phase")]


@pytest.mark.parametrize("date", ["31/04/2022", "29/02/2023", "ngày 31 tháng 6 năm 2022"])
def test_days_that_do_not_exist(date):
    assert found("impossible-date", said(f"Báo cáo trước {date}.")) == [(date, None)]


@pytest.mark.parametrize("text", ["29/02/2024", "2/3 đoàn viên", "391/2021", "24/7"])
def test_days_that_exist_and_numbers_that_are_no_days(text):
    assert found("impossible-date", said(text)) == []


def test_the_lunar_name_beside_another_year():
    reading = said("Tết Nguyên đán Quý Mão 2024 theo phương châm")

    assert found("can-chi-year", reading) == [("Quý Mão", "Giáp Thìn")]
    assert messages("can-chi-year", reading) == ["Năm 2024 là Giáp Thìn, không phải Quý Mão."]


def test_the_right_lunar_name():
    assert found("can-chi-year", said("Tết Nguyên đán Nhâm Dần 2022")) == []


def test_last_years_tet_without_its_year():
    reading = said("chăm lo Tết Nguyên đán Tân Sửu cho đoàn viên")

    assert found("can-chi-plan", reading) == [("Tân Sửu", "Nhâm Dần")]


@pytest.mark.parametrize("text", ["Tết Nhâm Dần", "Tết Quý Mão", "đồng chí Nguyễn Tân Sửu"])
def test_this_tet_the_next_one_and_people(text):
    assert found("can-chi-plan", said(text)) == []


@pytest.mark.parametrize(
    ("text", "marked", "fix"),
    [
        ("Từ tháng 1/01 - 30/6/2022", "tháng 1/01", "ngày 01/01"),
        ("Từ tháng 01/01/2022 đến 30/4/2022", "tháng 01/01/2022", "ngày 01/01/2022"),
    ],
)
def test_a_month_that_looks_like_a_day_is_asked(text, marked, fix):
    assert found("unclear-date", said(text)) == [(marked, fix)]


@pytest.mark.parametrize("text", ["từ tháng 01/2024", "tháng 7", "tháng 5/22"])
def test_plain_months_are_clear(text):
    assert found("unclear-date", said(text)) == []


def test_phases_that_fit_together():
    assert rules(plan(("2022-01-01", "2022-06-30"), ("2022-07-01", "2022-12-31"))) == []


def test_a_phase_that_ends_before_it_starts():
    assert rules(plan(("2022-06-30", "2022-01-01"))) == ["phase-order"]


def test_phases_that_overlap():
    assert rules(plan(("2022-01-01", "2022-06-30"), ("2022-06-30", "2022-12-31"))) == [
        "phase-overlap"
    ]


def test_days_between_phases():
    reading = plan(("2022-01-01", "2022-06-30"), ("2022-07-03", "2022-12-31"))

    assert rules(reading) == ["phase-gap"]
    assert messages("phase-gap", reading)[0].startswith("Từ 01/07/2022 đến 02/07/2022")


def test_a_phase_outside_the_year():
    assert rules(plan(("2022-01-01", "2023-06-30"))) == ["phase-year"]


def test_a_school_year_has_two_years():
    assert rules(plan(("2023-09-05", "2024-05-31"), year="2023-2024")) == []


def test_a_phase_without_dates_is_left_alone():
    assert rules(said("", phases=(Phase("Đợt 1", None, None), Phase("Đợt 2", None, None)))) == []


def test_the_place_of_a_phase_is_where_it_starts():
    reading = said(
        "Đợt 1: 30/6 - 01/01/2022",
        phases=(Phase("Đợt 1", dt.date(2022, 6, 30), dt.date(2022, 1, 1)),),
        spans={"phases[0].start": (7, 11)},
    )

    assert found("phase-order", reading) == [("30/6", None)]
