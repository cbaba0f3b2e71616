from datetime import date, timedelta

import pytest

from factories import CHAIR, DAY, OFFICER, UnitFactory, UserFactory, actor_as, unit_kind
from pledges.sheets import member, sheet_of
from progress.below import (
    SENT,
    acknowledged,
    launched,
    moment,
    plan_to,
    reminded,
    sent_to,
    workplaces,
)
from reports.asked import opened
from thidua.audit.actions import record
from thidua.pledges.models import Pledge, PledgeState, Way
from thidua.progress.models import Step
from thidua.progress.queries import Channel, Contact, matrix_of


def row_of(plan, unit, day=DAY):
    return next(row for row in matrix_of(plan, day).rows if row.unit == unit)


def test_a_unit_that_did_nothing_is_late_with_every_step_that_has_a_day(plan, workplace):
    row = row_of(plan, workplace)

    assert row.late == {
        Step.RECEIVED: (DAY - date(2024, 1, 16)).days,
        Step.ACKNOWLEDGED: (DAY - date(2024, 1, 25)).days,
        Step.OWN_PLAN: (DAY - date(2024, 2, 5)).days,
        Step.LAUNCHED: (DAY - date(2024, 2, 20)).days,
    }


def test_a_day_is_kept_until_it_is_over(plan, workplace):
    assert Step.ACKNOWLEDGED not in row_of(plan, workplace, date(2024, 1, 25)).late
    assert row_of(plan, workplace, date(2024, 1, 26)).late[Step.ACKNOWLEDGED] == 1


def test_without_days_only_the_unopened_plan_is_late(province, workplace):
    plan = plan_to(province, workplace, days=None)

    assert list(row_of(plan, workplace).late) == [Step.RECEIVED]


def test_each_step_counts_once_it_is_done(plan, workplace):
    acknowledged(plan, workplace, date(2024, 1, 20))
    launched(plan, workplace, date(2024, 2, 10))

    row = row_of(plan, workplace)

    assert [step for step in Step if row.done(step)] == [
        Step.RECEIVED,
        Step.ACKNOWLEDGED,
        Step.LAUNCHED,
        Step.PLEDGED,
        Step.REPORTED,
    ]


def test_a_report_that_was_asked_for_and_did_not_come_is_late(forms, plan, province, workplace):
    opened(province, plan=plan, due=date(2024, 4, 5))

    assert row_of(plan, workplace, date(2024, 4, 10)).late[Step.REPORTED] == 5


def test_a_unit_with_members_who_have_not_signed_lacks_the_pledge(plan, workplace):
    member(workplace, "Vũ Thị Ngọc", code="HL-012")

    row = row_of(plan, workplace)

    assert (row.share.headcount, row.done(Step.PLEDGED)) == (1, False)


def test_silent_is_who_is_late_and_has_not_been_heard_of_for_fourteen_days(plan, workplace):
    assert row_of(plan, workplace, SENT + timedelta(days=13)).silent == 0
    assert row_of(plan, workplace, SENT + timedelta(days=14)).silent == 14


def test_who_is_late_with_nothing_is_never_silent(province, workplace):
    plan = plan_to(province, workplace, days=None, opened=date(2024, 1, 16))

    assert (row_of(plan, workplace).late, row_of(plan, workplace).silent) == ({}, 0)


def test_what_people_of_the_unit_do_in_the_system_is_a_sign_of_life(plan, workplace):
    acknowledged(plan, workplace, date(2024, 3, 5))

    row = row_of(plan, workplace)

    assert (row.contact, row.silent) == (Contact(date(2024, 3, 5), Channel.SYSTEM), 0)


def test_what_a_group_of_the_unit_does_counts_for_the_unit(plan, workplace):
    group = UnitFactory(name="Tổ Toán", kind=unit_kind("to", "Tổ"), under=workplace)
    leader = actor_as(CHAIR, group, "Hà Văn Hiếu", date(2024, 3, 6))
    record("activity.recorded", on=group, by=leader, unit=group, at=moment(date(2024, 3, 6)))

    assert row_of(plan, workplace).contact == Contact(date(2024, 3, 6), Channel.SYSTEM)


def test_what_a_superior_does_with_the_unit_is_no_sign_of_life(plan, province, workplace):
    officer = actor_as(OFFICER, province, day=date(2024, 3, 6))
    record("report.returned", on=workplace, by=officer, unit=workplace, at=moment(DAY))

    row = row_of(plan, workplace)

    assert (row.contact, row.silent) == (None, (DAY - SENT).days)


@pytest.mark.parametrize("done_on", [date(2024, 1, 20), date(2024, 3, 4)])
def test_a_sign_of_life_is_found_behind_newer_ones_of_others(
    plan, province, workplace, done_on, monkeypatch
):
    acknowledged(plan, workplace, done_on)
    officer = actor_as(OFFICER, province, day=date(2024, 3, 6))
    record("report.returned", on=workplace, by=officer, unit=workplace, at=moment(DAY))
    monkeypatch.setattr("thidua.progress.queries.contacts.NEWEST", 1)

    assert row_of(plan, workplace).contact == Contact(done_on, Channel.SYSTEM)


def test_opening_the_paper_is_a_sign_of_life(province, workplace):
    plan = plan_to(province, workplace, opened=date(2024, 1, 18))

    assert row_of(plan, workplace).contact == Contact(date(2024, 1, 18), Channel.OPENED)


def test_a_member_who_signs_by_the_code_is_a_sign_of_life(plan, workplace):
    acknowledged(plan, workplace, date(2024, 1, 20))
    sheet = sheet_of(workplace, plan.phases.get(position=1))
    Pledge.objects.create(
        sheet=sheet,
        person=member(workplace, "Vũ Thị Ngọc", code="HL-012"),
        way=Way.SELF,
        state=PledgeState.COUNTED,
        signed_at=moment(date(2024, 3, 14)),
        receipt="giấy hẹn",
    )

    assert row_of(plan, workplace).contact == Contact(date(2024, 3, 14), Channel.CODE)


def test_silent_units_come_first_then_the_latest_then_by_name(province):
    quiet, slow, slower, ready = workplaces(province, 4)
    plan = plan_to(province, slow, slower, ready, quiet, opened=date(2024, 1, 16))
    for unit in (slow, ready):
        acknowledged(plan, unit, date(2024, 3, 10))
    launched(plan, ready, date(2024, 2, 10))
    actor = actor_as(CHAIR, slower, day=date(2024, 3, 12))
    record("x", on=slower, by=actor, unit=slower, at=moment(date(2024, 3, 12)))

    rows = matrix_of(plan, DAY).rows

    assert [row.unit for row in rows] == [quiet, slower, slow, ready]


def test_a_unit_that_reports_but_never_got_the_plan_is_named(forms, plan, province):
    UnitFactory(name="CĐCS Trường THPT Mới", under=province)
    opened(province, plan=plan, due=date(2024, 4, 5))

    assert matrix_of(plan, DAY).unsent == ["CĐCS Trường THPT Mới"]


def test_a_plan_that_went_to_nobody_has_no_rows(province):
    plan = plan_to(province)

    matrix = matrix_of(plan, DAY)

    assert (matrix.rows, matrix.unsent) == ([], [])


def test_the_last_reminder_stands_at_its_unit(plan, workplace, officer, chair):
    reminded(plan, [workplace], officer)

    assert row_of(plan, workplace).reminded == DAY


def test_reminders_of_days_to_come_do_not_show(plan, workplace, officer, chair):
    reminded(plan, [workplace], officer)

    assert row_of(plan, workplace, DAY - timedelta(days=1)).reminded is None


@pytest.mark.parametrize("count", [1, 30])
def test_the_number_of_questions_does_not_grow(province, count, django_assert_num_queries):
    units = workplaces(province, count)
    plan = plan_to(province, *units[:1])
    sent_to(plan, *units[1:])
    acknowledged(plan, units[0], date(2024, 1, 20))
    UserFactory()

    with django_assert_num_queries(17):
        matrix_of(plan, DAY)


def test_whoever_got_the_plan_through_their_superior_is_not_missing(forms, province):
    district = UnitFactory(name="LĐLĐ huyện Kim Sơn", under=province)
    UnitFactory(name="CĐCS xã Tân Thành", under=district)
    plan = plan_to(province, district)
    opened(province, plan=plan, due=date(2024, 4, 5))

    matrix = matrix_of(plan, DAY)

    assert ([row.unit for row in matrix.rows], matrix.unsent) == ([district], [])


def test_signs_of_life_are_the_same_among_very_many_people(plan, workplace, chair, monkeypatch):
    record("x", on=workplace, by=chair, unit=workplace, at=moment(DAY))
    before = row_of(plan, workplace).contact

    monkeypatch.setattr("thidua.progress.queries.contacts.NAMED", 0)

    assert row_of(plan, workplace).contact == before == Contact(DAY, Channel.SYSTEM)
