"""What other rooms ask: the plan in force, steps, coverage, facts; always few questions."""

from datetime import date
from decimal import Decimal

import pytest

from cascade.plans_above import acknowledged, begun, contents, issue, issued_plan
from factories import CHAIR, DAY, NOON, UnitFactory, actor_as
from thidua.cascade import actions, queries
from thidua.cascade.actions import Decision
from thidua.cascade.models import Choice, Timetable
from thidua.core.errors import Denied, DomainError

YEAR = (date(2024, 1, 1), date(2024, 12, 31))


@pytest.fixture(params=[1, 3])
def several(request, province):
    """One or three units below the province, before its plan goes out."""
    return [UnitFactory(under=province) for _ in range(request.param)]


@pytest.fixture
def carried_out(several, province):
    """All of them have an own plan that is issued, and have launched."""
    plan = issued_plan(province)
    first, second, third = contents(plan)
    for unit in several:
        chair = actor_as(CHAIR, unit)
        own = begun(
            acknowledged(plan, unit, chair),
            chair,
            [
                Decision(first.clause.pk, Choice.KEPT),
                Decision(second.clause.pk, Choice.ADAPTED, "Hai sáng kiến mỗi tổ."),
                Decision(third.clause.pk, Choice.LEFT_OUT, reason="Đã làm"),
            ],
        )
        issue(own, chair)
        actions.launch(phase=own.phases.first(), unit=unit, launched_on=DAY, by=chair, at=NOON)
    return plan


def test_the_nearest_superiors_plan_is_in_force_and_the_newest_of_two(province, workplace, group):
    far = issued_plan(province)
    near = issued_plan(workplace, lines=("Các Tổ công đoàn",))

    newer = issued_plan(province, title="Kế hoạch thay thế")

    assert queries.plan_in_force(province, DAY) == newer
    assert queries.plan_in_force(workplace, DAY) == near
    assert queries.plan_in_force(group, DAY) == near
    assert far in queries.plans_lived_by(workplace, DAY)
    assert [one.name for one in queries.phases_for(group, DAY)] == ["Đợt 1", "Đợt 2"]


def test_a_group_lives_by_the_plan_that_its_union_received(province, workplace, group):
    plan = issued_plan(province)

    assert queries.plan_in_force(group, DAY) == plan
    assert not queries.is_receiver(plan, group, DAY)


def test_a_group_of_another_union_does_not(province, workplace, group):
    issued_plan(workplace, lines=("Các Tổ công đoàn",))
    other = UnitFactory(name="CĐCS Trường THPT Kênh Gà", under=province)
    elsewhere = UnitFactory(name="Tổ công đoàn Hóa", kind=group.kind, under=other)

    assert queries.plan_in_force(elsewhere, DAY) is None


def test_no_plan_is_in_force_in_another_year(plan, workplace):
    assert queries.plan_in_force(workplace, date(2025, 1, 1)) is None
    assert queries.phases_for(workplace, date(2025, 1, 1)) == []


def test_the_plan_in_force_takes_two_questions(plan, workplace, django_assert_num_queries):
    with django_assert_num_queries(2):
        queries.plan_in_force(workplace, DAY)


def test_steps_tell_how_far_each_unit_is(several, province):
    plan = issued_plan(province)
    unit = several[0]
    acknowledged(plan, unit, actor_as(CHAIR, unit))

    rows = {row.unit: row for row in queries.steps_of(plan, DAY)}

    assert set(rows) == set(several)
    assert (rows[unit].sent_on, rows[unit].opened_on, rows[unit].acknowledged_on) == (DAY,) * 3
    assert (rows[unit].own_plan, rows[unit].launched_on) == (None, None)


def test_steps_take_four_questions(carried_out, several, django_assert_num_queries):
    with django_assert_num_queries(4):
        rows = queries.steps_of(carried_out, DAY)

    assert {row.launched_on for row in rows} == {DAY}
    assert {row.own_plan.document.status for row in rows if row.own_plan} == {"issued"}


def test_coverage_sorts_the_units_by_what_they_made(
    carried_out, several, django_assert_num_queries
):
    with django_assert_num_queries(5):
        first, second, third = queries.clause_coverage(carried_out)

    assert (len(first.kept), len(second.adapted), len(third.left_out)) == (len(several),) * 3
    assert second.told == f"{len(several)} cụ thể hóa"
    assert [width for _start, width, _look in third.parts] == [100.0]


def test_a_unit_without_an_issued_plan_is_open_in_the_coverage(plan, workplace, chair):
    begun(acknowledged(plan, workplace, chair), chair)

    assert [row.open for row in queries.clause_coverage(plan)] == [[workplace]] * 3


def test_tasks_take_three_questions(several, province, django_assert_num_queries):
    for title in ("Kế hoạch một", "Kế hoạch hai"):
        issued_plan(province, title=title)
    chair = actor_as(CHAIR, several[0])

    with django_assert_num_queries(3):
        tasks = queries.tasks_of(chair)

    assert len(tasks) == 2


def test_units_that_launched_are_counted_once(carried_out, several):
    units = [unit.pk for unit in several]

    assert queries.facts_of(units, *YEAR) == {"IND-011": Decimal(len(several))}
    assert queries.facts_of(units, date(2024, 4, 1), YEAR[1]) == {}
    lines = queries.facts_behind("IND-011", units, *YEAR)
    assert {line.day for line in lines} == {DAY}
    assert len(lines) == len(several)
    assert queries.facts_behind("IND-012", units, *YEAR) == []


def test_a_group_that_launches_is_no_unit_of_the_count(workplace, group, leader):
    plan = issued_plan(workplace, lines=("Các Tổ công đoàn",))
    acknowledged(plan, group, leader)
    actions.launch(phase=plan.phases.first(), unit=group, launched_on=DAY, by=leader, at=NOON)

    assert queries.facts_of([group.pk, workplace.pk], *YEAR) == {}


def days(**changed):
    return {"acknowledge_by": None, "own_plan_by": None, "launch_by": None} | changed


@pytest.mark.parametrize("day", [date(2024, 3, 14), date(2025, 1, 1)])
def test_a_due_day_outside_the_time_of_the_plan_is_refused(plan, province, day):
    with pytest.raises(DomainError, match="Hạn"):
        actions.set_timetable(
            plan=plan, **days(launch_by=day), by=actor_as(CHAIR, province), at=NOON
        )
    assert not Timetable.objects.exists()


def test_only_the_issuer_sets_due_days(plan, chair):
    with pytest.raises(Denied):
        actions.set_timetable(plan=plan, **days(), by=chair, at=NOON)


def test_the_superiors_page_shows_coverage_and_takes_due_days(client, carried_out, province):
    client.force_login(actor_as(CHAIR, province).user)
    url = f"/cascade/plans/{carried_out.pk}/"

    page = client.get(url).text
    wrong = client.post(f"{url}timetable/", {"launch_by": "31/02/2024"})
    early = client.post(f"{url}timetable/", {"launch_by": "01/01/2024"})
    done = client.post(f"{url}timetable/", {"launch_by": "10/04/2024"}, follow=True)

    assert "cụ thể hóa" in page
    assert (wrong.status_code, early.status_code) == (422, 409)
    assert "01/01/2024" in early.text
    assert 'value="10/04/2024"' in done.text


def test_a_receiver_comes_to_its_own_page_and_sees_no_other_unit(
    client, carried_out, several, province
):
    other = UnitFactory(under=province)
    client.force_login(actor_as(CHAIR, several[0]).user)

    answer = client.get(f"/cascade/plans/{carried_out.pk}/")

    assert answer.url == f"/cascade/plans/{carried_out.pk}/units/{several[0].pk}/"
    assert client.get(f"/cascade/plans/{carried_out.pk}/units/{other.pk}/").status_code == 404
