"""Each kind of act, on the tables."""

import pytest

from factories import CHAIR, DAY, LONG_AGO, unit_kind, user_as
from org.reorganised import BEFORE, below, carry_out, decision, done, establish, line
from thidua.org.models import (
    ActKind,
    EndReason,
    JoinedBy,
    Membership,
    Person,
    Post,
    Succession,
    Tree,
    Unit,
)
from thidua.org.queries import acts_of, units_within
from thidua.org.reorganising.undoing import undo_all

pytestmark = pytest.mark.django_db


@pytest.fixture
def district(province):
    return below(province, "Liên đoàn Lao động huyện Gia Viễn", "ldld_huyen")


@pytest.fixture
def school(district):
    return below(district, "CĐCS Trường THCS Gia Hòa")


@pytest.fixture
def group(school):
    return below(school, "Tổ Văn phòng", "to")


def member(unit, name="Lê Văn Nam"):
    person = Person.objects.create(name=name)
    return Membership.objects.create(person=person, unit=unit, starts_on=LONG_AGO)


def kept(unit):
    return unit.placements.get(tree=Tree.KEPT, ends_on=None).path


def test_a_unit_is_established_below_its_superior_from_that_day(province):
    _one, told = done(province, establish(province))

    unit = Unit.objects.get(name="Công đoàn xã Gia Viễn")
    row = unit.placements.get()
    assert (row.path, row.starts_on) == (f"{province.path_on(DAY)}{unit.key}/", DAY)
    assert (unit.named_on(DAY).symbol, unit.kind.code) == ("CĐX", "cdx")
    assert unit.folded == "cong doan xa gia vien"
    assert [(one.kind, one.unit, one.target) for one in told] == [
        (ActKind.ESTABLISH, unit, province)
    ]


def test_a_renamed_unit_keeps_the_name_of_every_earlier_day(school, province):
    done(
        province,
        {"kind": ActKind.RENAME, "unit": school, "naming": {"name": "CĐCS Trường THCS Gia Hưng"}},
    )

    school.refresh_from_db()
    assert school.name == "CĐCS Trường THCS Gia Hưng"
    assert school.folded == "cdcs truong thcs gia hung"
    assert school.named_on(BEFORE).name == "CĐCS Trường THCS Gia Hòa"
    assert school.named_on(DAY).name == "CĐCS Trường THCS Gia Hưng"
    assert school.named_on(DAY).symbol == school.named_on(BEFORE).symbol


@pytest.mark.parametrize(
    ("short", "after"),
    [
        ("CĐCS Trường THCS Gia Hòa", "CĐCS Trường THCS Gia Hưng"),
        ("CĐ Trường THCS Gia Hòa", "CĐ Trường THCS Gia Hưng"),
        ("CĐ Gia Hòa", "CĐ Gia Hưng"),
        ("CĐ Tám", "CĐ Tám"),
    ],
)
def test_what_a_short_name_shares_with_the_name_follows_it(school, province, short, after):
    school.names.update(short_name=short)
    new = {"name": "CĐCS Trường THCS Gia Hưng"}

    done(province, {"kind": ActKind.RENAME, "unit": school, "naming": new})

    assert school.named_on(BEFORE).short_name == short
    assert school.named_on(DAY).short_name == after


def test_a_changed_kind_is_of_its_day(school, province):
    done(
        province,
        {
            "kind": ActKind.CHANGE_KIND,
            "unit": school,
            "unit_kind": unit_kind("ndcs", "Nghiệp đoàn"),
        },
    )

    school.refresh_from_db()
    assert school.kind.code == "ndcs"
    assert [school.named_on(day).kind.code for day in (BEFORE, DAY)] == ["cdcs", "ndcs"]


def test_a_unit_moves_with_everything_below_it(province, district, school, group):
    was = line(group, BEFORE)

    _one, told = done(province, {"kind": ActKind.MOVE, "unit": school, "target": province})

    path = f"{province.path_on(DAY)}{school.key}/"
    assert (line(school), line(group)) == (path, f"{path}{group.key}/")
    assert group.path_on(BEFORE) == was
    assert set(units_within(district, BEFORE)) == {district, school, group}
    assert set(units_within(district, DAY)) == {district}
    assert told[0].moved == {school.pk, group.pk}


def test_what_a_moved_unit_keeps_goes_along(province, district, school, group):
    other = below(province, "Liên đoàn Lao động huyện Nho Quan")
    done(province, {"kind": ActKind.END, "unit": group}, on=BEFORE)

    done(province, {"kind": ActKind.MOVE, "unit": school, "target": other})

    assert kept(group) == f"{line(school)}{group.key}/"


def test_an_ended_unit_hands_on_what_stands_below_it_and_its_records(
    province, district, school, group
):
    member(district)

    _one, told = done(province, {"kind": ActKind.END, "unit": district})

    district.refresh_from_db()
    assert line(district) is None
    assert district.kept_by == province
    assert kept(district) == f"{line(province)}{district.key}/"
    assert line(group) == f"{line(province)}{school.key}/{group.key}/"
    assert Membership.objects.get().end_reason == EndReason.DISSOLVED
    assert (told[0].ended, told[0].moved) == ({district.pk}, {school.pk, group.pk})
    assert told[0].keeper == province


def test_a_unit_may_end_with_all_that_stands_below_it(province, district, school, group):
    done(province, {"kind": ActKind.END, "unit": district, "ends_below": True})

    assert [line(unit) for unit in (district, school, group)] == [None, None, None]
    assert set(Unit.objects.filter(kept_by=province)) == {district, school, group}
    assert set(units_within(province, BEFORE)) == {province, district, school, group}


def test_members_of_a_merged_unit_go_on_in_the_successor_and_its_posts_end(province, school):
    other = below(province, "CĐCS Trường THCS Gia Hưng")
    both = member(school, "Trần Thị Bình")
    Membership.objects.create(person=both.person, unit=other, starts_on=LONG_AGO)
    one = member(school)
    user_as(CHAIR, school)

    done(province, {"kind": ActKind.MERGE, "unit": school, "target": other})

    one.refresh_from_db()
    assert (one.ends_on, one.end_reason) == (DAY, EndReason.MERGED)
    gone_on = Membership.objects.get(unit=other, starts_on=DAY)
    assert (gone_on.person, gone_on.joined_by) == (one.person, JoinedBy.FOLLOWED)
    assert Membership.objects.filter(unit=other, ends_on=None).count() == 2
    post = Post.objects.get(unit=school)
    assert (post.ends_on, post.end_reason) == (DAY, EndReason.DISSOLVED)
    assert Succession.objects.values_list("before", "after").get() == (school.pk, other.pk)


@pytest.mark.parametrize(
    ("counts", "after"),
    [
        ({"CĐCS Gia Hưng": (68, 40), "CĐCS Trường THCS Gia Hòa": (95, 60)}, (163, 100)),
        ({"CĐCS Gia Hưng": (68, None), "CĐCS Trường THCS Gia Hòa": (95, 60)}, (163, None)),
        ({"CĐCS Gia Hưng": (68, 40)}, (70, 40)),
        ({}, None),
    ],
)
def test_members_of_a_merged_union_are_counted_with_those_of_its_successor(
    province, school, counts, after
):
    other = below(province, "CĐCS Gia Hưng")
    member(school, "Lê Văn Nam")
    member(school, "Trần Thị Bình")
    for unit in (school, other):
        if unit.name in counts:
            members, women = counts[unit.name]
            unit.headcounts.create(on=LONG_AGO, members=members, women=women)

    one, _told = done(province, {"kind": ActKind.MERGE, "unit": school, "target": other})

    today = other.headcounts.filter(on=DAY).values_list("members", "women").first()
    assert today == after

    undo_all(one)

    assert not other.headcounts.filter(on=DAY).exists()


def test_a_count_of_the_day_itself_is_added_to(province, school):
    other = below(province, "CĐCS Gia Hưng")
    other.headcounts.create(on=DAY, members=68)
    school.headcounts.create(on=LONG_AGO, members=95)

    one, _told = done(province, {"kind": ActKind.MERGE, "unit": school, "target": other})

    assert other.headcounts.get().members == 163
    undo_all(one)
    assert other.headcounts.get().members == 68


def test_two_units_become_a_new_one(province, district):
    first, second = below(district, "CĐCS Trường Gia Phú"), below(district, "CĐCS Trường Gia Thịnh")
    member(first)

    one, told = done(
        province,
        establish(district, name="CĐCS Trường Gia Phú Thịnh"),
        {"kind": ActKind.MERGE, "unit": first, "target_act": 0},
        {"kind": ActKind.MERGE, "unit": second, "target_act": 0},
    )

    new = Unit.objects.get(name="CĐCS Trường Gia Phú Thịnh")
    assert set(new.inheritances.values_list("before", flat=True)) == {first.pk, second.pk}
    assert Membership.objects.get(ends_on=None).unit == new
    assert one.acts.get(position=1).unit == new
    assert [len(happened.ended) for happened in told] == [0, 2]


def test_members_follow_through_two_mergers_of_one_day(province, school):
    second, third = below(province, "CĐCS Hai"), below(province, "CĐCS Ba")
    member(school)

    done(
        province,
        {"kind": ActKind.MERGE, "unit": school, "target": second},
        {"kind": ActKind.MERGE, "unit": second, "target": third},
    )

    assert Membership.objects.get(ends_on=None).unit == third
    assert set(Unit.objects.filter(kept_by=third)) == {school, second}


def test_part_of_a_unit_is_split_off(province, district, school, group):
    other = below(district, "CĐCS Trường THCS Gia Thắng")

    done(
        province,
        establish(province),
        {"kind": ActKind.SPLIT, "unit": district, "target_act": 0, "listed": [school.key]},
    )

    new = Unit.objects.get(name="Công đoàn xã Gia Viễn")
    assert line(group) == f"{line(new)}{school.key}/{group.key}/"
    assert line(other).startswith(line(district))
    assert district.successions.get().after == new


def test_subordinate_units_are_handed_over_while_the_unit_lives_on(province, district, school):
    other = below(province, "Liên đoàn Lao động huyện Nho Quan")

    done(province, {"kind": ActKind.TRANSFER, "unit": district, "target": other})

    assert line(school) == f"{line(other)}{school.key}/"
    assert line(district) is not None


def test_a_unit_handed_on_twice_in_one_decision_has_one_new_place(province, district, school):
    done(
        province,
        establish(province),
        {"kind": ActKind.END, "unit": district},
        {"kind": ActKind.MOVE, "unit": school, "target_act": 0},
    )

    assert school.placements.count() == 2
    assert line(school).startswith(line(Unit.objects.get(name="Công đoàn xã Gia Viễn")))


def test_whoever_takes_over_a_keeper_keeps_what_it_kept(province, district, school, group):
    done(province, {"kind": ActKind.END, "unit": group}, on=LONG_AGO.replace(year=2021))
    done(province, {"kind": ActKind.END, "unit": school}, on=BEFORE)

    done(province, {"kind": ActKind.END, "unit": district})

    for unit in (group, school, district):
        unit.refresh_from_db()
        assert unit.kept_by == province
        assert kept(unit) == f"{line(province)}{unit.key}/"


def test_a_second_decision_of_the_same_day_replaces_the_place_of_the_first(
    province, district, school
):
    done(province, {"kind": ActKind.MOVE, "unit": school, "target": province})
    again = decision(province, {"kind": ActKind.MOVE, "unit": school, "target": district})

    carry_out(again)

    assert line(school) == f"{line(district)}{school.key}/"
    assert school.placements.count() == 2


def test_the_page_of_a_unit_finds_the_acts_that_took_it_along(province, district, school, group):
    done(province, {"kind": ActKind.MOVE, "unit": school, "target": province})

    assert [act.kind for act in acts_of(group)] == [ActKind.MOVE]
    assert [act.kind for act in acts_of(province)] == [ActKind.MOVE]
    assert list(acts_of(district)) == []
