import smtplib
import socket
from datetime import timedelta

import pytest
from django.core.mail.backends.locmem import EmailBackend
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from factories import CLERK, NOON, OFFICER, actor_as, user_as
from thidua.audit.models import AuditEvent
from thidua.core import clock
from thidua.core.errors import Denied, DomainError
from thidua.notify import jobs, queries
from thidua.notify.actions import Letter, post_mails, resend, retry_failed
from thidua.notify.channels.email import problem_of
from thidua.notify.models import MailState, OutboxMail
from thidua.notify.queries import LAST_TRY, PATIENCE


@pytest.fixture
def dead_server(monkeypatch):
    """The mail server refuses connections; calling the value brings it back to life."""

    def refuse(*_args):
        raise ConnectionRefusedError

    alive = EmailBackend.send_messages
    monkeypatch.setattr(EmailBackend, "send_messages", refuse)
    return lambda: monkeypatch.setattr(EmailBackend, "send_messages", alive)


def letter(key="delivery-1", **more):
    words = {"to": "hoa@example.org", "subject": "Kế hoạch", "body": "Kính gửi"}
    return Letter(key=key, **(words | more))


def post(unit, key="delivery-1", at=NOON, **more):
    post_mails(unit=unit, letters=[letter(key, **more)], at=at)
    return OutboxMail.objects.get(key=key)


def test_a_mail_leaves_through_the_worker(province, mailoutbox):
    mail = post(province)

    mail.refresh_from_db()
    assert (mail.state, mail.attempts, mail.last_error) == ("sent", 1, "")
    assert timezone.localtime(mail.sent_at).date() == clock.today()
    assert [(sent.to, sent.subject) for sent in mailoutbox] == [(["hoa@example.org"], "Kế hoạch")]


def test_the_same_key_is_one_mail_and_one_letter(province, mailoutbox):
    first = post(province)

    again = post(province, to="other@example.org", body="Khác")

    assert (again, OutboxMail.objects.count(), len(mailoutbox)) == (first, 1, 1)


def test_many_mails_are_written_with_few_questions_and_one_job(
    province, settings, django_assert_num_queries
):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    letters = [letter(f"document-1-{n}@example.org") for n in range(30)]

    with django_assert_num_queries(6):
        mails = post_mails(unit=province, letters=[*letters, *letters], at=NOON)

    assert [mail.key for mail in mails] == [one.key for one in letters]
    assert DBTaskResult.objects.get().args_kwargs["args"] == [[mail.pk for mail in mails]]


def test_the_mail_is_saved_with_the_change_or_not_at_all(province, settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

    with transaction.atomic():
        post(province)
        transaction.set_rollback(True)
    assert not DBTaskResult.objects.exists()

    mail = post(province)
    assert DBTaskResult.objects.get().args_kwargs["args"] == [[mail.pk]]
    assert mail.state == MailState.WAITING


def test_a_subject_of_many_lines_becomes_one_of_bearable_length(province):
    mail = post(province, subject="Kế hoạch\r\nBcc: all@example.org\n" + "thi đua " * 50)

    assert "\n" not in mail.subject
    assert len(mail.subject) == 250


def test_a_job_that_comes_twice_sends_once(province, mailoutbox):
    mail = post(province)

    jobs.deliver.call(mail.pk)

    assert len(mailoutbox) == 1


def test_a_mail_that_another_worker_has_claimed_is_left_to_it(province, mailoutbox, monkeypatch):
    mail = post(province, key="waiting")
    OutboxMail.objects.update(state=MailState.WAITING, sent_at=None)
    stale = OutboxMail.objects.get()
    OutboxMail.objects.update(attempts=5)
    monkeypatch.setattr(OutboxMail.objects, "get", lambda **_: stale)

    jobs.deliver.call(mail.pk)

    assert len(mailoutbox) == 1


def test_a_dead_server_is_told_on_the_mail_and_not_raised(province, dead_server):
    mail = post(province)

    mail.refresh_from_db()
    assert (mail.state, mail.sent_at, mail.attempts) == ("failed", None, 1)
    assert mail.last_error == "Không nối được tới máy chủ thư localhost."


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (smtplib.SMTPRecipientsRefused({}), "không nhận địa chỉ"),
        (smtplib.SMTPAuthenticationError(535, b"no"), "tên đăng nhập hoặc mật khẩu"),
        (smtplib.SMTPServerDisconnected(), "báo lỗi khi nhận thư"),
        (TimeoutError(), "không trả lời"),
        (socket.gaierror(), "Không tìm thấy máy chủ thư"),
        (ConnectionResetError(), "Không nối được"),
        (OSError(), "Không gửi được thư"),
    ],
)
def test_every_failure_has_its_sentence(error, words):
    assert words in problem_of(error)


@pytest.mark.parametrize("to", ["a@b.vn;c@d.vn", "a@b..vn", "a@b.vn\nBcc: c@d.vn"])
def test_an_address_that_is_none_is_said_and_stops_no_other_mail(province, mailoutbox, to):
    post(province, to=to)
    post(province, key="other")

    failed = OutboxMail.objects.get(to=to)

    assert (failed.state, len(mailoutbox)) == ("failed", 1)
    assert "viết sai" in failed.last_error


def test_a_bug_of_ours_is_not_taken_for_a_dead_server(province, monkeypatch):
    mail = post(province, key="other")
    OutboxMail.objects.update(state=MailState.FAILED, sent_at=None)

    def broken(*_args):
        raise KeyError("ours")

    monkeypatch.setattr(EmailBackend, "send_messages", broken)
    with pytest.raises(KeyError):
        jobs.deliver.call(mail.pk)


def test_what_failed_is_tried_again_after_a_rest_that_grows(province, dead_server, mailoutbox):
    now = clock.now()
    mail = post(province, at=now)

    assert retry_failed(now + PATIENCE / 2) == 0
    assert retry_failed(now + PATIENCE + timedelta(minutes=1)) == 1
    mail.refresh_from_db()
    assert (mail.attempts, mail.state) == (2, "failed")

    assert retry_failed(now + PATIENCE + timedelta(minutes=1)) == 0
    dead_server()
    assert retry_failed(now + 3 * PATIENCE) == 1
    mail.refresh_from_db()
    assert (mail.state, len(mailoutbox)) == ("sent", 1)


def test_after_the_last_try_only_a_person_sends_again(province, dead_server, mailoutbox):
    mail = post(province)
    OutboxMail.objects.update(attempts=LAST_TRY)

    assert retry_failed(clock.now() + timedelta(days=30)) == 0
    dead_server()
    resend(mail=mail, by=actor_as(CLERK, province), at=NOON)

    mail.refresh_from_db()
    assert (mail.state, mail.last_error, len(mailoutbox)) == ("sent", "", 1)
    assert AuditEvent.objects.get(type="mail.resent").data == {"to": "hoa@example.org"}


def test_a_mail_whose_job_was_lost_is_found_again(province, settings, mailoutbox):
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
    mail = post(province)
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}

    assert retry_failed(NOON) == 0
    assert retry_failed(NOON + PATIENCE) == 1

    mail.refresh_from_db()
    assert (mail.state, len(mailoutbox)) == ("sent", 1)


def test_while_the_worker_stands_still_the_clock_does_not_pile_up_jobs(province, settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    post(province)

    assert retry_failed(NOON + PATIENCE) == 1
    assert retry_failed(NOON + PATIENCE + timedelta(minutes=1)) == 0
    assert DBTaskResult.objects.count() == 2


def test_a_mail_that_has_left_is_not_sent_again(province, mailoutbox):
    mail = post(province)

    with pytest.raises(DomainError, match="đã được gửi"):
        resend(mail=mail, by=actor_as(CLERK, province), at=NOON)

    assert len(mailoutbox) == 1
    assert not AuditEvent.objects.exists()


@pytest.mark.parametrize(
    ("state", "sentence"), [("merged", "đã được gửi"), ("held", "đang chờ gộp")]
)
def test_what_went_or_will_go_in_another_letter_is_not_sent_by_itself(province, state, sentence):
    mail = post(province)
    OutboxMail.objects.update(state=state, sent_at=None)

    with pytest.raises(DomainError, match=sentence):
        resend(mail=mail, by=actor_as(CLERK, province), at=NOON)

    assert not AuditEvent.objects.exists()


@pytest.mark.parametrize(("state", "count"), [("waiting", 1), ("held", 1), ("merged", 0)])
def test_an_ended_unit_leaves_what_has_not_left_its_outbox(province, state, count):
    post(province)
    OutboxMail.objects.update(state=state, sent_at=None)

    assert sum(one.count for one in queries.held_by([province.pk], clock.today())) == count


@pytest.mark.parametrize(("post_code", "held_in"), [(OFFICER, "province"), (CLERK, "workplace")])
def test_only_whoever_sends_for_the_unit_sends_again(
    request, province, workplace, dead_server, post_code, held_in
):
    mail = post(province)
    actor = actor_as(post_code, request.getfixturevalue(held_in))

    with pytest.raises(Denied, match="gửi lại được thư này"):
        resend(mail=mail, by=actor, at=NOON)

    assert not queries.outbox_visible_to(actor).exists()


def test_the_database_keeps_state_and_stamp_together(province):
    mail = post(province)

    with pytest.raises(IntegrityError, match="outbox_mail_stamped_when_sent"), transaction.atomic():
        OutboxMail.objects.filter(pk=mail.pk).update(sent_at=None)


def test_failed_mails_are_a_task_of_whoever_sends(province, dead_server):
    post(province, key="a")
    post(province, key="b")

    (task,) = queries.tasks_of(actor_as(CLERK, province, "Lê Văn Thư"))

    assert (task.title, task.detail, task.holder, task.url, task.mine) == (
        "Xem lại 2 thư chưa gửi được",
        province.name,
        "Lê Văn Thư",
        "/outbox/?state=failed",
        True,
    )
    assert queries.tasks_of(actor_as(OFFICER, province)) == []


def test_the_outbox_lists_filters_and_sends_again(client, province, outsider, dead_server):
    post(outsider, key="theirs", to="theirs@example.org")
    mail = post(province)
    client.force_login(user_as(CLERK, province))

    text = client.get(reverse("notify:outbox")).text
    none = client.get(reverse("notify:outbox"), {"state": "sent"}).text
    dead_server()
    answer = client.post(reverse("notify:resend", args=[mail.pk]), follow=True)

    assert "hoa@example.org" in text
    assert "theirs@example.org" not in text
    assert "Không nối được tới máy chủ thư" in text
    assert "Không có thư nào ở trạng thái này" in none
    assert "Đã đưa thư gửi hoa@example.org vào hàng chờ gửi lại." in answer.text
    assert client.post(reverse("notify:resend", args=[mail.pk])).status_code == 409


def test_a_mail_of_another_unit_is_not_found(client, province, outsider, dead_server):
    mail = post(outsider)
    client.force_login(user_as(CLERK, province))

    assert client.post(reverse("notify:resend", args=[mail.pk])).status_code == 404


def test_the_outbox_is_closed_to_those_who_do_not_send(client, province):
    client.force_login(user_as(OFFICER, province))

    assert client.get(reverse("notify:outbox")).status_code == 403


def test_an_empty_outbox_says_what_will_stand_there(client, province):
    client.force_login(user_as(CLERK, province))

    assert "Chưa có thư nào" in client.get(reverse("notify:outbox")).text


@pytest.mark.parametrize("count", [1, 3])
def test_the_outbox_asks_no_more_for_more_mails(client, province, count, django_assert_num_queries):
    for number in range(count):
        post(province, key=f"mail-{number}")
    client.force_login(user_as(CLERK, province))
    client.get(reverse("notify:outbox"))  # the numbers of the frame are kept from here on

    with django_assert_num_queries(8):
        client.get(reverse("notify:outbox"))
