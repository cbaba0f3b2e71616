"""Handing a post over: the sheet, and what ends with the post."""

import pytest
from django.urls import reverse

from factories import CHAIR, CLERK, DAY, KEEPER, LONG_AGO, NOON, actor_as, user_as
from thidua.core.errors import Denied, DomainError
from thidua.org.actions.devices import begin_device
from thidua.org.actions.giving import leave_post
from thidua.org.actions.handovers import record_handover, sign_out_who_left
from thidua.org.models import Delegation, Device, EndReason, Handover, Mandate, Post
from thidua.org.queries.handovers import handover_of


@pytest.fixture
def chair(province):
    return actor_as(CHAIR, province, "Trần Văn Minh")


@pytest.fixture
def post(chair):
    return Post.objects.select_related("person__user", "unit", "kind").get(person=chair.user.person)


def test_the_sheet_lists_what_the_leaver_holds(post, workplace):
    deputy = user_as(CLERK, post.unit, "Lê Thị Lan").person
    Delegation.objects.create(
        post=post,
        person=deputy,
        letter="Giấy ủy quyền số 02",
        starts_on=LONG_AGO,
        ends_on="2030-1-1",
    )
    Mandate.objects.create(
        person=post.person,
        unit=workplace,
        reason="mất mạng",
        starts_on=LONG_AGO,
        ends_on="2030-1-1",
    )

    lines = " | ".join(line for part in handover_of(post, DAY) for line in part.lines)

    assert "Chủ tịch, Công đoàn Giáo dục tỉnh Ninh Bình, từ 01/01/2020" in lines
    assert "Giấy ủy quyền số 02, ủy quyền cho Lê Thị Lan" in lines
    assert f"{workplace}, đến trước 01/01/2030" in lines
    assert post.person.user.username in lines


def test_a_recorded_sheet_stays_as_it_was(client, post, chair):
    receiver = user_as(CLERK, post.unit, "Lê Thị Lan").person
    record_handover(post=post, receiver=receiver, on=DAY, note="con dấu", by=chair, at=NOON)
    post.kind.name = "Chức vụ tên khác"
    post.kind.save(update_fields=["name"])
    client.force_login(chair.user)

    page = client.get(reverse("org:handover", args=[post.pk])).text

    assert "Chủ tịch, Công đoàn Giáo dục tỉnh Ninh Bình" in page
    assert "Lê Thị Lan" in page
    assert "con dấu" in page


def test_a_handover_is_recorded_once_and_not_to_oneself(post, chair):
    with pytest.raises(DomainError, match="người khác"):
        record_handover(post=post, receiver=post.person, on=DAY, note="", by=chair, at=NOON)
    record_handover(post=post, receiver=None, on=DAY, note="", by=chair, at=NOON)

    with pytest.raises(DomainError, match="đã ghi bàn giao"):
        record_handover(post=post, receiver=None, on=DAY, note="", by=chair, at=NOON)

    assert Handover.objects.get().done_on == DAY


def test_an_outsider_neither_sees_nor_records_it(client, post, outsider):
    stranger = actor_as(CHAIR, outsider)
    client.force_login(stranger.user)

    assert client.get(reverse("org:handover", args=[post.pk])).status_code == 404
    with pytest.raises(Denied):
        record_handover(post=post, receiver=None, on=DAY, note="", by=stranger, at=NOON)


def test_who_holds_no_post_any_more_is_signed_out_and_who_holds_another_is_not(post):
    begin_device(user=post.person.user, session_key="k", browser="Firefox", address="", at=NOON)
    assert sign_out_who_left(post.person, DAY, NOON) == 0

    Post.objects.update(ends_on=DAY)

    assert sign_out_who_left(post.person, DAY, NOON) == 1
    assert Device.objects.get().ended_at == NOON


def test_who_leaves_the_last_post_is_signed_out_in_the_same_moment(post, province):
    begin_device(user=post.person.user, session_key="k", browser="Firefox", address="", at=NOON)
    keeper = actor_as(KEEPER, province, "Người Quản Trị")

    leave_post(post=post, on=DAY, end_reason=EndReason.TERM_OVER, by=keeper, at=NOON)

    assert Device.objects.get().ended_at == NOON
