"""What cannot be done, in a sentence that names the unit."""

from datetime import date

import pytest

from factories import CHAIR, DAY, LONG_AGO, UnitFactory, unit_kind, user_as
from org.reorganised import BEFORE, below, decision, done, establish, problems
from thidua.org.models import ActKind, Membership, Person
from thidua.org.reorganising import plan_for

pytestmark = pytest.mark.django_db


@pytest.fixture
def district(province):
    return below(province, "LĐLĐ huyện Gia Viễn", "ldld_huyen")


@pytest.fixture
def school(district):
    return below(district, "CĐCS Gia Hòa")


def act(kind, unit, target=None, **columns):
    return {"kind": kind, "unit": unit, "target": target, **columns}


def test_a_unit_cannot_stand_below_itself(province, district, school):
    below_school = below(school, "Tổ Văn phòng", "to")

    assert problems(province, act(ActKind.MOVE, district, below_school)) == [
        (
            "Tổ Văn phòng trực thuộc LĐLĐ huyện Gia Viễn nên không thể làm cấp trên hay tiếp nhận "
            "đơn vị này."
        )
    ]
    assert problems(province, act(ActKind.MOVE, school, school)) == [
        "CĐCS Gia Hòa không thể tiếp nhận chính mình."
    ]


def test_two_acts_together_cannot_make_a_loop(province, district):
    other = below(province, "LĐLĐ huyện Nho Quan", "ldld_huyen")

    assert problems(
        province, act(ActKind.MOVE, district, other), act(ActKind.MOVE, other, district)
    ) == [
        (
            "LĐLĐ huyện Gia Viễn trực thuộc LĐLĐ huyện Nho Quan nên không thể làm cấp trên hay "
            "tiếp nhận đơn vị này."
        )
    ]


def test_a_move_before_founding_is_refused(province, district, school):
    move = act(ActKind.MOVE, school, province)

    assert problems(province, move, on=date(2019, 12, 31)) == [
        "CĐCS Gia Hòa thành lập ngày 01/01/2020, sau ngày có hiệu lực 31/12/2019."
    ]


def test_a_change_before_a_later_one_is_refused_also_below(province, district, school):
    done(province, act(ActKind.MOVE, school, province), on=BEFORE)
    done(province, act(ActKind.MOVE, school, district), on=DAY)

    assert problems(province, act(ActKind.END, district), on=BEFORE) == [
        (
            "CĐCS Gia Hòa đã có thay đổi về tổ chức từ ngày 15/03/2024, sau ngày có hiệu lực "
            "14/03/2024. Hãy chọn ngày từ 15/03/2024 trở đi."
        )
    ]


@pytest.mark.parametrize("kind", [ActKind.MOVE, ActKind.MERGE, ActKind.END])
def test_an_ended_unit_is_let_be(province, district, school, kind):
    done(province, act(ActKind.END, school), on=BEFORE)

    assert problems(province, act(kind, school, province)) == [
        "CĐCS Gia Hòa đã kết thúc hoạt động từ ngày 14/03/2024."
    ]


def test_nothing_is_handed_to_a_unit_that_has_ended(province, district, school):
    done(province, act(ActKind.END, district), on=BEFORE)

    assert problems(province, act(ActKind.MERGE, school, district)) == [
        "LĐLĐ huyện Gia Viễn đã kết thúc hoạt động từ ngày 14/03/2024."
    ]


def test_a_unit_outside_the_part_of_the_decision_is_not_found(province, district, school):
    foreign = UnitFactory(name="CĐCS tỉnh khác")

    told = problems(district, act(ActKind.MOVE, foreign, district))

    assert told == ["Việc này chưa ghi rõ đơn vị, hoặc đơn vị nằm ngoài phạm vi quyết định."]
    assert problems(district, act(ActKind.MOVE, school, province)) == [
        "Đơn vị tiếp nhận CĐCS Gia Hòa nằm ngoài phạm vi quyết định, hoặc chưa được thành lập."
    ]


def test_the_unit_of_the_decision_does_not_end_itself(district):
    assert problems(district, act(ActKind.END, district)) == [
        "Việc này đối với chính LĐLĐ huyện Gia Viễn phải do cấp trên của đơn vị quyết định."
    ]


def test_a_unit_cannot_end_on_the_day_it_began(province):
    new, _told = done(province, establish(province), on=DAY)
    unit = new.acts.get().unit

    assert problems(province, act(ActKind.END, unit)) == [
        (
            "Công đoàn xã Gia Viễn mới thành lập hoặc mới chuyển đến đúng ngày 15/03/2024 nên "
            "không kết thúc được trong cùng ngày. Hãy chọn ngày sau."
        )
    ]


def test_members_who_came_later_keep_a_unit_from_ending(province, school):
    person = Person.objects.create(name="Lê Văn Nam")
    Membership.objects.create(person=person, unit=school, starts_on=DAY)

    assert problems(province, act(ActKind.END, school)) == [
        (
            "CĐCS Gia Hòa có đoàn viên hoặc chức vụ ghi từ ngày 15/03/2024, không trước ngày có "
            "hiệu lực 15/03/2024. Hãy chọn ngày sau đó, hoặc sửa ngày bắt đầu đã ghi."
        )
    ]


def test_what_changes_nothing_is_told(province, district, school):
    same = {"name": "CĐCS Gia Hòa"}

    assert problems(
        province,
        act(ActKind.RENAME, school, naming=same),
        act(ActKind.MOVE, school, district),
        act(ActKind.CHANGE_KIND, school, unit_kind=unit_kind("cdcs", "")),
        act(ActKind.TRANSFER, school, province),
    ) == [
        "Tên và cách ký của CĐCS Gia Hòa không có gì thay đổi.",
        "CĐCS Gia Hòa đang trực thuộc LĐLĐ huyện Gia Viễn rồi.",
        "Chưa chọn loại đơn vị mới, khác loại hiện nay của CĐCS Gia Hòa.",
        "CĐCS Gia Hòa không có đơn vị trực thuộc.",
    ]


def test_only_own_units_are_handed_over(province, district, school):
    other = below(province, "CĐCS Nho Quan")

    assert problems(province, act(ActKind.SPLIT, district, other, listed=[other.key])) == [
        "CĐCS Nho Quan không trực thuộc LĐLĐ huyện Gia Viễn."
    ]


def test_the_number_of_questions_does_not_grow_with_the_acts(
    province, district, django_assert_num_queries
):
    user_as(CHAIR, district)
    units = [below(district, f"CĐCS số {number}") for number in range(12)]
    few = decision(province, *(act(ActKind.END, unit) for unit in units[:2]))
    many = decision(province, *(act(ActKind.END, unit) for unit in units))

    for one in (few, many):
        with django_assert_num_queries(8):
            assert not plan_for(one).problems


def test_a_name_given_on_a_later_day_is_not_overtaken(province, school):
    done(province, act(ActKind.RENAME, school, naming={"name": "CĐCS Gia Hưng"}), on=DAY)

    assert problems(
        province, act(ActKind.RENAME, school, naming={"name": "CĐCS Ba"}), on=LONG_AGO
    ) == [
        (
            "CĐCS Gia Hưng đã có thay đổi về tổ chức từ ngày 15/03/2024, sau ngày có hiệu lực "
            "01/01/2020. Hãy chọn ngày từ 15/03/2024 trở đi."
        )
    ]
