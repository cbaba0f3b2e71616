"""Shared machines. Nothing here writes."""

from datetime import datetime

from django.db.models import Q, QuerySet

from thidua.org.actor import Actor
from thidua.org.models import Kiosk, Unit
from thidua.org.rights import Right


def kiosks_visible_to(actor: Actor) -> QuerySet[Kiosk]:
    """The machines of the units whose people they keep by a post there, ended ones too."""
    kept = actor.holding(Right.PEOPLE_KEEP) | actor.holding(Right.UNIT_MANAGE)
    seen = Q(unit__in=kept) | Q(unit__kept_by__in=kept)
    return Kiosk.objects.filter(seen).select_related("unit", "started_by__person")


def machines_of(unit: Unit, actor: Actor) -> QuerySet[Kiosk]:
    """Those of the unit and of the ended units whose records it keeps."""
    return kiosks_visible_to(actor).filter(Q(unit=unit) | Q(unit__kept_by=unit))


def running(kiosks: QuerySet[Kiosk], now: datetime) -> QuerySet[Kiosk]:
    """Those in the mode right now, the latest first."""
    return kiosks.filter(ended_at=None, ends_at__gt=now).order_by("-started_at", "-pk")
