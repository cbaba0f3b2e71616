"""A report goes to the superior, and comes back as long as nobody has accepted it."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.audit.actions import record
from thidua.core.errors import DomainError
from thidua.core.verdict import require
from thidua.org.actor import Actor
from thidua.reports import jobs, policies, queries
from thidua.reports.actions.locking import locked
from thidua.reports.checks import Remark, Weight, remarks_on, stopping
from thidua.reports.models import Figure, Report, ReportStatus
from thidua.reports.sheet import Kind, Sheet
from thidua.reports.stale import require_current


@transaction.atomic
def submit_report(*, report: Report, version: int, by: Actor, at: datetime) -> Report:
    """Hand the report to the superior; from now on its derived figures stand still.

    Raises `DomainError` naming how many errors and open doubts stop it.
    """
    report = locked(report)
    require(policies.may_write(by, report.period, report.unit, report))
    require_current(report, version)
    sheet = queries.sheet_of(report.period, report.unit, report, by.day)
    _require_clean(stopping(remarks_on(sheet)))
    _freeze(report, sheet)
    report.move_to(ReportStatus.SUBMITTED)
    report.first_submitted_at = report.first_submitted_at or at
    report.submitted_at, report.submitted_by = at, by.user
    report.included = list(sheet.included)
    stamped = ["first_submitted_at", "submitted_at", "submitted_by", "included"]
    report.save(update_fields=["status", *stamped])
    record("report.submitted", on=report, by=by, unit=report.unit, at=at, version=report.version)
    jobs.tell_reviewers.enqueue(report.pk)
    return report


def _require_clean(remarks: list[Remark]) -> None:
    if not remarks:
        return
    errors = sum(one.weight == Weight.ERROR for one in remarks)
    words = {"errors": errors, "asks": len(remarks) - errors}
    if errors and words["asks"]:
        text = _("Chưa nộp được: còn %(errors)s lỗi, %(asks)s chỗ hỏi lại.")
    elif errors:
        text = _("Chưa nộp được: còn %(errors)s lỗi.")
    else:
        text = _("Chưa nộp được: còn %(asks)s chỗ hỏi lại.")
    raise DomainError(text % words)


def _freeze(report: Report, sheet: Sheet) -> None:
    """Store every figure as it stands. Ratios follow from the others and are not stored."""
    Figure.objects.bulk_create(
        [
            Figure(
                report=report,
                indicator_id=cell.indicator_id,
                source=str(cell.kind),
                own=cell.own,
                below=cell.below,
            )
            for cell in sheet.cells
            if cell.kind != Kind.RATIO
        ],
        update_conflicts=True,
        unique_fields=["report", "indicator"],
        update_fields=["source", "own", "below"],
    )


@transaction.atomic
def withdraw_report(*, report: Report, by: Actor, at: datetime) -> Report:
    """Take a submitted report back to change it. What comes again later, comes later.

    A report that had been returned once came in time: it stays so.
    """
    report = locked(report)
    require(policies.may_withdraw(by, report))
    report.move_to(ReportStatus.DRAFT)
    if not report.returns.exists():
        report.first_submitted_at = None
    report.submitted_at = report.submitted_by = None
    report.edited_at, report.edited_by = at, by.user
    report.version += 1
    stamped = ["first_submitted_at", "submitted_at", "submitted_by"]
    report.save(update_fields=["status", "version", "edited_at", "edited_by", *stamped])
    record("report.withdrawn", on=report, by=by, unit=report.unit, at=at)
    return report
