"""Every right is explained by what gives it, or by what is missing."""

from datetime import timedelta

import pytest
from django.urls import reverse

from factories import CHAIR, CLERK, DAY, KEEPER, LONG_AGO, UnitFactory, actor_as, user_as
from thidua.org.models import Delegation, Mandate, Person, Post
from thidua.org.queries.why import explain
from thidua.org.rights import ENTERING, FROM_ABOVE, TAKEN_OVER, Right

pytestmark = pytest.mark.django_db


def test_a_right_names_the_post_that_gives_it(workplace):
    chair = user_as(CHAIR, workplace).person

    answer = explain(chair, Right.DOCUMENT_SIGN, workplace, DAY)

    assert answer.allowed
    assert [(one.title, one.unit, one.starts_on) for one in answer.grants] == [
        ("Chủ tịch", workplace, LONG_AGO)
    ]
    assert answer.holders == [chair]


def test_a_post_above_watches_but_does_not_act_for_the_unit(province, workplace):
    officer = user_as(CHAIR, province).person

    answer = explain(officer, Right.DOCUMENT_SIGN, workplace, DAY)

    assert not answer.allowed
    assert any("không làm thay đơn vị cấp dưới" in sentence for sentence in answer.against)
    assert explain(officer, Right.DOCUMENT_READ, workplace, DAY).allowed


def test_a_post_that_ended_is_named_with_its_last_day(workplace):
    clerk = user_as(CLERK, workplace).person
    Post.objects.update(ends_on=DAY)

    answer = explain(clerk, Right.DOCUMENT_ISSUE, workplace, DAY)

    assert not answer.allowed
    assert any("đã thôi từ ngày 15/03/2024" in sentence for sentence in answer.against)
    assert explain(clerk, Right.DOCUMENT_ISSUE, workplace, DAY - timedelta(days=1)).allowed


def test_a_letter_of_delegation_is_a_source(workplace):
    post = user_as(CHAIR, workplace).person.posts.get()
    deputy = Person.objects.create(name="Trần Văn Bình")
    Delegation.objects.create(
        post=post,
        person=deputy,
        rights=[Right.DOCUMENT_SIGN],
        letter="Giấy ủy quyền số 3 ngày 01/03/2024",
        starts_on=DAY,
        ends_on=DAY + timedelta(days=7),
    )

    answer = explain(deputy, Right.DOCUMENT_SIGN, workplace, DAY)

    assert [one.basis for one in answer.grants] == ["Giấy ủy quyền số 3 ngày 01/03/2024"]


RIGHTS = sorted(Right)


@pytest.mark.parametrize("code", [CHAIR, CLERK, KEEPER])
def test_it_says_what_the_actor_is_told_at_every_door(code, province, workplace, outsider):
    """The explanation and the decision are two ways to one answer."""
    below = UnitFactory(under=workplace)
    actor = actor_as(code, workplace)
    for unit in (province, workplace, below, outsider):
        for right in RIGHTS:
            told = explain(actor.user.person, right, unit, DAY).allowed
            above = right in FROM_ABOVE and actor.can_from_above(right, unit)

            assert told == (actor.can(right, unit) or above), (right, unit)


def test_for_an_ended_unit_it_says_who_keeps_the_records(province, workplace):
    ended = UnitFactory(under=province, name="CĐCS đã kết thúc")
    ended.placements.update(ends_on=DAY - timedelta(days=1))
    ended.placements.create(
        tree="kept",
        path=f"{workplace.path_on(DAY)}{ended.key}/",
        starts_on=DAY - timedelta(days=1),
    )
    ended.kept_by = workplace
    ended.save(update_fields=["kept_by"])
    chair = actor_as(CHAIR, workplace)

    assert {
        right for right in RIGHTS if explain(chair.user.person, right, ended, DAY).allowed
    } == TAKEN_OVER & set().union(*(post.rights for post in chair.posts)) | {
        right
        for right in FROM_ABOVE
        if chair.can_from_above(right, ended) and right not in TAKEN_OVER
    }


def test_entering_for_a_unit_gives_entering_and_no_more(province, workplace):
    officer = user_as(CLERK, province).person
    Mandate.objects.create(
        person=officer,
        unit=workplace,
        rights=[Right.REPORT_WRITE],
        reason="Đơn vị mất mạng",
        starts_on=DAY,
        ends_on=DAY + timedelta(days=3),
    )

    assert explain(officer, Right.REPORT_WRITE, workplace, DAY).allowed
    assert not explain(officer, Right.DOCUMENT_SIGN, workplace, DAY).allowed
    assert not set(ENTERING) & {Right.DOCUMENT_SIGN, Right.DOCUMENT_ISSUE}


class TestThePage:
    def test_answers_about_oneself(self, client, workplace):
        client.force_login(user_as(CHAIR, workplace))

        page = client.get(
            reverse("org:why"),
            {"right": "document.sign", "unit": "hoa lu a", "day": "15/03/2024"},
        )

        assert "Được làm" in page.text
        assert "Chủ tịch" in page.text

    def test_knows_nobody_outside_the_reader_s_part(self, client, workplace, outsider):
        user_as(CHAIR, outsider, name="Lò Thị Xa")
        client.force_login(user_as(KEEPER, workplace))

        page = client.get(
            reverse("org:why"),
            {
                "who": "lo thi xa",
                "right": "document.sign",
                "unit": workplace.name,
                "day": "15/03/2024",
            },
        )

        assert "Không tìm thấy “lo thi xa”" in page.text

    def test_knows_people_by_their_user_name_too(self, client, workplace):
        first = user_as(CHAIR, workplace, name="Lò Thị Xa")
        user_as(CLERK, workplace, name="Lò Thị Xa")
        client.force_login(user_as(KEEPER, workplace))
        asked = {"right": "document.sign", "unit": workplace.name, "day": "15/03/2024"}

        named = client.get(reverse("org:why"), asked | {"who": "Lò Thị Xa"})
        by_account = client.get(reverse("org:why"), asked | {"who": f" {first.username.upper()} "})

        assert "khớp với nhiều tên" in named.text
        assert by_account.context["person"] == first.person

    def test_knows_no_user_name_outside_the_reader_s_part(self, client, workplace, outsider):
        stranger = user_as(CHAIR, outsider, name="Lò Thị Xa")
        client.force_login(user_as(KEEPER, workplace))
        asked = {"right": "document.sign", "unit": workplace.name, "day": "15/03/2024"}

        page = client.get(reverse("org:why"), asked | {"who": stranger.username})

        assert f"Không tìm thấy “{stranger.username}”" in page.text
