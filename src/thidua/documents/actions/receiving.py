"""Papers that come from elsewhere: each gets the next arrival number of its day's year (DOC-51)."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Unpack

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.audit.actions import record
from thidua.core.errors import DomainError
from thidua.core.verdict import require
from thidua.documents import policies, queries
from thidua.documents.actions.addressing import keep_lines
from thidua.documents.actions.distributing import stamp_opened
from thidua.documents.actions.issuing import require_past
from thidua.documents.actions.locking import locked_unit
from thidua.documents.actions.numbering import enter_next, locked_book
from thidua.documents.models import (
    Delivery,
    Direction,
    Document,
    DocumentFile,
    DocumentStatus,
    FileRole,
)
from thidua.documents.naming import set_folds
from thidua.documents.printed import Received
from thidua.org.actor import Actor
from thidua.org.models import Unit


@transaction.atomic
def receive_document(
    *,
    unit: Unit,
    issuer: Unit | None,
    received_on: date,
    recipients: Sequence[str] = (),
    arrived_through: Delivery | None = None,
    by: Actor,
    at: datetime,
    **paper: Unpack[Received],
) -> Document:
    """Enter a paper from elsewhere in the arrival book, frozen as it came.

    The same number, issuer and year is not entered twice: `DomainError` names the one we have.
    """
    require(policies.may_take_in(by, unit))
    locked_unit(unit)
    _require_arrived(received_on, paper["dated"], by.day)
    document = Document(
        unit=unit,
        unit_path=unit.path_on(received_on),
        direction=Direction.IN,
        status=DocumentStatus.RECEIVED,
        issuer=issuer,
        drafted_by=by.user,
        created_at=at,
        received_on=received_on,
        arrived_through=arrived_through,
        **paper,
    )
    _require_new(document)
    set_folds(document)
    document.save()
    keep_lines(document, recipients)
    book = locked_book(unit, Direction.IN, received_on.year)
    entry = enter_next(book, document, at)
    record("document.received", on=document, by=by, unit=unit, at=at, number=entry.number)
    return document


@transaction.atomic
def register_delivery(*, delivery: Delivery, by: Actor, at: datetime) -> Document:
    """Enter in our arrival book what a unit sent us through the system, and acknowledge it."""
    delivery = (
        Delivery.objects.select_for_update(of=("self",))
        .select_related("unit", "recipient__document__issuer")
        .get(pk=delivery.pk)
    )
    require(policies.may_register(by, delivery))
    sent = delivery.recipient.document
    if delivery.unit is None or delivery.sent_at is None:  # the policy has just refused these
        raise AssertionError("a delivery that reached no unit")
    document = receive_document(
        unit=delivery.unit,
        issuer_name=sent.issuer_name,
        issuer=sent.issuer,
        type_name=sent.type_name,
        title=sent.title,
        full_number=sent.full_number,
        symbol=sent.symbol,
        place=sent.place,
        dated=sent.dated,
        signer_name=sent.signer_name,
        parent_name=sent.parent_name,
        signature=sent.signature,
        received_on=by.day,
        recipients=list(sent.recipients.values_list("printed", flat=True)),
        arrived_through=delivery,
        by=by,
        at=at,
    )
    _share_files(sent, document, at)
    stamp_opened(delivery, by, at)
    return document


def _share_files(sent: Document, document: Document, at: datetime) -> None:
    """The receiver keeps the same bytes; what was the sender's original is here one file more."""
    for held in sent.files.exclude(role=FileRole.ORIGINAL):
        DocumentFile.objects.create(
            document=document,
            unit=document.unit,
            file_id=held.file_id,
            role=held.role,
            name=held.name,
            added_at=at,
        )


def _require_arrived(received_on: date, dated: date | None, today: date) -> None:
    if received_on > today:
        raise DomainError(
            _("Ngày đến %(day)s chưa tới. Hãy xem lại ngày nhận văn bản.")
            % {"day": f"{received_on:%d/%m/%Y}"}
        )
    if dated is None:
        return
    require_past(dated, today)
    if dated > received_on:
        raise DomainError(
            _("Ngày đến %(came)s trước ngày ghi trên văn bản %(dated)s.")
            % {"came": f"{received_on:%d/%m/%Y}", "dated": f"{dated:%d/%m/%Y}"}
        )


def _require_new(document: Document) -> None:
    day = document.dated or document.received_on
    if day is None:
        return
    held = queries.same_number(document.unit, document.issuer_name, document.full_number, day.year)
    if held is not None:
        raise DomainError(
            _("Đơn vị đã có %(paper)s của %(issuer)s: “%(title)s”.")
            % {"paper": held, "issuer": held.issuer_name, "title": held.title}
        )
