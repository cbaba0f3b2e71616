"""Papers that arrive are opened; who has opened nothing stays silent."""

from collections.abc import Collection
from datetime import date

from django.db.models import QuerySet

from thidua.documents import actions as documents
from thidua.documents.models import Delivery, Document
from thidua.org.actor import Actor
from thidua.org.models import Unit
from thidua.org.rights import Right
from thidua.oversight.sample.stage import holder, moment, named


def open_at(document: Document, units: Collection[Unit], day: date) -> None:
    """The units read the paper that was sent to them."""
    for delivery in _unopened(document).filter(unit__in=units).select_related("unit"):
        if delivery.unit is not None:
            _open(delivery, holder(Right.DOCUMENT_INTAKE, delivery.unit, day))


def open_in_person(document: Document, day: date) -> None:
    """So do the persons to whom it was addressed by name, as far as they have an account."""
    addressed = _unopened(document).filter(person__user__isnull=False)
    for delivery in addressed.select_related("person__user"):
        if delivery.person is not None:
            _open(delivery, named(delivery.person.user.username, day))


def _unopened(document: Document) -> QuerySet[Delivery]:
    return Delivery.objects.filter(recipient__document=document, opened_at=None)


def _open(delivery: Delivery, by: Actor) -> None:
    documents.open_delivery(delivery=delivery, by=by, at=moment(by.day))
