from datetime import date
from io import BytesIO

import pytest
from python_calamine import CalamineWorkbook

from factories import CHAIR, CLERK, COMMITTEE, DAY, KEEPER, UnitFactory, UserFactory, user_as
from org.people_cases import member
from thidua.audit.models import AuditEvent
from thidua.org.columns import OF_MEMBERS
from thidua.org.models import Membership, Post
from thidua.org.queries import people
from thidua.org.queries.people import scope_of
from thidua.org.queries.wanted_people import WantedPeople


@pytest.fixture
def clerk(client, workplace):
    user = user_as(CLERK, workplace, "Văn Thư")
    client.force_login(user)
    return user


def names(response):
    return [row.person.name for row in response.context["rows"]]


@pytest.mark.parametrize(
    "typed",
    [
        "nguyen thi hoa",
        "HOA",
        "Thị Hoa",
        "ĐV77",
        "0912345678",
        "0912 345",
        "5/8/1984",
        "hoa nguyen",
    ],
)
def test_somebody_is_found_by_name_code_phone_or_birthday(client, clerk, workplace, typed):
    facts = {"code": "ĐV77", "phone": "0912345678", "birth_on": date(1984, 8, 5)}
    member(workplace, "Nguyễn Thị Hoa", **facts)
    member(workplace, "Trần Văn Minh")

    found = client.get("/people/", {"q": typed})

    assert names(found) == ["Nguyễn Thị Hoa"]


def test_the_list_goes_by_the_given_name(client, clerk, workplace):
    for name in ("Nguyễn Văn Tám", "Trần Thị An", "Đỗ Bình", "Lê An"):
        member(workplace, name)

    assert names(client.get("/people/")) == ["Lê An", "Trần Thị An", "Đỗ Bình", "Nguyễn Văn Tám"]


def test_groups_are_on_the_list_of_their_union_unless_left_out(client, clerk, workplace):
    member(UnitFactory(under=workplace, name="Tổ Toán"), "Lê Văn Toán")
    member(workplace, "Lê Văn Nhà")

    assert names(client.get("/people/")) == ["Lê Văn Nhà", "Lê Văn Toán"]
    assert names(client.get("/people/", {"only": "1"})) == ["Lê Văn Nhà"]


def test_filters_tell_members_holders_and_those_gone_apart(client, clerk, workplace):
    member(workplace, "Đoàn Viên")
    gone = member(workplace, "Người Cũ")
    Membership.objects.filter(person=gone).update(ends_on=date(2024, 1, 1), end_reason="retired")

    assert names(client.get("/people/")) == ["Đoàn Viên"]
    assert names(client.get("/people/", {"who": "gone"})) == ["Người Cũ"]
    assert names(client.get("/people/", {"who": "post"})) == ["Văn Thư"]
    assert names(client.get("/people/", {"who": "outside"})) == ["Văn Thư"]
    assert names(client.get("/people/", {"who": "post", "account": "no"})) == []
    assert names(client.get("/people/", {"account": "no"})) == ["Đoàn Viên"]


def test_a_name_that_no_member_has_leads_on_to_the_holders_of_posts(client, clerk, workplace):
    searched = client.get("/people/", {"q": "văn thư"})

    assert names(searched) == []
    assert "Không có đoàn viên nào khớp" in searched.text
    assert "who=post" in searched.text
    assert names(client.get("/people/", {"q": "văn thư", "who": "post"})) == ["Văn Thư"]


def test_the_printed_list_is_whole(client, clerk, workplace):
    for number in range(30):
        member(workplace, f"Lê Văn {chr(65 + number % 26)}")

    assert len(names(client.get("/people/"))) == 25
    assert len(names(client.get("/people/", {"rows": "all"}))) == 30


def test_another_unit_is_named_by_typing_and_an_unknown_name_is_told(client, province, workplace):
    client.force_login(user_as(CHAIR, province))
    member(workplace, "Lê Văn Nhà")

    found = client.get("/people/", {"in": "thpt hoa lu a"})
    lost = client.get("/people/", {"in": "khong co dau"})

    assert (found.context["unit"], names(found)) == (workplace, ["Lê Văn Nhà"])
    assert lost.context["unit"] == province
    assert "Không tìm thấy" in lost.context["problem"]


def test_nobody_sees_people_of_another_unit(client, clerk, outsider):
    stranger = member(outsider, "Người Lạ")

    assert client.get("/people/", {"unit": outsider.pk}).status_code == 404
    assert client.get(f"/people/{stranger.pk}/").status_code == 404


def test_who_keeps_no_people_opens_no_list(client, workplace):
    client.force_login(user_as(COMMITTEE, workplace))

    assert client.get("/people/").status_code == 403


def test_of_somebody_who_left_the_phone_is_no_longer_told(client, clerk, workplace, outsider):
    person = member(workplace, "Lê Văn Đi", phone="0911222333")
    Membership.objects.filter(person=person).update(ends_on=date(2024, 2, 1))
    still = client.get(f"/people/{person.pk}/")
    Membership.objects.create(person=person, unit=outsider, starts_on=date(2024, 2, 1))

    now = client.get(f"/people/{person.pk}/")

    assert "0911222333" in still.text
    assert "Lê Văn Đi" in now.text
    assert "0911222333" not in now.text


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_asks_the_same_number_of_questions(
    client, clerk, workplace, count, django_assert_num_queries
):
    for number in range(count):
        person = member(workplace, f"Lê Văn {number}")
        Post.objects.create(
            person=person, unit=workplace, kind=Post.objects.first().kind, starts_on=DAY
        )
        UserFactory(person=person)
    client.get("/people/")

    with django_assert_num_queries(14):
        client.get("/people/")


def test_in_very_many_units_a_name_finds_the_same_people_as_in_a_few(
    province, workplace, monkeypatch
):
    member(workplace, "Nguyễn Thị Hoa", phone="0912345678")
    member(UnitFactory(under=province), "Trần Văn Hoa")
    few = scope_of(province, DAY, below=True)
    monkeypatch.setattr(people, "FEW", 1)
    many = scope_of(province, DAY, below=True)

    def names_of(scope, typed):
        return [person.name for person in WantedPeople(scope, words=typed).people]

    assert (few.units is None, many.units is None) == (False, True)
    for typed in ("hoa", "nguyen thi hoa", "thi hoa", "tran van", "0912345678"):
        assert names_of(few, typed)
        assert names_of(many, typed) == names_of(few, typed)


def test_in_very_many_units_nobody_is_listed_without_a_name(
    client, province, workplace, monkeypatch
):
    monkeypatch.setattr(people, "FEW", 1)
    client.force_login(user_as(CHAIR, province))
    member(workplace, "Lê Văn Nhà")
    member(province, "Lê Văn Tỉnh")

    page = client.get("/people/")

    assert names(page) == ["Lê Văn Tỉnh"]
    assert "gõ tên để tìm trong tất cả" in page.text
    assert client.get("/people/export/").status_code == 409


def test_a_name_too_common_to_look_through_says_so(client, province, workplace, monkeypatch):
    monkeypatch.setattr(people, "FEW", 1)
    monkeypatch.setattr(people, "WALKED", 1)
    monkeypatch.setattr("thidua.org.queries.wanted_people.WALKED", 1)
    client.force_login(user_as(CHAIR, province, "Cấp Trên"))
    member(workplace, "Lê Văn Nhà")
    member(workplace, "Lê Thị Nhà")

    assert "Quá nhiều người trùng tên" in client.get("/people/", {"q": "nha"}).text


def test_the_excel_file_has_the_agreed_columns_and_no_formula(client, clerk, workplace):
    member(workplace, "=1+1", code="ĐV1", birth_on=date(1984, 8, 5))

    answer = client.get("/people/export/")

    book = CalamineWorkbook.from_filelike(BytesIO(b"".join(answer.streaming_content)))
    rows = book.get_sheet_by_index(0).to_python()
    assert rows[0] == [column.title for column in OF_MEMBERS]
    assert rows[1][:3] == ["=1+1", "ĐV1", date(1984, 8, 5)]
    assert AuditEvent.objects.get(type="people.exported").target == f"org.unit:{workplace.pk}"


def test_a_file_too_long_to_wait_for_is_refused_with_the_way_round(client, clerk, monkeypatch):
    monkeypatch.setattr("thidua.org.views.people_list.MOST", 0)
    member(Post.objects.get(person=clerk.person).unit, "Lê An")

    answer = client.get("/people/export/")

    assert answer.status_code == 409
    assert "chọn đơn vị nhỏ hơn" in answer.text


def test_a_keeper_of_the_whole_sees_the_people_of_every_unit_below(client, province, workplace):
    client.force_login(user_as(KEEPER, province))
    member(workplace, "Lê Văn Nhà")

    assert names(client.get("/people/")) == ["Lê Văn Nhà"]
