from datetime import date
from functools import partial

import pytest

from activities.deeds import entry, kind, load_kinds, plan_of, recorded
from factories import CHAIR, CLERK, DAY, NOON, OFFICER, UnitFactory, actor_as
from files.photographs import photograph
from thidua.activities.actions import (
    MOST_PICTURES,
    add_pictures,
    cancel_activity,
    record_activity,
)
from thidua.activities.models import Activity, Count, Measure
from thidua.audit.models import AuditEvent
from thidua.core.errors import Denied, DomainError
from thidua.files.actions import keep_picture
from thidua.plans.models import Clause


def test_an_activity_stands_in_the_phase_of_its_day_with_its_counts(plan, officer, workplace):
    activity = record_activity(unit=workplace, entry=entry(), by=officer, at=NOON)

    assert activity.phase == plan.phases.get(name="Đợt 1")
    assert activity.unit_path == workplace.path_on(DAY)
    assert {count.measure.code: count.value for count in activity.counts.all()} == {
        "buoi": 1,
        "luot": 40,
    }
    event = AuditEvent.objects.get(type="activity.recorded")
    assert (event.actor, event.target) == (
        officer.user.username,
        f"activities.activity:{activity.pk}",
    )


def test_an_activity_stands_under_a_content_of_the_plan(plan, officer, workplace):
    content = plan.clauses.get()

    activity = record_activity(unit=workplace, entry=entry(clause=content), by=officer, at=NOON)

    assert activity.clause == content


def test_the_plan_of_the_unit_itself_goes_before_that_of_the_superior(plan, officer, workplace):
    own = plan_of(workplace, full_number="01/KH-CĐCS")

    activity = record_activity(unit=workplace, entry=entry(), by=officer, at=NOON)

    assert activity.phase.plan == own


def test_beside_a_strand_that_runs_all_year_the_later_phase_is_meant(plan, officer, workplace):
    plan.phases.create(
        position=3,
        name="Thường xuyên",
        starts_on=date(2024, 1, 1),
        ends_on=date(2024, 12, 31),
        whole=True,
    )
    plan.phases.filter(name="Đợt 1").update(starts_on=date(2024, 2, 1))

    activity = record_activity(unit=workplace, entry=entry(), by=officer, at=NOON)

    assert activity.phase.name == "Đợt 1"


def test_a_group_records_under_a_plan_that_came_to_it(plan, group, leader, workplace):
    plan_of(workplace, ["Tổ Toán – Tin"], full_number="01/KH-CĐCS")

    activity = record_activity(unit=group, entry=entry(), by=leader, at=NOON)

    assert activity.unit == group


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ({"done_on": date(2024, 3, 16)}, "Ngày 16/03/2024 chưa tới"),
        ({"done_on": date(2023, 12, 31)}, "Ngày 31/12/2023 không nằm trong đợt thi đua nào"),
        ({"counts": [("buoi", -1)]}, "ngoài khoảng"),
        ({"counts": [("buoi", 10**12)]}, "ngoài khoảng"),
    ],
)
def test_what_cannot_have_been_is_refused_and_nothing_is_kept(
    plan, officer, workplace, said, reason
):
    with pytest.raises(DomainError, match=reason):
        record_activity(unit=workplace, entry=entry(**said), by=officer, at=NOON)

    assert not Activity.objects.exists()
    assert not AuditEvent.objects.filter(type="activity.recorded").exists()


def test_a_day_between_two_phases_is_refused(plan, workplace):
    later = actor_as(OFFICER, workplace, day=date(2024, 6, 15))

    with pytest.raises(DomainError, match="không nằm trong đợt"):
        record_activity(unit=workplace, entry=entry(done_on=date(2024, 5, 28)), by=later, at=NOON)


def test_a_unit_without_a_plan_is_told_so(kinds, officer, workplace):
    with pytest.raises(DomainError, match=f"kế hoạch mà {workplace} đang thực hiện"):
        record_activity(unit=workplace, entry=entry(), by=officer, at=NOON)


def test_a_content_of_another_plan_is_refused(plan, officer, workplace, outsider):
    foreign = Clause.objects.create(
        plan=plan_of(outsider), position=9, depth=1, text="Khác", content=True
    )

    with pytest.raises(DomainError, match="không thuộc kế hoạch"):
        record_activity(unit=workplace, entry=entry(clause=foreign), by=officer, at=NOON)


def test_a_count_of_another_kind_is_refused(plan, officer, workplace):
    said = entry()
    said.counts[Measure.objects.get(kind=kind("trong_cay"), code="cay")] = 5

    with pytest.raises(DomainError, match="không thuộc loại hoạt động"):
        record_activity(unit=workplace, entry=said, by=officer, at=NOON)

    assert not Count.objects.exists()


def test_nobody_above_records_in_the_name_of_a_unit(plan, province, workplace):
    above = actor_as(CHAIR, province)

    with pytest.raises(Denied, match="Chỉ người ghi hoạt động"):
        record_activity(unit=workplace, entry=entry(), by=above, at=NOON)

    assert not Activity.objects.exists()


def test_sent_twice_from_one_page_an_activity_is_entered_once(plan, officer, workplace):
    send = partial(record_activity, unit=workplace, entry=entry(), by=officer, at=NOON)

    first, second = send(once="trang1"), send(once="trang1")

    assert first == second
    assert send(once="trang2") != first
    assert Activity.objects.count() == 2


def test_a_phone_that_sends_twice_at_once_enters_one(at_once, shared_database, province, workplace):
    from_province(province)
    officer = actor_as(OFFICER, workplace)
    send = partial(
        record_activity, unit=workplace, entry=entry(), once="trang", by=officer, at=NOON
    )

    first, second = at_once(send, send)

    assert first == second
    assert (Activity.objects.count(), Count.objects.count()) == (1, 2)


def test_of_two_who_cancel_at_once_one_hears_that_it_is_cancelled(
    at_once, shared_database, province, workplace
):
    from_province(province)
    activity = recorded(workplace)
    officer = actor_as(OFFICER, workplace)
    cancel = partial(cancel_activity, activity=activity, reason="Ghi hai lần", by=officer, at=NOON)

    outcome = at_once(cancel, cancel)

    (refused,) = [answer for answer in outcome if isinstance(answer, DomainError)]
    assert "đã hủy" in str(refused)
    assert AuditEvent.objects.filter(type="activity.cancelled").count() == 1


def from_province(province):
    """The kinds and the plan, written to the database that the threads share."""
    load_kinds()
    plan_of(province, ["Các CĐCS trực thuộc"])


def test_a_cancelled_activity_keeps_its_reason_and_changes_no_more(plan, officer, workplace):
    activity = recorded(workplace)

    cancelled = cancel_activity(activity=activity, reason=" Ghi nhầm ngày ", by=officer, at=NOON)

    assert (cancelled.cancel_reason, cancelled.cancelled_by) == ("Ghi nhầm ngày", officer.user)
    with pytest.raises(DomainError, match="đã hủy"):
        cancel_activity(activity=activity, reason="Lần nữa", by=officer, at=NOON)


def test_nothing_is_cancelled_without_a_reason(plan, officer, workplace):
    activity = recorded(workplace)

    with pytest.raises(DomainError, match="lý do"):
        cancel_activity(activity=activity, reason="  ", by=officer, at=NOON)

    activity.refresh_from_db()
    assert activity.cancelled_at is None


@pytest.mark.parametrize("post", [CHAIR, CLERK])
def test_nobody_above_cancels(plan, province, workplace, post):
    activity = recorded(workplace)

    with pytest.raises(Denied):
        cancel_activity(activity=activity, reason="Sai", by=actor_as(post, province), at=NOON)


def test_pictures_can_be_added_later(plan, officer, workplace):
    activity = recorded(workplace, pictures=[photograph()])
    more = keep_picture(data=photograph((50, 50)), filename="b.jpg", unit=None, by=officer, at=NOON)

    add_pictures(activity=activity, pictures=[more], by=officer, at=NOON)

    assert [row.position for row in activity.evidence.all()] == [1, 2]
    assert AuditEvent.objects.filter(type="activity.pictured").count() == 1


def test_an_activity_takes_only_so_many_pictures(plan, officer, workplace):
    activity = recorded(workplace)
    picture = keep_picture(data=photograph(), filename="a.jpg", unit=None, by=officer, at=NOON)

    with pytest.raises(DomainError, match=f"nhiều nhất {MOST_PICTURES} ảnh"):
        add_pictures(
            activity=activity, pictures=[picture] * (MOST_PICTURES + 1), by=officer, at=NOON
        )

    assert not activity.evidence.exists()


def test_a_unit_elsewhere_cannot_touch_it(plan, workplace):
    activity = recorded(workplace)
    stranger = actor_as(OFFICER, UnitFactory())

    with pytest.raises(Denied):
        add_pictures(activity=activity, pictures=[], by=stranger, at=NOON)
