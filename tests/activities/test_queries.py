from datetime import date
from decimal import Decimal

import pytest

from activities.deeds import kind, plan_of, recorded
from factories import CHAIR, DAY, KEEPER, NOON, OFFICER, UnitFactory, actor_as
from thidua.activities import queries
from thidua.activities.actions import cancel_activity
from thidua.activities.doubts import doubts_about
from thidua.activities.models import ActivityKind, Measure
from thidua.activities.reference import load_reference
from thidua.org.models import Post
from thidua.rulebook.facts import FactLine

YEAR = (date(2024, 1, 1), date(2024, 12, 31))


def test_facts_are_sums_by_indicator_of_these_very_units(plan, workplace, group):
    plan_of(workplace, [str(group)], full_number="01/KH-CĐCS")
    recorded(workplace, counts=[("buoi", 1), ("luot", 40)])
    recorded(workplace, counts=[("buoi", 2), ("luot", 60)])
    recorded(group, counts=[("buoi", 1), ("luot", 8)])

    assert queries.facts_of([workplace.pk], *YEAR) == {
        "IND-015": Decimal(3),
        "IND-015b": Decimal(100),
    }
    assert queries.facts_of([workplace.pk, group.pk], *YEAR)["IND-015b"] == Decimal(108)


def test_what_was_cancelled_or_done_on_other_days_is_no_fact(plan, workplace, officer):
    activity = recorded(workplace)
    recorded(workplace, done_on=date(2024, 2, 1), counts=[("buoi", 5)])
    cancel_activity(activity=activity, reason="Sai", by=officer, at=NOON)

    assert queries.facts_of([workplace.pk], date(2024, 2, 2), YEAR[1]) == {}
    assert queries.facts_of([workplace.pk], *YEAR) == {"IND-015": Decimal(5)}


def test_a_measure_without_indicator_is_no_fact(plan, workplace):
    recorded(workplace, "doi_thoai", counts=[("cuoc", 1), ("luot", 30)])

    assert queries.facts_of([workplace.pk], *YEAR) == {"IND-041": Decimal(1)}


def test_no_units_have_no_facts(plan):
    assert queries.facts_of([], *YEAR) == {}
    assert queries.facts_behind("IND-015", [], *YEAR) == []


def test_behind_a_figure_stand_its_activities(plan, workplace):
    later = recorded(workplace, title="Buổi sau", counts=[("buoi", 2)])
    first = recorded(
        workplace, title="Buổi đầu", done_on=date(2024, 2, 1), counts=[("buoi", 1), ("luot", 0)]
    )

    assert queries.facts_behind("IND-015", [workplace.pk], *YEAR) == [
        FactLine("Buổi đầu", date(2024, 2, 1), Decimal(1), first.get_absolute_url()),
        FactLine("Buổi sau", DAY, Decimal(2), later.get_absolute_url()),
    ]
    assert queries.facts_behind("IND-015b", [workplace.pk], *YEAR) == []


def test_a_kind_is_offered_from_its_first_day_until_its_end(kinds):
    ActivityKind.objects.filter(code="trong_cay").update(ends_on=DAY)
    ActivityKind.objects.filter(code="ung_ho").update(starts_on=date(2024, 3, 16))

    codes = set(queries.kinds_on(DAY).values_list("code", flat=True))

    assert {"trong_cay", "ung_ho"}.isdisjoint(codes)
    assert "tuyen_truyen" in codes


def test_a_post_elsewhere_or_without_sight_sees_nothing(plan, workplace):
    recorded(workplace)

    for stranger in (actor_as(CHAIR, UnitFactory()), actor_as(KEEPER, workplace)):
        assert not queries.activities_visible_to(stranger).exists()


class TestTasks:
    def test_a_phase_in_which_nothing_was_recorded_is_a_task(self, plan, officer):
        (task,) = queries.tasks_of(officer)

        assert task.title == "Ghi hoạt động của Đợt 1"
        assert (task.since, task.due, task.mine) == (date(2024, 1, 1), date(2024, 5, 24), True)
        assert task.url == "/activities/new/"

    def test_one_activity_is_enough(self, plan, officer, workplace):
        recorded(workplace)

        assert queries.tasks_of(officer) == []

    def test_one_of_a_unit_below_is_enough(self, plan, province, workplace):
        recorded(workplace)

        assert queries.tasks_of(actor_as(OFFICER, province)) == []

    def test_a_phase_that_has_just_begun_asks_for_nothing(self, plan, officer):
        plan.phases.filter(name="Đợt 1").update(starts_on=date(2024, 3, 2))

        assert queries.tasks_of(officer) == []

    def test_who_may_not_record_is_not_asked(self, plan, workplace):
        assert queries.tasks_of(actor_as(KEEPER, workplace)) == []

    def test_a_post_that_has_ended_is_not_asked(self, plan, workplace):
        officer = actor_as(OFFICER, workplace)
        Post.objects.filter(person=officer.user.person).update(ends_on=DAY)

        assert queries.tasks_of(type(officer).of(officer.user, DAY)) == []

    @pytest.mark.parametrize("units", [1, 3])
    def test_tasks_cost_as_many_questions_for_three_units_as_for_one(
        self, plan, province, officer, units, django_assert_max_num_queries
    ):
        for number in range(1, units):
            unit = UnitFactory(under=province, name=f"CĐCS số {number}")
            Post.objects.create(
                person=officer.user.person,
                unit=unit,
                kind=Post.objects.filter(person=officer.user.person)[0].kind,
                starts_on=date(2020, 1, 1),
            )
        actor = type(officer).of(officer.user, DAY)

        with django_assert_max_num_queries(3):
            queries.tasks_of(actor)


class TestReference:
    def test_loading_again_adds_nothing_and_keeps_what_was_changed(self, kinds):
        ActivityKind.objects.filter(code="khac").update(name="Việc khác")
        measures = Measure.objects.count()

        load_reference()

        assert kind("khac").name == "Việc khác"
        assert Measure.objects.count() == measures

    def test_every_kind_counts_something(self, kinds):
        assert not ActivityKind.objects.filter(measures=None).exists()

    def test_a_measure_and_its_indicator_count_in_the_same_unit(self, kinds):
        for measure in Measure.objects.filter(indicator__isnull=False).select_related("indicator"):
            assert measure.unit_name == measure.indicator.unit_name, measure


def test_a_unit_whose_members_nobody_counted_is_not_measured_by_them(kinds):
    luot = Measure.objects.get(kind=kind(), code="luot")

    assert doubts_about({luot: 4000}, 0) == []
    assert len(doubts_about({luot: 4000}, 40)) == 1
