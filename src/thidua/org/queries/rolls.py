"""Deeds on lists of members."""

from django.db.models import Q, QuerySet

from thidua.org.actor import Actor
from thidua.org.models import RollAct, Unit
from thidua.org.queries.people import SEEING


def rolls_visible_to(actor: Actor) -> QuerySet[RollAct]:
    """Done to a unit whose people they see, or towards it."""
    here = Unit.objects.filter(actor.reach_by(SEEING, "placements__")).values("pk")
    found = RollAct.objects.filter(Q(unit__in=here) | Q(target__in=here))
    return found.select_related("unit", "target", "done_by__person", "undone_by__person")


def rolls_of(unit: Unit) -> QuerySet[RollAct]:
    """What was done to the list of one unit, the newest first."""
    found = RollAct.objects.filter(Q(unit=unit) | Q(target=unit)).order_by("-done_at", "-pk")
    return found.select_related("unit", "target", "done_by__person")
