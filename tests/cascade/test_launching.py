"""A unit launches a phase; a launch entered by mistake is taken out."""

import io
from datetime import date, timedelta
from functools import partial

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from cascade.plans_above import acknowledged, begun, issue, issued_plan
from factories import CHAIR, DAY, NOON, VICE, UnitFactory, actor_as
from thidua.audit.models import AuditEvent
from thidua.cascade import actions, queries
from thidua.cascade.models import Launch
from thidua.core.errors import Denied, DomainError


@pytest.fixture
def rollout(plan, workplace, chair):
    return acknowledged(plan, workplace, chair)


@pytest.fixture
def phase(plan):
    return plan.phases.first()


def launch(phase, unit, by, day=DAY):
    return actions.launch(phase=phase, unit=unit, launched_on=day, by=by, at=NOON)


def page_of(phase, unit):
    return f"/cascade/phases/{phase.pk}/units/{unit.pk}/"


def photograph():
    out = io.BytesIO()
    Image.new("RGB", (40, 30), "red").save(out, "JPEG")
    return SimpleUploadedFile("le-phat-dong.jpg", out.getvalue(), "image/jpeg")


def titles(actor):
    return [task.title for task in queries.tasks_of(actor)]


def test_a_unit_without_a_plan_of_its_own_launches_the_superiors(
    client, rollout, phase, workplace, chair
):
    client.force_login(chair.user)

    answer = client.post(
        page_of(phase, workplace),
        {"launched_on": "15/03/2024", "place": "Hội trường", "picture": photograph()},
        follow=True,
    )

    row = Launch.objects.get()
    assert (row.launched_on, row.place, row.entered_by) == (DAY, "Hội trường", chair.user)
    assert "Đã phát động" in answer.text
    picture = client.get(f"/cascade/launches/{row.pk}/picture/")
    assert (picture.status_code, picture["Content-Type"]) == (200, "image/jpeg")
    assert AuditEvent.objects.filter(type="launch.entered").count() == 1


def test_with_a_plan_of_its_own_it_launches_that(rollout, phase, workplace, chair):
    own = begun(rollout, chair)
    with pytest.raises(DomainError, match="chưa ban hành"):
        launch(phase, workplace, chair)
    issue(own, chair)

    with pytest.raises(DomainError, match="đã ban hành kế hoạch riêng"):
        launch(phase, workplace, chair)
    assert launch(own.phases.first(), workplace, chair).phase.plan == own


def test_a_draft_is_not_launched(rollout, workplace, chair):
    own = begun(rollout, chair)

    with pytest.raises(DomainError, match="chưa ban hành"):
        launch(own.phases.first(), workplace, chair)


def test_before_acknowledging_nothing_is_launched(plan, phase, workplace, chair):
    with pytest.raises(DomainError, match="chưa xác nhận"):
        launch(phase, workplace, chair)


def test_a_unit_that_the_plan_did_not_reach_launches_nothing(plan, phase, outsider):
    with pytest.raises(DomainError, match="không gửi đến"):
        launch(phase, outsider, actor_as(CHAIR, outsider))


def test_nobody_above_launches_for_a_unit(rollout, phase, workplace, province):
    with pytest.raises(Denied):
        launch(phase, workplace, actor_as(VICE, province))
    assert not Launch.objects.exists()


@pytest.mark.parametrize(
    ("day", "told"),
    [(DAY + timedelta(days=1), "chưa tới"), (date(2023, 11, 1), "cách quá xa")],
)
def test_a_day_to_come_or_far_away_is_refused(rollout, phase, workplace, chair, day, told):
    with pytest.raises(DomainError, match=told):
        launch(phase, workplace, chair, day)
    assert not Launch.objects.exists()


def test_a_day_outside_the_phase_is_asked_about_once(client, rollout, phase, workplace, chair):
    client.force_login(chair.user)
    typed = {"launched_on": "10/01/2024"}

    asked = client.post(page_of(phase, workplace), typed)
    done = client.post(page_of(phase, workplace), typed | {"asked": "2024-01-10"})

    assert asked.status_code == 422
    assert 'name="asked" value="2024-01-10"' in asked.text
    assert done.status_code == 302
    assert Launch.objects.get().launched_on == date(2024, 1, 10)


def test_a_future_day_on_the_page_keeps_what_was_typed(client, rollout, phase, workplace, chair):
    client.force_login(chair.user)

    answer = client.post(
        page_of(phase, workplace), {"launched_on": "20/03/2024", "place": "Sân trường"}
    )

    assert answer.status_code == 409
    assert "chưa tới" in answer.text
    assert "Sân trường" in answer.text


def test_launching_twice_tells_the_first_day(client, rollout, phase, workplace, chair, vice):
    launch(phase, workplace, chair)
    client.force_login(vice.user)

    answer = client.post(page_of(phase, workplace), {"launched_on": "15/03/2024"})

    assert answer.status_code == 409
    assert "đã phát động Đợt 1 ngày 15/03/2024" in answer.text


def test_a_mistaken_launch_is_taken_out_and_stays_in_the_log(
    client, rollout, phase, workplace, chair
):
    row = launch(phase, workplace, chair)
    client.force_login(chair.user)

    answer = client.post(f"/cascade/launches/{row.pk}/undo/", follow=True)

    assert "Đã xóa lần ghi phát động." in answer.text
    assert not Launch.objects.exists()
    event = AuditEvent.objects.get(type="launch.undone")
    assert (event.data["day"], event.data["name"]) == ("2024-03-15", "Đợt 1")
    assert titles(chair)[-1].startswith("Phát động đợt 1")


def test_undoing_twice_is_told(rollout, phase, workplace, chair):
    row = launch(phase, workplace, chair)
    actions.undo_launch(launch=row, by=chair, at=NOON)

    row.pk = row.pk or 1
    with pytest.raises(DomainError, match="được xóa rồi"):
        actions.undo_launch(launch=row, by=chair, at=NOON)


def test_two_phones_launch_a_phase_once(at_once, shared_database):
    province = UnitFactory()
    workplace = UnitFactory(under=province)
    plan = issued_plan(province)
    chair = actor_as(CHAIR, workplace)
    acknowledged(plan, workplace, chair)
    phase = plan.phases.first()

    outcome = at_once(*[partial(launch, phase, workplace, chair)] * 2)

    assert sorted(type(one).__name__ for one in outcome) == ["DomainError", "Launch"]


def test_the_next_phase_is_asked_for_when_it_is_near(rollout, phase, workplace, chair):
    launch(phase, workplace, chair)
    before = actor_as(CHAIR, workplace, day=date(2024, 7, 1))
    near = actor_as(CHAIR, workplace, day=date(2024, 7, 20))

    assert not [title for title in titles(before) if title.startswith("Phát động")]
    assert "Phát động đợt 2 theo Kế hoạch số 01/KH-CĐGD" in titles(near)


def test_what_was_launched_by_the_superiors_plan_is_not_asked_again(
    rollout, phase, workplace, chair
):
    launch(phase, workplace, chair)

    issue(begun(rollout, chair), chair)

    assert titles(chair) == []
