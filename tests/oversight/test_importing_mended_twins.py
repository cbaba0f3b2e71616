"""Lines of one file about one person that are in order only after somebody mended them."""

import pytest

from factories import NOON, UnitFactory, actor_as
from oversight.importing_files import HOA, members, workbook
from oversight.importing_steps import checked, problems, taken, undone
from thidua.org.models import Membership, Person
from thidua.oversight.actions import mending
from thidua.oversight.models import ImportMending, RowState

WRONG = "Trường Hoa Lư A"


@pytest.fixture
def keeper(province):
    return actor_as("keeper", province, "Phạm Quản Trị")


@pytest.fixture
def other(province):
    return UnitFactory(name="CĐCS Trường THPT Kênh Gà", under=province)


def hoa(unit, phone):
    return [*HOA[:2], "", *HOA[3:5], phone, unit, HOA[7]]


def mend_all(owner, keeper, **told):
    row = owner.rows.filter(state=RowState.WRONG).order_by("number").first()
    mending.mend_alike(owner=owner, code=row.code, about=row.about, by=keeper, at=NOON, **told)


def mend(owner, number, keeper, decision="", **typed):
    row = owner.rows.get(number=number)
    mending.mend_row(row=row, typed=typed, decision=decision, by=keeper, at=NOON)


def test_lines_mended_together_are_doubted_as_doubles_of_each_other(province, workplace, keeper):
    lines = [hoa(WRONG, phone) for phone in ("0912345678", "0912345679")]
    owner = checked(province, keeper, members(*lines))

    mend_all(owner, keeper, field="unit", typed=workplace.name)

    assert problems(owner) == [(3, ""), (4, "twin_born")]
    assert "Lặp lại dòng 3" in owner.rows.get(number=4).problems[0]["said"]


def test_a_mended_line_is_doubted_as_the_double_of_one_in_order(province, workplace, keeper):
    lines = [hoa(workplace.name, "0912345678"), hoa(WRONG, "0912345679")]
    owner = checked(province, keeper, members(*lines))

    mend(owner, 4, keeper, unit=workplace.name)
    taken(owner, keeper)

    assert problems(owner) == [(4, "twin_born")]
    assert Person.objects.get(folded="nguyen thi hoa").phone == "0912345678"


def test_lines_mended_one_by_one_are_doubted_too(province, workplace, keeper):
    lines = [hoa(WRONG, phone) for phone in ("0912345678", "0912345679")]
    owner = checked(province, keeper, members(*lines))

    for number in (3, 4):
        mend(owner, number, keeper, unit=workplace.name)

    assert problems(owner) == [(3, ""), (4, "twin_born")]


def test_a_double_stays_doubtful_when_its_decision_is_taken_back(workplace, keeper):
    lines = [hoa("", phone) for phone in ("0912345678", "0912345679")]
    owner = checked(workplace, keeper, members(*lines))
    row = owner.rows.get()
    mending.mend_alike(
        owner=owner, code=row.code, about=row.about, decision="other", by=keeper, at=NOON
    )
    between = problems(owner)

    mending.take_mending_back(mending=ImportMending.objects.get(), by=keeper, at=NOON)

    assert between == [(4, "")]
    assert problems(owner) == [(4, "twin_born")]


def test_a_unit_counted_twice_is_doubted_after_mending_too(province, workplace, keeper):
    titles = ("Đơn vị", "Số đoàn viên")
    rows = [titles, (workplace.name, 40), (WRONG, 50)]
    owner = checked(province, keeper, workbook(rows), kind="headcounts")

    mend(owner, 3, keeper, unit=workplace.name)
    doubted = problems(owner)
    mend(owner, 3, keeper, decision="same")

    assert (doubted, problems(owner)) == ([(3, "twin_unit")], [(3, "")])


def test_one_person_of_two_mended_lines_is_taken_back_with_them(province, workplace, other, keeper):
    people = Person.objects.count()
    lines = [hoa(WRONG, "0912345678"), hoa("Trường Kênh Gà B", "0912345679")]
    owner = checked(province, keeper, members(*lines))
    mend(owner, 3, keeper, unit=workplace.name)
    mend(owner, 4, keeper, unit=other.name)
    doubted = problems(owner)
    mend(owner, 4, keeper, decision="same")
    taken(owner, keeper)
    belongs = Membership.objects.filter(person__folded="nguyen thi hoa").count()

    undone(owner, keeper)

    assert (doubted, belongs) == ([(3, ""), (4, "twin_units")], 2)
    assert {row.state for row in owner.rows.all()} == {RowState.LEFT_OUT}
    assert Person.objects.count() == people
