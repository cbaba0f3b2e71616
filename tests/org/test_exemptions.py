"""Proposer and approver are two people, unless a keeper declared the unit too small for two."""

from datetime import timedelta

import pytest
from django.urls import reverse

from factories import (
    CHAIR,
    DAY,
    KEEPER,
    LONG_AGO,
    NOON,
    OFFICER,
    actor_as,
    post_kind,
    user_as,
)
from thidua.core.errors import Denied, DomainError
from thidua.org.actions.exemptions import declare_exemption, end_exemption
from thidua.org.actor import Actor
from thidua.org.models import Exemption, Post
from thidua.org.policies.two_people import apart

pytestmark = pytest.mark.django_db
MONTH = DAY + timedelta(days=30)


def declared(unit, by, until=MONTH):
    return declare_exemption(unit=unit, reason="Chỉ có một người", until=until, by=by, at=NOON)


def test_nobody_approves_what_they_proposed(workplace):
    chair, other = actor_as(CHAIR, workplace), actor_as(OFFICER, workplace)

    assert not apart(chair, chair.user.pk, workplace)
    assert apart(other, chair.user.pk, workplace)


def test_a_declared_tiny_unit_may(province, workplace):
    chair = actor_as(CHAIR, workplace)

    exemption = declared(workplace, actor_as(KEEPER, province))
    assert apart(chair, chair.user.pk, workplace)

    end_exemption(exemption=exemption, by=actor_as(KEEPER, province), at=NOON)
    assert not apart(chair, chair.user.pk, workplace)


def test_it_ends_by_itself(province, workplace):
    chair = user_as(CHAIR, workplace)
    declared(workplace, actor_as(KEEPER, province))

    from_then = type(actor_as(CHAIR, workplace)).of(chair, MONTH)

    assert not apart(from_then, chair.pk, workplace)


def test_nobody_declares_it_for_themselves(workplace):
    with pytest.raises(Denied):
        declared(workplace, actor_as(CHAIR, workplace))


def test_nobody_is_let_off_by_what_they_declared_themselves(workplace):
    """A keeper who is also the chair of the unit still needs a second person."""
    user = user_as(KEEPER, workplace)
    kind = post_kind(CHAIR)
    Post.objects.create(person=user.person, unit=workplace, kind=kind, starts_on=LONG_AGO)
    keeper = Actor.of(user, DAY)

    declared(workplace, keeper)

    officer = actor_as(OFFICER, workplace)
    assert not apart(keeper, user.pk, workplace)
    assert apart(officer, officer.user.pk, workplace)


@pytest.mark.parametrize("days", [0, -1, 400])
def test_it_has_an_end_within_a_year(days, workplace):
    with pytest.raises(DomainError, match="trong vòng một năm"):
        declared(workplace, actor_as(KEEPER, workplace), DAY + timedelta(days=days))


def test_twice_is_refused(workplace):
    keeper = actor_as(KEEPER, workplace)
    declared(workplace, keeper)

    with pytest.raises(DomainError, match="đang có ngoại lệ"):
        declared(workplace, keeper)


def test_on_the_screen(client, workplace):
    client.force_login(user_as(KEEPER, workplace))

    page = client.post(
        reverse("org:exemptions"),
        {"unit": "hoa lu", "reason": "Chỉ có một người", "until": "15/04/2024"},
        follow=True,
    )

    assert "Đã khai báo ngoại lệ" in page.text
    assert Exemption.objects.get().unit == workplace


def test_who_keeps_nothing_declares_nothing(client, workplace):
    client.force_login(user_as(CHAIR, workplace))

    client.post(
        reverse("org:exemptions"),
        {"unit": workplace.name, "reason": "x", "until": "15/04/2024"},
    )

    assert not Exemption.objects.exists()
