"""Who enters for whom."""

from django.db.models import Q, QuerySet

from thidua.org.actor import Actor
from thidua.org.models import Mandate
from thidua.org.rights import Right


def mandates_visible_to(actor: Actor) -> QuerySet[Mandate]:
    """One's own, and those for units whose people one keeps; the newest first."""
    units = actor.holding(Right.PEOPLE_KEEP)
    seen = Q(person=actor.user.person_id) | Q(unit__in=units)
    rows = Mandate.objects.filter(seen).select_related("person", "unit")
    return rows.order_by("-starts_on", "-pk")
