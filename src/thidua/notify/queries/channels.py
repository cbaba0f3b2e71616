"""Which channels there are."""

from django.db.models import Q, QuerySet

from thidua.notify.models import WebHook
from thidua.org.actor import Actor
from thidua.org.rights import Right


def hooks_visible_to(actor: Actor) -> QuerySet[WebHook]:
    """Those of the units one keeps, and of ended units whose records are kept there."""
    units = actor.holding(Right.UNIT_MANAGE)
    hooks = WebHook.objects.filter(Q(unit__in=units) | Q(unit__kept_by__in=units))
    return hooks.select_related("unit").order_by("name", "pk")
