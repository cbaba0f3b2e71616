"""The numbers of a unit as of a day, by the organisation of then and by that of now."""

from datetime import date

import pytest

from awards.cases import issued, listed, recommended, signed
from factories import CHAIR, DAY, KEEPER, LONG_AGO, NOON, UnitFactory, UserFactory, user_as
from oversight.following import carried_out, ended, moved, undo_all
from reports import asked
from thidua.activities.models import Activity, ActivityKind
from thidua.org.models import Headcount, Membership, Person, Sex, UnitKind
from thidua.plans.models import Phase
from thidua.progress.queries.totals import scopes_of, totals_of
from thidua.reports.reference import load_reference
from thidua.rulebook import reference as rulebook

BEFORE = date(2024, 3, 14)


@pytest.fixture
def district(province):
    UnitKind.objects.filter(pk=province.kind_id).update(above_grassroots=True)
    kind = UnitKind.objects.create(
        code="ldld_huyen", name="Liên đoàn Lao động huyện", above_grassroots=True
    )
    return UnitFactory(name="Liên đoàn Lao động huyện Gia Viễn", under=province, kind=kind)


@pytest.fixture
def school(district):
    unit = UnitFactory(name="CĐCS Trường THPT Gia Viễn A", under=district)
    Headcount.objects.create(unit=unit, on=date(2024, 1, 1), members=40, women=30)
    Headcount.objects.create(unit=unit, on=date(2024, 3, 1), members=42, women=31)
    Headcount.objects.create(unit=unit, on=date(2024, 6, 1), members=99, women=9)
    return unit


@pytest.fixture
def other(district):
    unit = UnitFactory(name="CĐCS Trường THPT Gia Viễn B", under=district)
    for name, sex in (("Đinh Thị Lụa", Sex.FEMALE), ("Trần Văn Tám", Sex.MALE)):
        person = Person.objects.create(name=name, sex=sex)
        Membership.objects.create(person=person, unit=unit, starts_on=LONG_AGO)
    return unit


@pytest.fixture
def commune(province, district):
    return UnitFactory(name="Công đoàn xã Gia Viễn", under=province, kind=district.kind)


def done(unit, title="Thăm hỏi", on=DAY):
    phase = Phase.objects.first() or asked.issued_plan(unit).phases.first()
    kind, _new = ActivityKind.objects.get_or_create(code="cham-lo", defaults={"name": "Chăm lo"})
    return Activity.objects.create(
        unit=unit,
        unit_path=unit.path_on(on),
        phase=phase,
        kind=kind,
        title=title,
        done_on=on,
        recorded_by=UserFactory(),
        recorded_at=NOON,
    )


def test_members_are_those_of_the_last_count_and_of_lists_without_one(district, school, other):
    column = totals_of(district, DAY, DAY).then

    assert (column.members, column.women, column.unsplit) == (42 + 2, 31 + 1, 0)


def test_a_count_without_women_is_told(district, school):
    Headcount.objects.filter(on=date(2024, 3, 1)).update(women=None)

    column = totals_of(district, DAY, DAY).then

    assert (column.members, column.women, column.unsplit) == (42, 0, 1)


def test_units_are_counted_by_kind(district, school, other):
    totals = totals_of(district, DAY, DAY)

    assert [(kind.code, then, now) for kind, then, now in totals.by_kind()] == [
        ("cdcs", 2, 2),
        ("ldld_huyen", 1, 1),
    ]
    assert totals.now is None


def test_what_was_recorded_counts_from_the_new_year_until_the_day(district, school):
    for on in (date(2023, 12, 31), date(2024, 1, 1), DAY):
        done(school, on=on)
    done(school, on=date(2024, 3, 16))
    cancelled = done(school)
    Activity.objects.filter(pk=cancelled.pk).update(
        cancelled_at=NOON, cancelled_by=UserFactory(), cancel_reason="Nhầm"
    )

    assert totals_of(district, DAY, DAY).then.activities == 2


def test_before_and_after_a_reorganisation_the_same_facts_are_found(
    province, district, school, other, commune
):
    rulebook.load_reference()
    load_reference()
    reviewer = asked.actor_as(asked.OFFICER, district)
    asked.accepted(asked.opened(province), school, reviewer)
    done(school)
    done(district)
    issued(signed(listed(district, recommended(other, district))))
    before = totals_of(district, BEFORE, BEFORE).then

    one = carried_out(
        province, moved(school, commune), moved(other, commune), ended(district, commune)
    )

    for day in (BEFORE, DAY):
        whole = totals_of(province, day, DAY)
        assert (whole.then.members, whole.then.awards, whole.then.activities) == (
            45,
            int(day == DAY),
            2 * int(day == DAY),
        )
    then = totals_of(district, BEFORE, DAY)
    assert then.then == before
    assert sum(then.then.kinds.values()) == 3
    now = totals_of(commune, BEFORE, DAY)
    assert (sum(now.then.kinds.values()), now.then.members) == (1, 0)
    assert now.now is not None
    assert (sum(now.now.kinds.values()), now.now.members) == (4, 45)
    today = totals_of(commune, DAY, DAY).then
    assert (today.members, today.activities, today.awards, today.reports) == (45, 2, 1, 1)
    undo_all(one)
    district.refresh_from_db()
    assert totals_of(district, BEFORE, DAY).then == before


def test_of_an_ended_unit_then_is_its_last_day(province, district, school):
    carried_out(province, ended(district))
    district.refresh_from_db()

    then, now = scopes_of(district, DAY, DAY)

    assert (then.day, now.day) == (BEFORE, BEFORE)
    assert totals_of(district, DAY, DAY).then.members == 42


def test_each_number_opens_its_list(client, district, school, other):
    done(school, "Thăm đoàn viên ốm")
    client.force_login(user_as(CHAIR, district))
    page = client.get(f"/progress/totals/{district.pk}/?ngay=15/03/2024").text

    for what, shown in (
        ("units", "CĐCS Trường THPT Gia Viễn A"),
        ("members", "31 nữ"),
        ("activities", "Thăm đoàn viên ốm"),
        ("reports", "Không có gì để đếm"),
        ("awards", "Không có gì để đếm"),
    ):
        url = f"/progress/totals/{district.pk}/{what}/?ngay=15/03/2024"
        assert shown in client.get(url).text, what
    assert f"/progress/totals/{district.pk}/units/?ngay=15%2F03%2F2024&amp;loai=cdcs" in page
    assert client.get(f"/progress/totals/{district.pk}/khac/").status_code == 404


@pytest.mark.parametrize("typed", ["30/02/2024", "16/03/2024", "hôm qua"])
def test_a_day_that_cannot_be_read_or_is_to_come_is_told(client, district, typed):
    client.force_login(user_as(CHAIR, district))

    page = client.get(f"/progress/totals/{district.pk}/?ngay={typed}")

    assert page.status_code == 200
    assert 'aria-invalid="true"' in page.text


def test_a_keeper_sees_numbers_and_not_what_single_units_did(client, district, school):
    done(school)
    client.force_login(user_as(KEEPER, district))

    assert client.get(f"/progress/totals/{district.pk}/units/").status_code == 200
    assert client.get(f"/progress/totals/{district.pk}/activities/").status_code == 404
    assert f"{district.pk}/activities/" not in client.get(f"/progress/totals/{district.pk}/").text


def test_who_has_no_post_there_sees_nothing(client, district, other):
    client.force_login(user_as(CHAIR, other))

    assert client.get(f"/progress/totals/{district.pk}/").status_code == 404
    assert client.get(f"/progress/totals/{other.pk}/").status_code == 200


@pytest.mark.parametrize("count", [1, 3])
def test_counting_asks_as_often_for_one_union_as_for_three(
    district, school, count, django_assert_num_queries
):
    for _ in range(count):
        unit = UnitFactory(under=district)
        Headcount.objects.create(unit=unit, on=date(2024, 1, 1), members=5, women=2)

    with django_assert_num_queries(COUNTING):
        totals_of(district, DAY, DAY)


COUNTING = 10
