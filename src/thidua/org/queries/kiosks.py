"""Shared machines. Nothing here writes."""

from datetime import datetime

from django.db.models import QuerySet

from thidua.org.actor import Actor
from thidua.org.models import Kiosk
from thidua.org.rights import Right


def kiosks_visible_to(actor: Actor) -> QuerySet[Kiosk]:
    """The machines of the units whose people they keep by a post there."""
    kept = actor.holding(Right.PEOPLE_KEEP) | actor.holding(Right.UNIT_MANAGE)
    return Kiosk.objects.filter(unit__in=kept).select_related("unit", "started_by__person")


def running(kiosks: QuerySet[Kiosk], now: datetime) -> QuerySet[Kiosk]:
    """Those in the mode right now, the latest first."""
    return kiosks.filter(ended_at=None, ends_at__gt=now).order_by("-started_at", "-pk")
