"""What an act of reorganisation changes in this room."""

from django.db.models import QuerySet

from thidua.documents.models import Delivery, Document, DocumentStatus
from thidua.org.happened import Happened
from thidua.org.journal import Journal
from thidua.org.models import Unit


def follow_act(happened: Happened, journal: Journal) -> None:
    """Papers on their way to an ended unit go on to whoever keeps its records.

    What was sent and nobody opened reaches the keeper once more and stays on record as sent to the
    ended unit; what is addressed but not sent is addressed to the keeper. A paper that waited for a
    signature is a draft again, since nobody is left to sign it. Issued papers do not change.
    """
    keeper = happened.keeper
    if keeper is None or not happened.ended:
        return
    waiting = Delivery.objects.filter(unit__in=happened.ended, opened_at=None)
    waiting = waiting.exclude(recipient__document__unit=keeper)
    _send_on(waiting.filter(sent_at__isnull=False), keeper, journal)
    _address(waiting.filter(sent_at=None), keeper, journal)
    submitted = Document.objects.filter(
        unit__in=happened.ended, status=DocumentStatus.SUBMITTED, award_list=None
    )
    journal.change(submitted, status=DocumentStatus.DRAFT.value)


def _send_on(waiting: QuerySet[Delivery], keeper: Unit, journal: Journal) -> None:
    """One delivery per paper that the keeper has not got by any line."""
    known = set(
        Delivery.objects.filter(unit=keeper, sent_at__isnull=False).values_list(
            "recipient__document", flat=True
        )
    )
    fresh = {}
    for row in waiting.select_related("recipient").order_by("sent_at", "pk"):
        paper = row.recipient.document_id
        if paper not in known:
            known.add(paper)
            fresh[row.recipient_id] = Delivery(
                recipient_id=row.recipient_id, unit=keeper, sent_at=row.sent_at
            )
    held = _lines_to(keeper, list(fresh))
    journal.create([row for line, row in fresh.items() if line not in held])


def _address(waiting: QuerySet[Delivery], keeper: Unit, journal: Journal) -> None:
    """Once per line, where the line does not mean the keeper already."""
    first = {line: pk for pk, line in waiting.order_by("-pk").values_list("pk", "recipient_id")}
    held = _lines_to(keeper, list(first))
    moved = [pk for line, pk in first.items() if line not in held]
    journal.change(Delivery.objects.filter(pk__in=moved), unit_id=keeper.pk)


def _lines_to(keeper: Unit, lines: list[int]) -> set[int]:
    rows = Delivery.objects.filter(unit=keeper, recipient__in=lines)
    return set(rows.values_list("recipient_id", flat=True))
