"""Sending what lies in the outbox."""

from django.db.models import F
from django_tasks import task

from thidua.core import clock
from thidua.notify.channels import channel_of
from thidua.notify.models import MailState, OutboxMail
from thidua.notify.queries.outbox import LEAVING
from thidua.notify.queries.preferences import wishes_of
from thidua.notify.quiet import quiet_until


@task()
def deliver(mail_id: int) -> None:
    """Send one mail, unless it has left already. A dead server is noted on the mail, not raised.

    The row is claimed before sending and no lock is held while the server is spoken to: of two
    workers with the same mail one goes on, and nobody else waits for a slow server.
    """
    mail = OutboxMail.objects.get(pk=mail_id)
    if mail.state not in LEAVING or _waits(mail) or not _claimed(mail):
        return
    problem = channel_of(mail).send(mail)
    if problem:
        longest = OutboxMail._meta.get_field("last_error").max_length
        mail.state, mail.last_error = MailState.FAILED, problem[:longest]
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


def _waits(mail: OutboxMail) -> bool:
    """In somebody's quiet hours; the clock takes it up when they are over.

    Judged when it would leave: a letter that failed in the evening is tried again in the night, and
    hours may have been chosen since it was written.
    """
    wish = wishes_of({mail.to}).get(mail.to.lower())
    until = quiet_until(clock.now(), wish, is_pushed=mail.hook is not None)
    if until is not None:
        OutboxMail.objects.filter(pk=mail.pk).update(not_before=until)
    return until is not None


def _claimed(mail: OutboxMail) -> bool:
    mine = OutboxMail.objects.filter(pk=mail.pk, attempts=mail.attempts, state__in=LEAVING)
    return bool(mine.update(attempts=F("attempts") + 1, tried_at=clock.now()))
