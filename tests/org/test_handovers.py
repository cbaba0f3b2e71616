"""Handing a post over: the sheet, and what ends with the post."""

import pytest
from django.urls import reverse

from documents.papers import submitted
from factories import CHAIR, CLERK, COMMITTEE, DAY, KEEPER, LONG_AGO, NOON, actor_as, user_as
from org.reorganised import below, decision
from thidua.core.errors import Denied, DomainError
from thidua.documents import queries as documents
from thidua.home import desk
from thidua.notify import handing_over
from thidua.org.actions.devices import begin_device
from thidua.org.actions.giving import leave_post
from thidua.org.actions.handovers import record_handover, sign_out_who_left
from thidua.org.actor import Actor
from thidua.org.models import ActKind, Delegation, Device, EndReason, Handover, Mandate, Post
from thidua.org.queries.handovers import WAITING, handover_of, waiting_posts
from thidua.oversight.actions.reorganising import carry_out


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


@pytest.fixture
def desk_of_papers(monkeypatch):
    monkeypatch.setattr(desk, "ROOMS", (documents.tasks_of,))


def test_the_sheet_tells_what_the_rooms_hold(desk_of_papers, workplace):
    user = user_as(CHAIR, workplace, "Lê Thị Lan")
    held = Post.objects.select_related("person__user", "unit", "kind").get(person=user.person)
    paper = submitted(workplace)

    parts = {part.title: part.lines for part in handover_of(held, DAY)}

    assert any(line.startswith("1 văn bản") for line in parts["Hồ sơ, công việc của đơn vị"])
    assert paper.title in " | ".join(parts["Việc đang giữ trên Bàn làm việc"])


def test_a_post_that_ended_is_told_by_the_rights_of_its_last_day(desk_of_papers, workplace):
    user = user_as(CHAIR, workplace, "Lê Thị Lan")
    submitted(workplace)
    Post.objects.filter(person=user.person).update(ends_on=DAY)
    held = Post.objects.select_related("person__user", "unit", "kind").get(person=user.person)

    parts = {part.title: part.lines for part in handover_of(held, DAY)}

    assert parts["Việc đang giữ trên Bàn làm việc"]


def test_posts_that_ended_wait_on_the_desk_of_who_keeps_the_people(client, post, province):
    keeper = user_as(KEEPER, province, "Người Quản Trị")
    client.force_login(keeper)
    assert handing_over.tasks_of(Actor.of(keeper, DAY)) == []
    Post.objects.filter(pk=post.pk).update(ends_on=DAY, end_reason=EndReason.TERM_OVER)

    task = handing_over.tasks_of(Actor.of(keeper, DAY))[0]
    page = client.get(task.url).text

    assert task.title == "Ghi bàn giao 1 chức vụ đã kết thúc"
    assert reverse("org:handover", args=[post.pk]) in page
    post.refresh_from_db()
    record_handover(post=post, receiver=None, on=DAY, note="", by=Actor.of(keeper, DAY), at=NOON)
    assert handing_over.tasks_of(Actor.of(keeper, DAY)) == []


@pytest.mark.parametrize("reason", [EndReason.MISTAKE, EndReason.TERM_OVER])
def test_a_mistake_and_what_ended_long_ago_wait_for_nobody(post, province, reason):
    ended = DAY if reason == EndReason.MISTAKE else DAY - WAITING
    Post.objects.filter(pk=post.pk).update(ends_on=ended, end_reason=reason)

    assert not waiting_posts(actor_as(KEEPER, province)).exists()


def test_a_decision_that_ends_a_unit_signs_out_and_its_posts_wait_for_a_handover(province):
    school = below(province, "CĐCS Gia Hòa")
    chair = user_as(CHAIR, school, "Lê Thị Lan")
    other = user_as(CHAIR, province, "Trần Văn Minh")
    keeper = actor_as(KEEPER, province, "Người Quản Trị")
    for user in (chair, other):
        begin_device(user=user, session_key=user.username, browser="", address="", at=NOON)
    one = decision(province, {"kind": ActKind.END, "unit": school})

    carry_out(reorganisation=one, by=keeper, at=NOON)

    signed_in = Device.objects.filter(ended_at=None).values_list("user", flat=True)
    assert list(signed_in) == [other.pk]
    assert [post.person for post in waiting_posts(keeper)] == [chair.person]
    handed = Post.objects.get(person=chair.person)
    record_handover(post=handed, receiver=other.person, on=DAY, note="", by=keeper, at=NOON)
    assert not waiting_posts(keeper).exists()


def test_the_list_is_closed_to_who_keeps_nobody(client, province):
    client.force_login(user_as(COMMITTEE, province))

    assert client.get(reverse("org:handovers")).status_code == 403
