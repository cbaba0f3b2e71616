"""Three figures against the headcount, for one sheet, for many units, for reports."""

from datetime import date
from decimal import Decimal
from functools import partial
from importlib import import_module

import pytest

from factories import CHAIR, DAY, NOON, UnitFactory, actor_as
from pledges.sheets import counted, member, plan_of, sheet_of, signed
from thidua.cascade.models import Rollout
from thidua.org.models import Headcount
from thidua.pledges import actions, queries
from thidua.pledges.models import Way
from thidua.pledges.share import Share

YEAR = (date(2024, 1, 1), date(2024, 12, 31))


@pytest.fixture
def signed_sheet(sheet, workplace, ngoc, hung):
    """One signed, one was recorded, one waits; of five members two are on the list."""
    counted(sheet, ngoc)
    counted(sheet, hung, Way.RECORDED)
    signed(sheet, "Lê Văn Lạ", "0000")
    Headcount.objects.create(unit=workplace, on=date(2023, 12, 31), members=5)
    return sheet


def test_a_sheet_has_three_figures_against_the_headcount_of_the_day(signed_sheet):
    figures = queries.figures_of(signed_sheet, DAY)

    assert figures == Share(itself=1, recorded=1, waiting=1, headcount=5)
    assert (figures.signed, figures.missing, figures.percent) == (2, 3, 40)


def test_a_share_over_nobody_has_no_per_cent():
    assert Share().percent is None


def test_only_everybody_makes_a_hundred_per_cent():
    assert Share(itself=199, headcount=200).percent == 99


def test_groups_have_their_own_figures_and_so_has_who_is_in_none(signed_sheet, group):
    rows = queries.groups_of(signed_sheet, DAY)

    assert [(row.name, row.signed, row.headcount) for row in rows] == [
        ("Tổ Ngữ văn", 1, 1),
        ("", 1, 1),
    ]


def test_a_withdrawn_pledge_leaves_every_figure(signed_sheet, ngoc):
    pledge = signed_sheet.pledges.get(person=ngoc)

    actions.withdraw(pledge=pledge, at=NOON)

    assert queries.figures_of(signed_sheet, DAY).itself == 0
    assert queries.facts_of([signed_sheet.unit_id], *YEAR) == {"IND-012": Decimal(1)}


def test_shares_of_a_union_of_a_superior_and_of_a_group(
    signed_sheet, workplace, province, group, outsider
):
    asked = [workplace.pk, province.pk, group.pk, outsider.pk]

    found = queries.shares(asked, *YEAR, DAY)

    assert found == {
        workplace.pk: Share(itself=1, recorded=1, waiting=1, headcount=5),
        province.pk: Share(itself=1, recorded=1, waiting=1, headcount=2),
        group.pk: Share(itself=1, headcount=1),
        outsider.pk: Share(),
    }


def test_shares_leave_out_sheets_of_other_phases(signed_sheet, workplace):
    found = queries.shares([workplace.pk], date(2024, 8, 1), date(2024, 12, 31), DAY)

    assert found[workplace.pk].signed == 0


def test_shares_of_a_plan_are_those_of_its_sheets_and_of_plans_that_carry_it_out(
    signed_sheet, workplace, province
):
    own, other = signed_sheet.phase.plan, plan_of(province)
    assert queries.shares([workplace.pk], *YEAR, DAY, own)[workplace.pk].signed == 2
    assert queries.shares([workplace.pk], *YEAR, DAY, other)[workplace.pk].signed == 0

    Rollout.objects.create(plan=other, unit=workplace, unit_path="/", own_plan=own)

    assert queries.shares([workplace.pk], *YEAR, DAY, other)[workplace.pk].signed == 2


def test_shares_count_a_person_once_however_many_sheets_of_a_unit_they_sign(
    signed_sheet, workplace, province, ngoc, hung
):
    second = signed_sheet.phase.plan.phases.get(position=2)
    other = sheet_of(workplace, second, opens_on=date(2024, 8, 1), closes_on=date(2024, 8, 14))
    counted(other, ngoc)

    found = queries.shares([workplace.pk, province.pk], *YEAR, DAY)

    assert found[workplace.pk] == Share(itself=1, recorded=1, waiting=1, headcount=5)
    assert found[province.pk].signed == 2


def test_shares_are_the_same_where_sheets_are_too_many_to_be_looked_up(
    signed_sheet, workplace, province, monkeypatch
):
    between = sheet_of(UnitFactory(), signed_sheet.phase)
    counted(between, member(between.unit, "Người Nơi Khác"))
    last = sheet_of(UnitFactory(under=province), signed_sheet.phase)
    counted(last, member(last.unit, "Người Cùng Tỉnh"))
    one_by_one = queries.shares([workplace.pk, province.pk], *YEAR, DAY)

    monkeypatch.setattr(import_module("thidua.pledges.queries.shares"), "LOOKED_UP", 1)

    assert queries.shares([workplace.pk, province.pk], *YEAR, DAY) == one_by_one
    assert one_by_one[province.pk].signed == 3


def test_shares_ask_as_much_for_one_unit_as_for_ten(
    signed_sheet, workplace, province, django_assert_max_num_queries
):
    units = [workplace.pk, *(UnitFactory(under=province).pk for _ in range(9))]

    with django_assert_max_num_queries(7):
        assert len(queries.shares(units, *YEAR, DAY)) == 10


def test_a_report_counts_a_person_once_however_many_sheets_they_sign(signed_sheet, workplace, ngoc):
    second = signed_sheet.phase.plan.phases.get(position=2)
    other = sheet_of(workplace, second, opens_on=date(2024, 8, 1), closes_on=date(2024, 8, 14))
    counted(other, ngoc)

    lines = queries.facts_behind("IND-012", [workplace.pk], *YEAR)

    assert queries.facts_of([workplace.pk], *YEAR) == {"IND-012": Decimal(2)}
    assert [(line.value, line.url) for line in lines] == [
        (Decimal(2), signed_sheet.get_absolute_url())
    ]


def test_a_report_about_a_part_of_a_phase_tells_who_has_signed_by_then(signed_sheet, workplace):
    assert queries.facts_of([workplace.pk], date(2024, 3, 16), date(2024, 3, 31)) == {
        "IND-012": Decimal(2)
    }


def test_a_report_about_a_plan_leaves_out_what_belongs_to_another(
    signed_sheet, workplace, province
):
    plan, another = plan_of(province), plan_of(province)
    own = signed_sheet.phase.plan
    of_plan = partial(queries.facts_of, [workplace.pk], *YEAR)

    assert of_plan(plan) == of_plan(own) == {"IND-012": Decimal(2)}

    Rollout.objects.create(plan=plan, unit=workplace, unit_path="x", own_plan=own)

    assert of_plan(plan) == {"IND-012": Decimal(2)}
    assert of_plan(another) == {}
    assert queries.facts_behind("IND-012", [workplace.pk], *YEAR, another) == []
    assert of_plan(plan_of(workplace)) == {}


def test_a_report_counts_those_very_units_and_those_days(signed_sheet, workplace, province):
    assert queries.facts_of([province.pk], *YEAR) == {}
    assert queries.facts_of([workplace.pk], DAY, DAY) == {"IND-012": Decimal(2)}
    assert queries.facts_of([workplace.pk], date(2024, 2, 1), date(2024, 3, 14)) == {}
    assert queries.facts_of([workplace.pk], date(2025, 1, 1), date(2025, 12, 31)) == {}
    assert queries.facts_behind("IND-020", [workplace.pk], *YEAR) == []


@pytest.mark.parametrize("count", [1, 3])
def test_the_figures_of_a_page_of_sheets_take_as_many_questions_as_those_of_one(
    sheet, workplace, province, count, django_assert_max_num_queries
):
    sheets = [sheet]
    for number in range(count):
        unit = UnitFactory(under=province)
        member(unit, f"Người {number}")
        sheets.append(sheet_of(unit, plan_of(unit).phases.first()))

    with django_assert_max_num_queries(5):
        rows = queries.shown_with_figures(sheets, DAY)

    assert [share.headcount for _sheet, share in rows] == [2, *[1] * count]


def test_a_superior_sees_the_sheet_and_a_stranger_does_not(sheet, province, outsider, leader):
    def seen_by(actor):
        return list(queries.sheets_visible_to(actor))

    assert seen_by(actor_as(CHAIR, province)) == [sheet]
    assert seen_by(leader) == [sheet]
    assert seen_by(actor_as(CHAIR, outsider)) == []
