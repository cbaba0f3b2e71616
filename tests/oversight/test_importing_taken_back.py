"""What was said at once of many lines, taken back at once."""

import pytest
from django.urls import reverse

from factories import NOON, UnitFactory, actor_as
from oversight.importing_files import HOA, NAM, members
from oversight.importing_steps import applied, checked, problems, taken
from thidua.audit.models import AuditEvent
from thidua.core.errors import Denied, DomainError
from thidua.oversight.actions import mending
from thidua.oversight.actions.mending import take_mending_back
from thidua.oversight.models import ImportMending, RowState

WRONG = "Trường Hoa Lư A"
LAN = (3, "Lý Thị Lan", "DV003", "7/7/1977", "Nữ", "0912345677", "", "01/09/2011")


@pytest.fixture
def keeper(province):
    return actor_as("keeper", province, "Phạm Quản Trị")


@pytest.fixture
def owner(province, workplace, keeper):
    """Two lines with one wrong name of a unit."""
    UnitFactory(name="CĐCS Trường THPT Kênh Gà", under=province)
    lines = [[*one[:6], WRONG, one[7]] for one in (HOA, NAM)]
    return checked(province, keeper, members(*lines))


def mend(owner, keeper, **told):
    row = owner.rows.order_by("number").first()
    return mending.mend_alike(
        owner=owner, code=row.code, about=row.about, by=keeper, at=NOON, **told
    )


def back(keeper):
    return take_mending_back(mending=ImportMending.objects.latest("pk"), by=keeper, at=NOON)


def units_typed(owner):
    return [row.typed["unit"] for row in owner.rows.order_by("number")]


def test_a_unit_written_in_many_lines_is_taken_back_from_all(owner, keeper, workplace):
    before = problems(owner), units_typed(owner)
    mend(owner, keeper, field="unit", typed=workplace.name)
    between = problems(owner)

    count = back(keeper)

    assert count == 2
    assert between == [(3, ""), (4, "")]
    assert (problems(owner), units_typed(owner)) == before
    assert not ImportMending.objects.exists()
    assert AuditEvent.objects.filter(type="import.alike_taken_back").count() == 1


def test_a_line_that_was_corrected_by_itself_since_then_stays(province, workplace, keeper):
    lines = [[*HOA[:5], phone, WRONG, HOA[7]] for phone in ("0912345678", "0912345679")]
    owner = checked(province, keeper, members(*lines))
    mend(owner, keeper, field="unit", typed=workplace.name)
    row = owner.rows.get(number=4)
    mending.mend_row(row=row, typed={"unit": province.name}, decision="", by=keeper, at=NOON)

    count = back(keeper)

    assert count == 1
    assert units_typed(owner) == [WRONG, province.name]


def test_a_unit_that_nobody_knows_is_not_written_in_many_lines(owner, keeper, workplace):
    before = problems(owner), units_typed(owner)

    with pytest.raises(DomainError) as refusal:
        mend(owner, keeper, field="unit", typed="Trường Hoa Lư C")

    assert "Không tìm thấy đơn vị “Trường Hoa Lư C”" in str(refusal.value)
    assert f"Có phải là: {workplace.name}" in str(refusal.value)
    assert (problems(owner), units_typed(owner)) == before
    assert not ImportMending.objects.exists()


def test_lines_left_out_at_once_are_open_again_at_once(owner, keeper):
    row = owner.rows.order_by("number").first()
    mending.leave_alike_out(owner=owner, code=row.code, about=row.about, by=keeper, at=NOON)
    left = set(owner.rows.values_list("state", flat=True))

    count = back(keeper)

    assert (left, count) == ({RowState.LEFT_OUT}, 2)
    assert set(owner.rows.values_list("state", flat=True)) == {RowState.WRONG}


def test_a_decision_for_all_is_taken_back(province, workplace, keeper):
    lines = [[*one[:6], workplace.name, one[7]] for one in (HOA, LAN)]
    applied(province, keeper, members(*lines))
    bare = [[*one[:2], "", "", one[4], "", *one[6:]] for one in lines]
    owner = checked(province, keeper, members(*bare))
    before = problems(owner)
    mend(owner, keeper, decision="same")
    between = problems(owner)

    back(keeper)

    assert (before, between) == ([(3, "name"), (4, "name")], [(3, ""), (4, "")])
    assert problems(owner) == before
    assert all(row.person for row in owner.rows.all())


def test_what_was_taken_over_is_only_undone_as_a_whole(owner, keeper, workplace):
    mend(owner, keeper, field="unit", typed=workplace.name)

    taken(owner, keeper)

    assert not ImportMending.objects.exists()


def test_nobody_else_takes_it_back(owner, keeper, workplace, outsider):
    mend(owner, keeper, field="unit", typed=workplace.name)

    with pytest.raises(Denied):
        back(actor_as("keeper", outsider, "Lò Văn Giữ"))

    assert units_typed(owner) == [workplace.name] * 2


def test_a_unit_that_may_be_meant_is_chosen_for_one_line_with_one_press(client, owner, keeper):
    client.force_login(keeper.user)
    value, shown = owner.rows.get(number=3).problems[0]["near"][0]
    url = reverse("oversight:import_row", args=[owner.pk, 3])

    page = client.get(url).text
    client.post(url, {"c_unit": value})

    assert f'name="c_unit" value="{value}">{shown}</button>' in page
    assert [row.state for row in owner.rows.order_by("number")] == ["mended", "wrong"]


def test_the_page_says_what_was_done_and_takes_it_back(client, owner, keeper, workplace):
    client.force_login(keeper.user)
    row = owner.rows.order_by("number").first()
    chosen = row.problems[0]["near"][0]
    said = {"code": row.code, "about": row.about, "field": "unit", "near": chosen[0]}
    client.post(reverse("oversight:import_alike", args=[owner.pk]), said)
    page = client.get(owner.get_absolute_url()).text
    url = reverse("oversight:import_take_back", args=[owner.pk, ImportMending.objects.get().pk])

    answer = client.post(url, follow=True)

    assert f'{url}"><input type="hidden" name="csrfmiddlewaretoken"' in page
    assert f"Không tìm thấy đơn vị “{WRONG}”" in page
    assert f"Đã ghi “Đơn vị” thành “{chosen[1]}”." in page
    assert "Đã lấy lại: 2 dòng" in answer.text
    assert units_typed(owner) == [WRONG, WRONG]
