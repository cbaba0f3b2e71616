"""A signed paper gets its number and date and freezes; a paper issued before comes in frozen."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Unpack

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.audit.actions import record
from thidua.core.errors import DomainError
from thidua.core.verdict import require
from thidua.documents import policies, queries
from thidua.documents.actions.addressing import match_lines
from thidua.documents.actions.locking import locked, locked_unit
from thidua.documents.actions.numbering import (
    enter_as,
    enter_next,
    locked_book,
    require_free,
)
from thidua.documents.models import (
    BookEntry,
    Direction,
    Document,
    DocumentStatus,
    EntryState,
)
from thidua.documents.naming import set_folds
from thidua.documents.printed import Issued
from thidua.org.actor import Actor
from thidua.org.models import Unit
from vanban.writing.numbers import format_number


@transaction.atomic
def issue_document(
    *,
    document: Document,
    dated: date,
    reserved: BookEntry | None = None,
    by: Actor,
    at: datetime,
) -> Document:
    """Give a signed paper its date and the next number of that year's book (or a reserved one).

    A unit that keeps no register, such as a group, issues without number. A paper is dated from
    the day it was submitted until today, in the year it was signed or issued. What is odd about
    the date but allowed, `queries.prospect_of` tells beforehand.
    """
    document = locked(document)
    require(policies.may_issue(by, document))
    _require_datable(document, dated, by.day)
    document.dated, document.issued_at = dated, at
    if document.unit.kind.keeps_register:
        entry = _entry_for(document, dated, reserved, at)
        document.full_number = format_number(entry.number, document.symbol)
        _require_unheld(document)
    document.move_to(DocumentStatus.ISSUED)
    document.save(
        update_fields=["status", "dated", "issued_at", "full_number", *set_folds(document)]
    )
    record(
        "document.issued",
        on=document,
        by=by,
        unit=document.unit,
        at=at,
        number=document.full_number,
    )
    return document


@transaction.atomic
def enter_issued(
    *,
    unit: Unit,
    number: int | None,
    recipients: Sequence[str] = (),
    by: Actor,
    at: datetime,
    **paper: Unpack[Issued],
) -> Document:
    """Keep a paper that our unit issued on paper, as it stands: frozen at once.

    Its number is entered in the book of its year; raises `DomainError` naming the paper that has
    it already. Without a `number` it is kept beside the book. The lines of *Nơi nhận* are matched
    but nothing is sent: the paper has gone out long ago.
    """
    require(policies.may_take_in(by, unit))
    locked_unit(unit)
    document = Document(
        unit=unit,
        unit_path=unit.path_on(paper["dated"]),
        direction=Direction.OUT,
        status=DocumentStatus.ISSUED,
        issuer=unit,
        drafted_by=by.user,
        created_at=at,
        issued_at=at,
        **paper,
    )
    require_past(paper["dated"], by.day)
    _require_unheld(document)
    set_folds(document)
    _save_with_number(document, number, at)
    match_lines(document, recipients, by.day)
    record("document.entered", on=document, by=by, unit=unit, at=at, number=document.full_number)
    return document


def _require_datable(document: Document, dated: date, today: date) -> None:
    """A slip in the date would number the paper in the book of a wrong year, for ever."""
    words = {"day": f"{dated:%d/%m}/{dated.year:04d}", "year": dated.year}
    if dated > today:
        raise DomainError(_("Ngày văn bản %(day)s chưa tới nên chưa ban hành được.") % words)
    signed = timezone.localtime(document.signed_at).year if document.signed_at else today.year
    if dated.year not in {signed, today.year}:
        raise DomainError(
            _(
                "Ngày văn bản %(day)s rơi vào năm %(year)s, không phải năm duyệt ký hay năm nay. "
                "Hãy xem lại năm vừa gõ."
            )
            % words
        )
    submitted = document.submitted_on
    if submitted is not None and dated < submitted:
        words["submitted"] = f"{submitted:%d/%m/%Y}"
        raise DomainError(
            _(
                "Ngày văn bản %(day)s trước ngày trình ký %(submitted)s. Văn bản đã ban hành trên "
                "giấy từ trước thì nhập bằng Đọc văn bản."
            )
            % words
        )


def require_past(dated: date, today: date) -> None:
    """A paper that exists bears no date to come."""
    if dated > today:
        raise DomainError(
            _("Ngày văn bản %(day)s chưa tới. Hãy xem lại ngày ghi trên văn bản.")
            % {"day": f"{dated:%d/%m/%Y}"}
        )


def _save_with_number(document: Document, number: int | None, at: datetime) -> None:
    if number is None or document.dated is None:
        document.save()
        return
    book = locked_book(document.unit, Direction.OUT, document.dated.year)
    reserved = require_free(book, number)
    document.save()
    enter_as(book, number, reserved, document, at)


def _entry_for(
    document: Document, dated: date, reserved: BookEntry | None, at: datetime
) -> BookEntry:
    book = locked_book(document.unit, Direction.OUT, dated.year)
    if reserved is None:
        return enter_next(book, document, at)
    kept = book.entries.filter(pk=reserved.pk, state=EntryState.RESERVED).first()
    if kept is None:
        raise DomainError(
            _("Số %(number)02d không còn được giữ trong sổ năm %(year)s của đơn vị.")
            % {"number": reserved.number, "year": dated.year}
        )
    return enter_as(book, kept.number, kept, document, at)


def _require_unheld(document: Document) -> None:
    if document.dated is None:
        return
    held = queries.same_number(
        document.unit, document.issuer_name, document.full_number, document.dated.year
    )
    if held is not None:
        raise DomainError(
            _("Đơn vị đã có %(paper)s năm %(year)s: “%(title)s”.")
            % {"paper": held, "year": document.dated.year, "title": held.title}
        )
