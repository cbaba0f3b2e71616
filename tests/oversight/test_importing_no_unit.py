"""Lines without a unit, in lists of a union that has others below it."""

import pytest

from factories import NOON, actor_as
from oversight.importing_files import HOA, NAM, TITLES, members, workbook
from oversight.importing_steps import checked, problems, taken
from thidua.org.models import Membership
from thidua.oversight.actions import mending


@pytest.fixture
def upper(province):
    province.kind.above_grassroots = True
    province.kind.save(update_fields=["above_grassroots"])
    return province


@pytest.fixture
def keeper(upper):
    return actor_as("keeper", upper, "Phạm Quản Trị")


def test_a_line_without_a_unit_makes_no_member_of_the_upper_union(upper, workplace, keeper):
    owner = checked(upper, keeper, members([*HOA[:6], workplace.name, HOA[7]], NAM))
    row = owner.rows.get()
    before = problems(owner)

    mending.mend_row(row=row, typed={"unit": workplace.name}, decision="", by=keeper, at=NOON)
    taken(owner, keeper)

    assert before == [(4, "no_unit")]
    assert row.problems[0]["said"] == "Dòng này chưa ghi đơn vị."
    assert row.problems[0]["field"] == "unit"
    assert Membership.objects.get(person__code="DV002").unit == workplace


def test_a_list_without_a_column_of_units_is_of_the_chosen_union(upper, keeper):
    rows = [[*line[:6], line[7]] for line in (TITLES, HOA, NAM)]

    owner = checked(upper, keeper, workbook(rows))

    assert "unit" not in owner.columns
    assert (problems(owner), owner.counts) == ([], {"new": 2})


def test_a_line_without_a_unit_is_of_the_grassroots_union(workplace, keeper):
    owner = checked(workplace, keeper, members(HOA))

    assert (problems(owner), owner.counts) == ([], {"new": 1})
