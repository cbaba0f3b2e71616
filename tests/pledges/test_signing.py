"""Signing without an account: who counts, who waits, who is told that it is done."""

from datetime import date, timedelta

import pytest

from factories import DAY, NOON
from pledges.sheets import code_of, counted, member, signed
from thidua.audit.models import AuditEvent
from thidua.core.errors import DomainError
from thidua.pledges import actions
from thidua.pledges.actions import AlreadySigned
from thidua.pledges.models import Pledge, PledgeState, Way
from thidua.pledges.roll import Given


@pytest.mark.parametrize(
    ("who", "tail"),
    [
        ("Vũ Thị Ngọc", "4827"),
        ("vu thi ngoc", "4827"),
        ("  VU  THI NGOC ", "4827"),
        ("HL-012", ""),
        ("hl-012", ""),
        ("hl - 012", ""),
    ],
)
def test_a_member_is_told_apart_by_code_or_by_name_and_digits(sheet, ngoc, who, tail):
    pledge = signed(sheet, who, tail, deed="Kèm hai em học yếu")

    assert (pledge.person, pledge.way, pledge.state) == (ngoc, Way.SELF, PledgeState.COUNTED)
    assert (pledge.deed, pledge.signed_at) == ("Kèm hai em học yếu", NOON)
    event = AuditEvent.objects.get()
    assert (event.type, event.actor, event.unit_path) == (
        "pledges.signed",
        "tu-ky",
        sheet.unit_path,
    )
    assert "Ngọc" not in str(event.data)


@pytest.mark.parametrize(
    ("who", "tail"), [("Vũ Thị Ngọc", "0000"), ("Vũ Thị Nga", "4827"), ("HL-999", "")]
)
def test_whoever_is_not_on_the_list_waits(sheet, who, tail):
    pledge = signed(sheet, who, tail)

    assert (pledge.person, pledge.state) == (None, PledgeState.WAITING)


def test_two_members_of_one_name_and_number_wait(sheet, group, ngoc):
    member(group, "Vũ Thị Ngọc", phone="0977004827")

    assert signed(sheet, "vu thi ngoc", "4827").state == PledgeState.WAITING


def test_a_member_of_another_unit_waits(sheet, outsider):
    member(outsider, "Tòng Văn Pó", code="LC-001")

    assert signed(sheet, "LC-001").state == PledgeState.WAITING


def test_signing_twice_counts_once_and_says_when(sheet, ngoc):
    signed(sheet, "HL-012", once="a")

    with pytest.raises(AlreadySigned, match="đã ký lúc 12:00 ngày 15/03/2024"):
        signed(sheet, "vu thi ngoc", "4827", once="b")

    assert Pledge.objects.count() == 1


def test_the_same_page_sent_twice_is_answered_with_the_same_receipt(sheet, ngoc):
    first = signed(sheet, "HL-012", once="a")

    assert signed(sheet, "HL-012", once="a") == first
    assert AuditEvent.objects.count() == 1


def test_another_person_on_the_same_page_gets_a_receipt_of_their_own(sheet, ngoc, hung):
    first, second = signed(sheet, "HL-012", once="a"), signed(sheet, "HL-013", once="a")

    assert (first.person, second.person) == (ngoc, hung)
    assert first.receipt != second.receipt


def test_whoever_was_recorded_from_paper_is_told_so(sheet, ngoc):
    counted(sheet, ngoc, Way.RECORDED)

    with pytest.raises(AlreadySigned, match="danh sách ký trên giấy ngày 15/03/2024"):
        signed(sheet, "HL-012")


def test_the_same_unknown_entry_waits_once(sheet):
    signed(sheet, "Lê Văn Lạ", "1234", once="a")

    with pytest.raises(AlreadySigned, match="đang chờ tổ trưởng đối chiếu"):
        signed(sheet, "le van la", "1234", once="b")

    assert Pledge.objects.count() == 1


def test_whoever_withdraws_no_longer_counts_and_may_sign_again(sheet, ngoc):
    pledge = signed(sheet, "HL-012", once="a", deed="Kèm hai em học yếu")

    actions.withdraw(pledge=pledge, at=NOON)

    pledge.refresh_from_db()
    assert (pledge.state, pledge.deed, pledge.settled_at) == (PledgeState.WITHDRAWN, "", NOON)
    again = signed(sheet, "HL-012", once="a")
    assert (again.state, again.receipt == pledge.receipt) == (PledgeState.COUNTED, False)


def test_withdrawing_twice_says_that_nothing_counts(sheet, ngoc):
    pledge = signed(sheet, "HL-012")
    actions.withdraw(pledge=pledge, at=NOON)

    with pytest.raises(DomainError, match="không còn được tính"):
        actions.withdraw(pledge=pledge, at=NOON)


def _revoke(sheet):
    sheet.codes.update(revoked_at=NOON)


def _not_yet(sheet):
    sheet.opens_on = DAY + timedelta(days=1)
    sheet.save()


def _over(sheet):
    sheet.opens_on, sheet.closes_on = date(2024, 3, 1), DAY - timedelta(days=1)
    sheet.save()


def _closed(sheet):
    sheet.closed_at = NOON
    sheet.save()


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (_revoke, "thu hồi"),
        (_not_yet, "mở ký từ ngày 16/03/2024"),
        (_over, "hết hạn ký từ ngày 14/03/2024"),
        (_closed, "hết hạn ký từ ngày 15/03/2024"),
    ],
)
def test_a_sheet_that_takes_no_pledges_says_why_and_keeps_nothing(sheet, ngoc, change, reason):
    code = code_of(sheet)
    change(sheet)
    code = type(code).objects.select_related("sheet__unit").get(pk=code.pk)

    with pytest.raises(DomainError, match=reason):
        actions.sign(code=code, given=Given("HL-012"), deed="", once="", at=NOON)

    assert not Pledge.objects.exists()
