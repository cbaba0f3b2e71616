from datetime import date, timedelta

import pytest

from factories import CHAIR, DAY, OFFICER, actor_as
from progress.below import acknowledged, launched, plan_to, reminded, renumbered, workplaces
from thidua.progress.queries import tasks_of

LATER = {"acknowledge_by": date(2024, 3, 20), "own_plan_by": None, "launch_by": None}


def test_units_that_are_overdue_wait_for_a_word(plan, workplace, officer):
    (task,) = tasks_of(officer)

    assert (task.title, task.detail, task.mine) == (
        "Nhắc 1 đơn vị quá hạn theo Kế hoạch số 05/KH-CĐGD",
        workplace.name,
        True,
    )
    assert task.url == f"/progress/plans/{plan.pk}/?loc=qua-han"
    assert task.since == date(2024, 1, 26)


def test_before_the_day_is_over_there_is_nothing_to_remind_of(province, workplace, officer):
    plan_to(province, workplace, days=LATER)

    assert tasks_of(officer) == []


def test_a_unit_that_has_done_all_in_time_needs_no_word(province, workplace, officer):
    days = {
        "acknowledge_by": date(2024, 1, 25),
        "own_plan_by": None,
        "launch_by": date(2024, 2, 20),
    }
    plan = plan_to(province, workplace, days=days)
    acknowledged(plan, workplace, date(2024, 1, 20))
    launched(plan, workplace, date(2024, 2, 10))

    assert tasks_of(officer) == []


def test_a_reminder_gives_a_week_of_rest(plan, workplace, officer, chair):
    reminded(plan, [workplace], officer)

    assert tasks_of(officer) == []
    week = actor_as(OFFICER, plan.document.unit, day=DAY + timedelta(days=7))
    assert len(tasks_of(week)) == 1


def test_many_units_are_counted_and_three_are_named(province, officer):
    plan_to(province, *workplaces(province, 5))

    (task,) = tasks_of(officer)

    assert task.detail == "CĐCS số 000, CĐCS số 001, CĐCS số 002 và 2 đơn vị khác"


def test_a_chair_below_has_no_such_task(plan, workplace):
    assert tasks_of(actor_as(CHAIR, workplace)) == []


@pytest.mark.parametrize("count", [1, 20])
def test_the_tasks_ask_two_questions(province, officer, count, django_assert_num_queries):
    plan_to(province, *workplaces(province, count))

    with django_assert_num_queries(2):
        tasks_of(officer)


def test_the_word_is_owed_until_the_next_plan_follows(province, plan, workplace):
    next_year = actor_as(OFFICER, province, day=date(2025, 2, 10))
    owed = tasks_of(next_year)
    renumbered(plan, "05a/KH-CĐGD")
    following = plan_to(province, workplace, days=None)
    following.starts_on, following.ends_on = date(2025, 1, 1), date(2025, 12, 31)
    following.save()

    assert len(owed) == 1
    assert tasks_of(next_year) == []
