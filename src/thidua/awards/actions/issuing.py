"""Issuing a decision: number, Word and PDF, the award book, on its way; all at once or not."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Max

from thidua.audit.actions import record
from thidua.awards import policies
from thidua.awards.actions.lists import locked
from thidua.awards.decision import collective_of, official
from thidua.awards.models import Award, AwardList, ListLine, NominationStatus
from thidua.core.verdict import require
from thidua.documents import actions as documents
from thidua.documents.actions.locking import locked_unit
from thidua.documents.models import BookEntry, Document, FileRole
from thidua.org.actor import Actor
from thidua.org.models import Unit
from thidua.plans.filenames import file_name
from vanban.writing.docx import write_docx
from vanban.writing.pdf import write_pdf
from vanban.writing.profiles import profile_for

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDF = "application/pdf"


@transaction.atomic
def issue_list(
    *, award_list: AwardList, dated: date, reserved: BookEntry | None, by: Actor, at: datetime
) -> AwardList:
    """Give the signed decision its number and everybody on it a line of the award book.

    Book numbers run per unit and year without holes: they are handed out under a lock on the unit.
    """
    locked_unit(award_list.document.unit)
    award_list = locked(award_list)
    require(policies.may_issue_list(by, award_list))
    paper = documents.issue_document(
        document=award_list.document, dated=dated, reserved=reserved, by=by, at=at
    )
    award_list.document = paper
    lines = list(award_list.lines.select_related("nomination__kind"))
    _write_files(award_list, lines, dated, by, at)
    _enter_awards(paper, lines, dated, by, at)
    documents.distribute(document=paper, by=by, at=at)
    record(
        "award_list.issued", on=award_list, by=by, unit=paper.unit, at=at, number=paper.full_number
    )
    return award_list


def _write_files(
    award_list: AwardList, lines: list[ListLine], dated: date, by: Actor, at: datetime
) -> None:
    paper = award_list.document
    recipients = list(paper.recipients.values_list("printed", flat=True))
    document, profile = official(award_list, lines, recipients), profile_for(dated)
    for role, media_type, data in (
        (FileRole.WORD, WORD, write_docx(document, profile)),
        (FileRole.PDF, PDF, write_pdf(document, profile)),
    ):
        name = file_name(paper, role)
        documents.attach(
            document=paper, data=data, name=name, role=role, media_type=media_type, by=by, at=at
        )


def _enter_awards(
    paper: Document, lines: list[ListLine], dated: date, by: Actor, at: datetime
) -> None:
    issuer, path = collective_of(paper.unit, dated), paper.unit.path_on(dated)
    first = next_book_number(paper.unit, dated.year)
    for number, line in enumerate(lines, first):
        nomination = line.nomination
        award = Award.objects.create(
            nomination=nomination,
            decision=paper,
            unit=paper.unit,
            unit_path=path,
            kind=nomination.kind,
            issuer_name=issuer,
            subject_name=nomination.subject_name,
            subject_post=nomination.subject_post,
            merit=nomination.merit,
            decided_on=dated,
            book_year=dated.year,
            book_number=number,
        )
        nomination.move_to(NominationStatus.AWARDED)
        nomination.save(update_fields=["status"])
        record("award.given", on=award, by=by, unit=paper.unit, at=at, book_number=number)


def next_book_number(unit: Unit, year: int) -> int:
    """The next number of the unit's award book; call it with the unit locked."""
    book = Award.objects.filter(unit=unit, book_year=year)
    return (book.aggregate(last=Max("book_number"))["last"] or 0) + 1
