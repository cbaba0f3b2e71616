"""Accepting the summary: the phase, or the year, is reviewed and closed.

The summary of a report on request is accepted here too; nothing ends with it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.audit.actions import record
from thidua.core.errors import DomainError
from thidua.core.verdict import require
from thidua.org.actor import Actor
from thidua.plans.models import Plan
from thidua.pledges import actions as pledges
from thidua.reports import jobs, policies, queries
from thidua.reports.actions.locking import locked
from thidua.reports.actions.opening import Due, start_period
from thidua.reports.actions.reviewing import stamp_accepted
from thidua.reports.leftovers import as_rows, left_open
from thidua.reports.models import Period, PeriodKind, PhaseClosing, Report, YearClosing
from thidua.reports.reporters import Reporter
from thidua.reports.stale import require_seen

NAMED = 5
"""So many units are named in a sentence; the page lists them all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """What the signer agrees to: to close although reports are missing; when the next are due."""

    despite_missing: bool = False
    next_due: date | None = None


@transaction.atomic
def close_with_summary(*, report: Report, consent: Consent, by: Actor, at: datetime) -> Report:
    """Accept the unit's own summary: closes the phase and asks for the next, or closes the year.

    Missing reports are named and stop it once; closed nevertheless, their names stay on record.
    `report` is as they read it; raises `Stale` when it was submitted anew since.
    """
    seen, report = report.version, locked(report)
    if not report.summary:
        raise DomainError(_("Chỉ báo cáo tổng hợp của đơn vị mở kỳ mới kết thúc đợt, năm thi đua."))
    require(policies.may_review(by, report))
    require_seen(report, seen)
    missing = queries.sheet_of(report.period, report.unit, report, by.day).missing
    _require_agreed(missing, consent)
    stamp_accepted(report, by, at)
    match report.period.kind:
        case PeriodKind.PHASE:
            _close_phase(report, missing, consent, by, at)
        case PeriodKind.YEAR:
            _close_year(report, by, at)
        case _:
            _note_missing(report, missing, by, at)
    jobs.tell_authors.enqueue(report.pk)
    return report


def _require_agreed(missing: Iterable[Reporter], consent: Consent) -> None:
    names = [one.name for one in missing]
    shown = ", ".join(names[:NAMED]) + (" …" if len(names) > NAMED else "")
    if names and not consent.despite_missing:
        raise DomainError(
            _(
                "Còn %(count)s đơn vị chưa có báo cáo được chấp nhận: %(names)s. Vẫn duyệt thì "
                "đánh dấu đồng ý; tên các đơn vị này được ghi lại cùng lần duyệt."
            )
            % {"count": len(names), "names": shown}
        )


def _close_phase(
    report: Report, missing: Iterable[Reporter], consent: Consent, by: Actor, at: datetime
) -> None:
    phase = report.period.phase
    if phase is None:
        raise AssertionError("the period of a phase has its phase")
    names = [one.name for one in missing]
    closing = PhaseClosing.objects.create(
        phase=phase, report=report, missing=names, closed_at=at, closed_by=by.user
    )
    record("phase.closed", on=closing, by=by, unit=report.unit, at=at, missing=names)
    pledges.close_sheets(phase=phase, by=by, at=at)
    following = queries.next_phase(report.period)
    if following is not None and consent.next_due is not None:
        plan = Plan.objects.select_for_update(of=("self",)).get(pk=report.period.plan_id)
        if not Period.objects.filter(phase=following, kind=PeriodKind.PHASE).exists():
            due = Due(reports=consent.next_due)
            start_period(plan=plan, phase=following, due=due, by=by, at=at)


def _note_missing(report: Report, missing: Iterable[Reporter], by: Actor, at: datetime) -> None:
    """Who is not in the figures stays on record, as it does when a phase is closed."""
    names = [one.name for one in missing]
    record("period.summed_up", on=report.period, by=by, unit=report.unit, at=at, missing=names)


def _close_year(report: Report, by: Actor, at: datetime) -> None:
    plan = report.period.plan
    closing = YearClosing.objects.create(
        plan=plan,
        report=report,
        left_open=as_rows(left_open(plan)),
        closed_at=at,
        closed_by=by.user,
    )
    record(
        "year.closed", on=closing, by=by, unit=report.unit, at=at, left_open=len(closing.left_open)
    )
