"""Questions about the registers and the numbers in them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Max, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.documents.models import (
    Book,
    BookEntry,
    Direction,
    Document,
    DocumentFile,
    DocumentStatus,
    EntryState,
    FileRole,
)
from thidua.documents.naming import folded, folded_number, folded_words, word_patterns
from thidua.org.models import Unit
from vanban.writing.numbers import format_number


def book_entries(unit: Unit, direction: Direction, year: int) -> QuerySet[BookEntry]:
    """The lines of one register with their papers, the highest number first."""
    return (
        BookEntry.objects.filter(book__unit=unit, book__direction=direction, book__year=year)
        .select_related("document")
        .order_by("-number")
    )


def searched(entries: QuerySet[BookEntry], words: str) -> QuerySet[BookEntry]:
    """Those whose paper, number or reason holds every word, with or without diacritics."""
    for word, pattern in zip(folded_words(words), word_patterns(words), strict=True):
        found = Q(document__search_fold__regex=pattern) | Q(reason__icontains=word)
        entries = entries.filter(found | Q(number=int(word)) if word.isdecimal() else found)
    return entries


def without_number(unit: Unit, year: int) -> QuerySet[Document]:
    """Outgoing papers that stand in no book: drafts on their way, and issued ones not entered.

    Drafts have no year yet, so they stand beside every year.
    """
    undated = ~Q(status=DocumentStatus.ISSUED)
    return (
        Document.objects.filter(undated | Q(dated__year=year), unit=unit, entry=None)
        .filter(direction=Direction.OUT)
        .exclude(status=DocumentStatus.DISCARDED)
        .select_related("unit")
        .order_by("-created_at", "-pk")
    )


def years_of(unit: Unit, direction: Direction, today: date) -> list[int]:
    """The years for which there is a book, and this one; newest first."""
    known = Book.objects.filter(unit=unit, direction=direction).values_list("year", flat=True)
    return sorted({*known, today.year}, reverse=True)


def last_number(unit: Unit, year: int) -> int:
    """The highest number of the outgoing book; 0 for a book nobody has begun."""
    entries = book_entries(unit, Direction.OUT, year)
    return entries.aggregate(last=Max("number"))["last"] or 0


@dataclass(frozen=True, slots=True)
class Gap:
    """Numbers the book does not know, from `first` to `last`."""

    first: int
    last: int


def gaps(unit: Unit, year: int) -> Iterator[Gap]:
    """What lies unexplained below the last number, such as papers older than this system."""
    previous = 0
    numbers = book_entries(unit, Direction.OUT, year).order_by("number")
    for number in numbers.values_list("number", flat=True):
        if number > previous + 1:
            yield Gap(previous + 1, number - 1)
        previous = number


@dataclass(frozen=True, slots=True)
class Prospect:
    """What issuing under the date `dated` would give, and what is odd about it."""

    dated: date
    number: str
    warnings: list[str]


def prospect_of(document: Document, dated: date, reserved: BookEntry | None = None) -> Prospect:
    """To be shown before anything is issued. No number where the unit keeps no register.

    The number is nobody's yet: whoever issues first gets it.
    """
    number = ""
    if document.unit.kind.keeps_register:
        coming = reserved.number if reserved else last_number(document.unit, dated.year) + 1
        number = format_number(coming, document.symbol)
    return Prospect(dated, number, date_warnings(document, dated, reserved))


def date_warnings(document: Document, dated: date, reserved: BookEntry | None = None) -> list[str]:
    """What is odd about issuing under this date; none of it forbids to."""
    warnings = []
    before = book_entries(document.unit, Direction.OUT, dated.year).filter(
        document__dated__gt=dated
    )
    if reserved is not None:
        before = before.filter(number__lt=reserved.number)
    last = before.first()
    if last is not None and last.document is not None:
        warnings.append(
            _("Ngày văn bản trước ngày của %(paper)s, đã mang số nhỏ hơn.")
            % {"paper": last.document}
        )
    if document.signed_at is not None and dated < timezone.localtime(document.signed_at).date():
        warnings.append(_("Ngày văn bản trước ngày duyệt ký trên hệ thống."))
    return warnings


def same_file(unit: Unit, sha256: str) -> Document | None:
    """The paper of this unit that was read from exactly these bytes."""
    originals = DocumentFile.objects.filter(
        unit=unit, role=FileRole.ORIGINAL, file__sha256=sha256
    ).select_related("document")
    found = originals.first()
    return found.document if found else None


def same_number(unit: Unit, issuer_name: str, full_number: str, year: int) -> Document | None:
    """The paper in the hands of this unit with the same number of the same issuer and year.

    Numbers are compared as people do, so *012/KH–CĐ* is *12/KH-CĐ*; a paper without a date
    belongs to the year in which it came.
    """
    number = folded_number(full_number)
    if not number:
        return None
    that_year = Q(dated__year=year) | Q(dated=None, received_on__year=year)
    papers = Document.objects.filter(that_year, unit=unit, issuer_fold=folded(issuer_name))
    return papers.filter(number_fold=number).first()


def unused_reservations(unit: Unit, year: int) -> QuerySet[BookEntry]:
    """Numbers kept back, the lowest first."""
    return (
        book_entries(unit, Direction.OUT, year).filter(state=EntryState.RESERVED).order_by("number")
    )


def cancelled_numbers(unit: Unit, year: int) -> QuerySet[BookEntry]:
    """Numbers that will never have a paper, with their reasons; the highest first."""
    return book_entries(unit, Direction.OUT, year).filter(state=EntryState.CANCELLED)
