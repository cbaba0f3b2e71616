"""The books and their numbers: handed out under a lock, none twice, none lost without a reason."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from thidua.audit.actions import record
from thidua.core.errors import DomainError
from thidua.core.verdict import require
from thidua.documents import policies
from thidua.documents.models import Book, BookEntry, Direction, Document, EntryState
from thidua.documents.printed import HIGHEST_NUMBER
from thidua.org.actor import Actor
from thidua.org.models import Unit


@transaction.atomic
def reserve_number(
    *, unit: Unit, reason: str, request_key: UUID | None = None, by: Actor, at: datetime
) -> BookEntry:
    """Keep the next number of this year's book back for a paper that is still to come.

    The same form (`request_key`) sent again for the same reason gives back the first number.
    """
    require(policies.may_number(by, unit))
    _explained(reason)
    reason = reason.strip()
    book = locked_book(unit, Direction.OUT, by.day.year)
    earlier = book.entries.filter(request_key=request_key).first() if request_key else None
    if earlier and (earlier.state, earlier.reason) == (EntryState.RESERVED, reason):
        return earlier
    entry = BookEntry.objects.create(
        book=book,
        number=next_number(book),
        state=EntryState.RESERVED,
        reason=reason,
        entered_at=at,
        request_key=None if earlier else request_key,
    )
    record("number.reserved", on=entry, by=by, unit=unit, at=at, number=entry.number)
    return entry


@transaction.atomic
def cancel_number(
    *, unit: Unit, year: int, number: int, reason: str, by: Actor, at: datetime
) -> BookEntry:
    """Say why a number has no paper: one kept back, or one below the last that the book lacks."""
    require(policies.may_number(by, unit))
    _explained(reason)
    book = locked_book(unit, Direction.OUT, year)
    entry = book.entries.filter(number=number).select_related("document").first()
    require(policies.may_cancel(by, unit, entry))
    if entry is None:
        if not 1 <= number < next_number(book):
            raise DomainError(
                _("Sổ năm %(year)s chưa dùng tới số %(number)02d nên chưa có gì để hủy.")
                % {"year": year, "number": number}
            )
        entry = BookEntry(book=book, number=number)
    entry.state, entry.reason, entry.entered_at = EntryState.CANCELLED, reason.strip(), at
    entry.save()
    record("number.cancelled", on=entry, by=by, unit=unit, at=at, number=number, reason=reason)
    return entry


def locked_book(unit: Unit, direction: Direction, year: int) -> Book:
    """The register of that year, under a lock until the transaction ends; begun when missing."""
    book, _fresh = Book.objects.get_or_create(unit=unit, direction=direction, year=year)
    return Book.objects.select_for_update().get(pk=book.pk)


def next_number(book: Book) -> int:
    return (book.entries.aggregate(last=Max("number"))["last"] or 0) + 1


def enter_next(book: Book, document: Document, at: datetime) -> BookEntry:
    """Give the paper the next number of a locked book."""
    return BookEntry.objects.create(
        book=book,
        number=next_number(book),
        state=EntryState.USED,
        document=document,
        entered_at=at,
    )


def require_free(book: Book, number: int) -> BookEntry | None:
    """The number of a locked book may still be used; the answer is its reservation, if any.

    Raises `DomainError` naming the paper that has the number, or why it was cancelled.
    """
    if not 1 <= number <= HIGHEST_NUMBER:
        raise DomainError(
            _("Số %(number)s không thể là số văn bản: sổ chỉ có số từ 1 đến %(highest)s.")
            % {"number": number, "highest": HIGHEST_NUMBER}
        )
    entry = book.entries.filter(number=number).select_related("document").first()
    if entry is None or entry.state == EntryState.RESERVED:
        return entry
    words = {"number": number, "year": book.year, "paper": entry.document, "why": entry.reason}
    if entry.state == EntryState.CANCELLED:
        raise DomainError(_("Số %(number)02d năm %(year)s đã hủy: %(why)s.") % words)
    raise DomainError(_("Số %(number)02d năm %(year)s đã cấp cho %(paper)s.") % words)


def enter_as(
    book: Book, number: int, reserved: BookEntry | None, document: Document, at: datetime
) -> BookEntry:
    """Put the paper under a number that `require_free` has let through."""
    entry = reserved or BookEntry(book=book, number=number)
    entry.state, entry.document, entry.entered_at = EntryState.USED, document, at
    entry.save()
    return entry


def _explained(reason: str) -> None:
    if not reason.strip():
        raise DomainError(_("Chưa ghi lý do. Sổ văn bản phải nói rõ vì sao số không có văn bản."))
