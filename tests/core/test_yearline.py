from datetime import date

import pytest

from thidua.core.yearline import Point, Stretch, year_line

FIRST = Stretch("Đợt 1", date(2024, 1, 1), date(2024, 7, 31))
SECOND = Stretch("Đợt 2", date(2024, 8, 1), date(2024, 12, 31), "thi đua cao điểm")


def test_days_become_places_in_per_cent():
    line = year_line(2024, [FIRST, SECOND], [], date(2024, 3, 15))

    assert [phase["x"] for phase in line["phases"]] == ["0.00", "58.20"]
    assert line["today"] == {"x": "20.22", "flag": 0, "text": "Hôm nay 15/03"}


def test_the_flag_of_today_flies_inwards_near_an_edge():
    days = (date(2025, 1, 3), date(2025, 6, 1), date(2025, 12, 30))
    flags = [year_line(2025, [], [], day)["today"]["flag"] for day in days]

    assert flags == [49, 0, -49]


def test_the_running_phase_is_marked():
    line = year_line(2024, [FIRST, SECOND], [], date(2024, 8, 1))

    assert [phase["running"] for phase in line["phases"]] == [False, True]


def test_today_is_not_drawn_in_another_year():
    assert year_line(2023, [], [], date(2024, 3, 15))["today"] is None


def test_a_school_year_is_cut_at_the_edges():
    school = Stretch("Cả năm học", date(2023, 9, 1), date(2024, 5, 31))

    (shown,) = year_line(2024, [school], [], date(2024, 3, 15))["phases"]

    assert (shown["x"], shown["width"]) == ("0.00", "41.38")


def test_phases_of_another_year_are_left_out():
    assert year_line(2022, [FIRST], [], date(2022, 3, 15))["phases"] == []


@pytest.mark.parametrize(
    ("day", "anchor"),
    [
        (date(2024, 1, 3), "start"),
        (date(2024, 7, 28), "middle"),
        (date(2024, 12, 30), "end"),
    ],
)
def test_names_of_points_stay_inside(day, anchor):
    (point,) = year_line(2024, [], [Point("Mốc", day)], date(2024, 3, 15))["points"]

    assert point["anchor"] == anchor


def test_the_chart_says_its_message_in_one_sentence():
    line = year_line(2024, [FIRST], [], date(2024, 3, 15))

    assert line["label"] == "Năm 2024: Đợt 1 từ 01/01 đến 31/07; hôm nay 15/03."


def test_phases_that_overlap_stand_in_lines_of_their_own():
    school = Stretch("Học kỳ II", date(2024, 1, 15), date(2024, 5, 31))

    line = year_line(2024, [FIRST, school, SECOND], [], date(2024, 3, 15))

    assert [phase["y"] for phase in line["phases"]] == [46, 80, 46]
    assert (line["height"], line["foot"]) == (174, 144)
