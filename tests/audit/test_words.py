"""Deeds in words: what was, what became of it, why, and by what somebody acted."""

from datetime import date
from decimal import Decimal

import pytest

from factories import CHAIR, DAY, LONG_AGO, NOON, OFFICER, actor_as, post_kind
from thidua.audit.actions import record
from thidua.audit.plain import differences
from thidua.audit.words import Vocabulary, capacity_of, deed_of
from thidua.org.actor import Actor
from thidua.org.models import Delegation, Mandate, Person, Post, Sex, User
from thidua.org.rights import Right

WORDS = Vocabulary(
    {"headcount.given": "sửa số liệu", "person.edited": "sửa thông tin"},
    {"headcount.members": "Số đoàn viên"},
    {},
)


def told(unit, event="headcount.given", on=None, **given):
    chair = actor_as(CHAIR, unit)
    made = record(event, on=on or unit, by=chair, unit=unit, at=NOON, **given)
    made.refresh_from_db()
    return deed_of(made, WORDS)


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (12, 21, "từ 12 thành 21"),
        (None, 1963, "từ trống thành 1.963"),
        (Decimal("95.90"), Decimal("96.00"), "từ 95,9 thành 96"),
        (date(2024, 3, 1), date(2024, 8, 9), "từ 01/03/2024 thành 09/08/2024"),
        (False, True, "từ không thành có"),
        ("", "Tổ 1", "từ trống thành Tổ 1"),
    ],
)
def test_a_change_tells_what_was_and_what_became_of_it(workplace, before, after, words):
    deed = told(workplace, changes={"members": (before, after)}, reason="đếm lại")

    assert deed == f"sửa số liệu: “Số đoàn viên” {words}, lý do: đếm lại"


def test_what_has_not_changed_is_not_told(workplace):
    assert told(workplace, changes={"members": (12, 12)}) == "sửa số liệu"


def test_a_value_that_is_kept_back_is_not_written_anywhere(workplace):
    assert told(workplace, changes={"ethnicity": None}) == (
        "sửa số liệu: “ethnicity” (không ghi giá trị)"
    )


def test_fields_and_choices_of_the_row_have_their_own_words(workplace):
    person = Person.objects.create(name="Lê Văn Bình", sex=Sex.MALE)
    changes = differences(person, {"sex": Sex.FEMALE, "phone": "0912345678"})

    assert told(workplace, "person.edited", person, changes=changes) == (
        "sửa thông tin: “Giới tính” từ Nam thành Nữ; “Số điện thoại” từ trống thành 0912345678"
    )


def test_an_event_keeps_names_and_post_of_its_day(workplace):
    chair = actor_as(CHAIR, workplace, "Trần Thị Mai")
    event = record("headcount.given", on=workplace, by=chair, unit=workplace, at=NOON)
    Person.objects.update(name="Tên khác")

    event.refresh_from_db()
    assert (event.actor_name, event.post, event.seat, event.unit_name, event.thing) == (
        "Trần Thị Mai",
        "Chủ tịch",
        "CĐCS Trường THPT Hoa Lư A",
        "CĐCS Trường THPT Hoa Lư A",
        "CĐCS Trường THPT Hoa Lư A",
    )
    assert event.folded == "tran thi mai cdcs truong thpt hoa lu a cdcs truong thpt hoa lu a"


def test_who_acts_from_above_is_told_with_the_post_above(workplace, province):
    officer = actor_as(OFFICER, province)

    event = record("report.returned", on=workplace, by=officer, unit=workplace, at=NOON)

    assert capacity_of(event) == "Cán bộ chuyên trách Công đoàn Giáo dục tỉnh Ninh Bình"


def test_who_acts_for_another_is_told_with_the_letter(workplace, province):
    holder = Person.objects.create(name="Chủ tịch")
    post = Post.objects.create(
        person=holder, unit=workplace, kind=post_kind(CHAIR), starts_on=LONG_AGO
    )
    acting = User.objects.create(username="thay", person=Person.objects.create(name="Người thay"))
    Delegation.objects.create(
        post=post,
        person=acting.person,
        rights=[Right.REPORT_WRITE],
        letter="Giấy ủy quyền 05/GUQ-CĐCS",
        starts_on=LONG_AGO,
        ends_on=date(2025, 1, 1),
    )

    event = record("report.saved", on=workplace, by=Actor.of(acting, DAY), unit=workplace, at=NOON)

    assert capacity_of(event) == ("Chủ tịch CĐCS Trường THPT Hoa Lư A (Giấy ủy quyền 05/GUQ-CĐCS)")


def test_entering_for_a_unit_is_told_with_its_reason(workplace, province):
    officer = actor_as(OFFICER, province)
    Mandate.objects.create(
        person=officer.user.person,
        unit=workplace,
        rights=[Right.REPORT_WRITE],
        reason="Mất mạng",
        starts_on=LONG_AGO,
        ends_on=date(2025, 1, 1),
    )

    by = Actor.of(officer.user, DAY)
    event = record("report.saved", on=workplace, by=by, unit=workplace, at=NOON)

    assert capacity_of(event) == "Nhập hộ CĐCS Trường THPT Hoa Lư A (Mất mạng)"
