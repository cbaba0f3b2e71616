"""Incidents: 72 hours, who saw what, the notice (PDP-06, PDP-10)."""

from datetime import timedelta

import pytest
from django.urls import reverse

from factories import CHAIR, CLERK, COMMITTEE, DAY, NOON, actor_as, user_as
from org.people_cases import member
from thidua.audit.models import AuditEvent
from thidua.core.errors import Denied, DomainError
from thidua.org.actions.guarded import read_facts
from thidua.org.models import DataOfficer, FactKind
from thidua.oversight.actions.breaches import close_breach, note_breach, report_breach
from thidua.oversight.models import Breach
from thidua.oversight.queries import tasks_of

pytestmark = pytest.mark.django_db
FACTS = {
    "title": "Mất máy tính xách tay",
    "what": "Máy để ở phòng họp",
    "whose": "Danh sách 120 đoàn viên",
    "people": 120,
    "consequences": "",
    "measures": "",
}


@pytest.fixture
def chair(workplace):
    return actor_as(CHAIR, workplace)


@pytest.fixture
def breach(workplace, chair):
    found = {"discovered_at": NOON - timedelta(hours=2)}
    return note_breach(unit=workplace, facts=FACTS | found, by=chair, at=NOON)


def test_seventy_two_hours_run_from_discovery_and_are_a_task(breach, chair):
    assert breach.due_at == NOON + timedelta(hours=70)
    assert [(task.url, task.due) for task in tasks_of(chair)] == [
        (breach.get_absolute_url(), DAY + timedelta(days=3))
    ]


def test_a_report_ends_the_task(breach, chair):
    report_breach(breach=breach, number="12/CV", reported_at=NOON, told_on=DAY, by=chair, at=NOON)

    assert tasks_of(chair) == []


def test_a_report_before_the_discovery_is_refused(breach, chair):
    early = NOON - timedelta(days=1)

    with pytest.raises(DomainError, match="sau thời điểm phát hiện"):
        report_breach(breach=breach, number="1", reported_at=early, told_on=None, by=chair, at=NOON)


def test_what_was_not_reported_is_closed_only_with_a_reason(breach, chair):
    with pytest.raises(DomainError, match="lý do"):
        close_breach(breach=breach, reason="", by=chair, at=NOON)

    close_breach(breach=breach, reason="Máy đã mã hóa, tìm lại được", by=chair, at=NOON)

    assert tasks_of(chair) == []


def test_a_clerk_keeps_no_incidents(workplace):
    with pytest.raises(Denied):
        note_breach(
            unit=workplace,
            facts=FACTS | {"discovered_at": NOON},
            by=actor_as(CLERK, workplace),
            at=NOON,
        )
    assert not Breach.objects.exists()


def test_who_saw_what_by_person_reader_and_days(client, workplace, chair):
    mai, other = member(workplace, "Lò Thị Mai"), member(workplace, "Trần Văn Bảy")
    kind = FactKind.objects.create(
        code="k", name="Dân tộc", purpose="p", legal_ground="l", starts_on=DAY
    )
    for person in (mai, other):
        read_facts(
            person=person,
            kinds=[kind],
            reason=f"Lý do về {person.pk}",
            unit=workplace,
            by=chair,
            at=NOON,
        )
    client.force_login(chair.user)
    url = reverse("oversight:sightings")

    every = client.get(url)
    of_mai = client.get(url, {"q": "lo thi mai", "since": "1/3/2024"})
    later = client.get(url, {"since": "16/3/2024"})

    assert f"Lý do về {mai.pk}" in every.text
    assert f"Lý do về {other.pk}" in every.text
    assert f"Lý do về {mai.pk}" in of_mai.text
    assert f"Lý do về {other.pk}" not in of_mai.text
    assert "Không có lần xem nào" in later.text


def test_the_page_of_an_incident_lists_who_saw_what_before_it_was_noticed(
    client, workplace, chair, breach
):
    facts = FactKind.objects.create(
        code="k", name="Dân tộc", purpose="p", legal_ground="l", starts_on=DAY
    )
    somebody = member(workplace, "Lò Thị Mai")
    for reason, days in (("Lập danh sách quà Tết", 20), ("Đã lâu rồi", 40)):
        read_facts(
            person=somebody,
            kinds=[facts],
            reason=reason,
            unit=workplace,
            by=chair,
            at=NOON - timedelta(days=days),
        )
    client.force_login(chair.user)

    page = client.get(breach.get_absolute_url()).text

    assert "Lập danh sách quà Tết" in page
    assert "Đã lâu rồi" not in page


def test_a_phone_book_that_was_taken_away_is_among_what_was_seen(client, workplace, chair):
    client.force_login(chair.user)
    taken = client.get(reverse("org:phone_book_excel"))

    page = client.get(reverse("oversight:sightings"))

    assert taken.status_code == 200
    assert "tải danh bạ 1 chức vụ ra tệp Excel" in page.text


def test_whoever_may_not_open_the_phone_book_leaves_no_trace(client, workplace):
    client.force_login(user_as(COMMITTEE, workplace))

    refused = client.get(reverse("org:phone_book_excel"))

    assert refused.status_code == 403
    assert not AuditEvent.objects.filter(type="phone_book.exported").exists()


def test_from_discovery_to_the_printed_notice_on_the_screen(client, workplace):
    DataOfficer.objects.create(unit=workplace, name="Tổ văn thư", phone="0229", starts_on=DAY)
    client.force_login(user_as(CHAIR, workplace))
    typed = FACTS | {"day": "14/3/2024", "time": "08:30"}

    refused = client.post(reverse("oversight:new_breach"), typed | {"day": "16/3/2024"})
    page = client.post(reverse("oversight:new_breach"), typed, follow=True)
    breach = Breach.objects.get()
    one = [breach.pk]
    client.post(reverse("oversight:edit_breach", args=one), typed | {"measures": "Khóa tài khoản"})
    notice = client.get(reverse("oversight:breach_notice", args=one))
    client.post(
        reverse("oversight:report_breach", args=one),
        {"day": "15/3/2024", "time": "00:00", "number": "12/CV"},
    )
    client.post(reverse("oversight:close_breach", args=one), {"reason": ""})

    breach.refresh_from_db()
    assert "chưa tới" in refused.text
    assert "08:30 17/03/2024" in page.text
    assert all(word in notice.text for word in ("Khóa tài khoản", "Tổ văn thư", "Bộ Công an"))
    assert breach.closed_at is not None
    assert breach.report_number == "12/CV"
