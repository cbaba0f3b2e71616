"""What units that have ended left unfinished, for whoever keeps their records."""

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery

from thidua.core.dated import in_force
from thidua.org.actor import Actor, and_above, standing
from thidua.org.models import Placement, Tree, Unit
from thidua.org.rights import Right
from thidua.reports.models import Period, Report, ReportStatus
from thidua.reports.queries.visible import periods_visible_to

UNFINISHED = (ReportStatus.DRAFT, ReportStatus.RETURNED)


def keepers_of(actor: Actor) -> frozenset[int]:
    """The units from which they finish reports of ended units."""
    return actor.holding(Right.REPORT_WRITE)


def left_unfinished(actor: Actor) -> QuerySet[Report]:
    """Reports that ended units had begun, and that are with their author now."""
    return Report.objects.filter(
        unit__kept_by__in=keepers_of(actor), status__in=UNFINISHED
    ).select_related("period", "unit")


def left_to_sum_up(actor: Actor) -> QuerySet[Period]:
    """Periods that an ended unit had asked for and for which nobody has begun its summary."""
    begun = Report.objects.filter(period=OuterRef("pk"), unit=OuterRef("unit"))
    return Period.objects.filter(
        ~Exists(begun), unit__kept_by__in=keepers_of(actor), starts_on__lte=actor.day
    ).select_related("unit")


def periods_left(actor: Actor) -> QuerySet[Period]:
    """Periods that asked units which have ended since, with how much is unfinished; latest first.

    `left` counts what was begun; who never began, the page of the period names.
    """
    kept = Placement.objects.filter(tree=Tree.LINE, unit__kept_by__in=keepers_of(actor))
    steps = {step for path in kept.values_list("path", flat=True) for step in and_above(path)}
    ours = Q(reports__unit__kept_by__in=keepers_of(actor), reports__status__in=UNFINISHED)
    begun = Report.objects.filter(period=OuterRef("pk"), unit__kept_by__in=keepers_of(actor))
    stood = Placement.objects.filter(
        in_force(OuterRef("ends_on")),
        tree=Tree.LINE,
        path__startswith=OuterRef("unit_path"),
        unit__kept_by__in=keepers_of(actor),
        unit__kind__keeps_register=True,
    )
    return (
        periods_visible_to(actor)
        .filter(Exists(begun) | (Q(unit_path__in=steps) & Exists(stood)))
        .annotate(left=Count("reports", filter=ours))
        .order_by("-left", "-ends_on", "-pk")
    )


def units_left(actor: Actor, period: Period) -> QuerySet[Unit]:
    """The ended units kept in theirs that the period asked, and whose report is not accepted.

    Asked was who stood there when it ended, or has begun. `report_status` is empty for who has not.
    """
    reports = Report.objects.filter(period=period, unit=OuterRef("pk"))
    stood = Unit.objects.filter(
        standing(period.ends_on, period.unit_path), kind__keeps_register=True
    )
    begun = Report.objects.filter(period=period).values("unit")
    asked = Q(pk__in=stood.values("pk")) | Q(pk__in=begun)
    return (
        Unit.objects.filter(asked, kept_by__in=keepers_of(actor))
        .annotate(report_status=Subquery(reports.values("status")[:1]))
        .exclude(report_status=ReportStatus.ACCEPTED)
        .order_by(F("report_status").asc(nulls_last=True), "alphabetical", "pk")
    )
