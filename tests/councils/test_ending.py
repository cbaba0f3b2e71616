"""A council ends from its page, after its keeper has read what that means."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from councils.meetings import attended, closed, council_of, counted, keeper_of, session_of
from factories import CHAIR, CLERK, DAY, NOON, actor_as
from thidua.audit.models import AuditEvent
from thidua.core.errors import Denied, DomainError
from thidua.councils import actions

pytestmark = pytest.mark.django_db

BEGUN = DAY - timedelta(days=90)


@pytest.fixture
def council(province):
    return council_of(province, starts_on=BEGUN)


@pytest.fixture
def signed_in(client, province):
    client.force_login(keeper_of(province).user)
    return client


def ended(council, on=DAY, by=None):
    by = by or keeper_of(council.unit)
    return actions.end_council(council=council, on=on, by=by, at=NOON)


def end_of(council):
    return reverse("councils:end", args=[council.pk])


def test_the_page_of_a_council_leads_to_its_end(signed_in, council):
    assert f'href="{end_of(council)}"' in signed_in.get(council.get_absolute_url()).text


def test_who_ends_a_council_reads_first_how_many_seats_end_with_it(signed_in, council):
    answer = signed_in.get(end_of(council))

    assert "5 thành viên" in answer.text
    council.refresh_from_db()
    assert council.ends_on is None


def test_a_council_ends_on_the_day_given_and_its_seats_with_it(signed_in, council):
    answer = signed_in.post(end_of(council), {"on": "01/03/2024"})

    council.refresh_from_db()
    assert (answer.status_code, council.ends_on) == (302, date(2024, 3, 1))
    assert {seat.ends_on for seat in council.seats.all()} == {date(2024, 3, 1)}
    assert AuditEvent.objects.get(type="council.ended").data == {"day": "2024-03-01"}


@pytest.mark.parametrize("on", [BEGUN, DAY + timedelta(days=1)])
def test_a_day_before_its_beginning_or_still_to_come_ends_no_council(council, on):
    with pytest.raises(DomainError, match="từ 17/12/2023 đến 15/03/2024"):
        ended(council, on)

    council.refresh_from_db()
    assert council.ends_on is None


def test_a_council_that_begins_today_ends_tomorrow_at_the_earliest(province):
    council = council_of(province, starts_on=DAY)

    with pytest.raises(DomainError, match=r"thành lập ngày 15/03/2024, .* từ ngày 16/03/2024"):
        ended(council)


def test_a_council_with_a_meeting_without_minutes_does_not_end(council):
    session_of(council)

    with pytest.raises(DomainError, match="chưa lập biên bản"):
        ended(council)

    assert not council.seats.exclude(ends_on=None).exists()


def test_a_council_does_not_end_before_its_last_meeting(council):
    session = session_of(council)
    item = actions.append_item(session=session, subject="Giấy khen")
    attended(session)
    counted(item, 5)
    closed(session)

    with pytest.raises(DomainError, match="phiên họp ngày 15/03/2024"):
        ended(council)


def test_a_council_does_not_end_before_somebody_joined_it(council):
    keeper = keeper_of(council.unit)
    person = actor_as(CLERK, council.unit, "Lê Thị Mai").user.person
    actions.add_seat(council=council, person=person, role="member", on=DAY, by=keeper, at=NOON)

    with pytest.raises(DomainError, match="Lê Thị Mai tham gia"):
        ended(council)


def test_a_council_that_ended_takes_no_members_and_no_meetings(signed_in, council):
    ended(council)
    keeper = keeper_of(council.unit)
    person = actor_as(CLERK, council.unit, "Lê Thị Mai").user.person

    for deed in (
        lambda: ended(council),
        lambda: session_of(council, held_on=DAY - timedelta(days=1)),
        lambda: actions.add_seat(
            council=council, person=person, role="member", on=DAY, by=keeper, at=NOON
        ),
    ):
        with pytest.raises(DomainError, match="đã kết thúc hoạt động"):
            deed()

    shown = signed_in.get(council.get_absolute_url()).text
    assert "Đã kết thúc hoạt động" in shown
    assert end_of(council) not in shown
    assert "Mở phiên họp" not in shown
    assert "Chưa họp được" not in shown
    assert "kết thúc hoạt động từ 15/03/2024" in signed_in.get(reverse("councils:list")).text


def test_somebody_without_the_right_ends_no_council(council):
    with pytest.raises(Denied, match="việc hội đồng"):
        ended(council, by=actor_as(CLERK, council.unit))

    council.refresh_from_db()
    assert council.ends_on is None


def test_a_day_that_ends_no_council_comes_back_with_the_reason(client, council):
    client.force_login(actor_as(CHAIR, council.unit).user)

    answer = client.post(end_of(council), {"on": "01/01/2020"})

    assert answer.status_code == 422
    assert 'value="01/01/2020"' in answer.text
