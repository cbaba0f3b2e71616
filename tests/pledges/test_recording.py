"""A list signed on paper: all of it or nothing, each line told."""

from datetime import date

import pytest

from factories import CHAIR, DAY, NOON, actor_as
from files.photographs import photograph
from pledges.sheets import counted, member
from thidua.core.errors import Denied, DomainError
from thidua.pledges import actions
from thidua.pledges.actions import NotAsListed, read_lines
from thidua.pledges.models import Pledge, SignedList, Way


@pytest.fixture
def record(sheet, chair):
    def go(persons, by=chair, **given):
        given = {"signed_on": DAY, "picture": (photograph(), "danh-sach.jpg")} | given
        return actions.record_list(
            sheet=sheet, persons=[one.pk for one in persons], by=by, at=NOON, **given
        )

    return go


def test_everybody_on_the_list_counts_under_its_photograph(record, sheet, ngoc, hung):
    done = record([ngoc, hung], signed_on=date(2024, 3, 10))

    assert (done.added, done.known) == (2, 0)
    kept = SignedList.objects.get()
    assert (kept.sheet, kept.picture.name) == (sheet, "danh-sach.jpg")
    assert set(kept.pledges.values_list("person", "way")) == {
        (ngoc.pk, Way.RECORDED),
        (hung.pk, Way.RECORDED),
    }


def test_whoever_signed_by_themselves_stays_so(record, sheet, ngoc, hung):
    counted(sheet, ngoc)

    done = record([ngoc, hung])

    assert (done.added, done.known) == (1, 1)
    assert Pledge.objects.get(person=ngoc).way == Way.SELF


def test_a_list_of_people_who_have_all_signed_is_not_kept(record, sheet, ngoc):
    counted(sheet, ngoc)

    with pytest.raises(DomainError, match="đã ký từ trước"):
        record([ngoc])

    assert not SignedList.objects.exists()


def test_pressed_twice_records_one_list(record, ngoc):
    record([ngoc], once="a")

    assert record([ngoc], once="a").added == 1
    assert SignedList.objects.count() == 1


def test_somebody_who_is_no_member_keeps_the_whole_list_out(record, ngoc, outsider):
    stranger = member(outsider, "Tòng Văn Pó")

    with pytest.raises(DomainError, match="1 người được chọn không có trong danh sách"):
        record([ngoc, stranger])

    assert not Pledge.objects.exists()


def test_a_group_leader_records_the_own_group_only(record, leader, ngoc, hung):
    record([ngoc], by=leader)

    with pytest.raises(DomainError, match="không có trong danh sách"):
        record([hung], by=leader)


def test_a_superior_records_nothing(record, province, ngoc):
    with pytest.raises(Denied, match="Cấp trên chỉ xem con số"):
        record([ngoc], by=actor_as(CHAIR, province))


@pytest.mark.parametrize("day", [date(2023, 12, 31), date(2024, 3, 16)])
def test_a_list_is_signed_within_the_phase_and_not_in_the_future(record, ngoc, day):
    with pytest.raises(DomainError, match="phải từ 01/01/2024 đến 15/03/2024"):
        record([ngoc], signed_on=day)


def test_a_closed_sheet_takes_no_list(record, sheet, ngoc):
    sheet.closed_at = NOON
    sheet.save()

    with pytest.raises(DomainError, match="đã chốt ngày 15/03/2024"):
        record([ngoc])


def test_pasted_lines_are_codes_names_or_names_with_digits(group, ngoc, hung):
    twin = member(group, "Đinh Văn Hùng", code="HL-099", phone="0900000001")

    meant = read_lines(["vu thi ngoc", "hl-013", "Đinh Văn Hùng 0001"], [ngoc, hung, twin])

    assert meant == [ngoc.pk, hung.pk, twin.pk]


def test_each_line_that_is_not_clear_is_told(group, ngoc, hung):
    twin = member(group, "Đinh Văn Hùng", code="HL-099")

    with pytest.raises(NotAsListed) as refusal:
        read_lines(["Vũ Thị Ngọc", "Lê Văn Lạ", "HL-012", "Đinh Văn Hùng"], [ngoc, hung, twin])

    assert refusal.value.lines == [
        "Dòng 2 “Lê Văn Lạ”: không có trong danh sách.",
        "Dòng 3 “HL-012”: người này đã ở dòng 1.",
        "Dòng 4 “Đinh Văn Hùng”: danh sách có 2 người, hãy ghi mã.",
    ]
