"""The superior reads a report: back with reasons, or accepted and added up."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.audit.actions import record
from thidua.core.errors import DomainError
from thidua.core.verdict import require
from thidua.org.actor import Actor
from thidua.reports import jobs, policies
from thidua.reports.actions.locking import locked
from thidua.reports.models import Report, ReportStatus, Return, ReturnPoint
from thidua.reports.stale import require_seen


@dataclass(frozen=True, slots=True, kw_only=True)
class Reasons:
    """Why a report goes back: in general, by id of the indicator, by id of the part."""

    general: str = ""
    figures: Mapping[int, str] = field(default_factory=dict)
    words: Mapping[int, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.general or self.figures or self.words)


@transaction.atomic
def return_report(*, report: Report, reasons: Reasons, by: Actor, at: datetime) -> Return:
    """Send the report back, all reasons at once, each at its figure or part.

    `report` is as they read it; raises `Stale` when it was submitted anew since.
    """
    seen, report = report.version, locked(report)
    require(policies.may_review(by, report))
    require_seen(report, seen)
    if not reasons:
        raise DomainError(_("Chưa ghi lý do trả lại. Đơn vị cần biết phải sửa số nào, vì sao."))
    report.move_to(ReportStatus.RETURNED)
    report.version += 1
    report.save(update_fields=["status", "version"])
    sent = Return.objects.create(
        report=report, returned_at=at, returned_by=by.user, reason=reasons.general
    )
    points = [
        ReturnPoint(of=sent, indicator_id=pk, reason=why) for pk, why in reasons.figures.items()
    ]
    points += [ReturnPoint(of=sent, part_id=pk, reason=why) for pk, why in reasons.words.items()]
    ReturnPoint.objects.bulk_create(points)
    record("report.returned", on=report, by=by, unit=report.unit, at=at, points=len(points))
    jobs.tell_authors.enqueue(report.pk)
    return sent


@transaction.atomic
def accept_report(*, report: Report, by: Actor, at: datetime) -> Report:
    """Accept a report from below: from now on it counts in the totals and never changes.

    A summary is accepted by `close_with_summary`, since more follows from it. `report` is as they
    read it; raises `Stale` when it was submitted anew since.
    """
    seen, report = report.version, locked(report)
    require(policies.may_review(by, report))
    require_seen(report, seen)
    if report.summary:
        raise DomainError(_("Báo cáo tổng hợp của đơn vị được duyệt ở trang duyệt sơ kết."))
    stamp_accepted(report, by, at)
    jobs.tell_authors.enqueue(report.pk)
    return report


def stamp_accepted(report: Report, by: Actor, at: datetime) -> None:
    """Write the acceptance down. The caller has locked and asked."""
    report.move_to(ReportStatus.ACCEPTED)
    report.accepted_at, report.accepted_by = at, by.user
    report.save(update_fields=["status", "accepted_at", "accepted_by"])
    record("report.accepted", on=report, by=by, unit=report.unit, at=at)
