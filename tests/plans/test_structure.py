import datetime as dt

import pytest

from thidua.plans.structure import clauses_of, disordered, is_plan, period_of, phases_of
from vanban.reading.model import Block, ContentItem, Phase, Reading

DAY = dt.date(2024, 3, 15)


def span_of(phases):
    return [(phase.starts_on.isoformat(), phase.ends_on.isoformat()) for phase in phases]


@pytest.mark.parametrize(
    ("label", "date", "period"),
    [
        ("2022", None, ("2022-01-01", "2022-12-31")),
        ("2023-2024", None, ("2023-09-01", "2024-05-31")),
        ("2021-2025", None, ("2021-01-01", "2025-12-31")),
        (None, dt.date(2022, 1, 4), ("2022-01-01", "2022-12-31")),
        (None, None, ("2024-01-01", "2024-12-31")),
        ("năm nay", None, ("2024-01-01", "2024-12-31")),
    ],
)
def test_the_period_is_the_year_the_school_year_or_the_year_of_the_paper(label, date, period):
    found = period_of(Reading(year_or_school_year=label, date=date), DAY)

    assert (found.starts_on.isoformat(), found.ends_on.isoformat()) == period


def test_a_plan_without_phases_has_one_for_its_whole_period():
    (phase,) = phases_of(Reading(year_or_school_year="2023-2024"), DAY)

    assert (phase.name, phase.whole) == ("Cả năm học", True)
    assert span_of([phase]) == [("2023-09-01", "2024-05-31")]


def test_days_that_are_not_printed_come_from_the_neighbours():
    read = Reading(
        year_or_school_year="2022",
        phases=(
            Phase("Đợt 1", None, None),
            Phase("Đợt 2", dt.date(2022, 5, 1), dt.date(2022, 7, 31)),
            Phase("Đợt 3", None, None),
        ),
    )

    assert span_of(phases_of(read, DAY)) == [
        ("2022-01-01", "2022-04-30"),
        ("2022-05-01", "2022-07-31"),
        ("2022-08-01", "2022-12-31"),
    ]


def test_a_phase_that_ends_before_it_begins_is_named_and_left_out():
    read = Reading(
        year_or_school_year="2022",
        phases=(Phase("Đợt 1", dt.date(2022, 7, 1), dt.date(2022, 6, 30)),),
    )

    assert [phase.name for phase in disordered(read, DAY)] == ["Đợt 1"]
    assert [phase.whole for phase in phases_of(read, DAY)] == [True]


def test_clauses_stand_under_the_nearest_one_above_and_the_closing_under_none():
    blocks = [
        Block(0, "", "Thực hiện kế hoạch"),
        Block(1, "I.", "NỘI DUNG", heading=True),
        Block(2, "1.", "Dạy tốt"),
        Block(0, "", "Việc làm thêm"),
        Block(2, "2.", "Học tốt"),
        Block(1, "II.", "TỔ CHỨC", heading=True),
        Block(0, "", "Trên đây là kế hoạch"),
    ]
    read = Reading(content_items=(ContentItem("1", "Dạy tốt Việc làm thêm"),))

    found = clauses_of(blocks, read)

    assert [clause.parent for clause in found] == [None, None, 1, 2, 1, None, None]
    assert [clause.content for clause in found] == [False, False, True, *[False] * 4]


@pytest.mark.parametrize(
    ("type_name", "read", "plan"),
    [
        ("Kế hoạch", Reading(), True),
        ("Công văn", Reading(), False),
        ("Hướng dẫn", Reading(content_items=(ContentItem("1", "Dạy tốt"),)), True),
    ],
)
def test_a_letter_has_no_structure_of_a_plan(type_name, read, plan):
    assert is_plan(type_name, read) is plan
