"""A list from Excel, from the file to the members of a unit and back."""

import pytest
from django.db.models import F

from factories import (
    AGAIN,
    DAY,
    FIRST_TIME,
    LONG_AGO,
    NOON,
    UnitFactory,
    actor_as,
    post_kind,
    unit_kind,
)
from oversight.importing_files import HOA, NAM, TITLES, members, workbook
from oversight.importing_steps import applied, begun, checked, problems, taken, undone
from thidua.core import clock
from thidua.core.errors import Denied, DomainError
from thidua.org.models import Headcount, Membership, Person, Post
from thidua.oversight.actions import importing as actions
from thidua.oversight.importing import applying
from thidua.oversight.importing.judge import Judge
from thidua.oversight.jobs.importing import apply_import, check_import
from thidua.oversight.models import Import, ImportState, RowState


@pytest.fixture
def clerk(workplace):
    return actor_as("clerk", workplace, "Phạm Văn Thư")


@pytest.fixture
def keeper(province):
    return actor_as("keeper", province, "Phạm Quản Trị")


def names(unit):
    return sorted(Membership.objects.filter(unit=unit).values_list("person__name", flat=True))


def test_a_list_of_members_is_taken_over(workplace, clerk):
    owner = applied(workplace, clerk, members(HOA, NAM))

    assert owner.state == ImportState.DONE
    assert owner.counts == {"new": 2}
    assert names(workplace) == ["Nguyễn Thị Hoa", "Trần Văn Nam"]
    hoa = Person.objects.get(name="Nguyễn Thị Hoa", code="DV001")
    assert (hoa.birth_on.isoformat(), hoa.sex, hoa.phone) == ("1984-08-05", "f", "0912345678")
    assert hoa.folded == "nguyen thi hoa"
    assert hoa.memberships.get().starts_on.isoformat() == "2010-09-01"


def test_nothing_is_written_before_somebody_says_so(workplace, clerk):
    owner = checked(workplace, clerk, members(HOA, NAM))

    assert (owner.state, owner.counts) == (ImportState.READY, {"new": 2})
    assert names(workplace) == []


def test_the_same_list_again_is_known_already(workplace, clerk):
    applied(workplace, clerk, members(HOA, NAM))

    again = applied(workplace, clerk, members(HOA, NAM))

    assert again.counts == {"known": 2}
    assert names(workplace) == ["Nguyễn Thị Hoa", "Trần Văn Nam"]


def test_two_imports_of_one_list_previewed_together_double_nobody(workplace, clerk):
    first = checked(workplace, clerk, members(HOA, NAM))
    second = checked(workplace, clerk, members(HOA, NAM))

    taken(first, clerk)
    taken(second, clerk)

    assert names(workplace) == ["Nguyễn Thị Hoa", "Trần Văn Nam"]


def test_a_whole_import_is_undone(workplace, clerk):
    people = Person.objects.count()

    owner = undone(applied(workplace, clerk, members(HOA, NAM)), clerk)

    assert owner.state == ImportState.UNDONE
    assert names(workplace) == []
    assert Person.objects.count() == people
    assert Import.objects.count() == 1


def test_undoing_puts_back_what_the_import_changed(workplace, clerk):
    applied(workplace, clerk, members(HOA))
    newer = (*HOA[:5], "0988888888", *HOA[6:])

    owner = applied(workplace, clerk, members(newer))
    changed = Person.objects.get(code="DV001").phone
    undone(owner, clerk)

    assert (owner.counts, changed) == ({"changed": 1}, "0988888888")
    assert Person.objects.get(code="DV001").phone == "0912345678"


def test_who_has_got_a_post_meanwhile_stays_and_is_told(workplace, clerk):
    owner = applied(workplace, clerk, members(HOA, NAM))
    hoa = Person.objects.get(code="DV001")
    Post.objects.create(person=hoa, unit=workplace, kind=post_kind("committee"), starts_on=LONG_AGO)

    undone(owner, clerk)

    assert names(workplace) == ["Nguyễn Thị Hoa"]
    row = owner.rows.get()
    assert (row.number, row.state) == (3, RowState.STAYS)
    assert "Không xóa được" in row.problems[0]["said"]


def test_a_job_that_was_killed_goes_on_and_doubles_nothing(workplace, clerk, monkeypatch):
    monkeypatch.setattr("thidua.oversight.importing.checking.LINES", 1)
    owner = checked(workplace, clerk, members(HOA, NAM))
    whole = applying.take_over
    calls = []

    def dies_at_the_second(*args):
        calls.append(args)
        if len(calls) == 2:
            raise KeyboardInterrupt
        return whole(*args)

    monkeypatch.setattr(applying, "take_over", dies_at_the_second)
    Import.objects.filter(pk=owner.pk).update(state=ImportState.APPLYING)
    with pytest.raises(KeyboardInterrupt):
        apply_import.func(FIRST_TIME, owner.pk)
    half = names(workplace)
    Import.objects.filter(pk=owner.pk).update(beat_at=None)
    apply_import.func(FIRST_TIME, owner.pk)
    apply_import.func(FIRST_TIME, owner.pk)

    owner.refresh_from_db()
    assert half == ["Nguyễn Thị Hoa"]
    assert names(workplace) == ["Nguyễn Thị Hoa", "Trần Văn Nam"]
    assert owner.state == ImportState.DONE


def test_a_job_that_is_handed_out_again_overtakes_the_one_before_it(workplace, clerk):
    owner = checked(workplace, clerk, members(HOA, NAM))
    Import.objects.filter(pk=owner.pk).update(state=ImportState.CHECKING, beat_at=clock.now())

    check_import.func(FIRST_TIME, owner.pk)
    owner.refresh_from_db()
    held = owner.state
    check_import.func(AGAIN, owner.pk)

    owner.refresh_from_db()
    assert (held, owner.state) == (ImportState.CHECKING, ImportState.READY)


def test_a_worker_that_was_overtaken_writes_nothing_any_more(workplace, clerk, monkeypatch):
    owner = begun(workplace, clerk, members(HOA, NAM))
    Import.objects.filter(pk=owner.pk).update(state=ImportState.CHECKING)
    judged = Judge.judged

    def overtaken(*args, **kwargs):
        Import.objects.filter(pk=owner.pk).update(beginnings=F("beginnings") + 1)
        return judged(*args, **kwargs)

    monkeypatch.setattr(Judge, "judged", overtaken)
    check_import.func(FIRST_TIME, owner.pk)

    owner.refresh_from_db()
    assert (owner.state, owner.parts.count()) == (ImportState.CHECKING, 0)


def test_a_job_that_runs_is_not_begun_again_by_a_press(workplace, clerk):
    owner = checked(workplace, clerk, members(HOA))
    Import.objects.filter(pk=owner.pk).update(state=ImportState.CHECKING, beat_at=NOON)
    owner.refresh_from_db()

    with pytest.raises(DomainError, match="vẫn đang chạy"):
        actions.go_on(owner=owner, by=clerk, at=NOON)


def test_an_import_that_is_taken_over_is_not_taken_over_again(workplace, clerk):
    owner = applied(workplace, clerk, members(HOA))

    with pytest.raises(DomainError, match="Không có dòng nào chờ nhập"):
        actions.apply_import(owner=owner, by=clerk, at=NOON)


def test_a_stranger_leaves_no_trace(workplace, outsider):
    stranger = actor_as("clerk", outsider)

    with pytest.raises(Denied):
        begun(workplace, stranger, members(HOA))

    assert not Import.objects.exists()


def test_lines_name_groups_of_the_union_but_not_other_unions(province, workplace, clerk):
    group = UnitFactory(name="Tổ Toán", under=workplace, kind=unit_kind("to", "Tổ công đoàn"))
    group.kind.keeps_register = False
    group.kind.save(update_fields=["keeps_register"])

    inside = (*HOA[:6], "tổ toán", HOA[7])
    outside = (*NAM[:6], "Công đoàn Giáo dục tỉnh Ninh Bình", NAM[7])
    owner = applied(workplace, clerk, members(inside, outside))

    assert names(group) == ["Nguyễn Thị Hoa"]
    assert problems(owner) == [(4, "unit")]


def test_posts_are_given_by_a_keeper_and_known_the_second_time(workplace, keeper, province):
    titles = ("Họ và tên", "Ngày sinh", "Đơn vị", "Chức vụ", "Từ ngày")
    chair = ("Lê Thị Mai", "5/8/1980", workplace.name, "Chủ tịch", "15/3/2023")
    post_kind("chair")

    first = applied(province, keeper, workbook([titles, chair]), "posts")
    second = applied(province, keeper, workbook([titles, chair]), "posts")

    post = Post.objects.get(kind__code="chair")
    assert (post.person.name, post.starts_on.isoformat()) == ("Lê Thị Mai", "2023-03-15")
    assert (first.counts, second.counts) == ({"new": 1}, {"known": 1})


def test_a_unit_does_not_get_a_second_chair_by_a_list(workplace, keeper, province):
    actor_as("chair", workplace)
    titles = ("Họ và tên", "Đơn vị", "Chức vụ")

    owner = checked(
        province, keeper, workbook([titles, ("Lê Thị Mai", workplace.name, "Chủ tịch")]), "posts"
    )

    assert problems(owner) == [(2, "held")]


def test_a_list_neither_gives_its_importer_a_right_nor_takes_their_keeping(province, keeper):
    post = Post.objects.get(person=keeper.user.person_id)
    Person.objects.filter(pk=keeper.user.person_id).update(code="QT00001")
    titles = ("Mã đoàn viên", "Họ và tên", "Đơn vị", "Chức vụ", "Thôi giữ từ ngày")
    post_kind("chair")
    name = keeper.user.person.name
    lines = [
        ("QT00001", name, province.name, "Chủ tịch", ""),
        ("QT00001", name, province.name, post.kind.name, "15/03/2024"),
    ]

    owner = checked(province, keeper, workbook([titles, *lines]), "posts")

    assert problems(owner) == [(2, "oneself"), (3, "oneself")]


def test_posts_are_not_given_by_a_clerk(workplace, clerk):
    titles = ("Họ và tên", "Chức vụ")

    with pytest.raises(Denied):
        begun(workplace, clerk, workbook([titles, ("Lê Thị Mai", "Chủ tịch")]), "posts")


def test_headcounts_are_new_changed_and_put_back(workplace, keeper, province):
    titles = ("Đơn vị", "Tính đến ngày", "Số đoàn viên", "Số nữ")
    Headcount.objects.create(unit=workplace, on=DAY, members=12, women=3)

    owner = applied(
        province,
        keeper,
        workbook([titles, (workplace.name, "15/03/2024", "21", ""), (province.name, "", 400, 9)]),
        "headcounts",
    )
    counted = dict(Headcount.objects.values_list("unit__name", "members"))
    undone(owner, keeper)

    assert owner.counts == {"changed": 1, "new": 1}
    assert counted == {workplace.name: 21, province.name: 400}
    assert Headcount.objects.get().members == 12


def test_more_women_than_members_is_told(province, keeper):
    titles = ("Đơn vị", "Số đoàn viên", "Số nữ")

    owner = checked(province, keeper, workbook([titles, (province.name, 12, 21)]), "headcounts")

    assert problems(owner) == [(2, "women")]


def test_a_list_cut_off_by_old_excel_is_told(workplace, clerk, monkeypatch):
    monkeypatch.setattr("thidua.oversight.importing.checking.OLD_EXCEL_ROWS", 4)

    owner = checked(workplace, clerk, members(HOA, NAM))

    assert owner.counts["cut"] == 4


def test_columns_chosen_by_hand_are_remembered_for_the_unit(workplace, clerk):
    strange = ("Số hiệu", *TITLES[1:])
    first = begun(workplace, clerk, workbook([strange, HOA]))
    columns = ["code", "name", "", *first.columns[3:]]
    actions.map_columns(
        owner=first, columns=columns, first_row=first.first_row, day=DAY, by=clerk, at=NOON
    )

    second = begun(workplace, clerk, workbook([strange, NAM]))

    assert second.columns == columns
