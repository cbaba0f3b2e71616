"""Two tabs, two officers: nobody writes over what they have not seen."""

import re

import pytest
from django.urls import reverse

from factories import CHAIR, KEEPER, LONG_AGO, NOON, OFFICER, post_kind, user_as
from org.reorganised import decision
from thidua.notify.models import Announcement, WebHook
from thidua.org.models import Area, Body, Grouping, GroupingSort, Membership, Person, Term
from thidua.oversight.models import Breach, RetentionRule
from thidua.oversight.models.retention import Afterwards, RecordGroup

pytestmark = pytest.mark.django_db
PAGE_SHOWED = re.compile(r'name="seen" value="(\w+)"')


def person(unit):
    member = Person.objects.create(name="Lê Văn Bình", phone="0912345678")
    Membership.objects.create(person=member, unit=unit, starts_on=LONG_AGO)
    return member, {"name": "Lê Văn Bình", "phone": "0912345678"}, "phone", "0987654321"


def head(unit):
    one = decision(unit)
    typed = {"title": one.title, "on": "15/03/2024", "type_name": "Quyết định"}
    return one, typed, "title", "Sắp xếp lại"


def words(unit):
    by = user_as(OFFICER, unit)
    one = Announcement.objects.create(
        unit=unit, subject="Họp", body="8 giờ", written_by=by, written_at=NOON
    )
    return one, {"subject": "Họp giao ban", "body": "8 giờ"}, "body", "9 giờ"


def hook(unit):
    shape = '{"a": "{to}", "b": "{text}"}'
    one = WebHook.objects.create(
        unit=unit, name="SMS", url="https://a.vn/", secret="x", template=shape, reached_by="phone"
    )
    typed = {"name": "Tin", "url": "https://a.vn/", "reached_by": "phone", "template": shape}
    return one, typed, "url", "https://b.vn/"


def cluster(unit):
    one = Grouping.objects.create(
        unit=unit, sort=GroupingSort.CLUSTER, name="Cụm 1", decision="1/QĐ", starts_on=LONG_AGO
    )
    return one, {"name": "Cụm thi đua 1", "decision": "1/QĐ"}, "decision", "2/QĐ"


def incident(unit):
    one = Breach.objects.create(
        unit=unit,
        title="Mất máy",
        what="Mất máy tính",
        whose="Đoàn viên",
        discovered_at=NOON,
        entered_by=user_as(KEEPER, unit),
        entered_at=NOON,
        due_at=NOON,
    )
    typed = {"title": "Mất máy", "what": "Mất máy tính của văn phòng", "whose": "Đoàn viên"}
    return one, typed | {"day": "14/03/2024", "time": "12:00"}, "whose", "Học sinh"


def chair(_unit):
    one = post_kind(CHAIR)
    typed = {"name": "Phụ trách", "rank": one.rank, "rights": ["document.read"]}
    return one, typed | {"signs_as": one.signs_as}, "rights", []


def place(_unit):
    one = Area.objects.create(name="Gia Viễn", level="commune", code="14001")
    return one, {"name": "Xã Gia Viễn", "level": "commune", "code": "14001"}, "code", "14002"


def term(unit):
    body = Body.objects.create(code="bch", name="Ban Chấp hành", rank=1)
    one = Term.objects.create(unit=unit, body=body, ordinal=5, from_year=2023, to_year=2028)
    typed = {"body": body.pk, "ordinal": 6, "from_year": 2023, "to_year": 2028}
    return one, typed, "decision", "2/QĐ"


def keeping(_unit):
    group, erase = RecordGroup.LETTERS, Afterwards.ERASE
    one = RetentionRule.objects.create(
        group=group, months=12, then=erase, source="Nội quy", confidence="own", starts_on=LONG_AGO
    )
    typed = {"months": 24, "then": erase, "source": "Nội quy", "confidence": "own"}
    return one, typed, "source", "Quy chế"


CASES = {
    "org:person_edit": (CHAIR, person),
    "oversight:edit_reorganisation": (KEEPER, head),
    "notify:edit_announcement": (OFFICER, words),
    "org:edit_grouping": (KEEPER, cluster),
    "oversight:edit_breach": (KEEPER, incident),
    "org:term": (KEEPER, term),
    "oversight:edit_retention": (KEEPER, keeping),
    "org:kind posts": (KEEPER, chair),
    "org:edit_area": (KEEPER, place),
    "notify:hook": (KEEPER, hook),
}


@pytest.mark.parametrize("route", CASES)
def test_what_another_tab_wrote_meanwhile_is_not_written_over(client, province, route):
    post, make = CASES[route]
    client.force_login(user_as(post, province))
    row, typed, field, other = make(province)
    name, *part = route.split()
    address = reverse(name, args=[*part, row.pk])
    seen = PAGE_SHOWED.search(client.get(address).text)[1]
    type(row).objects.filter(pk=row.pk).update(**{field: other})

    came_back = client.post(address, typed | {"seen": seen})

    row.refresh_from_db()
    assert came_back.status_code == 422
    assert "vừa được sửa ở nơi khác" in came_back.text
    assert getattr(row, field) == other

    fresh = PAGE_SHOWED.search(came_back.text)[1]
    assert client.post(address, typed | {"seen": fresh}).status_code == 302
