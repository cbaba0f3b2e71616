"""The lines of a register, with every column that the printed book has (B.6)."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Min, Q

from thidua.documents.models import BookEntry, Delivery, Recipient, RecipientKind


@dataclass(slots=True)
class RegisterRow:
    """One number with its paper; `recipients` and `archive` are the printed lines."""

    entry: BookEntry
    recipients: list[str]
    archive: list[str]
    sent_at: datetime | None = None
    sent: int = 0
    opened: int = 0


def rows_of(entries: list[BookEntry]) -> list[RegisterRow]:
    """Fill the columns of the entries shown, with as many questions for one as for fifty."""
    rows = {entry.document_id: RegisterRow(entry, [], []) for entry in entries if entry.document_id}
    for line in Recipient.objects.filter(document__in=rows).order_by("position"):
        row = rows[line.document_id]
        kept = row.archive if line.kind == RecipientKind.ARCHIVE else row.recipients
        kept.append(line.printed)
    sent = (
        Delivery.objects.filter(recipient__document__in=rows, sent_at__isnull=False)
        .values("recipient__document")
        .annotate(
            sent_at=Min("sent_at"),
            sent=Count("pk", filter=Q(outside=None)),
            opened=Count("pk", filter=Q(opened_at__isnull=False)),
        )
    )
    for told in sent:
        row = rows[told["recipient__document"]]
        row.sent_at, row.sent, row.opened = told["sent_at"], told["sent"], told["opened"]
    return [rows.get(entry.document_id or 0) or RegisterRow(entry, [], []) for entry in entries]
