"""What hangs on some units in this room."""

from collections.abc import Collection
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _

from thidua.cascade.models import Launch, Rollout
from thidua.org.happened import Holding
from thidua.org.holdings import counted, holdings


def held_by(units: Collection[int], day: date) -> list[Holding]:
    """Plans of superiors on which they are working, and phases they launched that still run."""
    running = Q(plan__ends_on=None) | Q(plan__ends_on__gte=day)
    taken = Rollout.objects.filter(acknowledged_at__isnull=False)
    plans = counted(taken, units, open_=running)
    launched = counted(Launch.objects.all(), units, open_=Q(phase__ends_on__gte=day))
    return holdings(
        Holding(
            what=_("kế hoạch của cấp trên đã nhận"), count=plans["count"], open_=plans["open_"]
        ),
        Holding(what=_("lượt phát động"), count=launched["count"], open_=launched["open_"]),
    )
