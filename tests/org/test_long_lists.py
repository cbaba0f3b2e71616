"""Long lists are paged to their end, and leave as Excel like their neighbours."""

from io import BytesIO

import pytest
from python_calamine import CalamineWorkbook

from factories import CHAIR, CLERK, DAY, KEEPER, UnitFactory, actor_as, user_as
from org.people_cases import member
from thidua.core.short_pages import ShortPaginator
from thidua.org.models import (
    Area,
    Grouping,
    GroupingMember,
    GroupingSort,
    Post,
    Responsibility,
    Unit,
)
from thidua.org.queries.phone_book import Called, phone_book

pytestmark = pytest.mark.django_db


def rows_of(answer):
    book = CalamineWorkbook.from_filelike(BytesIO(b"".join(answer.streaming_content)))
    return book.get_sheet_by_index(0).to_python()


@pytest.fixture
def keeper(client, province):
    user = user_as(KEEPER, province)
    client.force_login(user)
    return user


def test_turning_pages_leads_beyond_what_is_counted_at_first(province, monkeypatch):
    monkeypatch.setattr(ShortPaginator, "most", 4)
    for number in range(1, 10):
        UnitFactory(name=f"CĐCS số {number}", under=province)
    units = Unit.objects.exclude(pk=province.pk).order_by("alphabetical")

    seen, page = [], 1
    while True:
        listed = ShortPaginator(units, 2).get_page(str(page))
        seen += [unit.name for unit in listed]
        if not listed.has_next():
            break
        page += 1

    assert seen == [f"CĐCS số {number}" for number in range(1, 10)]
    assert not listed.paginator.cut
    assert ShortPaginator(units, 2).get_page("1").paginator.cut


@pytest.mark.parametrize("asked", ["999999999999", "-3", "x", None, "٣"])
def test_a_page_that_is_none_is_answered_with_one_that_is(province, asked):
    assert list(ShortPaginator(Unit.objects.order_by("pk"), 2).get_page(asked))


def test_clusters_leave_as_excel_with_a_line_for_each_member(client, keeper, province):
    schools = [UnitFactory(name=name, under=province) for name in ("Trường số 10", "Trường số 2")]
    cluster = Grouping.objects.create(
        unit=province, name="Cụm số 2", sort=GroupingSort.CLUSTER, starts_on=DAY
    )
    Grouping.objects.create(
        unit=province, name="Cụm số 10", sort=GroupingSort.CLUSTER, starts_on=DAY
    )
    for position, unit in enumerate(schools):
        GroupingMember.objects.create(grouping=cluster, unit=unit, position=position, starts_on=DAY)

    _heads, *lines = rows_of(client.get("/groupings/excel/?sort=cluster"))

    assert [(line[0], line[3]) for line in lines] == [
        ("Cụm số 2", "Trường số 10"),
        ("Cụm số 2", "Trường số 2"),
        ("Cụm số 10", ""),
    ]


def test_areas_leave_as_excel_with_who_looks_after_them(client, keeper, province, outsider):
    area = Area.objects.create(level="commune", name="Xã Gia Viễn", code="14371")
    Area.objects.create(level="commune", name="Xã Khác")
    for unit in (province, outsider):
        Responsibility.objects.create(unit=unit, area=area, starts_on=DAY)

    _heads, *lines = rows_of(client.get("/areas/excel/?q=gia vien"))

    assert [(line[0], line[1], line[-1]) for line in lines] == [
        ("14371", "Xã Gia Viễn", province.name)
    ]


def test_the_lists_are_closed_to_who_holds_no_post(client):
    client.force_login(user_as(CLERK, UnitFactory(name="Đơn vị")))
    Post.objects.all().delete()

    assert client.get("/groupings/excel/").status_code == 403
    assert client.get("/areas/excel/").status_code == 403


def test_the_phone_book_is_searched_by_number_too(province):
    keeper = actor_as(KEEPER, province)
    chair = user_as(CHAIR, province, "Trần Văn Minh").person
    chair.phone = "0912345678"
    chair.save(update_fields=["phone"])
    member(province, "Lê Văn Khác", phone="0912345678")

    found = phone_book(keeper, Called(words="0912 345"))

    assert [post.person for post in found] == [chair]
    assert not phone_book(keeper, Called(words="0999 111")).exists()
