from datetime import date, timedelta

import pytest

from factories import CHAIR, COMMITTEE, DAY, LONG_AGO, OFFICER, UserFactory, user_as
from thidua.org.actor import Actor, above, and_above, holders, posts_in
from thidua.org.models import Placement, Post, Unit
from thidua.org.rights import Right


def test_a_post_gives_its_rights_in_its_own_unit_only(province, workplace):
    chair = Actor.of(user_as(CHAIR, workplace), DAY)

    assert chair.can(Right.DOCUMENT_SIGN, workplace)
    assert not chair.can(Right.DOCUMENT_SIGN, province)


def test_nobody_above_acts_in_the_name_of_a_unit(province, workplace):
    officer = Actor.of(user_as(CHAIR, province), DAY)

    assert not officer.can(Right.DOCUMENT_SIGN, workplace)
    assert officer.can_from_above(Right.DOCUMENT_READ, workplace)


def test_a_post_is_not_above_its_own_unit(workplace):
    chair = Actor.of(user_as(CHAIR, workplace), DAY)

    assert not chair.can_from_above(Right.DOCUMENT_READ, workplace)


def test_a_post_that_has_ended_gives_no_right(workplace):
    user = user_as(CHAIR, workplace)
    Post.objects.update(ends_on=DAY)

    assert Actor.of(user, DAY - timedelta(days=1)).can(Right.DOCUMENT_SIGN, workplace)
    assert not Actor.of(user, DAY).can(Right.DOCUMENT_SIGN, workplace)


def test_no_post_means_no_right_and_an_empty_reach(workplace):
    nobody = Actor.of(UserFactory(), DAY)

    assert not Unit.objects.filter(nobody.reach(Right.DOCUMENT_READ, "placements__")).exists()
    assert nobody.unit_ids == frozenset()


def test_reach_covers_the_unit_and_everything_below(province, workplace, outsider):
    officer = Actor.of(user_as(OFFICER, province), DAY)

    seen = Unit.objects.filter(officer.reach(Right.DOCUMENT_READ, "placements__"))

    assert set(seen) == {province, workplace}


def test_reach_needs_the_right(province):
    leader = Actor.of(user_as(COMMITTEE, province), DAY)

    assert not Unit.objects.filter(leader.reach(Right.DOCUMENT_SIGN, "placements__")).exists()


def test_the_highest_post_comes_first(workplace):
    user = user_as(COMMITTEE, workplace)
    chair = user_as(CHAIR, workplace)
    Post.objects.filter(person=chair.person).update(person=user.person)

    assert [post.name for post in Actor.of(user, DAY).posts] == [
        "Chủ tịch",
        "Ủy viên Ban Chấp hành",
    ]


def test_holders_are_those_of_the_unit_itself(province, workplace):
    chair = user_as(CHAIR, workplace)
    user_as(CHAIR, province)
    user_as(COMMITTEE, workplace)

    assert list(holders(Right.DOCUMENT_SIGN, workplace, DAY)) == [chair.person]


def test_posts_are_listed_from_the_highest(workplace):
    leader, chair = user_as(COMMITTEE, workplace), user_as(CHAIR, workplace)

    assert [post.person for post in posts_in(workplace, DAY)] == [chair.person, leader.person]


@pytest.mark.parametrize(("path", "parent"), [("/a/b/", "/a/"), ("/a/", "/"), ("/a/b/c/", "/a/b/")])
def test_above(path, parent):
    assert above(path) == parent


def test_a_place_and_everything_above_it():
    assert and_above("/aaaaaa/bbbbbb/") == ["/aaaaaa/", "/aaaaaa/bbbbbb/"]


def test_a_unit_that_ended_answers_with_its_last_path(workplace):
    last = workplace.path_on(DAY)
    Placement.objects.filter(unit=workplace).update(ends_on=DAY)

    assert workplace.path_on(DAY) == last


def test_a_unit_is_called_as_on_the_day(workplace):
    workplace.names.update(ends_on=DAY)
    workplace.names.create(
        name="Công đoàn cơ sở mới",
        kind=workplace.kind,
        short_name="CĐCS mới",
        symbol="CĐCS",
        place="X",
        starts_on=DAY,
    )

    assert workplace.named_on(DAY - timedelta(days=1)).name == workplace.name
    assert workplace.named_on(DAY).name == "Công đoàn cơ sở mới"
    assert workplace.named_on(date(2000, 1, 1)).name == workplace.name
    assert LONG_AGO < DAY
