"""A superior asks for reports: of one phase, of the year of a plan, or of some days between."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from thidua.audit.actions import record
from thidua.core.errors import DomainError
from thidua.core.templatetags.vn import vn_date
from thidua.core.verdict import require
from thidua.org.actor import Actor
from thidua.plans.models import Phase, Plan
from thidua.reports import policies
from thidua.reports.models import Form, Period, PeriodKind
from thidua.reports.naming import period_name
from thidua.reports.stretch import Stretch


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """Until when the units below report, and until when the unit itself sums up."""

    reports: date
    summary: date | None = None


@transaction.atomic
def open_period(*, plan: Plan, phase: Phase | None, due: Due, by: Actor, at: datetime) -> Period:
    """Ask every unit below for its report of `phase`, or of the year where there is none.

    Asked twice in the same words by the same person (two presses), the first period is the answer.
    """
    plan = _locked(plan)
    require(policies.may_open(by, plan))
    kind = PeriodKind.PHASE if phase else PeriodKind.YEAR
    known = Period.objects.filter(plan=plan, phase=phase, kind=kind).first()
    if known is not None:
        return _opened_before(known, due, by)
    return start_period(plan=plan, phase=phase, due=due, by=by, at=at)


@transaction.atomic
def open_request(*, plan: Plan, stretch: Stretch, due: Due, by: Actor, at: datetime) -> Period:
    """Ask every unit below for a report of some days inside a phase; its summary closes nothing.

    Asked twice in the same words by the same person (two presses), the first period is the answer.
    """
    plan = _locked(plan)
    require(policies.may_open(by, plan))
    name = " ".join(stretch.name.split())
    if not name:
        raise DomainError(_("Chưa ghi tên kỳ báo cáo. Đơn vị cần biết phải báo cáo việc gì."))
    known = Period.objects.filter(plan=plan, name=name, kind=PeriodKind.REQUEST).first()
    if known is not None:
        return _opened_before(known, due, by)
    _require_sensible(due, stretch.first, by.day)
    days = (stretch.first, stretch.last)
    phase = _phase_around(plan, stretch)
    return _keep(plan, PeriodKind.REQUEST, phase, days, name, due, by, at)


def _opened_before(known: Period, due: Due, by: Actor) -> Period:
    if (known.opened_by_id, known.due_on) == (by.user.pk, due.reports):
        return known
    raise DomainError(
        _("%(period)s đã được mở, hạn nộp ngày %(day)s.")
        % {"period": known, "day": vn_date(known.due_on)}
    )


def _phase_around(plan: Plan, stretch: Stretch) -> Phase:
    """The phase in which those days lie; of a strand and a phase the one that began last."""
    words = {"first": vn_date(stretch.first), "last": vn_date(stretch.last)}
    if stretch.last < stretch.first:
        raise DomainError(_("Ngày cuối %(last)s trước ngày đầu %(first)s.") % words)
    around = plan.phases.filter(starts_on__lte=stretch.first, ends_on__gte=stretch.last)
    phase = around.order_by("-starts_on", "position").first()
    if phase is None:
        raise DomainError(
            _(
                "Từ %(first)s đến %(last)s không nằm trọn trong một đợt của kế hoạch. Hãy chọn "
                "các ngày trong cùng một đợt."
            )
            % words
        )
    return phase


def start_period(*, plan: Plan, phase: Phase | None, due: Due, by: Actor, at: datetime) -> Period:
    """Write the period down. The caller has asked whether they may, under the lock of the plan."""
    days = _stretch(plan, phase)
    _require_sensible(due, days[0], by.day)
    kind = PeriodKind.PHASE if phase else PeriodKind.YEAR
    return _keep(plan, kind, phase, days, period_name(plan, phase), due, by, at)


def _keep(
    plan: Plan,
    kind: PeriodKind,
    phase: Phase | None,
    days: tuple[date, date],
    name: str,
    due: Due,
    by: Actor,
    at: datetime,
) -> Period:
    unit = plan.document.unit
    period = Period.objects.create(
        plan=plan,
        phase=phase,
        kind=kind,
        form=_form(kind, days[1]),
        unit=unit,
        unit_path=unit.path_on(by.day),
        name=name,
        starts_on=days[0],
        ends_on=days[1],
        due_on=due.reports,
        summary_due_on=due.summary,
        opened_at=at,
        opened_by=by.user,
    )
    record("period.opened", on=period, by=by, unit=unit, at=at, due=f"{due.reports:%Y-%m-%d}")
    return period


def _locked(plan: Plan) -> Plan:
    return (
        Plan.objects.select_for_update(of=("self",))
        .select_related("document__unit__kind")
        .get(pk=plan.pk)
    )


def _stretch(plan: Plan, phase: Phase | None) -> tuple[date, date]:
    """The days whose work is reported, both included."""
    if phase is not None:
        return phase.starts_on, phase.ends_on
    phases = list(plan.phases.all())
    first = plan.starts_on or min((one.starts_on for one in phases), default=None)
    last = plan.ends_on or max((one.ends_on for one in phases), default=None)
    if first is None or last is None:
        raise DomainError(
            _("Kế hoạch không ghi thời gian và chưa có đợt nào nên chưa mở được kỳ tổng kết.")
        )
    return first, last


def _form(kind: PeriodKind, day: date) -> Form:
    """The form in force when the period ends."""
    in_force = Q(starts_on=None) | Q(starts_on__lte=day)
    not_ended = Q(ends_on=None) | Q(ends_on__gt=day)
    form = Form.objects.filter(in_force, not_ended, kind=kind).order_by("-starts_on", "-pk").first()
    if form is None:
        raise DomainError(_("Chưa có mẫu báo cáo cho kỳ này. Hãy báo người quản trị hệ thống."))
    return form


def _require_sensible(due: Due, first: date, today: date) -> None:
    words = {"day": vn_date(due.reports), "first": vn_date(first), "today": vn_date(today)}
    if due.reports < first:
        raise DomainError(
            _("Hạn nộp %(day)s trước ngày bắt đầu kỳ %(first)s. Hãy chọn ngày sau đó.") % words
        )
    if due.reports < today:
        raise DomainError(_("Hạn nộp %(day)s đã qua. Hãy chọn từ hôm nay trở đi.") % words)
    if due.summary is not None and due.summary < due.reports:
        raise DomainError(_("Hạn duyệt tổng hợp phải sau hạn nộp %(day)s của cấp dưới.") % words)
