"""What the page of a meeting offers before anybody has typed."""

import pytest

from councils.meetings import council_of, keeper_of, seat_of, session_of
from thidua.councils.models import SeatRole

pytestmark = pytest.mark.django_db


def test_the_secretary_is_offered_as_who_writes_the_minutes(client, province):
    session = session_of(council_of(province))
    client.force_login(keeper_of(province).user)
    offered = client.get(session.get_absolute_url()).context["attendance"]

    assert offered["kept_by"].initial == seat_of(session.council, SeatRole.SECRETARY).pk


@pytest.mark.usefixtures("whole_frame")
def test_a_meeting_without_questions_says_so_on_the_desk(client, province):
    session = session_of(council_of(province))
    client.force_login(keeper_of(province).user)

    assert "chưa có đề nghị nào được đưa ra" in client.get("/").content.decode()
    assert str(session) in client.get("/").content.decode()
