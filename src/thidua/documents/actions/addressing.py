"""Nơi nhận: the printed lines, and what each of them means (DOC-47)."""

from collections.abc import Collection, Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.audit.actions import record
from thidua.core.errors import DomainError
from thidua.core.verdict import require
from thidua.documents import policies, queries
from thidua.documents.actions.locking import locked
from thidua.documents.matching import Proposal, propose, without_purpose
from thidua.documents.models import (
    Delivery,
    Document,
    OutsideBody,
    Recipient,
    RecipientKind,
)
from thidua.documents.naming import folded, seen
from thidua.documents.printed import problem_with
from thidua.org.actor import Actor, posts_in
from thidua.org.models import Unit


@transaction.atomic
def set_recipients(
    *, document: Document, lines: Sequence[str], by: Actor, at: datetime
) -> list[Recipient]:
    """Write the lines of a draft anew and match each; a line that stays keeps its targets."""
    document = locked(document)
    require(policies.may_edit(by, document))
    recipients = match_lines(document, lines, by.day)
    record(
        "document.addressed",
        on=document,
        by=by,
        unit=document.unit,
        at=at,
        lines=len(recipients),
    )
    return recipients


@transaction.atomic
def choose_targets(
    *,
    recipient: Recipient,
    kind: RecipientKind,
    unit_ids: Collection[int] = (),
    person_ids: Collection[int] = (),
    outside_name: str = "",
    outside_email: str = "",
    by: Actor,
    at: datetime,
) -> Recipient:
    """The officer's word on what one printed line means; the line itself stays as printed."""
    document = locked(recipient.document)
    recipient = Recipient.objects.select_for_update().get(pk=recipient.pk)
    recipient.document = document
    require(policies.may_choose_targets(by, recipient))
    proposal = _chosen(document.unit, kind, unit_ids, person_ids, by.day)
    if kind == RecipientKind.OUTSIDE:
        name = outside_name or without_purpose(recipient.printed)
        body = keep_outside_body(unit=document.unit, name=name, email=outside_email, by=by)
        proposal = Proposal(kind, outside=(body.pk,))
    recipient.chosen = True
    _point(recipient, proposal)
    record(
        "document.targeted",
        on=document,
        by=by,
        unit=document.unit,
        at=at,
        line=recipient.printed,
        kind=str(kind),
    )
    return recipient


@transaction.atomic
def keep_outside_body(*, unit: Unit, name: str, email: str, by: Actor) -> OutsideBody:
    """Note a recipient outside the union in the unit's address book, once per name.

    An empty address leaves the one that is known.
    """
    require(policies.may_keep_address_book(by, unit))
    name = seen(name)
    if not name:
        raise DomainError(_("Chưa ghi tên nơi nhận."))
    body, fresh = OutsideBody.objects.get_or_create(
        unit=unit, fold=folded(name), defaults={"name": name, "email": email}
    )
    if not fresh and email and body.email != email:
        body.email = email
        body.save(update_fields=["email"])
    return body


def match_lines(document: Document, lines: Sequence[str], day: date) -> list[Recipient]:
    """Replace the lines of a paper and say what each means. Within the action of another."""
    chosen = {
        line.printed: _as_proposal(line)
        for line in document.recipients.filter(chosen=True).prefetch_related("deliveries")
    }
    around = queries.surroundings(document.unit, day)
    recipients = keep_lines(document, lines)
    for line in recipients:
        settled = chosen.get(line.printed)
        line.chosen = settled is not None
        _point(line, settled or propose(line.printed, around))
    return recipients


def match_again(document: Document, day: date) -> None:
    """Before sending: units and posts may have come and gone since the lines were matched.

    What the officer has chosen stays, and so does every line of which something was sent.
    """
    around = queries.surroundings(document.unit, day)
    sent = Delivery.objects.filter(recipient__document=document, sent_at__isnull=False)
    lines = document.recipients.filter(chosen=False).exclude(pk__in=sent.values("recipient"))
    for line in lines.prefetch_related("deliveries"):
        proposal = propose(line.printed, around)
        if proposal != _as_proposal(line):
            _point(line, proposal)


def keep_lines(document: Document, lines: Sequence[str]) -> list[Recipient]:
    """Replace the lines of a paper as printed, without asking what they mean."""
    printed = [line for raw in lines if (line := seen(raw).strip(DECORATION))]
    if problem := problem_with(printed):
        raise DomainError(problem)
    document.recipients.all().delete()
    rows = [
        Recipient(document=document, position=position, printed=line)
        for position, line in enumerate(printed, start=1)
    ]
    return Recipient.objects.bulk_create(rows)


def _as_proposal(line: Recipient) -> Proposal:
    """What the line means now."""
    deliveries = sorted(line.deliveries.all(), key=lambda row: row.pk)
    return Proposal(
        RecipientKind(line.kind),
        units=tuple(row.unit_id for row in deliveries if row.unit_id),
        persons=tuple(row.person_id for row in deliveries if row.person_id),
        outside=tuple(row.outside_id for row in deliveries if row.outside_id),
    )


def _chosen(
    unit: Unit,
    kind: RecipientKind,
    unit_ids: Collection[int],
    person_ids: Collection[int],
    day: date,
) -> Proposal:
    """The officer's choice, if what was chosen is there to be chosen."""
    if kind == RecipientKind.UNITS:
        units = Unit.objects.filter(pk__in=unit_ids).exclude(pk=unit.pk).order_by("pk")
        found = tuple(units.values_list("pk", flat=True))
        if not found:
            raise DomainError(_("Chưa chọn đơn vị nào cho dòng này."))
        return Proposal(kind, units=found)
    if kind == RecipientKind.PERSONS:
        held = posts_in(unit, day).filter(person__in=person_ids)
        persons = tuple(dict.fromkeys(held.values_list("person_id", flat=True)))
        if not persons:
            raise DomainError(_("Chưa chọn người nào đang giữ chức vụ của đơn vị cho dòng này."))
        return Proposal(kind, persons=persons)
    return Proposal(kind)


def _point(line: Recipient, proposal: Proposal) -> None:
    """Write down to whom the line is to be delivered. Nothing is sent yet."""
    line.kind = proposal.kind
    line.save(update_fields=["kind", "chosen"])
    line.deliveries.all().delete()
    Delivery.objects.bulk_create(
        [Delivery(recipient=line, unit_id=pk) for pk in proposal.units]
        + [Delivery(recipient=line, person_id=pk) for pk in proposal.persons]
        + [Delivery(recipient=line, outside_id=pk) for pk in proposal.outside]
    )


DECORATION = " -–•*+;,./"
