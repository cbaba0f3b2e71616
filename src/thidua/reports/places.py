"""The report of one unit in one period, begun or not: what every page of it starts from."""

from dataclasses import dataclass

from django.http import Http404
from django.shortcuts import get_object_or_404

from thidua.org.actor import Actor, standing
from thidua.org.models import Unit
from thidua.org.queries import units_served
from thidua.org.rights import Right
from thidua.reports import queries
from thidua.reports.models import Period, Report


@dataclass(frozen=True, slots=True)
class Place:
    """`report` is None while nobody has begun."""

    period: Period
    unit: Unit
    report: Report | None

    @property
    def version(self) -> int:
        return self.report.version if self.report else 0

    @property
    def name(self) -> str:
        """As the report prints it, which knew the name of its day."""
        return self.report.unit_name if self.report else self.unit.name

    @property
    def summary(self) -> bool:
        return self.unit.pk == self.period.unit_id


def place_of(actor: Actor, period_id: int, unit_id: int) -> Place:
    """What they may see of it; 404 for everything else, so that its existence is not given away.

    A report nobody has begun is there for its own unit only, and only where the period asks it.
    """
    period = get_object_or_404(queries.periods_visible_to(actor), pk=period_id)
    seen = queries.reports_seen_in_a_period(actor)
    report = seen.filter(period=period, unit=unit_id).first()
    if report is not None:
        report.period = period
        return Place(period, report.unit, report)
    served = units_served(actor, *queries.WORKING).select_related("kind")
    unit = get_object_or_404(served, pk=unit_id)
    if not unit.path_on(period.ends_on).startswith(period.unit_path):
        raise Http404
    return Place(period, unit, None)


def viewpoint(actor: Actor, period: Period) -> Unit:
    """From which unit they look at a period: the asking one, or theirs below it.

    Theirs may stand elsewhere by now, or have ended: asked is where it stood when the period ended.
    """
    mine = queries.working_units(actor)
    if period.unit_id in mine or period.unit.kept_by_id in mine:
        return period.unit
    below = [
        post.unit_id
        for post in actor.posts
        if post.unit_id in mine and post.path.startswith(period.unit_path)
    ]
    if below:
        return Unit.objects.get(pk=below[0])
    if actor.can_from_above(Right.REPORT_REVIEW, period.unit):
        return period.unit
    return _asked_then(actor, period) or period.unit


def _asked_then(actor: Actor, period: Period) -> Unit | None:
    """The first of the units they serve that stood below the asking one then."""
    then = standing(period.ends_on, period.unit_path)
    return units_served(actor, *queries.WORKING).filter(then).order_by("kept_by", "pk").first()
