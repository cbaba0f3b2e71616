"""Lists that know the year of birth alone."""

from io import BytesIO

import pytest
from django.urls import reverse

from factories import NOON, UnitFactory, actor_as
from oversight.importing_files import HOA, NAM, members, workbook
from oversight.importing_steps import applied, checked, problems, taken, undone
from thidua.org.models import Person
from thidua.oversight.actions import mending

TITLES = ("Họ và tên", "Năm sinh", "Đơn vị")


@pytest.fixture
def keeper(province):
    return actor_as("keeper", province, "Phạm Quản Trị")


def years(unit, *rows):
    return workbook([TITLES, *((name, born, unit.name) for name, born in rows)])


def born(name="Nguyễn Thị Hoa"):
    person = Person.objects.get(name=name)
    return person.birth_on, person.birth_year


def hoa(unit, birth, *, code="DV001", phone="0912345678"):
    return [*HOA[:2], code, birth, "Nữ", phone, unit.name, HOA[7]]


def test_the_year_of_a_list_of_years_is_kept(workplace, keeper):
    owner = applied(workplace, keeper, years(workplace, ("Nguyễn Thị Hoa", 1984)))

    assert problems(owner) == []
    assert born() == (None, 1984)


def test_a_year_among_birthdays_is_kept_too(workplace, keeper):
    applied(workplace, keeper, members(hoa(workplace, "1984"), [*NAM[:6], workplace.name, NAM[7]]))

    assert born() == (None, 1984)
    assert born("Trần Văn Nam")[1] is None


@pytest.mark.parametrize("birth", ["1984", "05/08/1984"])
def test_a_list_of_years_that_comes_again_is_known_already(workplace, keeper, birth):
    line = hoa(workplace, birth, code="", phone="")
    applied(workplace, keeper, members(line))

    owner = checked(workplace, keeper, members(line))

    assert owner.counts == {"known": 1}


def test_a_later_birthday_of_that_year_takes_its_place_and_is_taken_back(workplace, keeper):
    applied(workplace, keeper, members(hoa(workplace, "1984")))

    later = applied(workplace, keeper, members(hoa(workplace, "05/08/1984")))
    filled = born()
    undone(later, keeper)

    assert (str(filled[0]), filled[1]) == ("1984-08-05", None)
    assert born() == (None, 1984)


def test_a_birthday_that_is_known_is_not_lost_to_its_year(workplace, keeper):
    applied(workplace, keeper, members(hoa(workplace, "05/08/1984")))

    owner = applied(workplace, keeper, members(hoa(workplace, "1984")))

    assert owner.counts == {"known": 1}
    assert str(born()[0]) == "1984-08-05"


@pytest.mark.parametrize(("kept", "told"), [("1985", "05/08/1984"), ("05/08/1985", "1984")])
def test_a_birth_of_another_year_is_asked_about_and_changes_nothing_by_itself(
    workplace, keeper, kept, told
):
    applied(workplace, keeper, members(hoa(workplace, kept)))
    before = born()

    owner = checked(workplace, keeper, members(hoa(workplace, told)))
    asked = problems(owner)
    mending.mend_row(row=owner.rows.get(), typed={}, decision="same", by=keeper, at=NOON)
    taken(owner, keeper)

    assert asked == [(3, "code_other")]
    assert born() == before


def test_the_other_year_is_written_when_the_file_is_believed(workplace, keeper):
    applied(workplace, keeper, members(hoa(workplace, "05/08/1984")))
    owner = checked(workplace, keeper, members(hoa(workplace, "1985")))

    mending.mend_row(row=owner.rows.get(), typed={}, decision="replace", by=keeper, at=NOON)
    taken(owner, keeper)

    assert born() == (None, 1985)


@pytest.mark.parametrize(("kept", "told"), [("1984", "05/08/1984"), ("05/08/1984", "1984")])
def test_one_name_and_one_year_in_a_unit_are_a_doubt(workplace, keeper, kept, told):
    applied(workplace, keeper, members(hoa(workplace, kept, phone="")))

    owner = checked(workplace, keeper, members(hoa(workplace, told, code="", phone="")))

    row = owner.rows.get()
    assert row.code == "birth_year"
    assert "Cùng họ tên, cùng năm sinh trong đơn vị với Nguyễn Thị Hoa" in row.problems[0]["said"]
    mending.mend_row(row=row, typed={}, decision="same", by=keeper, at=NOON)
    taken(owner, keeper)
    assert str(born()[0]) == "1984-08-05"


def test_one_name_of_two_years_are_two_people(workplace, keeper):
    rows = ("Nguyễn Thị Hoa", 1984), ("Nguyễn Thị Hoa", 1990)

    owner = applied(workplace, keeper, years(workplace, *rows))

    assert owner.counts == {"new": 2}
    assert checked(workplace, keeper, years(workplace, *rows)).counts == {"known": 2}


def test_one_name_and_year_twice_in_a_unit_of_a_file_is_a_doubt(province, workplace, keeper):
    other = UnitFactory(name="CĐCS Trường THPT Kênh Gà", under=province)
    units = (workplace, other, workplace)
    rows = [("Nguyễn Thị Hoa", 1984, unit.name) for unit in units]

    owner = checked(province, keeper, workbook([TITLES, *rows]))

    assert problems(owner) == [(4, "twin_year")]


def test_what_was_exported_comes_in_as_known(client, workplace, keeper):
    applied(workplace, keeper, members(hoa(workplace, "1984", code="", phone="")))
    client.force_login(keeper.user)

    answer = client.get(reverse("org:people_export"), {"unit": workplace.pk})
    owner = checked(workplace, keeper, BytesIO(b"".join(answer.streaming_content)).read())

    assert problems(owner) == []
    assert set(owner.counts) == {"known"}
