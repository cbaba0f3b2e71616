"""Incidents with personal data. Nothing here writes."""

from django.db.models import Q, QuerySet

from thidua.org.actor import Actor
from thidua.org.models import Unit
from thidua.org.queries.visible import units_managed_by
from thidua.org.rights import Right
from thidua.oversight.models import Breach


def breaches_visible_to(actor: Actor) -> QuerySet[Breach]:
    """Those of the units whose guarded data they open, or that they manage from above."""
    own = Q(unit__in=actor.holding(Right.PEOPLE_GUARDED))
    found = Breach.objects.filter(own | Q(unit__in=units_managed_by(actor).values("pk")))
    return found.select_related("unit", "entered_by__person")


def units_for_breaches(actor: Actor) -> QuerySet[Unit]:
    held = actor.holding(Right.PEOPLE_GUARDED) | actor.holding(Right.UNIT_MANAGE)
    return Unit.objects.filter(pk__in=held).order_by("alphabetical")
