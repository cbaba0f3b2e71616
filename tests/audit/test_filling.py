"""What was recorded before names were written down gets them where they are known."""

from datetime import date
from importlib import import_module

import pytest
from django.apps import apps

from factories import CHAIR, DAY, NOON, OFFICER, user_as
from thidua.audit.actions import seal_waiting
from thidua.audit.models import AuditEvent, UnsealedEvent
from thidua.audit.queries import verify
from thidua.org.models import Post

fill = import_module("thidua.audit.migrations.0003_fill_the_trail")


def old_event(actor, unit):
    return AuditEvent.objects.create(
        type="report.submitted",
        actor=actor,
        unit_path=unit.path_on(DAY),
        target=f"org.unit:{unit.pk}",
        at=NOON,
    )


def filled(event):
    fill.name_everybody(apps, None)
    event.refresh_from_db()
    return event.actor_name, event.post, event.seat, event.unit_name


def test_name_post_and_unit_of_the_day_are_filled(workplace, province):
    officer = user_as(OFFICER, province, "Lê Văn Bình")

    assert filled(old_event(officer.username, workplace)) == (
        "Lê Văn Bình",
        "Cán bộ chuyên trách",
        "Công đoàn Giáo dục tỉnh Ninh Bình",
        "CĐCS Trường THPT Hoa Lư A",
    )


def test_a_post_that_began_later_is_not_put_in(workplace):
    chair = user_as(CHAIR, workplace, "Trần Thị Mai")
    Post.objects.update(starts_on=date(2024, 3, 16))

    assert filled(old_event(chair.username, workplace))[:2] == ("Trần Thị Mai", "")


def test_a_post_that_had_ended_is_not_put_in(workplace):
    chair = user_as(CHAIR, workplace, "Trần Thị Mai")
    Post.objects.update(starts_on=date(2023, 1, 1), ends_on=DAY)

    assert filled(old_event(chair.username, workplace))[:2] == ("Trần Thị Mai", "")


def test_events_of_several_people_and_days_are_told_apart(workplace, province):
    chair = user_as(CHAIR, workplace, "Trần Thị Mai")
    officer = user_as(OFFICER, province, "Lê Văn Bình")
    first, second = (old_event(one.username, workplace) for one in (chair, officer))

    assert (filled(first)[0], filled(second)[0]) == ("Trần Thị Mai", "Lê Văn Bình")


def test_an_account_that_is_gone_keeps_its_name(workplace):
    assert filled(old_event("tu-ky", workplace))[:2] == ("tu-ky", "")


@pytest.mark.parametrize("times", [1, 2])
def test_everything_of_before_is_sealed_once(workplace, times):
    old_event("tu-ky", workplace)
    for _time in range(times):
        fill.queue_everything(apps, None)

    assert UnsealedEvent.objects.count() == 1
    assert seal_waiting(at=NOON) == 1
    assert verify().faults == []
