"""What hangs on some units in this room."""

from collections.abc import Collection
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _

from thidua.org.happened import Holding
from thidua.org.holdings import counted, holdings
from thidua.pledges.models import Pledge, PledgeState, Sheet


def held_by(units: Collection[int], day: date) -> list[Holding]:
    """Sheets with what was signed on them; those that still take signatures are open."""
    open_ = Q(closed_at=None, closes_on__gte=day)
    sheets = counted(Sheet.objects.all(), units, open_=open_)
    signed = counted(
        Pledge.objects.filter(state__in=(PledgeState.COUNTED, PledgeState.WAITING)),
        units,
        "sheet__unit",
        open_=Q(state=PledgeState.WAITING),
    )
    return holdings(
        Holding(what=_("bản giao ước"), count=sheets["count"], open_=sheets["open_"]),
        Holding(what=_("chữ ký giao ước"), count=signed["count"], open_=signed["open_"]),
    )
