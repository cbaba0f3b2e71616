"""Many phones, and a leader, at the same moment."""

from functools import partial

import pytest

from factories import CHAIR, DAY, NOON, UnitFactory, actor_as
from files.photographs import photograph
from pledges.sheets import member, plan_of, sheet_of, signed
from thidua.audit.models import AuditEvent
from thidua.core.errors import DomainError
from thidua.pledges import actions
from thidua.pledges.actions import AlreadySigned
from thidua.pledges.models import Pledge, PledgeState, Sheet
from thidua.pledges.wording import Wording

WORDS = Wording(title="Giao ước", words="Dạy tốt.", purpose="Tính tỷ lệ.", contact="Trần Văn Lâm")


@pytest.fixture
def unit(shared_database):
    return UnitFactory(name="CĐCS Trường THPT Hoa Lư A")


@pytest.fixture
def open_sheet(unit):
    return sheet_of(unit, plan_of(unit).phases.get(position=1))


def test_one_person_on_two_phones_counts_once(at_once, unit, open_sheet):
    member(unit, "Vũ Thị Ngọc", code="HL-012")

    outcome = at_once(*[partial(signed, open_sheet, "HL-012", once=page) for page in "ab"])

    assert {type(answer) for answer in outcome} == {AlreadySigned, Pledge}
    assert Pledge.objects.filter(state=PledgeState.COUNTED).count() == 1
    assert AuditEvent.objects.filter(type="pledges.signed").count() == 1


def test_one_page_sent_twice_counts_once_and_both_get_the_receipt(at_once, unit, open_sheet):
    member(unit, "Vũ Thị Ngọc", code="HL-012")

    first, second = at_once(*[partial(signed, open_sheet, "HL-012", once="a")] * 2)

    assert first == second == Pledge.objects.get()


def test_one_unknown_entry_from_two_phones_waits_once(at_once, open_sheet):
    outcome = at_once(*[partial(signed, open_sheet, "Lê Lạ", "1234", once=page) for page in "ab"])

    assert {type(answer) for answer in outcome} == {AlreadySigned, Pledge}
    assert Pledge.objects.get().state == PledgeState.WAITING


def test_twenty_people_at_once_all_count(at_once, unit, open_sheet):
    for number in range(20):
        member(unit, f"Người {number}", code=f"HL-{number:03d}")

    at_once(*[partial(signed, open_sheet, f"HL-{number:03d}") for number in range(20)])

    assert Pledge.objects.filter(state=PledgeState.COUNTED).count() == 20


def test_whoever_signs_while_the_list_is_recorded_counts_once(at_once, unit, open_sheet):
    people = [member(unit, f"Người {number}", code=f"HL-{number:03d}") for number in range(5)]
    chair = actor_as(CHAIR, unit)
    record = partial(
        actions.record_list,
        sheet=open_sheet,
        persons=[one.pk for one in people],
        signed_on=DAY,
        picture=(photograph(), "danh-sach.jpg"),
        by=chair,
        at=NOON,
    )

    outcome = at_once(record, *[partial(signed, open_sheet, one.code) for one in people])

    unexpected = [one for one in outcome if isinstance(one, Exception)]
    assert all(isinstance(one, DomainError) for one in unexpected)
    counted = Pledge.objects.filter(state=PledgeState.COUNTED)
    assert sorted(counted.values_list("person", flat=True)) == [one.pk for one in people]


def test_a_sheet_opened_by_two_at_once_is_opened_once(at_once, unit):
    phase = plan_of(unit).phases.get(position=1)
    chairs = [actor_as(CHAIR, unit, name) for name in ("Trần Văn Lâm", "Hoàng Thị Mai")]
    deeds = [
        partial(
            actions.open_sheet,
            unit=unit,
            phase=phase,
            wording=WORDS,
            opens_on=DAY,
            closes_on=DAY,
            by=chair,
            at=NOON,
        )
        for chair in chairs
    ]

    outcome = at_once(*deeds)

    assert {type(answer) for answer in outcome} == {DomainError, Sheet}
    assert Sheet.objects.count() == 1


def test_two_colleagues_matching_one_person_count_them_once(at_once, unit, open_sheet):
    person = member(unit, "Vũ Thị Ngọc", code="HL-012")
    chair = actor_as(CHAIR, unit)
    waiting = [signed(open_sheet, f"Vu Ngok {letter}", "1111") for letter in "ab"]

    outcome = at_once(
        *[partial(actions.match, pledge=one, person=person, by=chair, at=NOON) for one in waiting]
    )

    assert {type(answer) for answer in outcome} == {DomainError, Pledge}
    assert Pledge.objects.filter(state=PledgeState.COUNTED).count() == 1
