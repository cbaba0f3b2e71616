"""What has to be done with reports, until when, and who holds it. Six queries, however many."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, TypedDict

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.core.links import path_to
from thidua.documents.models import Direction, DocumentStatus
from thidua.notify.tasks import Task
from thidua.org.actor import Actor, and_above
from thidua.org.models import Unit
from thidua.org.rights import Right
from thidua.plans.models import Phase
from thidua.reports.models import Period, PeriodKind, Report, ReportStatus
from thidua.reports.queries.left_tasks import tasks_left
from thidua.reports.queries.states import due_of

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations

NEAR = timedelta(days=14)
"""So long before a phase ends, its reports should be asked for."""


class Came(TypedDict):
    """How many reports reached the asking unit, and how many of them it accepted."""

    came: int
    accepted: int


class Unasked(TypedDict):
    """What has been asked for of a phase and of its year."""

    asked: bool
    year_asked: bool
    last: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """A period and one of the actor's units that has to report in it."""

    period: Period
    unit_id: int
    unit_name: str
    report: Report | None
    came: int
    accepted: int

    @property
    def summary(self) -> bool:
        return self.period.unit_id == self.unit_id

    @property
    def due(self) -> date:
        return due_of(self.period, self.unit_id)

    @property
    def url(self) -> str:
        return path_to("reports:report", self.period.pk, self.unit_id)


def tasks_of(actor: Actor) -> list[Task]:
    """Reports to write, to correct, to review, summaries to accept, periods to open."""
    writing, reviewing = actor.holding(Right.REPORT_WRITE), actor.holding(Right.REPORT_REVIEW)
    signing = actor.holding(Right.DOCUMENT_SIGN)
    if not (writing or reviewing or signing):
        return []
    reports = list(_reports(writing | signing, reviewing))
    tasks = [_to_review(actor, one) for one in reports if _waits_for(one, reviewing)]
    for asked in _asked(actor, writing | signing, reports):
        task = _own(actor, asked)
        tasks += [task] if task else []
    return [*tasks, *tasks_left(actor), *_to_open(actor, reviewing)]


def _reports(own: frozenset[int], reviewing: frozenset[int]) -> QuerySet[Report]:
    superiors = Unit.objects.filter(Q(pk__in=reviewing) | Q(kept_by__in=reviewing))
    arrived = Q(superior__in=superiors.values("pk"), status=ReportStatus.SUBMITTED)
    return Report.objects.filter(Q(unit__in=own) | arrived).select_related(
        "period", "superior", "edited_by__person"
    )


def _waits_for(report: Report, reviewing: frozenset[int]) -> bool:
    """With them, or with a superior that has ended and whose records they keep."""
    superior = report.superior
    if superior is None or report.status != ReportStatus.SUBMITTED:
        return False
    return superior.pk in reviewing or superior.kept_by_id in reviewing


def _asked(actor: Actor, units: frozenset[int], reports: list[Report]) -> Iterator[Asked]:
    """Every period that has begun, with every unit of theirs that it asks and that reports."""
    above: dict[str, list[int]] = defaultdict(list)
    for post in {(post.unit_id, post.path) for post in actor.posts if post.unit_id in units}:
        for path in and_above(post[1]):
            above[path].append(post[0])
    names = dict(
        Unit.objects.filter(pk__in=units, kind__keeps_register=True).values_list("pk", "name")
    )
    begun = {(one.period_id, one.unit_id): one for one in reports}
    for period in _periods(actor, list(above)):
        for unit in above[period.unit_path]:
            if unit in names:
                report = begun.get((period.pk, unit))
                yield Asked(period, unit, names[unit], report, period.came, period.accepted)


def _periods(actor: Actor, paths: list[str]) -> "QuerySet[WithAnnotations[Period, Came]]":
    """The periods asked from those places, with how many reports came to the asking unit."""
    below = Q(reports__superior=F("unit"))
    accepted = Q(reports__status=ReportStatus.ACCEPTED)
    came = accepted | Q(reports__status=ReportStatus.SUBMITTED)
    return (
        Period.objects.filter(
            unit_path__in=paths, starts_on__lte=actor.day, opened_at__date__lte=actor.day
        )
        .annotate(
            came=Count("reports", filter=below & came),
            accepted=Count("reports", filter=below & accepted),
        )
        .order_by("due_on", "pk")
    )


def _own(actor: Actor, asked: Asked) -> Task | None:
    """The next step with the report of their own unit."""
    status = asked.report.status if asked.report else None
    if status == ReportStatus.ACCEPTED:
        return None
    if status == ReportStatus.SUBMITTED:
        return _to_accept(actor, asked) if asked.summary else _sent(asked)
    if asked.summary and actor.day < asked.period.due_on - NEAR:
        return None
    return _to_write(actor, asked)


def _to_write(actor: Actor, asked: Asked) -> Task:
    report = asked.report
    returned = report is not None and report.status == ReportStatus.RETURNED
    mine = asked.unit_id in actor.holding(Right.REPORT_WRITE) and (
        report is None or returned or report.edited_by_id == actor.user.pk
    )
    deed = _("Lập") if report is None else _("Sửa và nộp lại") if returned else _("Soạn tiếp")
    return Task(
        title=f"{deed} {_named(asked)}",
        detail=_detail(asked),
        url=asked.url,
        act=deed if mine else _("Xem"),
        holder=str(report.edited_by if report and not mine else actor.user),
        mine=mine,
        since=_day_of(report) if report else _opened(asked.period),
        due=asked.due,
        room="reports",
    )


def _named(asked: Asked) -> str:
    """*báo cáo sơ kết đợt 1*: the name of the period inside a sentence."""
    name = asked.period.name
    return f"{name[:1].lower()}{name[1:]}"


def _detail(asked: Asked) -> str:
    if not asked.summary:
        return asked.unit_name
    words = {"unit": asked.unit_name, "came": asked.came, "done": asked.accepted}
    return _("%(unit)s · đã nhận %(came)s báo cáo của cấp dưới, chấp nhận %(done)s") % words


def _sent(asked: Asked) -> Task:
    """A report on its way: with the superior, and still to be taken back."""
    report = asked.report
    if report is None or report.submitted_at is None:
        raise AssertionError("a submitted report has its stamp")
    return Task(
        title=_("Chờ thẩm định %(report)s") % {"report": _named(asked)},
        detail=asked.unit_name,
        url=asked.url,
        act=_("Xem"),
        holder=str(report.superior),
        mine=False,
        since=_local(report.submitted_at),
        due=None,
        room="reports",
    )


def _to_accept(actor: Actor, asked: Asked) -> Task:
    """The summary of the asking unit waits for whoever signs for it."""
    mine = asked.unit_id in actor.holding(Right.DOCUMENT_SIGN)
    return Task(
        title=_("Duyệt %(report)s") % {"report": _named(asked)},
        detail=_detail(asked),
        url=asked.url,
        act=_("Xem và duyệt") if mine else _("Xem"),
        holder=str(actor.user) if mine else asked.unit_name,
        mine=mine,
        since=_day_of(asked.report),
        due=asked.due,
        room="reports",
    )


def _to_review(actor: Actor, report: Report) -> Task:
    return Task(
        title=_("Thẩm định báo cáo của %(unit)s") % {"unit": report.unit_name},
        detail=str(report.period),
        url=report.get_absolute_url(),
        act=_("Xem và thẩm định"),
        holder=str(actor.user),
        mine=True,
        since=_day_of(report),
        due=None,
        room="reports",
    )


def _to_open(actor: Actor, reviewing: frozenset[int]) -> Iterator[Task]:
    """Phases near their end, and years, for which nobody has asked for reports yet."""
    for phase in _unasked(actor, reviewing):
        plan = phase.plan
        for kind, missing, name in (
            (PeriodKind.PHASE, not phase.asked, phase.name),
            (PeriodKind.YEAR, phase.last and not phase.year_asked, _("cả năm")),
        ):
            if missing:
                yield Task(
                    title=_("Mở kỳ báo cáo %(name)s") % {"name": name},
                    detail=str(plan),
                    url=f"{reverse('reports:open', args=[plan.pk])}?{_choice(kind, phase)}",
                    act=_("Mở kỳ báo cáo"),
                    holder=str(actor.user),
                    mine=True,
                    since=phase.ends_on - NEAR,
                    due=phase.ends_on,
                    room="reports",
                )


def _choice(kind: PeriodKind, phase: Phase) -> str:
    return f"dot={phase.pk if kind == PeriodKind.PHASE else 'nam'}"


def _unasked(
    actor: Actor, reviewing: frozenset[int]
) -> "QuerySet[WithAnnotations[Phase, Unasked]]":
    """Of plans that carry out no superior's: those are reviewed with the superior's periods."""
    periods = Period.objects.filter(plan=OuterRef("plan"))
    later = Phase.objects.filter(plan=OuterRef("plan"), ends_on__gt=OuterRef("ends_on"))
    return (
        Phase.objects.filter(
            plan__document__unit__in=reviewing,
            plan__document__direction=Direction.OUT,
            plan__document__status=DocumentStatus.ISSUED,
            plan__rollout__isnull=True,
            ends_on__lte=actor.day + NEAR,
        )
        .annotate(
            asked=Exists(periods.filter(phase=OuterRef("pk"), kind=PeriodKind.PHASE)),
            year_asked=Exists(periods.filter(kind=PeriodKind.YEAR)),
            last=~Exists(later),
        )
        .filter(Q(asked=False) | Q(last=True, year_asked=False))
        .select_related("plan__document")
        .order_by("ends_on", "pk")
    )


def _opened(period: Period) -> date:
    return _local(period.opened_at)


def _day_of(report: Report | None) -> date:
    """Since when it is where it is."""
    if report is None:
        raise AssertionError("only a report that was begun has a day")
    sent = report.status == ReportStatus.SUBMITTED and report.submitted_at
    return _local(sent or report.edited_at)


def _local(moment: datetime) -> date:
    return timezone.localtime(moment).date()
