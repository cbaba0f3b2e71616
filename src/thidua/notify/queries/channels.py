"""Which channels there are."""

from django.db.models import QuerySet

from thidua.notify.models import WebHook
from thidua.org.actor import Actor
from thidua.org.rights import Right


def hooks_visible_to(actor: Actor) -> QuerySet[WebHook]:
    """Those of the units one keeps."""
    units = actor.holding(Right.UNIT_MANAGE)
    return WebHook.objects.filter(unit__in=units).select_related("unit").order_by("name", "pk")
