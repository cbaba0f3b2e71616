"""From when until when a right counts, however somebody came by it.

For each right one address that it opens; that the other addresses ask in the same way is what the
matrix shows.
"""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from access.rules import RULES, Rule
from access.visiting import REFUSED, kind_with
from access.walk import ROUTES, Address
from factories import DAY, LONG_AGO, UserFactory
from thidua.org.models import Delegation, Mandate, Person, Post
from thidua.org.rights import ENTERING, Right

PARAMETERS = dict(ROUTES)
TOMORROW, YEAR = DAY + timedelta(days=1), DAY + timedelta(days=365)
EARLIER = DAY - timedelta(days=30)
PLACES = {"here": "here", "anywhere": "here", "above": "above", "top": "top"}


def openings(right: str) -> Iterator[tuple[Rule, str, frozenset[str]]]:
    """Rules with the place and the rights needed there, `right` among them."""
    for rule in RULES.values():
        if not rule.refusals_only:
            for place, alternatives in rule.places.items():
                yield from ((rule, place, needs) for needs in alternatives if right in needs)


class Opening:
    """An address that a right opens, together with as few others as there are."""

    def __init__(self, right: str, visits, given=frozenset(Right)) -> None:
        fit = (one for one in openings(right) if one[1] in PLACES and one[2] <= given)
        self.rule, place, self.needs = min(fit, key=lambda one: (len(one[2]), one[0].way))
        self.unit = getattr(visits.places, PLACES[place])
        self.address = Address.of(self.rule.route, PARAMETERS[self.rule.route], visits.places.here)
        self.visits = visits

    def post(self, person, starts_on=LONG_AGO, ends_on=None) -> Post:
        return Post.objects.create(
            person=person,
            unit=self.unit,
            kind=kind_with(self.needs),
            starts_on=starts_on,
            ends_on=ends_on,
        )

    def opens_for(self, person) -> bool:
        user = UserFactory(person=person)
        status, _to = self.visits.answer(user, self.rule.way, self.address.url, self.address.sent)
        return status not in REFUSED


@pytest.fixture
def person(db):
    return Person.objects.create(name="Nguyễn Thị Hoa")


@pytest.mark.parametrize("right", Right)
@pytest.mark.parametrize(
    ("starts_on", "ends_on", "counts"),
    [
        (TOMORROW, None, False),
        (DAY, None, True),
        (LONG_AGO, TOMORROW, True),
        (LONG_AGO, DAY, False),
    ],
    ids=["begins tomorrow", "begins today", "ends tomorrow", "ended today"],
)
def test_a_post_counts_from_its_first_day_to_the_day_before_its_end(
    visits, person, right, starts_on, ends_on, counts
):
    opening = Opening(right, visits)
    opening.post(person, starts_on, ends_on)

    assert opening.opens_for(person) is counts


@pytest.mark.parametrize("right", Right)
@pytest.mark.parametrize(
    ("starts_on", "ends_on", "post_ends_on", "counts"),
    [
        (TOMORROW, YEAR, None, False),
        (DAY, TOMORROW, None, True),
        (EARLIER, DAY, None, False),
        (EARLIER, YEAR, DAY, False),
    ],
    ids=["begins tomorrow", "in force", "ended today", "the post itself has ended"],
)
def test_a_letter_of_delegation_counts_on_its_days_and_as_long_as_the_post_does(
    visits, person, right, starts_on, ends_on, post_ends_on, counts
):
    opening = Opening(right, visits)
    holder = Person.objects.create(name="Trần Văn Bình")
    Delegation.objects.create(
        post=opening.post(holder, ends_on=post_ends_on),
        person=person,
        rights=sorted(opening.needs),
        letter="01/GUQ",
        starts_on=starts_on,
        ends_on=ends_on,
    )

    assert opening.opens_for(person) is counts


@pytest.mark.parametrize("right", ENTERING)
@pytest.mark.parametrize(
    ("starts_on", "ends_on", "counts"),
    [(TOMORROW, YEAR, False), (DAY, TOMORROW, True), (EARLIER, DAY, False)],
    ids=["begins tomorrow", "in force", "ended today"],
)
def test_entering_for_a_unit_counts_on_its_days(visits, person, right, starts_on, ends_on, counts):
    opening = Opening(right, visits, given=frozenset(ENTERING))
    Mandate.objects.create(
        person=person,
        unit=opening.unit,
        rights=sorted(opening.needs),
        reason="Mất mạng",
        starts_on=starts_on,
        ends_on=ends_on,
    )

    assert opening.opens_for(person) is counts
