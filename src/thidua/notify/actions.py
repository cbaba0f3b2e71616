"""Putting mail into the outbox and notices under the bell; sending again what did not leave."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from thidua.audit.actions import record
from thidua.core.verdict import require
from thidua.notify import jobs, policies, queries
from thidua.notify.models import MailState, Notice, OutboxMail, Round
from thidua.org.actor import Actor
from thidua.org.happened import Happened
from thidua.org.journal import Journal
from thidua.org.models import Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """One e-mail to be: `key` says what it is about and for whom."""

    key: str
    to: str
    subject: str
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One notice to be: for the account `user_id`; `key` says what it is about and which day."""

    user_id: int
    key: str
    text: str
    url: str


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


@transaction.atomic
def give_notices(*, lines: Iterable[Line], at: datetime) -> list[Notice]:
    """Put lines under the bells of their accounts, each once per account and key.

    The answer is the notices that are new. A text that is too long is cut at a word.
    """
    wanted = {(line.user_id, line.key): line for line in lines}
    known = Notice.objects.filter(
        user__in={user for user, _key in wanted}, key__in={key for _user, key in wanted}
    ).values_list("user_id", "key")
    for pair in list(known):
        wanted.pop(pair, None)
    notices = [
        Notice(
            user_id=line.user_id,
            key=line.key,
            text=_shortened(line.text),
            url=line.url,
            created_at=at,
        )
        for line in wanted.values()
    ]
    return Notice.objects.bulk_create(notices, ignore_conflicts=True)


def _shortened(text: str) -> str:
    longest = Notice._meta.get_field("text").max_length or len(text)
    words = " ".join(text.split())
    return words if len(words) <= longest else f"{words[: longest - 1].rpartition(' ')[0]}…"


@transaction.atomic
def mark_read(*, notices: QuerySet[Notice], at: datetime) -> int:
    """Note that their reader has seen them; how many were new to them."""
    return notices.filter(read_at=None).update(read_at=at)


def begin_round(*, key: str, at: datetime) -> Round | None:
    """The round that the clock has to make, begun now or gone on with; None when it is over."""
    one, _new = Round.objects.get_or_create(key=key, defaults={"begun_at": at})
    return one if one.done_at is None else None


@transaction.atomic
def advance(*, one: Round, to: int) -> bool:
    """Note that everybody up to account `to` is served; False when another clock was there first.

    Within the transaction that serves them: what they get and how far it went are kept together.
    """
    locked = Round.objects.select_for_update().get(pk=one.pk)
    if locked.reached != one.reached or locked.done_at is not None:
        return False
    locked.reached = to
    locked.save(update_fields=["reached"])
    return True


@transaction.atomic
def end_round(*, one: Round, at: datetime) -> None:
    """Nobody is left to serve. A second clock that comes to the same end changes nothing."""
    Round.objects.filter(pk=one.pk, done_at=None).update(done_at=at)


def follow_act(happened: Happened, journal: Journal) -> None:
    """The keeper of the records of an ended unit looks after what has not left its outbox."""
    if happened.keeper is not None:
        unsent = OutboxMail.objects.filter(unit__in=happened.ended).exclude(state=MailState.SENT)
        journal.change(unsent, unit_id=happened.keeper.pk)
