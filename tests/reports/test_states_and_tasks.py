from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from factories import CHAIR, DAY, LEADER, NOON, UnitFactory, UserFactory, actor_as, unit_kind
from reports.asked import accepted, issued_plan, opened, saved, submitted
from thidua.cascade.models import Rollout
from thidua.org.actor import Actor
from thidua.reports import actions, queries
from thidua.reports.models import Period, ReportStatus

AFTER = date(2024, 4, 9)
"""Four days after the due day."""


def titles(actor):
    return [task.title for task in queries.tasks_of(actor)]


def on(actor, day):
    return Actor.of(actor.user, day)


def test_every_unit_below_has_a_state_and_who_is_late_stays_late(
    period, workplace, second, reviewer
):
    late = datetime(2024, 4, 8, 9, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
    by = actor_as(CHAIR, workplace)
    report = saved(period, workplace, by)
    report = actions.submit_report(report=report, version=report.version, by=by, at=late)
    actions.accept_report(report=report, by=reviewer, at=late)

    states = queries.states_of(period.plan, AFTER)

    assert {unit: (one.status, one.late) for unit, one in states.items()} == {
        workplace.pk: (ReportStatus.ACCEPTED, 3),
        second.pk: (None, 4),
    }
    assert states[workplace.pk].accepted_on == date(2024, 4, 8)


def test_a_plan_without_a_period_has_no_states(province):
    assert queries.states_of(issued_plan(province), DAY) == {}


def test_who_submitted_in_time_and_corrects_later_is_not_late(period, workplace, reviewer, writer):
    report = submitted(period, workplace, writer)
    actions.return_report(
        report=report, reasons=actions.Reasons(general="Sửa"), by=reviewer, at=NOON
    )

    assert queries.states_of(period.plan, AFTER)[workplace.pk].late == 0


def test_who_takes_a_report_back_and_does_not_send_it_again_is_late(period, workplace, writer):
    actions.withdraw_report(report=submitted(period, workplace, writer), by=writer, at=NOON)

    assert queries.states_of(period.plan, AFTER)[workplace.pk].late == 4


def test_the_unit_below_is_told_to_write_and_until_when(period, writer):
    (task,) = queries.tasks_of(writer)

    assert (task.title, task.due, task.mine) == (
        "Lập báo cáo sơ kết đợt 1 năm 2024",
        period.due_on,
        True,
    )


def test_an_overdue_report_stays_among_the_tasks(period, writer):
    assert "Lập báo cáo sơ kết đợt 1 năm 2024" in titles(on(writer, date(2025, 6, 1)))


def test_a_submitted_report_waits_for_the_reviewer_and_the_author_sees_with_whom(
    period, workplace, province, writer, reviewer
):
    submitted(period, workplace, writer)

    (watched,) = queries.tasks_of(writer)
    assert (watched.mine, watched.holder) == (False, province.name)
    assert "Thẩm định báo cáo của CĐCS Trường THPT Hoa Lư A" in titles(reviewer)


def test_a_returned_report_is_a_task_of_its_author_again(period, workplace, writer, reviewer):
    report = submitted(period, workplace, writer)
    actions.return_report(
        report=report, reasons=actions.Reasons(general="Sửa"), by=reviewer, at=NOON
    )

    assert titles(writer) == ["Sửa và nộp lại báo cáo sơ kết đợt 1 năm 2024"]


def test_an_accepted_report_is_nobodys_task(period, workplace, writer, reviewer):
    accepted(period, workplace, reviewer)

    assert titles(writer) == []


def test_the_summary_is_written_when_it_is_time_and_accepted_by_who_signs(
    period, province, reviewer, chair
):
    assert "Lập báo cáo sơ kết đợt 1 năm 2024" not in titles(reviewer)
    assert "Lập báo cáo sơ kết đợt 1 năm 2024" in titles(on(reviewer, AFTER))

    submitted(period, province, reviewer)

    task = next(one for one in queries.tasks_of(chair) if one.title.startswith("Duyệt"))
    assert (task.title, task.mine) == ("Duyệt báo cáo sơ kết đợt 1 năm 2024", True)


def test_the_superior_is_told_to_ask_when_a_phase_nears_its_end(province, reviewer):
    plan = issued_plan(province)
    near = on(reviewer, date(2024, 3, 20))

    (task,) = queries.tasks_of(near)

    phase = plan.phases.get(position=1)
    assert (task.title, task.due) == ("Mở kỳ báo cáo Đợt 1", phase.ends_on)
    assert task.url == f"/reports/plans/{plan.pk}/open/?dot={phase.pk}"
    assert queries.tasks_of(on(reviewer, date(2024, 3, 1))) == []


def test_at_the_end_of_the_year_the_year_is_asked_for_too(province, reviewer):
    issued_plan(province)

    assert titles(on(reviewer, date(2024, 12, 20))) == [
        "Mở kỳ báo cáo Đợt 1",
        "Mở kỳ báo cáo Đợt 2",
        "Mở kỳ báo cáo cả năm",
    ]


def test_a_plan_that_carries_out_the_superior_s_is_reviewed_with_it(province, reviewer):
    plan, above = issued_plan(province), issued_plan(UnitFactory())
    Rollout.objects.create(plan=above, unit=province, unit_path="/", own_plan=plan)

    assert queries.tasks_of(on(reviewer, date(2024, 12, 20))) == []


def test_a_period_that_has_not_begun_is_no_task_yet(province, writer):
    opened(province, 2)

    assert titles(writer) == []


def test_a_group_has_no_report_of_its_own(period, workplace):
    kind = unit_kind("to", "Tổ công đoàn")
    kind.keeps_register = False
    kind.save(update_fields=["keeps_register"])
    leader = actor_as(LEADER, UnitFactory(name="Tổ Toán", kind=kind, under=workplace))

    assert titles(leader) == []


def test_a_stranger_to_reports_is_asked_nothing(django_assert_num_queries):
    stranger = Actor.of(UserFactory(), DAY)

    with django_assert_num_queries(0):
        assert queries.tasks_of(stranger) == []


@pytest.mark.parametrize("count", [1, 3])
def test_tasks_ask_as_often_for_one_report_as_for_three(
    province, reviewer, count, django_assert_num_queries
):
    units = [UnitFactory(under=province) for _ in range(count)]
    period = opened(province)
    for unit in units:
        submitted(period, unit)

    with django_assert_num_queries(6):
        tasks = queries.tasks_of(reviewer)

    assert len([task for task in tasks if task.title.startswith("Thẩm định")]) == count


def test_the_last_period_that_has_begun_is_the_latest(province, workplace, reviewer):
    plan = issued_plan(province)
    first = opened(province, 1, by=reviewer, plan=plan)
    opened(province, 2, by=reviewer, plan=plan)

    assert queries.latest_period(plan, DAY) == first
    assert queries.latest_period(plan, date(2024, 5, 1)) == Period.objects.get(phase__position=2)
