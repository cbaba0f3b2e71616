from datetime import date

import pytest

from factories import (
    CHAIR,
    CLERK,
    COMMITTEE,
    DAY,
    KEEPER,
    LONG_AGO,
    NOON,
    OFFICER,
    VICE,
    UnitFactory,
    actor_as,
    post_kind,
    user_as,
)
from org.people_cases import member
from thidua.audit.models import AuditEvent
from thidua.core.errors import Denied, DomainError
from thidua.org.actions.giving import give_post, leave_post
from thidua.org.actor import Actor
from thidua.org.models import Body, Delegation, EndReason, Person, Post, PostKind, Term
from thidua.org.orders import Appointment
from thidua.org.rights import Right


@pytest.fixture
def plain(db):
    """A post that gives no rights."""
    return PostKind.objects.create(code="thuquy", name="Thủ quỹ")


def given(person, unit, kind, by, on=DAY):
    return give_post(
        person=person, unit=unit, kind=kind, appointment=Appointment(on=on), by=by, at=NOON
    )


@pytest.mark.parametrize(
    ("post", "held_in", "with_rights", "allowed"),
    [
        (CHAIR, "workplace", False, True),
        (CLERK, "workplace", False, True),
        (COMMITTEE, "workplace", False, False),
        (CHAIR, "province", False, False),
        (KEEPER, "province", False, True),
        (CHAIR, "workplace", True, False),
        (CLERK, "workplace", True, False),
        (CHAIR, "province", True, True),
        (CLERK, "province", True, False),
        (KEEPER, "province", True, True),
        (KEEPER, "workplace", True, True),
        (CHAIR, "outsider", True, False),
    ],
)
def test_rights_come_from_above_or_from_the_keeper(
    request, workplace, plain, post, held_in, with_rights, allowed
):
    actor = actor_as(post, request.getfixturevalue(held_in))
    person, kind = member(workplace, "Lê An"), post_kind(OFFICER) if with_rights else plain

    if allowed:
        given(person, workplace, kind, actor)
    else:
        with pytest.raises(Denied):
            given(person, workplace, kind, actor)

    assert Post.objects.filter(person=person).exists() is allowed
    assert AuditEvent.objects.filter(type="post.given").exists() is allowed


def test_nobody_gives_rights_to_themselves(province, workplace):
    keeper = actor_as(KEEPER, province)

    with pytest.raises(Denied, match="tự giao cho mình"):
        given(Person.objects.get(pk=keeper.user.person_id), workplace, post_kind(CHAIR), keeper)


def test_only_a_keeper_makes_keepers(province, workplace):
    with pytest.raises(Denied, match="quản trị"):
        given(member(workplace, "Lê An"), workplace, post_kind(KEEPER), actor_as(CHAIR, province))


def test_one_person_holds_posts_in_several_units(province, workplace):
    keeper, person = actor_as(KEEPER, province), member(workplace, "Lê An")

    given(person, workplace, post_kind(CHAIR), keeper)
    given(person, province, post_kind(COMMITTEE), keeper)

    assert person.posts.count() == 2


def test_nobody_gets_the_same_post_twice(province, workplace):
    keeper, person = actor_as(KEEPER, province), member(workplace, "Lê An")
    given(person, workplace, post_kind(CHAIR), keeper)

    with pytest.raises(DomainError, match="đang giữ chức vụ"):
        given(person, workplace, post_kind(CHAIR), keeper)


def test_only_kinds_of_the_day_are_given(province, workplace):
    keeper, person = actor_as(KEEPER, province), member(workplace, "Lê An")
    old = PostKind.objects.create(code="cu", name="Chức vụ cũ", ends_on=date(2023, 1, 1))

    with pytest.raises(DomainError, match="Danh mục không có chức vụ"):
        given(person, workplace, old, keeper)

    assert given(person, workplace, old, keeper, on=date(2022, 12, 31)).kind == old


def test_a_post_ends_with_its_reason_and_the_letters_end_with_it(province, workplace):
    chair, deputy = member(workplace, "Lê An"), member(workplace, "Lê Bình")
    post = Post.objects.create(
        person=chair, unit=workplace, kind=post_kind(CHAIR), starts_on=LONG_AGO
    )
    letter = Delegation.objects.create(
        post=post,
        person=deputy,
        rights=[Right.REPORT_WRITE],
        letter="GUQ 1",
        starts_on=date(2024, 3, 1),
        ends_on=date(2024, 6, 1),
    )

    leave_post(
        post=post, on=DAY, end_reason=EndReason.TERM_OVER, by=actor_as(CHAIR, province), at=NOON
    )

    post.refresh_from_db()
    letter.refresh_from_db()
    assert (post.ends_on, post.end_reason, letter.ends_on) == (DAY, "term_over", DAY)


def test_who_may_not_make_a_keeper_does_not_end_one(province, workplace):
    post = Post.objects.get(person=user_as(KEEPER, workplace).person_id)

    with pytest.raises(Denied, match="quyền quản trị"):
        leave_post(
            post=post,
            on=DAY,
            end_reason=EndReason.TERM_OVER,
            by=actor_as(CHAIR, province),
            at=NOON,
        )

    post.refresh_from_db()
    assert post.ends_on is None


def test_a_keeper_does_not_end_their_own_keeping(province):
    keeper = actor_as(KEEPER, province)

    with pytest.raises(DomainError, match="giao chức vụ đó cho người khác trước"):
        leave_post(
            post=Post.objects.get(person=keeper.user.person_id),
            on=DAY,
            end_reason=EndReason.LEFT,
            by=keeper,
            at=NOON,
        )


def test_no_post_ends_before_it_begins(province, workplace):
    user_as(VICE, workplace)

    with pytest.raises(DomainError, match="sau ngày bắt đầu"):
        leave_post(
            post=Post.objects.get(unit=workplace),
            on=LONG_AGO,
            end_reason=EndReason.LEFT,
            by=actor_as(CHAIR, province),
            at=NOON,
        )


def test_a_post_elsewhere_is_a_question_and_the_second_press_answers(client, province, workplace):
    client.force_login(user_as(CHAIR, province, "Cấp Trên"))
    there = UnitFactory(under=province, name="CĐCS Trường THPT Kênh Gà")
    person = member(workplace, "Lê An")
    typed = {"unit": there.key, "kind": post_kind(CHAIR).pk, "on": "15/3/2024", "how": "appointed"}

    first = client.post(f"/people/{person.pk}/give-post/", typed)
    asked = first.context["form"]["asked"].value()
    second = client.post(f"/people/{person.pk}/give-post/", typed | {"asked": asked})

    assert (first.status_code, "kiêm nhiệm" in first.text) == (422, True)
    assert second.status_code == 302
    assert Post.objects.get(person=person).how == "appointed"


def test_a_post_is_given_for_a_term_that_the_unit_has(client, province, workplace):
    client.force_login(user_as(CHAIR, province, "Cấp Trên"))
    body = Body.objects.create(code="bch", name="Ban Chấp hành")
    term = Term.objects.create(unit=workplace, body=body, ordinal=5, from_year=2023, to_year=2028)
    person = member(workplace, "Lê An")
    typed = {"unit": workplace.name, "kind": post_kind(CHAIR).pk, "on": "15/3/2024"}

    unknown = client.post(f"/people/{person.pk}/give-post/", typed | {"from_year": "2018"})
    client.post(f"/people/{person.pk}/give-post/", typed | {"from_year": "2023"})

    assert "bắt đầu từ năm 2018" in unknown.text
    assert Post.objects.get(person=person).term == term


def test_a_post_given_today_acts_today(province, workplace):
    user = user_as(COMMITTEE, workplace, "Lê An")
    given(user.person, workplace, post_kind(CHAIR), actor_as(CHAIR, province))

    assert Actor.of(user, DAY).can(Right.DOCUMENT_SIGN, workplace)


def test_the_superior_opens_the_form_and_whoever_only_keeps_lists_there_does_not(
    client, province, workplace
):
    person = member(workplace, "Lê An")
    form = f"/people/{person.pk}/give-post/"

    client.force_login(user_as(CHAIR, province))
    shown = form in client.get(person.get_absolute_url()).text
    opened = client.get(form)
    client.force_login(user_as(CLERK, province))
    hidden = form not in client.get(person.get_absolute_url()).text
    refused = client.get(form)

    assert (shown, opened.status_code) == (True, 200)
    assert (hidden, refused.status_code) == (True, 403)
    assert "do đơn vị nơi người đó sinh hoạt hoặc cấp trên" in refused.text
