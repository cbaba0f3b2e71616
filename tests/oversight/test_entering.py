"""Nhập hộ: with a reason, for some days, told to the unit, and never signing for it."""

from datetime import timedelta

import pytest
from django.urls import reverse

from factories import CHAIR, CLERK, DAY, NOON, OFFICER, UnitFactory, actor_as, user_as
from thidua.audit.models import AuditEvent
from thidua.core.errors import Denied, DomainError
from thidua.notify.models import Notice
from thidua.org.actions.mandates import stop_entering
from thidua.org.actor import Actor
from thidua.org.models import Mandate
from thidua.org.rights import Right
from thidua.oversight.actions.entering import enter_for

pytestmark = pytest.mark.django_db
ASKED = {"rights": [Right.REPORT_WRITE], "reason": "Đơn vị mất mạng", "days": 3, "at": NOON}


def test_the_officer_above_may_enter_and_nothing_else(province, workplace):
    officer = actor_as(OFFICER, province)

    enter_for(unit=workplace, by=officer, **ASKED)
    entering = Actor.of(officer.user, DAY)

    assert entering.can(Right.REPORT_WRITE, workplace)
    assert not entering.can(Right.DOCUMENT_SIGN, workplace)
    assert not Actor.of(officer.user, DAY + timedelta(days=3)).can(Right.REPORT_WRITE, workplace)


def test_the_own_post_stays_in_front(province, workplace):
    officer = actor_as(OFFICER, province)
    enter_for(unit=workplace, by=officer, **ASKED)

    posts = Actor.of(officer.user, DAY).posts

    assert [post.unit_id for post in posts] == [province.pk, workplace.pk]
    assert posts[1].by_right_of == "Đơn vị mất mạng"


def test_the_unit_is_told_and_the_trail_knows_why(province, workplace):
    chair = user_as(CHAIR, workplace)

    enter_for(unit=workplace, by=actor_as(OFFICER, province), **ASKED)

    assert "Đơn vị mất mạng" in Notice.objects.get(user=chair).text
    assert AuditEvent.objects.get(type="mandate.begun").data["reason"] == "Đơn vị mất mạng"


def test_the_unit_itself_and_others_cannot_begin(province, workplace, outsider):
    for actor in (actor_as(CHAIR, workplace), actor_as(CHAIR, outsider), actor_as(CLERK, province)):
        with pytest.raises(Denied):
            enter_for(unit=workplace, by=actor, **ASKED)


def test_what_signs_or_sends_is_never_entered(province, workplace):
    wanted = ASKED | {"rights": [Right.DOCUMENT_SIGN]}

    with pytest.raises(DomainError):
        enter_for(unit=workplace, by=actor_as(OFFICER, province), **wanted)


def test_twice_at_once_is_refused(province, workplace):
    officer = actor_as(OFFICER, province)
    enter_for(unit=workplace, by=officer, **ASKED)

    with pytest.raises(DomainError, match="đang nhập hộ"):
        enter_for(unit=workplace, by=officer, **ASKED)


def test_the_unit_stops_it_and_it_ends_at_once(province, workplace):
    officer = actor_as(OFFICER, province)
    mandate = enter_for(unit=workplace, by=officer, **ASKED)

    stop_entering(mandate=mandate, by=actor_as(CLERK, workplace), at=NOON)

    assert not Actor.of(officer.user, DAY).can(Right.REPORT_WRITE, workplace)


def test_from_the_search_to_the_list_on_the_screen(client, province, workplace):
    UnitFactory(under=province, name="CĐCS Trường Tiểu học Gia Viễn")
    client.force_login(user_as(OFFICER, province))

    found = client.get(reverse("oversight:entering"), {"q": "hoa lu"})
    begun = client.post(
        reverse("oversight:enter_for", args=[workplace.pk]),
        {"rights": ["report.write"], "reason": "Đơn vị mất mạng", "days": "3"},
        follow=True,
    )

    assert workplace.name in found.text
    assert "Gia Viễn" not in found.text
    assert "Đang nhập hộ" in begun.text
    assert Mandate.objects.get().unit == workplace
