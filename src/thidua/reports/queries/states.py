"""How far the units are with their reports, and what is late."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Case, IntegerField, QuerySet, Value, When
from django.utils import timezone

from thidua.core.dated import in_force
from thidua.org.models import Tree, Unit
from thidua.plans.models import Phase, Plan
from thidua.reports.models import Period, PeriodKind, Report, ReportStatus
from thidua.reports.reporters import Below, Reporter, below, by_name, reporters_within


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportState:
    """One unit and one period. `status` is None while nobody has begun; `late` counts days.

    Who submitted late stays late (*Nộp sau hạn N ngày*); who has not submitted is late by today.
    """

    period: Period
    unit_id: int
    unit_name: str
    path: str
    status: str | None
    due_on: date
    late: int
    report_id: int | None = None
    submitted_on: date | None = None
    accepted_on: date | None = None

    @property
    def waits_below(self) -> bool:
        """Is it still with the unit itself?"""
        return self.status not in {ReportStatus.SUBMITTED, ReportStatus.ACCEPTED}


def latest_period(plan: Plan, day: date) -> Period | None:
    """The last period of the plan that has begun by `day`; the year counts after its phases."""
    year_last = Case(
        When(kind=PeriodKind.YEAR, then=Value(1)), default=0, output_field=IntegerField()
    )
    begun = Period.objects.filter(
        plan=plan, starts_on__lte=day, opened_at__date__lte=day
    ).select_related("plan__document", "unit", "phase")
    return begun.order_by("-ends_on", year_last.desc(), "-pk").first()


def states_of(plan: Plan, day: date) -> dict[int, ReportState]:
    """For every unit below that reports by itself: its state in the plan's latest period."""
    period = latest_period(plan, day)
    if period is None:
        return {}
    reporters = reporters_within(_root(period), period.ends_on)
    return _states(period, reporters, Report.objects.filter(period=period), day)


def states_among(plan: Plan, day: date, unit_ids: Collection[int]) -> dict[int, ReportState]:
    """The same of these units only, and of those that report directly to the asking unit.

    What stands further down has its superior between: nobody looks through a whole country.
    """
    period = latest_period(plan, day)
    if period is None:
        return {}
    direct = below(period.unit, period.ends_on).reporters
    wanted = {one.unit_id for one in direct} | set(unit_ids)
    reporters = reporters_within(_root(period), period.ends_on, wanted)
    reports = Report.objects.filter(period=period, unit__in=wanted)
    return _states(period, reporters, reports, day)


def _states(
    period: Period, reporters: list[Reporter], reports: QuerySet[Report], day: date
) -> dict[int, ReportState]:
    known = _by_unit(reports)
    return {
        one.unit_id: state_of(period, one, known.get(one.unit_id), day)
        for one in reporters
        if one.unit_id != period.unit_id
    }


def states_below(period: Period, reporters: tuple[Reporter, ...], day: date) -> list[ReportState]:
    """The same for the given units: late ones first, then by name."""
    ids = [one.unit_id for one in reporters]
    reports = _by_unit(Report.objects.filter(period=period, unit__in=ids))
    states = [state_of(period, one, reports.get(one.unit_id), day) for one in reporters]
    return sorted(states, key=lambda one: (not one.waits_below, -one.late, by_name(one.unit_name)))


def came_from_elsewhere(period: Period, unit: Unit, around: Below) -> tuple[Reporter, ...]:
    """Units whose report came to `unit`, though they stood elsewhere when the period ended: they
    had ended by then, or had moved after their report was accepted."""
    known = [one.unit_id for one in around.reporters]
    reports = Report.objects.filter(period=period, superior=unit).exclude(unit__in=known)
    rows = reports.order_by("unit__alphabetical").values_list("unit_id", "unit_name", "unit_path")
    return tuple(Reporter(*row) for row in rows)


def state_of(period: Period, unit: Reporter, report: Report | None, day: date) -> ReportState:
    due = due_of(period, unit.unit_id)
    return ReportState(
        period=period,
        unit_id=unit.unit_id,
        unit_name=report.unit_name if report else unit.name,
        path=unit.path,
        status=report.status if report else None,
        due_on=due,
        late=days_late(report, due, day),
        report_id=report.pk if report else None,
        submitted_on=_day(report.submitted_at) if report else None,
        accepted_on=_day(report.accepted_at) if report else None,
    )


def due_of(period: Period, unit_id: int) -> date:
    """Until when the unit submits; the asking unit sums up after the others."""
    if unit_id != period.unit_id:
        return period.due_on
    return period.summary_due_on or max(period.due_on, period.ends_on)


def days_late(report: Report | None, due: date, day: date) -> int:
    """How many days after its due day the report came, or has not come until `day`."""
    came = _day(report.first_submitted_at) if report else None
    return max(0, ((came or day) - due).days)


def next_phase(period: Period) -> Phase | None:
    """The phase after that of `period`, if nobody has asked for it; none after one on request."""
    if period.phase is None or period.kind != PeriodKind.PHASE:
        return None
    later = Phase.objects.filter(plan=period.plan_id, starts_on__gt=period.phase.starts_on)
    following = later.order_by("starts_on", "position").first()
    asked = Period.objects.filter(phase=following, kind=PeriodKind.PHASE)
    return None if following is None or asked.exists() else following


def _by_unit(reports: QuerySet[Report]) -> Mapping[int, Report]:
    return {report.unit_id: report for report in reports}


def _day(moment: datetime | None) -> date | None:
    return timezone.localtime(moment).date() if moment else None


def _root(period: Period) -> str:
    """Where the asking unit stood when the period ended; asked again, for it may have moved."""
    place = period.unit.placements.filter(in_force(period.ends_on), tree=Tree.LINE).first()
    return place.path if place else period.unit_path
