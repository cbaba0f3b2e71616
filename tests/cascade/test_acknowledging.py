"""A unit acknowledges a superior's plan, and may take it back."""

from datetime import date
from functools import partial

import pytest

from cascade.plans_above import acknowledged, begun, issued_plan
from factories import CHAIR, CLERK, DAY, NOON, VICE, UnitFactory, actor_as, user_as
from thidua.audit.models import AuditEvent
from thidua.cascade import actions, queries
from thidua.cascade.models import Rollout
from thidua.core.errors import Denied, DomainError
from thidua.documents.models import Delivery
from thidua.org.actor import Actor
from thidua.org.models import Post


def url(plan, unit, name=""):
    return f"/cascade/plans/{plan.pk}/units/{unit.pk}/{name}"


def told(actor):
    return [(task.title, task.due) for task in queries.tasks_of(actor)]


def test_acknowledging_opens_the_paper_and_is_recorded(plan, workplace, chair):
    rollout = actions.acknowledge(plan=plan, unit=workplace, by=chair, at=NOON)

    delivery = Delivery.objects.get(unit=workplace)
    assert (rollout.acknowledged_by, rollout.acknowledged_at) == (chair.user, NOON)
    assert delivery.opened_by == chair.user
    assert AuditEvent.objects.filter(type="rollout.acknowledged").count() == 1


def test_a_press_on_the_page_acknowledges_and_offers_the_next_step(client, plan, workplace):
    client.force_login(user_as(CHAIR, workplace))
    before = client.get(url(plan, workplace)).text

    after = client.post(url(plan, workplace, "ack/"), follow=True).text

    assert "Xác nhận đã nhận" in before
    assert "Đã xác nhận đã nhận Kế hoạch số 01/KH-CĐGD" in after
    assert "Lập kế hoạch riêng" in after
    assert "Hoàn tác xác nhận" in after


def test_the_second_person_hears_who_was_first(client, plan, workplace, chair, vice):
    acknowledged(plan, workplace, chair)
    client.force_login(vice.user)

    answer = client.post(url(plan, workplace, "ack/"))

    assert answer.status_code == 409
    assert "Đỗ Thị Minh Oanh đã xác nhận đã nhận kế hoạch này ngày 15/03/2024." in answer.text
    assert Rollout.objects.get().acknowledged_by == chair.user


def test_a_unit_that_the_plan_did_not_reach_has_nothing_to_acknowledge(client, plan, outsider):
    chair = actor_as(CHAIR, outsider)
    client.force_login(chair.user)

    with pytest.raises(DomainError, match="không gửi đến"):
        actions.acknowledge(plan=plan, unit=outsider, by=chair, at=NOON)
    assert client.post(url(plan, outsider, "ack/")).status_code == 404
    assert not Rollout.objects.exists()


def test_the_superior_of_the_issuer_is_no_receiver(province, workplace):
    """The paper goes up *để báo cáo*; that asks nothing of whoever gets it."""
    plan = issued_plan(workplace, lines=("Công đoàn Giáo dục tỉnh Ninh Bình (để báo cáo)",))

    assert Delivery.objects.get().unit == province
    assert not queries.is_receiver(plan, province, DAY)
    assert told(actor_as(CHAIR, province)) == []


def test_a_plan_that_is_not_issued_reaches_nobody(plan, workplace, chair):
    plan.document.status = "signed"
    plan.document.signed_at, plan.document.signed_by = NOON, chair.user
    plan.document.save(update_fields=["status", "signed_at", "signed_by"])

    assert not queries.is_receiver(plan, workplace, DAY)


@pytest.mark.parametrize("post", [CLERK])
def test_whoever_does_not_handle_plans_may_not_acknowledge(plan, workplace, post):
    with pytest.raises(Denied, match="triển khai kế hoạch"):
        actions.acknowledge(plan=plan, unit=workplace, by=actor_as(post, workplace), at=NOON)
    assert not AuditEvent.objects.filter(type="rollout.acknowledged").exists()


def test_nobody_above_acknowledges_in_the_name_of_a_unit(plan, province, workplace):
    with pytest.raises(Denied):
        actions.acknowledge(plan=plan, unit=workplace, by=actor_as(VICE, province), at=NOON)


def test_a_term_that_ended_between_opening_and_pressing_is_told(client, plan, workplace, chair):
    client.force_login(chair.user)
    Post.objects.filter(person=chair.user.person).update(ends_on=DAY)

    answer = client.post(url(plan, workplace, "ack/"))

    assert answer.status_code == 403
    assert "triển khai kế hoạch" in answer.text
    assert not Rollout.objects.exists()


def test_taking_back_makes_the_task_come_again(client, plan, workplace, chair):
    acknowledged(plan, workplace, chair)
    client.force_login(chair.user)

    page = client.post(url(plan, workplace, "take-back/"), follow=True).text

    assert "Đã hoàn tác" in page
    assert told(chair) == [("Xác nhận đã nhận Kế hoạch số 01/KH-CĐGD", None)]
    assert AuditEvent.objects.filter(type="rollout.taken_back").exists()


def test_acknowledging_again_after_taking_back_is_the_same_row(plan, workplace, chair, vice):
    first = acknowledged(plan, workplace, chair)
    actions.take_back(rollout=first, by=chair, at=NOON)

    again = acknowledged(plan, workplace, vice)

    assert (again.pk, again.acknowledged_by) == (first.pk, vice.user)


def test_what_was_begun_cannot_be_taken_back(plan, workplace, chair):
    rollout = acknowledged(plan, workplace, chair)
    begun(rollout, chair)

    with pytest.raises(DomainError, match="đã lập kế hoạch riêng"):
        actions.take_back(rollout=rollout, by=chair, at=NOON)
    rollout.refresh_from_db()
    assert rollout.acknowledged_at == NOON


def test_what_was_launched_cannot_be_taken_back(plan, workplace, chair):
    rollout = acknowledged(plan, workplace, chair)
    actions.launch(phase=plan.phases.first(), unit=workplace, launched_on=DAY, by=chair, at=NOON)

    with pytest.raises(DomainError, match="đã phát động"):
        actions.take_back(rollout=rollout, by=chair, at=NOON)


def test_each_plan_of_the_year_is_acknowledged_by_itself(province, workplace, plan, chair):
    second = issued_plan(province, title="Thi đua chuyên đề năm 2024")
    acknowledged(plan, workplace, chair)

    assert ("Xác nhận đã nhận Kế hoạch số 02/KH-CĐGD", None) in told(chair)
    assert queries.plan_in_force(workplace, DAY) == second


def test_a_plan_taken_in_on_paper_is_acknowledged_like_any_other(client, workplace):
    from_file = UnitFactory(name="Ở ngoài")
    plan = issued_plan(from_file, lines=("Lưu: VT",))
    plan.document.unit, plan.document.direction = workplace, "in"
    plan.document.status, plan.document.received_on = "received", DAY
    plan.document.issuer = None
    plan.document.save()
    chair = actor_as(CHAIR, workplace)

    assert told(chair) == [("Xác nhận đã nhận Kế hoạch số 01/KH-CĐCS", None)]
    assert acknowledged(plan, workplace, chair).acknowledged_at == NOON


def test_of_two_who_acknowledge_at_once_one_is_told(at_once, shared_database):
    province = UnitFactory(name="Công đoàn Giáo dục tỉnh Ninh Bình")
    workplace = UnitFactory(under=province)
    plan = issued_plan(province)
    people = actor_as(CHAIR, workplace), actor_as(VICE, workplace)

    outcome = at_once(
        *[
            partial(actions.acknowledge, plan=plan, unit=workplace, by=one, at=NOON)
            for one in people
        ]
    )

    assert sorted(type(one).__name__ for one in outcome) == ["DomainError", "Rollout"]
    assert Rollout.objects.count() == 1


def test_tasks_carry_the_days_that_the_superior_set(province, plan, workplace, chair):
    actions.set_timetable(
        plan=plan,
        acknowledge_by=date(2024, 3, 20),
        own_plan_by=date(2024, 3, 31),
        launch_by=date(2024, 4, 10),
        by=actor_as(CHAIR, province),
        at=NOON,
    )
    before = told(chair)
    acknowledged(plan, workplace, chair)

    assert before == [("Xác nhận đã nhận Kế hoạch số 01/KH-CĐGD", date(2024, 3, 20))]
    assert told(chair) == [
        ("Lập kế hoạch riêng từ Kế hoạch số 01/KH-CĐGD", date(2024, 3, 31)),
        ("Phát động đợt 1 theo Kế hoạch số 01/KH-CĐGD", date(2024, 4, 10)),
    ]


def test_a_post_elsewhere_has_no_tasks(plan, outsider):
    actor = Actor.of(user_as(CHAIR, outsider), DAY)

    assert told(actor) == []


def test_what_was_asked_by_a_day_does_not_lapse_with_the_year(province, plan, workplace, chair):
    actions.set_timetable(
        plan=plan,
        acknowledge_by=date(2024, 3, 20),
        own_plan_by=None,
        launch_by=None,
        by=actor_as(CHAIR, province),
        at=NOON,
    )
    next_year = Actor.of(chair.user, date(2025, 2, 10))
    overdue = told(next_year)
    following = issued_plan(province, title="Phát động thi đua năm 2025")
    following.starts_on, following.ends_on = date(2025, 1, 1), date(2025, 12, 31)
    following.save()

    assert overdue == [("Xác nhận đã nhận Kế hoạch số 01/KH-CĐGD", date(2024, 3, 20))]
    assert told(next_year) == [("Xác nhận đã nhận Kế hoạch số 02/KH-CĐGD", None)]


def test_the_days_for_those_below_are_none_for_the_issuer(province, plan):
    officer = actor_as(CHAIR, province)
    actions.set_timetable(
        plan=plan,
        acknowledge_by=None,
        own_plan_by=None,
        launch_by=date(2024, 3, 25),
        by=officer,
        at=NOON,
    )

    assert told(officer) == [("Phát động đợt 1 theo Kế hoạch số 01/KH-CĐGD", None)]
