"""The life of a sheet."""

from datetime import date

import pytest

from factories import CHAIR, CLERK, DAY, NOON, UnitFactory, actor_as
from pledges.sheets import CLOSES, code_of, counted, plan_of
from thidua.cascade.models import Rollout
from thidua.core.errors import Denied, DomainError
from thidua.pledges import actions
from thidua.pledges.models import Sheet, SheetCode
from thidua.pledges.prefill import prefill
from thidua.pledges.wording import Wording

WORDS = Wording(title="Giao ước", words="Dạy tốt.", purpose="Tính tỷ lệ.", contact="Trần Văn Lâm")


def opened(unit, phase, by, **given):
    days = {"opens_on": DAY, "closes_on": CLOSES} | given
    return actions.open_sheet(unit=unit, phase=phase, wording=WORDS, by=by, at=NOON, **days)


def test_the_words_come_from_the_plan_and_the_days_from_the_phase(workplace, phase, chair):
    filled = prefill(workplace, phase, chair)

    assert filled.words.splitlines() == [
        "Thi đua “Dạy tốt, học tốt”",
        "Chăm lo đời sống đoàn viên",
        "Vận động 100% đoàn viên ký giao ước thi đua",
    ]
    assert (filled.opens_on, filled.closes_on) == (DAY, date(2024, 3, 29))
    assert filled.contact == f"Trần Văn Lâm, Chủ tịch, {workplace}"


def test_a_sheet_opens_with_a_code(workplace, phase, chair):
    sheet = opened(workplace, phase, chair)

    assert (sheet.unit, sheet.phase, sheet.words) == (workplace, phase, "Dạy tốt.")
    assert len(code_of(sheet).token) == 10


def test_opened_twice_by_one_person_there_is_one(workplace, phase, chair):
    assert opened(workplace, phase, chair) == opened(workplace, phase, chair)


def test_the_colleague_who_comes_second_hears_who_was_first(workplace, phase, chair):
    opened(workplace, phase, chair)

    with pytest.raises(DomainError, match="Trần Văn Lâm đã mở bản giao ước"):
        opened(workplace, phase, actor_as(CHAIR, workplace, "Hoàng Thị Mai"))


@pytest.mark.parametrize(
    ("days", "reason"),
    [
        ({"closes_on": date(2024, 8, 1)}, "từ 01/01/2024 đến 31/07/2024"),
        ({"closes_on": date(2024, 3, 14)}, "trước ngày mở"),
        ({"opens_on": date(2023, 12, 31)}, "từ 01/01/2024 đến 31/07/2024"),
    ],
)
def test_a_sheet_lies_within_its_phase(workplace, phase, chair, days, reason):
    with pytest.raises(DomainError, match=reason):
        opened(workplace, phase, chair, **days)

    assert not Sheet.objects.exists()


def test_only_whoever_keeps_the_sheets_opens_one(workplace, phase):
    with pytest.raises(Denied, match="Chỉ người giữ bản giao ước"):
        opened(workplace, phase, actor_as(CLERK, workplace))


def test_members_sign_at_the_workplace_not_above_it_nor_in_a_group(
    province, workplace, phase, group, leader
):
    for unit, by in ((province, actor_as(CHAIR, province)), (group, leader)):
        with pytest.raises(DomainError, match="không mở bản riêng"):
            opened(unit, phase, by)


def test_a_phase_of_a_foreign_plan_is_refused(phase):
    elsewhere = UnitFactory()

    with pytest.raises(DomainError, match="không thuộc kế hoạch đang thực hiện"):
        opened(elsewhere, phase, actor_as(CHAIR, elsewhere))


def test_a_new_code_revokes_the_old_one(sheet, chair):
    old = code_of(sheet)

    new = actions.renew_code(sheet=sheet, by=chair, at=NOON)

    old.refresh_from_db()
    assert (old.revoked_at, new.token != old.token) == (NOON, True)
    assert SheetCode.objects.filter(sheet=sheet, revoked_at=None).get() == new


def test_words_that_somebody_has_signed_stay(sheet, chair, ngoc):
    actions.reword_sheet(sheet=sheet, wording=WORDS, by=chair, at=NOON)
    counted(sheet, ngoc)

    with pytest.raises(DomainError, match="Đã có người ký dưới lời giao ước"):
        actions.reword_sheet(sheet=sheet, wording=WORDS, by=chair, at=NOON)


def test_a_closed_sheet_may_be_opened_again_while_the_phase_runs(sheet, chair):
    actions.close_sheet(sheet=sheet, by=chair, at=NOON)

    sheet = actions.reopen_sheet(sheet=sheet, by=chair, at=NOON)

    assert sheet.closed_at is None


def test_a_closed_sheet_stays_closed_after_the_phase(workplace, sheet, phase, chair):
    actions.close_sheet(sheet=sheet, by=chair, at=NOON)
    late = actor_as(CHAIR, workplace, day=date(2024, 8, 1))

    with pytest.raises(DomainError, match="Đợt thi đua đã hết từ ngày 31/07/2024"):
        actions.reopen_sheet(sheet=sheet, by=late, at=NOON)


def test_the_review_of_a_phase_closes_its_sheets(sheet, phase, chair):
    assert actions.close_sheets(phase=phase, by=chair, at=NOON) == [sheet]
    assert actions.close_sheets(phase=phase, by=chair, at=NOON) == []
    sheet.refresh_from_db()
    assert sheet.closed_at == NOON


def test_the_review_of_the_superior_closes_the_sheets_of_plans_that_carry_it_out(
    province, workplace, sheet, phase, chair
):
    above = plan_of(province)
    Rollout.objects.create(plan=above, unit=workplace, unit_path="/", own_plan=phase.plan)
    first, second = above.phases.order_by("position")

    assert actions.close_sheets(phase=second, by=chair, at=NOON) == []
    assert actions.close_sheets(phase=first, by=chair, at=NOON) == [sheet]


def test_another_last_day_stays_within_the_phase(sheet, chair):
    changed = actions.change_days(sheet=sheet, closes_on=date(2024, 4, 5), by=chair, at=NOON)

    assert changed.closes_on == date(2024, 4, 5)
    with pytest.raises(DomainError, match="phải nằm trong khoảng"):
        actions.change_days(sheet=sheet, closes_on=date(2024, 9, 1), by=chair, at=NOON)
