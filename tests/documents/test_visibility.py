"""Who may know that a paper exists."""

import pytest

from documents.papers import drafted, issued
from factories import CHAIR, COMMITTEE, KEEPER, NOON, actor_as
from thidua.documents import queries
from thidua.documents.models import Delivery, Recipient
from thidua.org.models import Post


@pytest.mark.parametrize(
    ("who", "where", "sees"),
    [
        (CHAIR, "province", True),
        (KEEPER, "province", False),
        (COMMITTEE, "workplace", True),
        (CHAIR, "outsider", False),
    ],
)
def test_who_sees_an_issued_paper(request, province, workplace, outsider, who, where, sees):
    paper = issued(province, ["Các CĐCS trực thuộc"])
    actor = actor_as(who, request.getfixturevalue(where))

    assert queries.documents_visible_to(actor).filter(pk=paper.pk).exists() is sees


def test_units_below_are_seen_once_their_paper_is_issued(province, workplace):
    chair = actor_as(CHAIR, province)
    draft, paper = drafted(workplace), issued(workplace)

    assert list(queries.documents_visible_to(chair)) == [paper]
    assert set(queries.documents_visible_to(actor_as(CHAIR, workplace))) == {draft, paper}


def test_a_person_sees_what_was_sent_to_them_without_any_right(province):
    keeper = actor_as(KEEPER, province)
    paper = drafted(province, ["Đồng chí phụ trách"])
    assert not queries.documents_visible_to(keeper).exists()

    Delivery.objects.create(
        recipient=Recipient.objects.get(), person=keeper.user.person, sent_at=NOON
    )

    assert list(queries.documents_visible_to(keeper)) == [paper]


def test_a_post_in_two_trees_shows_a_paper_once(province, workplace):
    paper = issued(province, ["Các CĐCS trực thuộc", "CĐCS Trường THPT Hoa Lư A"])
    chair = actor_as(CHAIR, workplace)
    Post.objects.create(
        person=chair.user.person,
        unit=province,
        kind=chair.user.person.posts.get().kind,
        starts_on=NOON.date(),
    )

    both = type(chair).of(chair.user, NOON.date())

    assert list(queries.documents_visible_to(both)) == [paper]
