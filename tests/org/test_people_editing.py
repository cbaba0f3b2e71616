from datetime import date

import pytest

from factories import CHAIR, CLERK, COMMITTEE, DAY, NOON, UnitFactory, actor_as, user_as
from org.people_cases import member
from thidua.audit.models import AuditEvent
from thidua.core.errors import Denied, DomainError
from thidua.org.actions.people import add_person, edit_person
from thidua.org.models import Membership, Person, Placement, Tree
from thidua.org.orders import Facts, Joining

ASKED = {"name": "Nguyễn Thị Hoa", "joined_by": "admitted", "on": "1/3/2024", "birth_on": "5/8/84"}


def test_a_person_is_added_to_the_list_and_recorded(client, workplace):
    client.force_login(user_as(CLERK, workplace, "Văn Thư"))
    typed = ASKED | {"birth_on": "5/8/84", "phone": "0912.345.678", "decision": "QĐ 12"}

    answer = client.post("/people/new/", typed)

    person = Person.objects.get(name="Nguyễn Thị Hoa", phone="0912345678")
    row = Membership.objects.get(person=person)
    assert answer.headers["Location"] == f"/people/{person.pk}/"
    assert (person.given, person.birth_on) == ("hoa nguyen thi", date(1984, 8, 5))
    assert (row.unit, row.joined_by, row.starts_on) == (workplace, "admitted", date(2024, 3, 1))
    assert AuditEvent.objects.filter(type="person.added").count() == 1


def test_a_likely_double_is_asked_about_once(client, workplace):
    client.force_login(user_as(CLERK, workplace, "Văn Thư"))
    known = member(workplace, "Nguyen Thi Hoa", birth_on=date(1984, 8, 5))
    typed = ASKED | {"birth_on": "5/8/1984"}

    first = client.post("/people/new/", typed)
    asked = first.context["form"]["asked"].value()
    second = client.post("/people/new/", typed | {"asked": asked})

    assert first.status_code == 422
    assert f"/people/{known.pk}/" in first.text
    assert second.status_code == 302
    assert Person.objects.filter(folded="nguyen thi hoa").count() == 2


def test_a_double_elsewhere_gives_away_name_and_unit_only(client, workplace, outsider):
    client.force_login(user_as(CLERK, workplace, "Văn Thư"))
    known = member(outsider, "Nguyễn Thị Hoa", phone="0988777666")

    answer = client.post("/people/new/", ASKED | {"phone": "0988777666", "birth_on": ""})

    assert answer.status_code == 422
    assert outsider.name in answer.text
    assert f"/people/{known.pk}/" not in answer.text


def test_nobody_joins_on_a_day_still_to_come(workplace):
    clerk = actor_as(CLERK, workplace)

    with pytest.raises(DomainError, match="chưa tới"):
        add_person(
            unit=workplace,
            facts=Facts(name="Lê An"),
            joining=Joining(on=date(2024, 3, 16)),
            by=clerk,
            at=NOON,
        )

    assert not Person.objects.filter(name="Lê An").exists()


def test_nobody_joins_a_unit_that_has_ended(province, workplace):
    Placement.objects.filter(unit=workplace).update(ends_on=date(2024, 1, 1))
    workplace.kept_by = province
    workplace.save(update_fields=["kept_by"])
    path = f"{province.path_on(DAY)}{workplace.key}/"
    Placement.objects.create(unit=workplace, tree=Tree.KEPT, path=path, starts_on=date(2024, 1, 1))

    with pytest.raises(DomainError, match="kết thúc hoạt động"):
        add_person(
            unit=workplace,
            facts=Facts(name="Lê An"),
            joining=Joining(on=DAY),
            by=actor_as(CLERK, province),
            at=NOON,
        )


def test_only_what_changed_is_recorded_with_before_and_after(workplace):
    person = member(workplace, "Lê Văn Tư", phone="0911222333")
    facts = Facts(name="Lê Văn Tứ", phone="0911222333")

    edit_person(person=person, facts=facts, unit=workplace, by=actor_as(CLERK, workplace), at=NOON)

    person.refresh_from_db()
    assert (person.name, person.folded, person.given) == ("Lê Văn Tứ", "le van tu", "tu le van")
    assert AuditEvent.objects.get().type == "person.edited"


def test_the_list_of_a_group_is_kept_by_its_union_and_by_nobody_above(province, workplace):
    group = UnitFactory(under=workplace)
    group.kind.keeps_register = False
    group.kind = type(group.kind).objects.create(code="to", name="Tổ", keeps_register=False)
    group.save(update_fields=["kind"])
    person = member(group, "Lê Văn Tư")
    facts = Facts(name="Lê Văn Năm")

    edit_person(person=person, facts=facts, unit=group, by=actor_as(CHAIR, workplace), at=NOON)
    with pytest.raises(Denied):
        edit_person(
            person=person,
            facts=Facts(name="Tên Khác"),
            unit=group,
            by=actor_as(CHAIR, province),
            at=NOON,
        )

    assert Person.objects.get(pk=person.pk).name == "Lê Văn Năm"


@pytest.mark.parametrize(
    ("post", "held_in", "allowed"),
    [
        (CLERK, "workplace", True),
        (COMMITTEE, "workplace", False),
        (CHAIR, "province", False),
        ("keeper", "province", True),
        (CHAIR, "outsider", False),
    ],
)
def test_who_may_add_people(request, workplace, post, held_in, allowed):
    actor = actor_as(post, request.getfixturevalue(held_in))
    order = {"unit": workplace, "facts": Facts(name="Lê An"), "joining": Joining(on=DAY)}

    if allowed:
        add_person(**order, by=actor, at=NOON)
    else:
        with pytest.raises(Denied):
            add_person(**order, by=actor, at=NOON)

    assert Person.objects.filter(name="Lê An").exists() is allowed


def test_nobody_is_born_on_a_day_still_to_come(client, workplace):
    client.force_login(user_as(CLERK, workplace, "Văn Thư"))

    answer = client.post("/people/new/", ASKED | {"birth_on": "5/8/2030"})

    assert answer.status_code == 422
    assert "Ngày sinh chưa tới" in answer.text


def test_what_was_typed_is_kept_when_the_form_comes_back(client, workplace):
    client.force_login(user_as(CLERK, workplace))

    answer = client.post("/people/new/", ASKED | {"name": "Lê 4", "decision": "QĐ 12"})

    assert answer.status_code == 422
    assert 'value="QĐ 12"' in answer.text
    assert "không có chữ số" in answer.text


def test_the_page_of_a_person_tells_their_life_in_words(client, workplace):
    client.force_login(user_as(CLERK, workplace))
    person = member(workplace, "Lê Văn Tư", since=date(2023, 9, 1), how="admitted")
    Membership.objects.filter(person=person).update(ends_on=DAY, end_reason="retired")

    page = client.get(f"/people/{person.pk}/")

    assert "01/09/2023 · Kết nạp: CĐCS Trường THPT Hoa Lư A" in page.text
    assert "Thôi sinh hoạt tại CĐCS Trường THPT Hoa Lư A. Lý do: Nghỉ hưu" in page.text
