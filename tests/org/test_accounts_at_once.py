"""Two people doing the same thing with accounts at the same moment."""

from functools import partial

import pytest

from documents.conftest import at_once, shared_database
from factories import CHAIR, KEEPER, LONG_AGO, NOON, UnitFactory, actor_as, post_kind
from thidua.core.errors import DomainError
from thidua.org.actions.identities import unlink_identity
from thidua.org.actions.links import LinkRefused, make_links, use_link
from thidua.org.actions.locking import lock_account
from thidua.org.actions.slips import Wanted, hand_out
from thidua.org.actions.using_slips import SlipRefused, choose_password
from thidua.org.models import Identity, OneTimeLink, Person, Post, Slip, User
from thidua.org.purposes import SELF_CHECK

__all__ = ["at_once", "shared_database"]


@pytest.fixture
def unit(shared_database):
    return UnitFactory(name="Công đoàn Giáo dục tỉnh Ninh Bình")


@pytest.fixture
def keeper(unit):
    return actor_as(KEEPER, unit, "Người Quản Trị")


@pytest.fixture
def post(unit):
    person = Person.objects.create(name="Nguyễn Thị Thanh Huyền", phone="0912345678")
    return Post.objects.create(person=person, unit=unit, kind=post_kind(CHAIR), starts_on=LONG_AGO)


def giving(post, by, username, once):
    wanted = [Wanted(post=post, username=username)]
    return partial(hand_out, wanted=wanted, once=once, by=by, at=NOON)


def test_of_two_who_use_one_slip_one_is_told(at_once, keeper, post):
    giving(post, keeper, "huyenntt", "a")()
    slip = Slip.objects.get()
    use = partial(choose_password, slip=slip, password="!", at=NOON)

    answers = at_once(use, use)

    assert sorted(type(answer).__name__ for answer in answers) == ["SlipRefused", "User"]
    assert isinstance(next(a for a in answers if isinstance(a, Exception)), SlipRefused)


def test_two_officers_give_one_person_one_account_with_one_open_slip(at_once, keeper, post, unit):
    other = actor_as(KEEPER, unit, "Người Thứ Hai")

    at_once(giving(post, keeper, "huyen.mot", "a"), giving(post, other, "huyen.hai", "b"))

    assert User.objects.filter(person=post.person).count() == 1
    assert Slip.objects.filter(used_at=None, void_at=None).count() == 1


def test_a_double_press_prints_one_batch(at_once, keeper, post):
    press = giving(post, keeper, "huyenntt", "a")

    first, second = at_once(press, press)

    assert first.pk == second.pk
    assert Slip.objects.count() == 1


def test_two_keepers_who_lock_each_other_leave_one(at_once, keeper, unit):
    other = actor_as(KEEPER, unit, "Người Thứ Hai")

    answers = at_once(
        partial(lock_account, user=other.user, reason="thử", by=keeper, at=NOON),
        partial(lock_account, user=keeper.user, reason="thử", by=other, at=NOON),
    )

    assert sum(isinstance(answer, DomainError) for answer in answers) == 1
    assert User.objects.filter(is_active=True).count() == 1


def test_the_last_use_of_a_link_is_counted_once(at_once, post, unit):
    chair = actor_as(CHAIR, unit, "Người Phát Phiếu")
    make_links(persons=[post.person], unit=unit, purpose=SELF_CHECK, once="a", by=chair, at=NOON)
    OneTimeLink.objects.update(most_uses=1)
    use = partial(use_link, link=OneTimeLink.objects.get(), proof="5678", at=NOON)

    answers = at_once(use, use)

    assert [answer for answer in answers if answer is True] == [True]
    assert sum(isinstance(answer, LinkRefused) for answer in answers) == 1


def test_of_the_last_two_ways_in_taken_away_in_two_tabs_one_stays(at_once, keeper):
    keeper.user.set_unusable_password()
    keeper.user.save()
    ways = [
        Identity.objects.create(
            user=keeper.user,
            issuer=f"https://{name}.vn",
            subject="1",
            linked_by=keeper.user,
            linked_at=NOON,
        )
        for name in ("mot", "hai")
    ]

    answers = at_once(*(partial(unlink_identity, identity=way, by=keeper, at=NOON) for way in ways))

    assert sum(isinstance(answer, DomainError) for answer in answers) == 1
    assert Identity.objects.count() == 1
