"""Sending an issued paper to everybody it is meant for, and the receipts that come back."""

from collections.abc import Iterator
from datetime import datetime

from django.db import transaction

from thidua.audit.actions import record
from thidua.core.verdict import require
from thidua.documents import letters, policies, queries
from thidua.documents.actions.addressing import match_again
from thidua.documents.actions.locking import locked
from thidua.documents.models import Delivery, Document, RecipientKind
from thidua.notify.actions import Letter, post_mails
from thidua.notify.queries import languages_of
from thidua.org.actor import Actor
from thidua.org.models import Person


@transaction.atomic
def distribute(*, document: Document, by: Actor, at: datetime) -> list[Delivery]:
    """Send to every target that has not got it yet; e-mail leaves through the outbox.

    A line that names the public page makes the paper public, unless somebody has decided already.
    Pressing again sends only what was added meanwhile. Nothing is sent to a unit that has ended.
    """
    document = locked(document)
    require(policies.may_distribute(by, document))
    match_again(document, by.day)
    if document.public is None and document.recipients.filter(kind=RecipientKind.PUBLIC).exists():
        _set_public(document, by, at, public=True)
    fresh = list(
        Delivery.objects.filter(recipient__document=document, sent_at=None)
        .exclude(unit__kept_by__isnull=False)
        .select_related("recipient__document", "unit", "person", "outside")
        .order_by("recipient__position", "pk")
    )
    Delivery.objects.filter(pk__in=[delivery.pk for delivery in fresh]).update(sent_at=at)
    _receive_for_signer(document, at)
    _write_letters(document, fresh, by, at)
    if fresh:
        record("document.sent", on=document, by=by, unit=document.unit, at=at, targets=len(fresh))
    return fresh


@transaction.atomic
def set_public(*, document: Document, public: bool, by: Actor, at: datetime) -> Document:
    """Put an issued paper on the public page or take it off; no later sending turns that round."""
    document = locked(document)
    require(policies.may_publish(by, document))
    if document.public is not public:
        _set_public(document, by, at, public=public)
    return document


def _set_public(document: Document, by: Actor, at: datetime, *, public: bool) -> None:
    document.public = public
    document.save(update_fields=["public"])
    event = "document.published" if public else "document.unpublished"
    record(event, on=document, by=by, unit=document.unit, at=at)


@transaction.atomic
def open_delivery(*, delivery: Delivery, by: Actor, at: datetime) -> Delivery:
    """Acknowledge a paper that was sent to us. A second time changes nothing."""
    delivery = (
        Delivery.objects.select_for_update(of=("self",))
        .select_related("unit", "person", "recipient__document__unit")
        .get(pk=delivery.pk)
    )
    require(policies.may_open(by, delivery))
    stamp_opened(delivery, by, at)
    return delivery


def stamp_opened(delivery: Delivery, by: Actor, at: datetime) -> None:
    """Who opened it first, and when. Within the action of another, on a locked row."""
    if delivery.opened_at is not None:
        return
    delivery.opened_at, delivery.opened_by = at, by.user
    delivery.save(update_fields=["opened_at", "opened_by"])
    document = delivery.recipient.document
    target = str(delivery.unit or delivery.person)
    record("document.opened", on=document, by=by, unit=document.unit, at=at, target=target)


def _receive_for_signer(document: Document, at: datetime) -> None:
    """Whoever has signed the paper knows it: no task and no letter asks them to open it."""
    if document.signer is None or document.signed_by is None:
        return
    signer_copies = Delivery.objects.filter(recipient__document=document, person=document.signer)
    signer_copies.filter(sent_at__isnull=False, opened_at=None).update(
        opened_at=at, opened_by=document.signed_by
    )


def _write_letters(document: Document, deliveries: list[Delivery], by: Actor, at: datetime) -> None:
    """One letter per paper and address, however many lines lead to it."""
    deliveries = [
        row for row in deliveries if row.person_id is None or row.person_id != document.signer_id
    ]
    units = [delivery.unit_id for delivery in deliveries if delivery.unit_id]
    readers = queries.readers_in(units, by.day)
    languages = languages_of(
        {to for row in deliveries for to, _reader in _readers_of(row, readers)}
    )
    addressed: dict[str, Letter] = {}
    for delivery in deliveries:
        for to, reader in _readers_of(delivery, readers):
            key = f"document-{document.pk}-{to.lower()}"
            if key not in addressed:
                words = letters.letter_for(delivery, reader, languages.get(to.lower(), "vi"))
                addressed[key] = Letter(key=key, to=to, subject=words.subject, body=words.body)
    post_mails(unit=document.unit, letters=addressed.values(), at=at)


def _readers_of(delivery: Delivery, readers: dict[int, list[Person]]) -> Iterator[tuple[str, str]]:
    """Every address of a delivery, and who reads there; an outside body is named by itself."""
    if delivery.outside is not None:
        found = [(delivery.outside.email, "")]
    else:
        persons = [delivery.person] if delivery.person else readers.get(delivery.unit_id or 0, [])
        found = [(person.email, person.name) for person in persons]
    return ((to, reader) for to, reader in found if to)
