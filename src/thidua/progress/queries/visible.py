"""What somebody may know exists. Every view starts from here."""

from django.db.models import QuerySet

from thidua.documents.models import Direction, DocumentStatus
from thidua.org.actor import Actor
from thidua.org.remembered import remembered
from thidua.org.rights import Right
from thidua.plans.models import Plan
from thidua.progress.models import Reminder


@remembered
def plans_followed(actor: Actor) -> QuerySet[Plan]:
    """The issued plans of the units for which they watch what is done below, the newest first."""
    return (
        Plan.objects.filter(
            document__unit__in=actor.holding(Right.CASCADE_WATCH),
            document__direction=Direction.OUT,
            document__status=DocumentStatus.ISSUED,
        )
        .select_related("document__unit__kind", "timetable")
        .order_by("-document__dated", "-pk")
    )


def reminders_of(plan: Plan) -> QuerySet[Reminder]:
    """What was sent for a plan, the latest first. The caller has checked who may see it."""
    return Reminder.objects.filter(plan=plan).select_related("unit", "sent_by__person")
