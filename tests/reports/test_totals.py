from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factories import CHAIR, DAY, NOON, OFFICER, UnitFactory, actor_as, unit_kind
from reports.asked import accepted, indicator, issued_plan, opened, saved, submitted
from thidua.activities.models import Activity, ActivityKind, Count, Measure
from thidua.org.models import Headcount, Membership, Person
from thidua.reports import queries
from thidua.reports.models import Figure
from thidua.reports.reporters import below, superior_of


@pytest.fixture
def group(workplace):
    kind = unit_kind("to", "Tổ công đoàn")
    kind.keeps_register = False
    kind.save(update_fields=["keeps_register"])
    return UnitFactory(name="Tổ Ngữ văn", kind=kind, under=workplace)


def recorded(unit, phase, value, day=date(2024, 2, 1)):
    """So many sessions of propaganda, recorded by the unit."""
    kind, _ = ActivityKind.objects.get_or_create(code="tuyen_truyen", defaults={"name": "TT"})
    measure, _ = Measure.objects.get_or_create(
        kind=kind,
        code="buoi",
        defaults={"name": "Số buổi", "unit_name": "buổi", "indicator": indicator("IND-015")},
    )
    deed = Activity.objects.create(
        unit=unit,
        unit_path=unit.path_on(DAY),
        phase=phase,
        kind=kind,
        title="Nói chuyện chuyên đề",
        done_on=day,
        recorded_by=actor_as(CHAIR, unit).user,
        recorded_at=NOON,
    )
    Count.objects.create(activity=deed, measure=measure, value=value)


def own(period, unit, code, report=None):
    return queries.sheet_of(period, unit, report, DAY).cell(code).own


def test_a_group_reports_through_the_workplace_and_its_facts_count_there(period, workplace, group):
    recorded(workplace, period.phase, 2)
    recorded(group, period.phase, 3)

    assert below(workplace, DAY).scope == {workplace.pk, group.pk}
    assert superior_of(group, DAY) == workplace
    assert own(period, workplace, "IND-015") == Decimal(5)


def test_what_a_unit_below_recorded_is_its_own_and_not_the_superiors(period, province, workplace):
    recorded(workplace, period.phase, 2)

    assert own(period, province, "IND-015") == Decimal(0)
    assert own(period, workplace, "IND-015") == Decimal(2)


def test_what_was_done_outside_the_days_of_the_period_does_not_count(period, workplace):
    recorded(workplace, period.phase, 2, day=date(2024, 4, 1))
    recorded(workplace, period.phase, 4, day=period.ends_on)

    assert own(period, workplace, "IND-015") == Decimal(4)


def test_a_figure_stands_still_from_submitting_and_lives_again_when_taken_back(
    period, workplace, writer
):
    recorded(workplace, period.phase, 2)
    report = submitted(period, workplace, writer)
    recorded(workplace, period.phase, 5)

    assert own(period, workplace, "IND-015", report) == Decimal(2)


def test_members_are_counted_and_typed_only_where_nobody_is_on_the_list(period, workplace):
    assert queries.sheet_of(period, workplace, None, DAY).cell("IND-002").kind == "typed"

    Headcount.objects.create(unit=workplace, on=date(2024, 1, 1), members=112)

    cell = queries.sheet_of(period, workplace, None, DAY).cell("IND-002")
    assert (cell.kind, cell.own) == ("facts", Decimal(112))


def test_a_superior_counts_only_members_who_belong_to_it_directly(period, province, workplace):
    for unit in (province, workplace, workplace):
        person = Person.objects.create(name="Lê Thị An")
        Membership.objects.create(person=person, unit=unit, starts_on=date(2020, 1, 1))

    assert own(period, province, "IND-002") == Decimal(1)
    assert own(period, workplace, "IND-002") == Decimal(2)


def test_only_accepted_reports_are_added_up(period, province, workplace, second, reviewer):
    accepted(period, workplace, reviewer, {"IND-026": 3})
    submitted(period, second, figures={"IND-026": 5})

    sheet = queries.sheet_of(period, province, None, DAY)

    assert sheet.cell("IND-026").below == Decimal(3)
    assert [unit.name for unit in sheet.missing] == ["CĐCS Trường THPT Kênh Gà"]


def test_totals_climb_level_by_level(province):
    district = UnitFactory(name="LĐLĐ huyện Hoa Lư", under=province)
    school = UnitFactory(name="CĐCS Trường THCS Ninh Hòa", under=district)
    period = opened(province)
    over_school = actor_as(OFFICER, district, "Lê Văn Hải")
    over_district = actor_as(OFFICER, province, "Phạm Thu Hà")

    accepted(period, school, over_school, {"IND-026": 3, "IND-002": 20})
    assert queries.totals_below(period, province) == {}

    accepted(period, district, over_district, {"IND-026": 4, "IND-002": 1})
    totals = queries.totals_below(period, province)
    (part,) = queries.parts_of(period, province, indicator("IND-026"))

    assert totals[indicator("IND-026").pk] == Decimal(7)
    assert (part.own, part.below, part.total) == (Decimal(4), Decimal(3), Decimal(7))
    assert queries.verify_totals(period) == []


def test_a_ratio_is_computed_from_the_totals_and_never_added_up(
    period, province, workplace, second, reviewer
):
    for unit, members in ((workplace, 100), (second, 50)):
        Headcount.objects.create(unit=unit, on=date(2024, 1, 1), members=members)
        accepted(period, unit, reviewer, {})
    Figure.objects.filter(report__unit=workplace, indicator__code="IND-012").update(own=100)

    cell = queries.sheet_of(period, province, None, DAY).cell("IND-012r")

    assert cell.total == Decimal("66.7")
    assert not Figure.objects.filter(indicator__code="IND-012r").exists()


def test_a_ratio_of_nothing_is_nothing(period, province):
    assert queries.sheet_of(period, province, None, DAY).cell("IND-012r").total is None


def test_a_sum_that_was_tampered_with_is_found(period, province, workplace, reviewer):
    accepted(period, workplace, reviewer, {"IND-026": 3})
    summary = submitted(period, province, reviewer)
    Figure.objects.filter(report=summary, indicator__code="IND-026").update(below=4)

    (gap,) = queries.verify_totals(period)

    assert (gap.indicator.code, gap.stored, gap.computed) == ("IND-026", Decimal(4), Decimal(3))


def test_a_report_accepted_after_the_summary_was_submitted_does_not_change_it(
    period, province, workplace, reviewer
):
    summary = submitted(period, province, reviewer)
    accepted(period, workplace, reviewer, {"IND-026": 3})

    sheet = queries.sheet_of(period, province, summary, DAY)

    assert sheet.cell("IND-026").below is None
    assert [unit.name for unit in sheet.missing] == [workplace.name]
    assert queries.verify_totals(period) == []


def test_a_sheet_asks_as_often_for_one_unit_below_as_for_three(province, reviewer):
    """Compared, not pinned: how often the other rooms ask for their facts is their affair."""
    period = opened(province, plan=issued_plan(province))
    counts = []
    for _ in range(3):
        accepted(period, UnitFactory(under=province), reviewer)
        with CaptureQueriesContext(connection) as queried:
            queries.sheet_of(period, province, None, DAY)
        counts.append(len(queried))

    assert counts[0] == counts[2]


def test_the_first_save_begins_the_report_and_an_unchanged_one_writes_nothing(
    period, workplace, writer
):
    report = saved(period, workplace, writer)
    again = saved(period, workplace, writer, version=report.version)

    assert again.version == report.version
    assert report.superior == period.unit
