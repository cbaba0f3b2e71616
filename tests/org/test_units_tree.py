"""The tree of a day, level by level, and finding units by name."""

from datetime import date, timedelta

import pytest

from factories import (
    CHAIR,
    DAY,
    KEEPER,
    LONG_AGO,
    UnitFactory,
    UserFactory,
    actor_as,
    unit_kind,
    user_as,
)
from thidua.org.models import Headcount, Placement, Succession, Tree, Unit, UnitName
from thidua.org.queries import tree
from thidua.org.queries.finding import Living, Wanted, found
from thidua.org.queries.visible import units_visible_to

NEXT_YEAR = date(2025, 7, 1)


@pytest.fixture
def upper(province):
    province.kind.above_grassroots = True
    province.kind.save(update_fields=["above_grassroots"])
    return province


def moved(unit: Unit, under: Unit, on: date) -> None:
    unit.placements.filter(ends_on=None).update(ends_on=on)
    path = f"{under.path_on(on)}{unit.key}/"
    Placement.objects.create(unit=unit, path=path, starts_on=on)


def ended(unit: Unit, keeper: Unit, on: date) -> None:
    unit.placements.filter(ends_on=None).update(ends_on=on)
    path = f"{keeper.path_on(on)}{unit.key}/"
    Placement.objects.create(unit=unit, tree=Tree.KEPT, path=path, starts_on=on)
    Unit.objects.filter(pk=unit.pk).update(kept_by=keeper)


def test_a_level_lists_what_stands_directly_below_and_nothing_deeper(province, workplace):
    UnitFactory(name="Tổ Toán", under=workplace)

    children = tree.children_at(province.path_on(DAY), DAY)

    assert [place.unit for place in children] == [workplace]


def test_a_level_is_that_of_the_day(province, workplace):
    other = UnitFactory(name="Công đoàn xã Hoa Lư", under=province)
    moved(workplace, other, NEXT_YEAR)

    def below(unit: Unit, day: date) -> set[Unit]:
        return {place.unit for place in tree.children_at(unit.path_on(day), day)}

    assert below(province, DAY) == {workplace, other}
    assert (below(province, NEXT_YEAR), below(other, NEXT_YEAR)) == ({other}, {workplace})


def test_members_below_are_those_the_grassroots_unions_counted_last(upper, workplace):
    part = UnitFactory(name="CĐCS thành viên", under=workplace)
    for unit, on, members in (
        (workplace, LONG_AGO, 40),
        (workplace, DAY, 58),
        (workplace, NEXT_YEAR, 70),
        (part, DAY, 12),
        (upper, DAY, 9_000),
    ):
        Headcount.objects.create(unit=unit, on=on, members=members)

    assert tree.below(upper.path_on(DAY), DAY) == tree.Below(units=2, members=58)
    assert tree.counted_below(upper.path_on(DAY), DAY) == {
        workplace.path_on(DAY): tree.Below(units=1, members=58)
    }


def test_groups_without_a_register_add_no_members(upper, workplace):
    group = UnitFactory(under=workplace, kind=unit_kind("to", "Tổ công đoàn"))
    group.kind.keeps_register = False
    group.kind.save(update_fields=["keeps_register"])
    Headcount.objects.create(unit=group, on=DAY, members=9)

    assert tree.below(upper.path_on(DAY), DAY).members == 0


def test_the_way_names_the_superiors_as_on_the_day(province, workplace):
    UnitName.objects.filter(unit=province).update(ends_on=NEXT_YEAR)
    UnitName.objects.create(
        unit=province, kind=province.kind, name="Liên đoàn Lao động tỉnh", starts_on=NEXT_YEAR
    )

    def way(day: date) -> list[str]:
        return [step.name for step in tree.way_to(workplace.path_on(day), day)]

    assert way(DAY) == ["Công đoàn Giáo dục tỉnh Ninh Bình"]
    assert way(NEXT_YEAR) == ["Liên đoàn Lao động tỉnh"]


def test_the_tree_begins_at_ones_own_highest_units(province, workplace):
    user = user_as(CHAIR, province)
    user.person.posts.create(unit=workplace, kind=user.person.posts.get().kind, starts_on=LONG_AGO)

    tops = tree.tops_of(actor_as(CHAIR, workplace), DAY)

    assert [place.unit for place in tops] == [workplace]
    actor = type(actor_as(CHAIR, province)).of(user, DAY)
    assert [place.unit for place in tree.tops_of(actor, DAY)] == [province]


@pytest.mark.parametrize("words", ["hoa lu", "LƯ hoa", "thpt  lu", "Hoa Lư A"])
def test_units_are_found_without_diacritics_in_any_order(words, province, workplace):
    actor = actor_as(CHAIR, province)

    assert list(found(actor, Wanted(day=DAY, words=words))) == [workplace]


def test_a_unit_is_found_by_a_former_name(province, workplace):
    UnitName.objects.create(
        unit=workplace,
        kind=workplace.kind,
        name="Công đoàn Trường Cấp ba Gia Viễn",
        starts_on=date(2010, 1, 1),
        ends_on=LONG_AGO,
    )

    wanted = Wanted(day=DAY, words="cap ba gia vien")

    assert list(found(actor_as(CHAIR, province), wanted)) == [workplace]


def test_ended_units_are_listed_apart_and_stay_in_reach_of_their_keeper(province, workplace):
    ended(workplace, province, DAY)
    actor = actor_as(CHAIR, province)

    def listed(living: Living, day: date = DAY) -> set[Unit]:
        return set(found(actor, Wanted(day=day, living=living)))

    assert listed(Living.LIVING) == {province}
    assert listed(Living.ENDED) == {workplace}
    assert listed(Living.LIVING, DAY - timedelta(days=1)) == {province, workplace}


def test_a_list_can_be_narrowed_to_what_stands_below_a_unit(province, workplace):
    UnitFactory(name="CĐCS khác", under=province)
    group = UnitFactory(name="Tổ Văn", under=workplace)

    wanted = Wanted(day=DAY, under=workplace)

    assert set(found(actor_as(CHAIR, province), wanted)) == {workplace, group}


def test_nobody_sees_the_units_above_or_beside(province, workplace, outsider):
    assert set(units_visible_to(actor_as(CHAIR, workplace))) == {workplace}


def test_without_a_post_no_unit_is_seen(client, workplace):
    client.force_login(UserFactory())

    assert client.get("/units/").status_code == 403
    assert client.get(f"/units/{workplace.pk}/").status_code == 404


def test_the_page_of_a_past_day_says_so_and_carries_the_day_on(client, province, workplace):
    UnitName.objects.filter(unit=workplace).update(starts_on=date(2023, 1, 1))
    UnitName.objects.create(
        unit=workplace,
        kind=workplace.kind,
        name="CĐCS Trường THPT Gia Viễn",
        starts_on=LONG_AGO,
        ends_on=date(2023, 1, 1),
    )
    client.force_login(user_as(CHAIR, province))

    page = client.get(f"/units/{workplace.pk}/?ngay=05/08/2022").text

    assert "CĐCS Trường THPT Gia Viễn" in page
    assert "Đang xem tổ chức tại ngày <b>05/08/2022</b>" in page
    assert f'href="/units/{province.pk}/?ngay=05/08/2022"' in page


def test_an_ended_unit_says_when_and_who_keeps_its_records(client, province, workplace):
    ended(workplace, province, date(2024, 3, 1))
    Succession.objects.create(before=workplace, after=province, on=date(2024, 3, 1))
    client.force_login(user_as(CHAIR, province))

    page = client.get(f"/units/{workplace.pk}/").text
    history = client.get(f"/units/{workplace.pk}/history/").text

    assert "Đã kết thúc từ 01/03/2024" in page
    assert f"<b>{province.name}</b> lưu giữ hồ sơ" in page
    assert "Đơn vị kế thừa:" in history


def test_counts_of_a_large_level_are_asked_for_apart(client, monkeypatch, province, workplace):
    monkeypatch.setattr(tree, "FEW", 1)
    client.force_login(user_as(CHAIR, province))

    first = client.get(f"/units/{province.pk}/tree/").text
    counted = client.get(f"/units/{province.pk}/tree/?dem=1", headers={"HX-Request": "true"}).text

    assert 'hx-trigger="load"' in first
    assert "<html" not in counted
    assert "Đang đếm" not in counted


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(
    ("address", "queries"), [("/units/", 12), ("/units/{}/tree/", 15), ("/units/{}/", 16)]
)
def test_questions_do_not_grow_with_the_units(
    count, address, queries, client, province, django_assert_num_queries
):
    UnitFactory.create_batch(count, under=province)
    client.force_login(user_as(KEEPER, province))
    client.get(address.format(province.pk))

    with django_assert_num_queries(queries):
        client.get(address.format(province.pk))
