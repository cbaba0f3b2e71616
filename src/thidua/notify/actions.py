"""Putting mail into the outbox, and sending again what did not leave."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from thidua.audit.actions import record
from thidua.core.verdict import require
from thidua.notify import jobs, policies, queries
from thidua.notify.models import MailState, OutboxMail
from thidua.org.actor import Actor
from thidua.org.models import Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """One e-mail to be: `key` says what it is about and for whom."""

    key: str
    to: str
    subject: str
    body: str


@transaction.atomic
def post_mails(*, unit: Unit, letters: Iterable[Letter], at: datetime) -> list[OutboxMail]:
    """Put mails into the outbox of `unit` and let the worker send them; however many, one job.

    A letter whose key is known is left out, so a repeated press or job doubles nothing; the answer
    is the mails that are new.
    """
    by_key = {letter.key: letter for letter in letters}
    known = OutboxMail.objects.filter(key__in=by_key).values_list("key", flat=True)
    for key in list(known):
        del by_key[key]
    mails = OutboxMail.objects.bulk_create(
        [_written(letter, unit, at) for letter in by_key.values()]
    )
    if mails:
        jobs.deliver_each.enqueue([mail.pk for mail in mails])
    return mails


def _written(letter: Letter, unit: Unit, at: datetime) -> OutboxMail:
    longest = OutboxMail._meta.get_field("subject").max_length
    return OutboxMail(
        unit=unit,
        key=letter.key,
        to=letter.to,
        subject=" ".join(letter.subject.split())[:longest],
        body=letter.body,
        created_at=at,
    )


@transaction.atomic
def resend(*, mail: OutboxMail, by: Actor, at: datetime) -> OutboxMail:
    """Send a mail again that did not leave. Raises `DomainError` when it has left."""
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
