"""Who may be somebody else: doubts, decisions, and mending on the screen."""

from datetime import date

import pytest

from factories import NOON, UnitFactory, actor_as
from oversight.importing_files import HOA, NAM, members
from oversight.importing_steps import applied, checked, problems, taken, undone
from thidua.core.errors import DomainError
from thidua.org.models import Membership, Person
from thidua.oversight.actions import mending
from thidua.oversight.importing.shown import alike_shown
from thidua.oversight.models import RowState


@pytest.fixture
def keeper(province):
    return actor_as("keeper", province, "Phạm Quản Trị")


def at(unit, line, **changed):
    """A line of the list for a unit, some cells otherwise."""
    places = {"name": 1, "code": 2, "born": 3, "sex": 4, "phone": 5, "joined": 7}
    cells = list(line)
    cells[6] = unit.name
    for name, cell in changed.items():
        cells[places[name]] = cell
    return cells


def decide(owner, decision, by, **typed):
    row = owner.rows.get()
    return mending.mend_row(row=row, typed=typed, decision=decision, by=by, at=NOON)


def units_of(code):
    return set(Membership.objects.filter(person__code=code).values_list("unit__name", flat=True))


def test_a_line_that_is_wrong_is_mended_and_taken_over(workplace, keeper):
    owner = checked(workplace, keeper, members(at(workplace, HOA, born="31/02/1984"), NAM))
    before = problems(owner)

    row = decide(owner, "", keeper, birth_on="28/02/1984")
    taken(owner, keeper)

    assert before == [(3, "day")]
    assert row.state == RowState.MENDED
    assert Person.objects.get(code="DV001").birth_on.isoformat() == "1984-02-28"
    assert owner.rows.get().state == RowState.DONE


def test_a_mended_line_is_undone_with_the_rest(workplace, keeper):
    people = Person.objects.count()
    owner = checked(workplace, keeper, members(at(workplace, HOA, born="31/02/1984"), NAM))
    decide(owner, "", keeper, birth_on="28/02/1984")

    undone(taken(owner, keeper), keeper)

    assert Person.objects.count() == people


def test_the_rest_is_taken_over_while_a_line_waits(workplace, keeper):
    owner = applied(workplace, keeper, members(at(workplace, HOA, phone="không có"), NAM))

    assert problems(owner) == [(3, "phone")]
    assert units_of("DV002") == {workplace.name}
    assert units_of("DV001") == set()


def test_a_unit_nobody_knows_is_chosen_once_for_all_lines(province, workplace, keeper):
    lines = [[*HOA[:6], "Trường Hoa Lư A", HOA[7]], [*NAM[:6], "Trường  Hoa Lư A", NAM[7]]]
    owner = checked(province, keeper, members(*lines))
    row = owner.rows.first()

    count = mending.mend_alike(
        owner=owner,
        code=row.code,
        about=row.about,
        field="unit",
        typed=workplace.name,
        by=keeper,
        at=NOON,
    )
    taken(owner, keeper)

    assert count == 2
    assert units_of("DV001") | units_of("DV002") == {workplace.name}


def test_a_suggested_unit_that_was_chosen_is_found(province, workplace, keeper):
    UnitFactory(name=workplace.name, under=UnitFactory(under=province))
    owner = checked(province, keeper, members([*HOA[:6], f"{workplace.name} A", HOA[7]]))
    row = owner.rows.first()
    chosen = next(value for value, _ in row.problems[0]["near"] if workplace.key in value)

    mending.mend_alike(
        owner=owner,
        code=row.code,
        about=row.about,
        field="unit",
        typed=chosen,
        by=keeper,
        at=NOON,
    )
    taken(owner, keeper)

    assert Membership.objects.get(person__code="DV001").unit == workplace


def test_units_of_one_name_are_told_apart_by_what_they_belong_to(province, workplace, keeper):
    UnitFactory(
        name=workplace.name, under=UnitFactory(name="Công đoàn huyện Gia Viễn", under=province)
    )

    owner = checked(province, keeper, members(at(workplace, HOA)))

    shown = {words for _value, words in owner.rows.get().problems[0]["near"]}
    assert shown == {
        f"{workplace.name} – {province.name}",
        f"{workplace.name} – Công đoàn huyện Gia Viễn",
    }


def test_a_unit_whose_name_was_only_shortened_is_suggested_first(province, keeper):
    for name in ("Trường THPT Bình Minh", "Trường THPT Bái Đính", "Trường THPT Ninh Hải"):
        UnitFactory(name=f"Công đoàn cơ sở {name}", under=province)
    for number in range(20):
        UnitFactory(name=f"Công đoàn cơ sở Xí nghiệp {number}", under=province)

    owner = checked(province, keeper, members([*HOA[:6], "Trường THPT Bái Đính", HOA[7]]))

    near = owner.rows.get().problems[0]["near"]
    assert near[0][1] == "Công đoàn cơ sở Trường THPT Bái Đính"


def test_a_unit_that_is_about_to_end_is_found_until_that_day(province, workplace, keeper):
    for rows in (workplace.placements, workplace.names):
        rows.update(ends_on=date(2024, 7, 1))

    owner = checked(province, keeper, members(at(workplace, HOA)))

    assert problems(owner) == []


def test_a_union_that_keeps_its_own_list_is_not_said_to_have_ended(province, workplace):
    clerk = actor_as("clerk", province, "Đinh Thị Lan")

    owner = checked(province, clerk, members(at(workplace, HOA)))

    (problem,) = owner.rows.get().problems
    assert problem["code"] == "unit_other"
    assert "tự quản lý đoàn viên của mình" in problem["said"]


def test_lines_without_a_name_are_not_given_one_name(province, keeper):
    owner = checked(province, keeper, members(["1", "", *HOA[2:6], province.name, HOA[7]]))
    group = {"row": owner.rows.get(), "code": "no_name", "about": "", "count": 2, "anything": False}

    (shown,) = alike_shown(owner, [group])

    assert shown.cell is None


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"phone": ""}, "twin_code"),
        ({"code": "", "phone": ""}, "twin_born"),
        ({"code": "", "born": "1/1/1990", "name": "Lý Thị Lan"}, "twin_phone"),
    ],
)
def test_lines_of_one_file_about_one_person_are_doubtful(workplace, keeper, changed, code):
    again = at(workplace, HOA, **changed)

    owner = checked(workplace, keeper, members(at(workplace, HOA), again))

    assert problems(owner) == [(4, code)]


def test_one_person_in_two_units_of_a_file_belongs_to_both_when_somebody_says_so(
    province, workplace, keeper
):
    other = UnitFactory(name="CĐCS Trường THPT Kênh Gà", under=province)
    owner = checked(
        province, keeper, members(at(workplace, HOA), at(other, HOA, code="", phone=""))
    )
    before = problems(owner)

    decide(owner, "same", keeper)
    taken(owner, keeper)

    assert before == [(4, "twin_units")]
    assert units_of("DV001") == {workplace.name, other.name}


def test_somebody_of_another_unit_moves_here_when_somebody_says_so(province, workplace, keeper):
    other = UnitFactory(name="CĐCS Trường THPT Kênh Gà", under=province)
    applied(province, keeper, members(at(other, HOA)))
    owner = checked(province, keeper, members(at(workplace, HOA, joined="01/02/2024")))
    before = problems(owner)

    decide(owner, "moved", keeper)
    taken(owner, keeper)

    old = Membership.objects.get(unit=other)
    assert before == [(3, "elsewhere")]
    assert (old.ends_on.isoformat(), old.end_reason) == ("2024-02-01", "transferred")
    assert Membership.objects.get(unit=workplace).joined_by == "moved"


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"code": "DV009", "phone": ""}, "birth_code"),
        ({"code": "", "born": "", "phone": ""}, "name"),
        ({"code": "", "born": "1/1/1990", "name": "Lý Thị Lan"}, "phone_other"),
        ({"name": "Trần Quốc Toản", "phone": ""}, "code_other"),
        ({"sex": "Nam"}, "differs"),
    ],
)
def test_who_may_be_known_already_is_doubtful(workplace, keeper, changed, code):
    applied(workplace, keeper, members(at(workplace, HOA)))

    owner = checked(workplace, keeper, members(at(workplace, HOA, **changed)))

    assert problems(owner) == [(3, code)]


def test_what_is_kept_or_what_the_file_says_is_decided(workplace, keeper):
    applied(workplace, keeper, members(at(workplace, HOA)))
    kept = checked(workplace, keeper, members(at(workplace, HOA, born="6/8/1984")))
    decide(kept, "same", keeper)
    taken(kept, keeper)
    born_then = Person.objects.get(code="DV001").birth_on.isoformat()
    replaced = checked(workplace, keeper, members(at(workplace, HOA, born="6/8/1984")))
    decide(replaced, "replace", keeper)
    taken(replaced, keeper)

    assert born_then == "1984-08-05"
    assert Person.objects.get(code="DV001").birth_on.isoformat() == "1984-08-06"


def test_another_person_of_the_same_name_and_birth_is_a_person_of_their_own(workplace, keeper):
    applied(workplace, keeper, members(at(workplace, HOA)))
    owner = checked(
        workplace, keeper, members(at(workplace, HOA, code="DV009", phone="0900000001"))
    )

    decide(owner, "other", keeper)
    taken(owner, keeper)

    assert Person.objects.filter(folded="nguyen thi hoa", birth_on="1984-08-05").count() == 2


def test_people_of_other_unions_are_not_shown(workplace, outsider, keeper):
    elsewhere = actor_as("keeper", outsider, "Lò Văn Giữ")
    applied(outsider, elsewhere, members(at(outsider, HOA)))

    owner = checked(workplace, keeper, members(at(workplace, HOA, code="")))
    numbered = checked(workplace, keeper, members(at(workplace, HOA)))

    assert owner.counts == {"new": 1}
    assert problems(numbered) == [(3, "code_elsewhere")]
    assert numbered.rows.get().person is None


def test_a_line_is_left_out_and_taken_in_again(workplace, keeper):
    owner = checked(workplace, keeper, members(at(workplace, HOA, name="Hoa")))

    left = mending.leave_out(row=owner.rows.get(), by=keeper, at=NOON).state
    again = mending.take_in_again(row=owner.rows.get(), by=keeper, at=NOON).state

    assert (left, again) == (RowState.LEFT_OUT, RowState.WRONG)
    with pytest.raises(DomainError):
        mending.take_in_again(row=owner.rows.get(), by=keeper, at=NOON)


def test_lines_corrected_in_excel_take_the_place_of_those_here(workplace, keeper):
    owner = checked(workplace, keeper, members(at(workplace, HOA, born="31/02/1984"), NAM))
    fresh = {**owner.rows.get().typed, "birth_on": "28/02/1984"}

    count = mending.read_again(owner=owner, lines={3: fresh, 99: fresh}, by=keeper, at=NOON)

    assert count == 1
    assert owner.rows.get().state == RowState.MENDED
