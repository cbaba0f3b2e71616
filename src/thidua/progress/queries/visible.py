"""What somebody may know exists. Every view starts from here."""

from datetime import date, timedelta

from django.db.models import Max, QuerySet

from thidua.documents.models import Direction, DocumentStatus
from thidua.org.actor import Actor
from thidua.org.models import Tree, Unit
from thidua.org.queries import units_served
from thidua.org.remembered import remembered
from thidua.org.rights import Right
from thidua.plans.models import Plan
from thidua.progress.models import Reminder


@remembered
def plans_followed(actor: Actor) -> QuerySet[Plan]:
    """The issued plans of the units for which they watch what is done below, the newest first."""
    return _issued_by(Unit.objects.filter(pk__in=actor.holding(Right.CASCADE_WATCH)))


@remembered
def plans_shown(actor: Actor) -> QuerySet[Plan]:
    """The same with the plans of ended units whose records are kept there: to look at only."""
    return _issued_by(units_served(actor, Right.CASCADE_WATCH))


def _issued_by(units: QuerySet[Unit]) -> QuerySet[Plan]:
    return (
        Plan.objects.filter(
            document__unit__in=units.values("pk"),
            document__direction=Direction.OUT,
            document__status=DocumentStatus.ISSUED,
        )
        .select_related("document__unit__kind", "timetable")
        .order_by("-document__dated", "-pk")
    )


def last_day_of(plan: Plan, day: date) -> date:
    """`day`, or the last one on which an issuer that has ended still stood above its units."""
    unit = plan.document.unit
    if unit.kept_by_id is None:
        return day
    ended = unit.placements.filter(tree=Tree.LINE).aggregate(ended=Max("ends_on"))["ended"]
    return min(day, ended - timedelta(days=1)) if ended else day


def reminders_of(plan: Plan) -> QuerySet[Reminder]:
    """What was sent for a plan, the latest first. The caller has checked who may see it."""
    return Reminder.objects.filter(plan=plan).select_related("unit", "sent_by__person")
