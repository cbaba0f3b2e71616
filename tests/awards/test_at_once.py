"""Many people doing the same thing at the same moment."""

from functools import partial

import pytest

from awards.cases import (
    WORDING,
    certificate,
    issued,
    listed,
    member_of,
    phase_of,
    recommended,
    signed,
    wanted,
)
from factories import CHAIR, CLERK, DAY, NOON, OFFICER, UnitFactory, actor_as, unit_kind
from thidua.awards import actions
from thidua.awards.models import Award, AwardList, Nomination
from thidua.core.errors import DomainError


@pytest.fixture
def units(shared_database):
    """A superior that has issued its plan, and a workplace below it."""
    kind = unit_kind("cdgd", "Công đoàn Giáo dục tỉnh")
    superior = UnitFactory(name="Công đoàn Giáo dục tỉnh Ninh Bình", kind=kind)
    certificate(kind.code)
    return superior, UnitFactory(under=superior)


def test_decisions_issued_at_once_number_the_book_without_a_hole(at_once, units):
    superior, workplace = units
    people = [("A Văn Một", "B Văn Hai"), ("C Văn Ba",), ("D Văn Bốn", "E Văn Năm")]
    lists = [signed(listed(superior, recommended(workplace, superior, *few))) for few in people]
    clerk = actor_as(CLERK, superior)
    facts = {"dated": DAY, "reserved": None, "by": clerk, "at": NOON}

    outcome = at_once(*[partial(actions.issue_list, award_list=one, **facts) for one in lists])

    assert all(isinstance(answer, AwardList) for answer in outcome)
    numbers = Award.objects.order_by("book_number").values_list("book_number", flat=True)
    assert list(numbers) == [1, 2, 3, 4, 5]


def test_a_decision_issued_by_two_at_once_is_issued_once(at_once, units):
    superior, workplace = units
    award_list = signed(listed(superior, recommended(workplace, superior)))

    outcome = at_once(*[partial(issued, award_list)] * 2)

    (refused,) = [answer for answer in outcome if isinstance(answer, DomainError)]
    assert "đã được ban hành" in str(refused)
    assert Award.objects.count() == 1


def test_somebody_put_forward_by_two_at_once_is_put_forward_once(at_once, units):
    superior, workplace = units
    phase_of(superior)
    what = wanted(superior, member_of(workplace))
    chairs = [actor_as(CHAIR, workplace) for _ in range(2)]

    outcome = at_once(
        *[
            partial(actions.start_nomination, unit=workplace, wanted=what, by=chair, at=NOON)
            for chair in chairs
        ]
    )

    (refused,) = [answer for answer in outcome if isinstance(answer, DomainError)]
    assert "đã được" in str(refused)
    assert Nomination.objects.count() == 1


def test_one_nomination_put_on_two_lists_at_once_stands_on_one(at_once, units):
    superior, workplace = units
    nominations = recommended(workplace, superior)
    officers = [actor_as(OFFICER, superior) for _ in range(2)]

    outcome = at_once(
        *[
            partial(
                actions.start_list,
                unit=superior,
                nominations=nominations,
                wording=WORDING,
                by=officer,
                at=NOON,
            )
            for officer in officers
        ]
    )

    assert [isinstance(answer, AwardList) for answer in outcome].count(True) == 1
    assert AwardList.objects.count() == 1
