"""What has to be done about pledges."""

from datetime import date, timedelta

import pytest

from factories import CHAIR, CLERK, DAY, NOON, UserFactory, actor_as
from pledges.sheets import counted, sheet_of, signed
from thidua.cascade.models import Launch
from thidua.pledges.queries import tasks_of


@pytest.fixture
def launch(phase, workplace):
    return Launch.objects.create(
        phase=phase,
        unit=workplace,
        unit_path=workplace.path_on(DAY),
        launched_on=DAY,
        entered_by=UserFactory(),
        entered_at=NOON,
    )


def titles(actor):
    return [task.title for task in tasks_of(actor)]


def test_a_launched_phase_without_a_sheet_asks_for_one(launch, chair):
    (task,) = tasks_of(chair)

    assert (task.title, task.since, task.due, task.mine) == (
        "Mở bản giao ước đợt 1",
        DAY,
        date(2024, 7, 31),
        True,
    )
    assert task.url == f"/pledges/open/?unit={launch.unit_id}&phase={launch.phase_id}"


def test_a_sheet_for_the_same_days_is_enough(launch, workplace, phase, chair):
    sheet_of(workplace, phase)

    assert "Mở bản giao ước đợt 1" not in titles(chair)


def test_a_superior_and_a_clerk_open_nothing(launch, province, workplace):
    Launch.objects.create(
        phase=launch.phase,
        unit=province,
        unit_path=province.path_on(DAY),
        launched_on=DAY,
        entered_by=UserFactory(),
        entered_at=NOON,
    )

    assert titles(actor_as(CHAIR, province)) == []
    assert titles(actor_as(CLERK, workplace)) == []


def test_who_waits_is_to_be_matched(sheet, chair):
    signed(sheet, "Lê Văn Lạ", "1234")

    (task,) = tasks_of(chair)

    assert (task.title, task.due) == ("Đối chiếu 1 chữ ký giao ước", sheet.closes_on)
    assert task.url == f"/pledges/{sheet.pk}/names/#cho-doi-chieu"


def test_a_sheet_that_closes_soon_says_how_many_are_missing(workplace, phase, ngoc, hung, chair):
    sheet = sheet_of(workplace, phase, closes_on=DAY + timedelta(days=3))
    counted(sheet, ngoc)

    (task,) = tasks_of(chair)

    assert task.title == "Vận động 1 đoàn viên chưa ký giao ước"
    assert task.detail.endswith("1 trong 2 đoàn viên đã ký")


def test_an_overdue_sheet_stays_until_it_is_closed(workplace, phase, chair):
    before = DAY - timedelta(days=5)
    sheet = sheet_of(workplace, phase, opens_on=before, closes_on=before)

    assert titles(chair) == ["Chốt giao ước thi đua, đợt 1 năm 2024"]
    sheet.closed_at = NOON
    sheet.save()
    assert titles(chair) == []


def test_tasks_take_three_questions(launch, sheet, chair, django_assert_num_queries):
    signed(sheet, "Lê Văn Lạ", "1234")

    with django_assert_num_queries(3):
        tasks_of(chair)
