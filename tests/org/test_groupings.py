"""Clusters with a rotating head, labels, areas and who looks after them."""

from datetime import date

import pytest

from factories import CHAIR, COMMITTEE, DAY, KEEPER, NOON, UnitFactory, actor_as, user_as
from thidua.core.errors import Denied, DomainError
from thidua.org.actions.areas import leave_area, take_area
from thidua.org.actions.grouping_members import add_members, end_member, name_head
from thidua.org.actions.groupings import end_grouping, found_grouping
from thidua.org.models import (
    Area,
    AreaLevel,
    Grouping,
    GroupingHead,
    GroupingSort,
    Headcount,
    Responsibility,
    UnitKind,
)
from thidua.org.queries.groupings import groupings_visible_to, members_of_grouping
from thidua.org.rotation import next_head

LATER = date(2024, 9, 1)


@pytest.fixture
def schools(province):
    return [UnitFactory(name=f"CĐCS Trường số {n}", under=province) for n in (1, 2, 3)]


@pytest.fixture
def chair(province):
    return actor_as(CHAIR, province)


@pytest.fixture
def cluster(province, chair):
    return found_grouping(
        unit=province,
        sort=GroupingSort.CLUSTER,
        name="Cụm thi đua số 1",
        decision="",
        on=DAY,
        by=chair,
        at=NOON,
    )


def join(cluster, units, by, on=DAY):
    return add_members(grouping=cluster, units=units, on=on, by=by, at=NOON)


@pytest.mark.parametrize(
    ("heads", "year", "expected"),
    [
        ({}, 2024, "a"),
        ({2023: "a"}, 2024, "b"),
        ({2021: "b", 2022: "c", 2023: "a"}, 2024, "b"),
        ({2023: "c", 2024: "a"}, 2024, "a"),
        ({2022: "a", 2023: "a", 2021: "b", 2020: "c"}, 2024, "c"),
    ],
)
def test_the_turn_goes_to_who_never_led_then_to_who_led_longest_ago(heads, year, expected):
    assert next_head("abc", heads, year) == expected


def test_nobody_leads_an_empty_cluster():
    assert next_head([], {}, 2024) is None


def test_members_join_in_the_order_of_their_turns_and_once(cluster, schools, chair):
    assert join(cluster, schools[:2], chair) == 2
    assert join(cluster, schools, chair) == 1

    lines = members_of_grouping(cluster, DAY)
    assert [line.member.unit for line in lines] == schools


def test_a_unit_competes_in_one_cluster_at_a_time(province, cluster, schools, chair):
    join(cluster, schools[:1], chair)
    other = found_grouping(
        unit=province, sort="cluster", name="Cụm số 2", decision="", on=DAY, by=chair, at=NOON
    )

    with pytest.raises(DomainError, match="đang ở Cụm thi đua số 1"):
        join(other, schools, chair)

    assert not other.members.exists()


def test_a_label_may_lie_over_a_cluster(province, cluster, schools, chair):
    join(cluster, schools, chair)
    label = found_grouping(
        unit=province, sort="label", name="Tổ công tác số 1", decision="", on=DAY, by=chair, at=NOON
    )

    assert join(label, schools[:1], chair) == 1


def test_a_stranger_to_the_founder_does_not_join(cluster, outsider, chair):
    with pytest.raises(DomainError, match="không thuộc Công đoàn Giáo dục tỉnh Ninh Bình"):
        join(cluster, [outsider], chair)


def test_who_leaves_was_there_until_that_day(cluster, schools, chair):
    join(cluster, schools, chair)

    end_member(member=cluster.members.first(), on=LATER, by=chair, at=NOON)

    assert len(members_of_grouping(cluster, DAY)) == 3
    assert len(members_of_grouping(cluster, LATER)) == 2


def test_totals_add_up_the_members_of_all_units(province, cluster, schools, chair):
    UnitKind.objects.filter(pk=province.kind_id).update(above_grassroots=True)
    for unit, members in zip(schools, (58, 40, 2), strict=True):
        Headcount.objects.create(unit=unit, on=DAY, members=members)
    join(cluster, schools, chair)

    assert [line.members for line in members_of_grouping(cluster, DAY)] == [58, 40, 2]


def test_one_member_leads_a_year_and_the_last_word_holds(cluster, schools, chair):
    join(cluster, schools, chair)
    for unit in schools[:2]:
        name_head(grouping=cluster, year=2024, unit=unit, deputy=None, by=chair, at=NOON)

    assert GroupingHead.objects.get().unit == schools[1]
    with pytest.raises(DomainError, match="khác cụm trưởng"):
        name_head(
            grouping=cluster, year=2024, unit=schools[0], deputy=schools[0], by=chair, at=NOON
        )


def test_only_members_lead(cluster, schools, chair):
    join(cluster, schools[:1], chair)

    with pytest.raises(DomainError, match="phải là thành viên"):
        name_head(grouping=cluster, year=2024, unit=schools[1], deputy=None, by=chair, at=NOON)


def test_the_page_proposes_whose_turn_it_is(client, province, cluster, schools, chair):
    join(cluster, schools, chair)
    name_head(grouping=cluster, year=2024, unit=schools[0], deputy=None, by=chair, at=NOON)
    client.force_login(user_as(CHAIR, province))

    page = client.get(f"/groupings/{cluster.pk}/").text

    assert f"Theo lượt, năm 2025: <b>{schools[1]}</b>" in page
    assert "Cụm trưởng năm nay" in page


def test_ending_ends_every_membership(cluster, schools, chair):
    join(cluster, schools, chair)

    end_grouping(grouping=cluster, on=LATER, by=chair, at=NOON)

    assert not cluster.members.filter(ends_on=None).exists()
    assert len(members_of_grouping(cluster, DAY)) == 3
    cluster.refresh_from_db()
    with pytest.raises(DomainError, match="đã kết thúc"):
        join(cluster, schools, chair)


def test_members_see_their_cluster_strangers_do_not(cluster, schools, chair, outsider):
    join(cluster, schools, chair)

    def seen(unit):
        return list(groupings_visible_to(actor_as(COMMITTEE, unit)))

    assert (seen(schools[0]), seen(outsider)) == ([cluster], [])


def test_a_member_does_not_found_or_change(cluster, schools, chair):
    join(cluster, schools, chair)

    with pytest.raises(Denied):
        end_grouping(grouping=cluster, on=LATER, by=actor_as(CHAIR, schools[0]), at=NOON)

    assert Grouping.objects.get().ends_on is None


def test_units_are_found_marked_and_join_on_the_screen(client, province, cluster, schools):
    client.force_login(user_as(CHAIR, province))
    offered = client.get(f"/groupings/{cluster.pk}/join/?q=truong so 2").text

    client.post(f"/groupings/{cluster.pk}/join/", {"units": [schools[1].pk], "on": "15/03/2024"})

    assert (schools[1].name in offered, schools[0].name in offered) == (True, False)
    assert [line.name for line in members_of_grouping(cluster, DAY)] == [schools[1].name]


def test_two_units_may_look_after_one_area_and_one_after_two(province, schools):
    keeper = actor_as(KEEPER, province)
    tam_long = Area.objects.create(level=AreaLevel.COMMUNE, name="Phường Tam Long")
    long_huong = Area.objects.create(level=AreaLevel.COMMUNE, name="Phường Long Hương")
    for unit, area in ((schools[0], tam_long), (schools[0], long_huong), (schools[1], tam_long)):
        take_area(unit=unit, area=area, on=DAY, by=keeper, at=NOON)

    with pytest.raises(DomainError, match="phụ trách địa bàn này rồi"):
        take_area(unit=schools[0], area=tam_long, on=DAY, by=keeper, at=NOON)
    leave_area(taken=schools[0].responsibilities.first(), on=LATER, by=keeper, at=NOON)

    assert Responsibility.objects.filter(ends_on=None).count() == 2


def test_an_area_is_given_by_name_on_the_screen(client, province):
    Area.objects.create(level=AreaLevel.COMMUNE, name="Xã Hoa Lư")
    client.force_login(user_as(KEEPER, province))
    address = f"/units/{province.pk}/areas/take/"

    unknown = client.post(address, {"area": "Xã Không Có", "on": "15/03/2024"})
    client.post(address, {"area": "Xã Hoa Lư", "on": "15/03/2024"})

    assert (unknown.status_code, "không có địa bàn" in unknown.text) == (422, True)
    assert Responsibility.objects.get().area.name == "Xã Hoa Lư"


@pytest.mark.parametrize("count", [1, 3])
def test_questions_do_not_grow_with_the_members(
    count, client, province, cluster, schools, chair, django_assert_max_num_queries
):
    join(cluster, schools[:count], chair)
    client.force_login(user_as(CHAIR, province))
    client.get(f"/groupings/{cluster.pk}/")

    with django_assert_max_num_queries(18):
        client.get(f"/groupings/{cluster.pk}/")
