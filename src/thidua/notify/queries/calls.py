"""Who has to be called."""

from django.db.models import QuerySet

from thidua.notify.models import Call
from thidua.org.actor import Actor
from thidua.org.rights import Right


def calls_visible_to(actor: Actor) -> QuerySet[Call]:
    """The calls of the units for which they watch over others; the longest waiting first."""
    rows = Call.objects.filter(unit__in=actor.holding(Right.CASCADE_WATCH))
    return rows.select_related("person", "unit", "called_by").order_by(
        "called_on", "noted_at", "pk"
    )
