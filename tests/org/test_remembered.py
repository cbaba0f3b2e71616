"""The question of a reader is put together once; its answer is always fresh."""

from datetime import timedelta

from factories import CHAIR, DAY, UnitFactory, actor_as, user_as
from thidua.org.actor import Actor
from thidua.org.models import Unit
from thidua.org.remembered import remembered
from thidua.org.rights import Right

asked: list[Actor] = []


@remembered
def units_read_by(actor):
    """The units whose papers they read."""
    asked.append(actor)
    return Unit.objects.filter(actor.reach(Right.DOCUMENT_READ, "placements__")).order_by("pk")


def test_the_answer_is_fresh_and_the_question_is_not(province):
    asked.clear()
    chair = actor_as(CHAIR, province)
    before = list(units_read_by(chair))

    added = UnitFactory(under=province)

    assert before == [province]
    assert list(units_read_by(chair)) == [province, added]
    assert len(asked) == 1


def test_each_reader_and_each_day_has_a_question_of_its_own(province, workplace):
    asked.clear()
    user = user_as(CHAIR, workplace)
    below, above = Actor.of(user, DAY), actor_as(CHAIR, province)

    assert list(units_read_by(below)) == [workplace]
    assert list(units_read_by(above)) == [province, workplace]
    assert list(units_read_by(Actor.of(user, DAY + timedelta(days=1)))) == [workplace]
    assert len(asked) == 3


def test_a_post_that_ended_ends_what_is_seen(workplace):
    user = user_as(CHAIR, workplace)
    assert list(units_read_by(Actor.of(user, DAY))) == [workplace]

    user.person.posts.update(ends_on=DAY)

    assert list(units_read_by(Actor.of(user, DAY))) == []
