"""Telling many: the exact list first, then everybody once, each in the way that reaches them."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from factories import (
    CHAIR,
    CLERK,
    DAY,
    LONG_AGO,
    NOON,
    OFFICER,
    UnitFactory,
    actor_as,
    post_kind,
    user_as,
)
from thidua.core.errors import Denied, DomainError
from thidua.notify.actions import draft_announcement, leave_out, note_call, send_announcement
from thidua.notify.handing_out import hand_out_next
from thidua.notify.models import Announcement, Call, Notice, OutboxMail, Receiver, WebHook
from thidua.notify.queries.announcing import Choice
from thidua.org.models import Person, Post, User

pytestmark = pytest.mark.django_db
EVERYBODY = Choice()


def holder(unit, name, **contact):
    """A chair without an account."""
    person = Person.objects.create(name=name, **contact)
    Post.objects.create(person=person, unit=unit, kind=post_kind(CHAIR), starts_on=LONG_AGO)
    return person


def drafted(unit, by, choice=EVERYBODY, **more):
    return draft_announcement(
        unit=unit,
        subject="Họp giao ban",
        body="8 giờ ngày 20/03",
        choice=choice,
        by=by,
        at=NOON,
        **more,
    )


def ways(announcement):
    return {one.name: (one.way, one.address) for one in announcement.receivers.all()}


@pytest.fixture
def below(province, workplace):
    holder(workplace, "Có thư", email="thu@example.org", phone="0911")
    holder(workplace, "Chỉ điện thoại", phone="0922")
    account = user_as(CHAIR, workplace, name="Có tài khoản")
    Person.objects.filter(pk=account.person_id).update(email="")
    return workplace


def test_everybody_below_stands_on_the_list_with_their_way(province, below):
    announcement = drafted(province, actor_as(OFFICER, province))

    told = ways(announcement)
    assert told["Có thư"] == ("mail", "thu@example.org")
    assert told["Chỉ điện thoại"] == ("call", "0922")
    assert told["Có tài khoản"][0] == "bell"
    assert len(told) == 3


def test_a_channel_above_reaches_those_with_a_telephone(province, below):
    WebHook.objects.create(
        unit=province,
        name="SMS",
        url="https://example.org/",
        secret="x",
        template="{}",
        reached_by="phone",
    )

    told = ways(drafted(province, actor_as(OFFICER, province)))

    assert told["Chỉ điện thoại"] == ("hook", "0922")


def test_the_choice_narrows_the_list(province, below):
    user_as(CLERK, below, name="Văn thư Lan")
    clerks = Choice([post_kind(CLERK).pk])

    assert set(ways(drafted(province, actor_as(OFFICER, province), clerks))) == {"Văn thư Lan"}


def test_a_choice_that_means_nobody_is_said(province, workplace):
    with pytest.raises(DomainError, match="Không có ai giữ chức vụ"):
        drafted(province, actor_as(OFFICER, province))


def test_nothing_leaves_before_it_is_sent(province, below, mailoutbox):
    drafted(province, actor_as(OFFICER, province))

    assert (len(mailoutbox), Notice.objects.count(), Call.objects.count()) == (0, 0, 0)


def test_sent_it_reaches_each_once(province, below, mailoutbox):
    officer = actor_as(OFFICER, province)
    announcement = drafted(province, officer)

    send_announcement(announcement=announcement, by=officer, at=NOON)
    hand_out_next(announcement.pk, NOON)

    announcement.refresh_from_db()
    assert announcement.state == "sent"
    assert [mail.to for mail in mailoutbox] == [["thu@example.org"]]
    assert Call.objects.get().person.name == "Chỉ điện thoại"
    assert Notice.objects.get().user.person.name == "Có tài khoản"


def test_a_worker_killed_in_the_middle_doubles_nothing(province, below, monkeypatch):
    officer = actor_as(OFFICER, province)
    announcement = drafted(province, officer)
    monkeypatch.setattr("thidua.notify.handing_out.BATCH", 1)
    Announcement.objects.update(state="sending", sent_at=NOON)
    hand_out_next(announcement.pk, NOON)

    while hand_out_next(announcement.pk, NOON):
        pass

    assert OutboxMail.objects.count() == 1
    assert announcement.receivers.filter(handed_at=None).count() == 0


def test_people_are_left_out_before_it_goes(province, below, mailoutbox):
    officer = actor_as(OFFICER, province)
    announcement = drafted(province, officer)
    gone = announcement.receivers.get(name="Có thư")

    leave_out(announcement=announcement, receivers=[gone.pk], by=officer, at=NOON)
    send_announcement(announcement=announcement, by=officer, at=NOON)

    assert mailoutbox == []


def test_whoever_reads_the_bell_is_called_once_the_account_is_locked(province, below):
    officer = actor_as(OFFICER, province)
    announcement = drafted(province, officer)
    User.objects.filter(person__name="Có tài khoản").update(is_active=False)

    send_announcement(announcement=announcement, by=officer, at=NOON)

    called = Call.objects.values_list("person__name", flat=True)
    assert sorted(called) == ["Chỉ điện thoại", "Có tài khoản"]


def test_who_left_since_the_list_was_made_is_named_and_taken_off_by_one_press(
    client, province, below
):
    officer = actor_as(OFFICER, province)
    announcement = drafted(province, officer)
    client.force_login(officer.user)
    address = reverse("notify:announcement", args=[announcement.pk])
    assert "đã thôi chức vụ" not in client.get(address).text
    Post.objects.filter(person__name="Có thư").update(ends_on=DAY)

    assert "1 người đã thôi chức vụ từ khi lập danh sách: Có thư" in client.get(address).text
    client.post(reverse("notify:leave_out", args=[announcement.pk]), {"gone": "1"})

    assert "Có thư" not in ways(announcement)
    assert len(ways(announcement)) == 2


@pytest.mark.parametrize("what", ["words", "list", "left", "nothing"])
def test_nothing_goes_that_was_not_looked_at(client, province, below, what):
    officer = actor_as(OFFICER, province)
    announcement = drafted(province, officer)
    client.force_login(officer.user)
    page = client.get(reverse("notify:announcement", args=[announcement.pk])).text
    seen = re.search(r'name="seen" value="(\w+)"', page)[1]
    if what == "words":
        Announcement.objects.update(body="9 giờ ngày 20/03")
    if what == "list":
        announcement.receivers.first().delete()
    if what == "left":
        Post.objects.filter(person__name="Có thư").update(ends_on=DAY)

    address = reverse("notify:send_announcement", args=[announcement.pk])
    answer = client.post(address, {"seen": seen}, follow=True)

    announcement.refresh_from_db()
    assert announcement.state == ("sent" if what == "nothing" else "draft")
    assert ("đã thay đổi từ lúc bạn mở trang" in answer.text) == (what != "nothing")


def test_what_was_sent_cannot_be_sent_or_changed_again(province, below):
    officer = actor_as(OFFICER, province)
    announcement = drafted(province, officer)
    send_announcement(announcement=announcement, by=officer, at=NOON)

    with pytest.raises(DomainError, match="đã được gửi"):
        send_announcement(announcement=announcement, by=officer, at=NOON)


def test_a_double_press_is_one_draft(province, below):
    officer = actor_as(OFFICER, province)

    assert drafted(province, officer, once="x") == drafted(province, officer, once="x")


def test_only_who_watches_over_others_announces(province, below):
    with pytest.raises(Denied):
        drafted(province, actor_as(CLERK, province))


def test_a_call_is_ticked_off_with_its_answer(province, below):
    officer = actor_as(OFFICER, province)
    announcement = drafted(province, officer)
    send_announcement(announcement=announcement, by=officer, at=NOON)

    note_call(call=Call.objects.get(), answer="Sẽ dự họp", by=officer, at=NOON)

    call = Call.objects.get()
    assert (call.answer, call.called_on) == ("Sẽ dự họp", DAY)
    with pytest.raises(DomainError):
        note_call(call=call, answer="", by=officer, at=NOON)


def test_the_number_of_questions_does_not_grow(province, below):
    officer = actor_as(OFFICER, province)
    with CaptureQueriesContext(connection) as few:
        drafted(province, officer)
    for number in range(20):
        holder(UnitFactory(under=province), f"CT {number}", email=f"ct{number}@example.org")

    with CaptureQueriesContext(connection) as many:
        drafted(province, officer)

    assert len(many) == len(few)


def test_from_the_form_over_the_list_to_the_sent_page(client, province, below):
    client.force_login(user_as(OFFICER, province))
    words = {"subject": "Họp giao ban", "body": "8 giờ", "unit": province.pk, "once": "a"}

    listed = client.post(reverse("notify:new_announcement"), words, follow=True)
    sent = client.post(
        reverse("notify:send_announcement", args=[Announcement.objects.get().pk]), follow=True
    )

    assert "thu@example.org" in listed.text
    assert "Chưa ai nhận" in listed.text
    assert "Đã gửi" in sent.text


def test_a_choice_that_means_nobody_keeps_what_was_typed(client, province, below):
    client.force_login(user_as(OFFICER, province))
    nobody = post_kind("keeper")
    words = {"subject": "Họp", "body": "8 giờ sáng", "once": "a", "post_kinds": [nobody.pk]}

    page = client.post(reverse("notify:new_announcement"), words)

    assert page.status_code == 422
    assert "Không có ai giữ chức vụ" in page.text
    assert "8 giờ sáng" in page.text


def test_a_number_too_long_for_a_row_leaves_nobody_out(client, province, below):
    officer = actor_as(OFFICER, province)
    announcement = drafted(province, officer)
    client.force_login(officer.user)

    url = reverse("notify:leave_out", args=[announcement.pk])
    client.post(url, {"receiver": ["9" * 40]})

    assert announcement.receivers.count() == 3


def test_an_answer_that_is_too_long_is_not_thrown_away_in_silence(client, province, below):
    officer = actor_as(OFFICER, province)
    send_announcement(announcement=drafted(province, officer), by=officer, at=NOON)
    client.force_login(officer.user)

    url = reverse("notify:call_made", args=[Call.objects.get().pk])
    answer = client.post(url, {"answer": "x" * 301})

    assert answer.status_code == 409
    assert Call.objects.get().called_on is None


def test_whoever_was_told_reads_it_and_nobody_else(client, province, below):
    officer = actor_as(OFFICER, province)
    announcement = drafted(province, officer)
    send_announcement(announcement=announcement, by=officer, at=NOON)
    told = Receiver.objects.get(name="Có tài khoản")
    address = reverse("notify:told", args=[told.pk])

    client.force_login(told.person.user)
    assert "8 giờ ngày 20/03" in client.get(address).text
    client.force_login(user_as(CHAIR, below, name="Người khác"))
    assert client.get(address).status_code == 404
