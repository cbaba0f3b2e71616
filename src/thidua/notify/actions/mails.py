"""Putting messages into the outbox, and sending again."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from thidua.audit.actions import record
from thidua.core.verdict import require
from thidua.notify import jobs, policies, queries
from thidua.notify.models import MailState, OutboxMail, Pace, Preference, WebHook
from thidua.notify.queries.preferences import wishes_of
from thidua.org.actor import Actor
from thidua.org.models import Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """One message to be: `key` says what it is about and for whom.

    `to` is an address, or what the `hook` takes instead. What is not `urgent` comes at the pace
    its reader chose.
    """

    key: str
    to: str
    subject: str
    body: str
    urgent: bool = False
    hook: WebHook | None = None


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
    wishes = wishes_of({letter.to for letter in by_key.values()})
    written = [_written(letter, unit, wishes, at) for letter in by_key.values()]
    mails = OutboxMail.objects.bulk_create(mail for mail in written if mail is not None)
    leaving = [mail.pk for mail in mails if mail.state == MailState.WAITING]
    if leaving:
        jobs.deliver_each.enqueue(leaving)
    return mails


def _written(
    letter: Letter, unit: Unit, wishes: Mapping[str, Preference], at: datetime
) -> OutboxMail | None:
    """As its reader wants to have it; nothing for who wants no letters."""
    wish = wishes.get(letter.to.lower())
    pace = Pace(wish.pace) if wish and not letter.urgent else Pace.AT_ONCE
    if pace == Pace.NEVER:
        return None
    longest = OutboxMail._meta.get_field("subject").max_length
    return OutboxMail(
        unit=unit,
        key=letter.key,
        to=letter.to,
        hook=letter.hook,
        reader_id=wish.user_id if wish else None,
        subject=" ".join(letter.subject.split())[:longest],
        body=letter.body,
        state=MailState.WAITING if pace == Pace.AT_ONCE else MailState.HELD,
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


@transaction.atomic
def send_again(*, mail: OutboxMail, preface: str, by: Actor, at: datetime) -> OutboxMail:
    """Send what has left once more, under a few words of one's own; the first stays as it was."""
    mail = OutboxMail.objects.select_for_update(of=("self",)).select_related("unit").get(pk=mail.pk)
    require(policies.may_send_again(by, mail))
    body = f"{preface.strip()}\n\n{'-' * 20}\n{mail.body}" if preface.strip() else mail.body
    again = OutboxMail.objects.create(
        unit=mail.unit,
        key=f"again:{mail.pk}",
        to=mail.to,
        hook=mail.hook,
        reader_id=mail.reader_id,
        subject=mail.subject,
        body=body,
        created_at=at,
    )
    mail.sent_again_as = again
    mail.save(update_fields=["sent_again_as"])
    record("mail.sent_again", on=again, by=by, unit=mail.unit, at=at, to=mail.to)
    jobs.deliver.enqueue(again.pk)
    return again


def _back_to_waiting(mail: OutboxMail, at: datetime) -> None:
    """The moment is noted, or a stopped worker would find a new job for every tick of the clock."""
    mails = OutboxMail.objects.filter(pk=mail.pk, state__in=queries.LEAVING)
    mails.update(state=MailState.WAITING, last_error="", tried_at=at)
    mail.refresh_from_db()
