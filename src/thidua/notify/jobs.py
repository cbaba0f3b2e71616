"""Sending what lies in the outbox."""

import smtplib
import socket

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import F
from django.utils.translation import gettext as _
from django_tasks import task

from thidua.core import clock
from thidua.notify.models import MailState, OutboxMail


@task()
def deliver(mail_id: int) -> None:
    """Send one mail, unless it has left already. A dead server is noted on the mail, not raised.

    The row is claimed before sending and no lock is held while the server is spoken to: of two
    workers with the same mail one goes on, and nobody else waits for a slow server.
    """
    mail = OutboxMail.objects.get(pk=mail_id)
    if mail.state == MailState.SENT or not _claimed(mail):
        return
    problem = _sent(mail)
    if problem:
        mail.state, mail.last_error = MailState.FAILED, problem
    else:
        mail.state, mail.last_error, mail.sent_at = MailState.SENT, "", clock.now()
    mail.save(update_fields=["state", "last_error", "sent_at"])


@task()
def deliver_each(mail_ids: list[int]) -> None:
    """Give each mail its own job, so that one slow server does not hold up the others.

    It is done here and not where the mails are written: nobody waits for it under a lock.
    """
    for mail_id in mail_ids:
        deliver.enqueue(mail_id)


def _claimed(mail: OutboxMail) -> bool:
    mine = OutboxMail.objects.filter(pk=mail.pk, attempts=mail.attempts).exclude(
        state=MailState.SENT
    )
    return bool(mine.update(attempts=F("attempts") + 1, tried_at=clock.now()))


def _sent(mail: OutboxMail) -> str:
    """Hand the mail to the server; the answer is the problem in words, or nothing."""
    try:
        EmailMessage(mail.subject, mail.body, to=[mail.to]).send()
    except (smtplib.SMTPException, OSError) as error:
        return problem_of(error)[: OutboxMail._meta.get_field("last_error").max_length]
    return ""


def problem_of(error: OSError) -> str:
    """What went wrong, in words for the officer who looks at the outbox.

    `smtplib` derives its errors from `OSError`, so the particular ones are asked for first.
    """
    server = {"server": settings.EMAIL_HOST}
    for kind, sentence in (
        (smtplib.SMTPRecipientsRefused, _("Máy chủ thư không nhận địa chỉ này.")),
        (smtplib.SMTPAuthenticationError, _("Máy chủ thư không nhận tên đăng nhập, mật khẩu.")),
        (smtplib.SMTPException, _("Máy chủ thư %(server)s báo lỗi khi nhận thư.") % server),
        (TimeoutError, _("Máy chủ thư %(server)s không trả lời.") % server),
        (socket.gaierror, _("Không tìm thấy máy chủ thư %(server)s.") % server),
        (ConnectionError, _("Không nối được tới máy chủ thư %(server)s.") % server),
    ):
        if isinstance(error, kind):
            return sentence
    return _("Không gửi được thư qua máy chủ %(server)s.") % server
