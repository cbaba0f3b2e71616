"""Telling apart who waits, and striking what should not count."""

import pytest

from factories import CHAIR, NOON, actor_as
from pledges.sheets import counted, member, signed
from thidua.core.errors import Denied, DomainError
from thidua.pledges import actions
from thidua.pledges.models import Pledge, PledgeState, Way
from thidua.pledges.roll import suggested


@pytest.fixture
def waiting(sheet):
    return signed(sheet, "Vu Thi Ngok", "1111", deed="Kèm hai em học yếu")


def test_a_match_counts_as_signed_by_oneself(waiting, chair, ngoc):
    actions.match(pledge=waiting, person=ngoc, by=chair, at=NOON)

    waiting.refresh_from_db()
    assert (waiting.person, waiting.way, waiting.state) == (ngoc, Way.SELF, PledgeState.COUNTED)
    assert (waiting.settled_by, waiting.settled_at) == (chair.user, NOON)


def test_whoever_has_signed_is_not_matched_again(waiting, sheet, chair, ngoc):
    counted(sheet, ngoc)

    with pytest.raises(DomainError, match="Vũ Thị Ngọc đã ký ngày 15/03/2024"):
        actions.match(pledge=waiting, person=ngoc, by=chair, at=NOON)

    waiting.refresh_from_db()
    assert (waiting.person, waiting.state) == (None, PledgeState.WAITING)


def test_nobody_of_another_unit_is_matched(waiting, chair, outsider):
    with pytest.raises(DomainError, match="không có trong danh sách"):
        actions.match(pledge=waiting, person=member(outsider, "Pó"), by=chair, at=NOON)


def test_a_dismissal_keeps_its_reason(waiting, chair):
    actions.dismiss(pledge=waiting, reason="Đã chuyển trường", by=chair, at=NOON)

    waiting.refresh_from_db()
    assert (waiting.state, waiting.reason) == (PledgeState.DISMISSED, "Đã chuyển trường")
    with pytest.raises(DomainError, match="không còn chờ đối chiếu"):
        actions.dismiss(pledge=waiting, reason="Lần nữa", by=chair, at=NOON)


def test_a_struck_pledge_no_longer_counts_and_the_person_may_sign_again(sheet, chair, ngoc):
    pledge = counted(sheet, ngoc)

    actions.strike(pledge=pledge, reason="Ký thay người khác", by=chair, at=NOON)

    pledge.refresh_from_db()
    assert (pledge.state, pledge.reason) == (PledgeState.STRUCK, "Ký thay người khác")
    assert signed(sheet, "HL-012").state == PledgeState.COUNTED


@pytest.mark.parametrize("post", ["leader", "province"])
def test_only_the_keeper_of_the_unit_settles(request, waiting, ngoc, post, leader, province):
    by = leader if post == "leader" else actor_as(CHAIR, province)

    with pytest.raises(Denied, match="Chỉ người giữ bản giao ước"):
        actions.match(pledge=waiting, person=ngoc, by=by, at=NOON)

    assert Pledge.objects.get().state == PledgeState.WAITING


def test_the_likeliest_member_is_suggested_first(ngoc, hung, group):
    nga = member(group, "Vũ Thị Nga", phone="0912000001")

    assert suggested("Vu Thi Ngok · 1111", [hung, nga, ngoc]) == [ngoc, nga]
    assert suggested("Vu Thi N · 0001", [hung, nga, ngoc])[0] == nga
