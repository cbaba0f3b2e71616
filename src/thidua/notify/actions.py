"""Putting mail into the outbox, and sending again what did not leave."""

from datetime import datetime

from django.db import transaction

from thidua.audit.actions import record
from thidua.core.verdict import require
from thidua.notify import jobs, policies, queries
from thidua.notify.models import MailState, OutboxMail
from thidua.org.actor import Actor
from thidua.org.models import Unit


@transaction.atomic
def post_mail(
    *, unit: Unit, key: str, to: str, subject: str, body: str, at: datetime
) -> OutboxMail:
    """Put one mail into the outbox of `unit` and let the worker send it.

    `key` says what it is about and for whom: the same key again gives back the first mail, so a
    repeated press or job doubles nothing.
    """
    subject = " ".join(subject.split())[: OutboxMail._meta.get_field("subject").max_length]
    written = {"unit": unit, "to": to, "subject": subject, "body": body, "created_at": at}
    mail, fresh = OutboxMail.objects.get_or_create(key=key, defaults=written)
    if fresh:
        jobs.deliver.enqueue(mail.pk)
    return mail


@transaction.atomic
def resend(*, mail: OutboxMail, by: Actor, at: datetime) -> OutboxMail:
    """Send a mail again that did not leave. Raises `Denied` when it has left meanwhile."""
    mail = OutboxMail.objects.select_for_update(of=("self",)).select_related("unit").get(pk=mail.pk)
    require(policies.may_resend(by, mail))
    _back_to_waiting(mail, at)
    record("mail.resent", on=mail, by=by, unit=mail.unit, at=at, to=mail.to)
    jobs.deliver.enqueue(mail.pk)
    return mail


def retry_failed(at: datetime) -> int:
    """Try again what failed or was lost, each time after a longer rest; how many were tried.

    For the clock: calling it too often or after a long stop does no harm.
    """
    due = queries.due_for_another_try(at)
    for mail in due:
        with transaction.atomic():
            _back_to_waiting(mail, at)
            jobs.deliver.enqueue(mail.pk)
    return len(due)


def _back_to_waiting(mail: OutboxMail, at: datetime) -> None:
    """The moment is noted, or a stopped worker would find a new job for every tick of the clock."""
    mails = OutboxMail.objects.filter(pk=mail.pk).exclude(state=MailState.SENT)
    mails.update(state=MailState.WAITING, last_error="", tried_at=at)
    mail.refresh_from_db()
